import Foundation
import MastheadCore
import MastheadPropagation

/// Time for each path of a terrain model by the number of its points, on one thread.
enum ModelBench {
    /// The models that walk a profile, with the time percentages that are timed.
    private static let models = [("p1812", 50.0), ("p1812", 10), ("p452", 50), ("p452", 0.01), ("itm", 50)]
    private static let lengths = [100, 300, 1000, 3000]

    static func run() throws {
        print("Reference forms, one thread, paths over rolling terrain at 30 m steps, 773 MHz: median of 7 rounds, µs")
        print("model   time %" + lengths.map { pad("\($0) points", 13) }.joined() + "    ns per point at 3000")
        for (id, percent) in models {
            let times = try lengths.map { try nanoseconds(id, points: $0, timePercent: percent) }
            print(
                id.padding(toLength: 8, withPad: " ", startingAt: 0)
                    + FixedPoint.text(percent, decimals: 2).padding(toLength: 6, withPad: " ", startingAt: 0)
                    + times.map { pad(FixedPoint.text($0 / 1000, decimals: 1), 13) }.joined()
                    + pad(FixedPoint.text((times.last ?? 0) / 3000, decimals: 1), 12))
        }
        print("")
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    /// Nanoseconds for a path, the median of seven rounds over paths of rolling terrain at 30 m steps.
    private static func nanoseconds(_ id: String, points: Int, timePercent: Double) throws -> Double {
        let model = try ModelCatalogue.entry(id).prepare(
            PropagationParameters(frequency: Frequency(megahertz: 773), timePercent: timePercent), .none)
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
