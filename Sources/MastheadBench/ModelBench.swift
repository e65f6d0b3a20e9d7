import Foundation
import MastheadCore
import MastheadPropagation

/// Time for each path of a model by the number of its points, on one thread.
enum ModelBench {
    static func run() throws {
        print("P.1812 reference form, one thread, median of 7 rounds")
        print("points   time 50 %   time 10 %   ns per point (50 %)")
        for points in [100, 300, 1000, 3000] {
            let median = try nanoseconds(points: points, timePercent: 50)
            let tenth = try nanoseconds(points: points, timePercent: 10)
            print(
                "\(pad(points, 6))  \(pad(Int(median), 7)) ns  \(pad(Int(tenth), 7)) ns   "
                    + FixedPoint.text(median / Double(points), decimals: 2))
        }
        print("")
    }

    private static func pad(_ number: Int, _ width: Int) -> String {
        let text = "\(number)"
        return String(repeating: " ", count: max(0, width - text.count)) + text
    }

    /// Nanoseconds for a path, the median of seven rounds over paths of rolling terrain at 30 m steps.
    private static func nanoseconds(points: Int, timePercent: Double) throws -> Double {
        let model = try P1812.prepare(
            for: P1812.Parameters(frequency: Frequency(megahertz: 773), timePercent: timePercent))
        let terminals = PathTerminals(
            transmitterHeightMetres: 30, receiverHeightMetres: 1.5, midpointLatitudeDegrees: 45)
        var profiles: [PathProfile] = []
        for path in 0..<16 {
            var profile = PathProfile()
            profile.refillEquidistant(count: points, lengthKilometres: Double(points - 1) * 0.03) { index in
                let x = Double(index) * 0.03
                let phase = Double(path)
                let ground = 120 + 40 * sin(x / 3 + phase) + 15 * sin(x * 1.7 + 2 * phase) + 3 * sin(x * 23 + phase)
                return PathSample(groundMetres: ground, clutterMetres: index % 9 < 3 ? 15 : 0)
            }
            profiles.append(profile)
        }
        let repeats = max(1, 400_000 / points / profiles.count)
        var rounds: [Double] = []
        var sum = 0.0
        for _ in 0..<7 {
            let clock = ContinuousClock()
            let time = clock.measure {
                for _ in 0..<repeats {
                    for profile in profiles { sum += model.lossDB(over: profile, terminals: terminals) }
                }
            }
            rounds.append(time / .nanoseconds(1) / Double(repeats * profiles.count))
        }
        precondition(sum.isFinite, "losses are numbers")
        return rounds.sorted()[3]
    }
}
