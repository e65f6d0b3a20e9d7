import Foundation
import MastheadCore
import MastheadPropagation

/// Time for each receiver of a radial, against the scanned profile of the same receiver, on one thread.
enum RadialBench {
    static func run() throws {
        print(
            "Radial form against the scanned profile, P.1812 at 763 MHz, 50 % of time, one receiver at each 30 m point")
        print("radius     scanned      radial     ratio")
        for kilometres in [2, 10, 30, 100] {
            let (scanned, radial) = try nanoseconds(points: kilometres * 1000 / 30)
            print(
                "\(kilometres) km".padding(toLength: 8, withPad: " ", startingAt: 0)
                    + String(format: "%8.0f ns %8.0f ns %8.1f", scanned, radial, scanned / radial))
        }
        print("")
    }

    /// Nanoseconds for a receiver by either form, the medians of five rounds that take turns.
    private static func nanoseconds(points: Int) throws -> (scanned: Double, radial: Double) {
        let model = try P1812.prepare(for: PropagationParameters(frequency: Frequency(megahertz: 763)))
        let terminals = PathTerminals(
            transmitterHeightMetres: 30, receiverHeightMetres: 1.5, midpointLatitudeDegrees: 45)
        let ground = (0...points).map { RollingTerrain.point($0) }
        let radial = model.radial(stepKilometres: 0.03)
        // So many receivers that a round takes some milliseconds.
        let walks = max(1, 20_000 / points)
        let stride = max(1, points / 40)
        var profiles: [PathProfile] = []
        for last in Swift.stride(from: 9, through: points, by: stride) {
            var profile = PathProfile()
            profile.refillEquidistant(count: last + 1, lengthKilometres: Double(last) * 0.03) { ground[$0] }
            profiles.append(profile)
        }
        var sum = 0.0
        func walk() {
            radial.restart(groundMetres: ground[0].groundMetres, antennaMetres: 30, zone: .inland)
            for index in 1...points {
                if index >= 9 {
                    sum += model.lossDB(
                        along: radial, lengthKilometres: Double(index) * 0.03, receiver: ground[index],
                        terminals: terminals)
                }
                radial.push(ground[index])
            }
        }
        let clock = ContinuousClock()
        var times: (scanned: [Double], radial: [Double]) = ([], [])
        for _ in 0..<5 {
            let first = clock.measure { for _ in 0..<walks { walk() } }
            times.radial.append(first / .nanoseconds(1) / Double(walks * (points - 8)))
            let second = clock.measure {
                for profile in profiles { sum += model.lossDB(over: profile, terminals: terminals) }
            }
            times.scanned.append(second / .nanoseconds(1) / Double(profiles.count))
        }
        precondition(sum.isFinite)
        return (times.scanned.sorted()[2], times.radial.sorted()[2])
    }
}

/// Terrain that a bench can make again: three waves and a little roughness.
enum RollingTerrain {
    static func point(_ index: Int) -> PathSample {
        let x = Double(index) * 30
        let rough = Double((index &* 7919) % 1009) / 1009
        return PathSample(
            groundMetres: 300 + 120 * sin(x / 5200) + 40 * sin(x / 1370 + 1) + 12 * sin(x / 310 + 2) + 4 * rough,
            clutterMetres: (index / 7) % 4 == 0 ? 15 : 0)
    }
}
