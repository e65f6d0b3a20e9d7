import MastheadCore
import MastheadPropagation
import MastheadTestSupport
import Testing

@Suite("A radial gives each receiver the loss of its scanned profile")
struct RadialTests {
    /// Terrains that are hard for one search or another.
    enum Terrain: String, CaseIterable, CustomTestStringConvertible {
        case flat, sea, noise, cliff, spike, fractal, slope, hill, coasts, mountains

        var testDescription: String { rawValue }

        /// The point of an index; `step` is the distance between points, m.
        func point(_ index: Int, step: Double, _ roughness: [Double]) -> PathSample {
            let x = Double(index) * step
            let rough = roughness[index % roughness.count]
            switch self {
            case .flat: return PathSample(groundMetres: 120, clutterMetres: index % 9 == 4 ? 10 : 0)
            case .sea: return PathSample(groundMetres: 0, zone: .sea)
            case .noise: return PathSample(groundMetres: 3 * rough, clutterMetres: index % 3 == 0 ? 15 : 0)
            case .cliff: return PathSample(groundMetres: x > 4000 ? 300 : 20)
            case .spike: return PathSample(groundMetres: index == 50 ? 400 : 10)
            case .fractal, .mountains:
                let height = self == .fractal ? 60.0 : 900
                let wave = 0.5 * sine(x / 9000) + 0.3 * sine(x / 2300 + 1) + 0.15 * sine(x / 700 + 2) + 0.05 * rough
                return PathSample(
                    groundMetres: 1000 + height * wave, clutterMetres: index % 5 == 0 ? 15 : 0,
                    zone: index % 40 < 6 ? .coastalLand : .inland)
            case .slope: return PathSample(groundMetres: 5 + 0.02 * x)
            case .hill: return PathSample(groundMetres: 200 - (x - 9000) * (x - 9000) / 2e6)
            case .coasts:
                let isSea = index % 60 >= 25
                return PathSample(
                    groundMetres: isSea ? 0 : 8 + 20 * rough, clutterMetres: isSea ? 0 : 10,
                    zone: isSea ? .sea : index % 60 < 5 || index % 60 > 20 ? .coastalLand : .inland)
            }
        }

        /// A wave without the C library: a parabola for each half period, continuous.
        private func sine(_ turns: Double) -> Double {
            let t = turns - (turns).rounded(.down)
            return t < 0.5 ? 16 * t * (0.5 - t) : -16 * (t - 0.5) * (1 - t)
        }
    }

    struct Case: Sendable {
        var step: Double
        var antenna: Double
        var receiver: Double
        var frequency: Double
        var time: Double
        var polarization: LinearPolarization
    }

    static let cases = [
        Case(step: 30, antenna: 30, receiver: 1.5, frequency: 0.763, time: 50, polarization: .vertical),
        Case(step: 100, antenna: 250, receiver: 10, frequency: 3.5, time: 10, polarization: .horizontal),
        Case(step: 47, antenna: 12, receiver: 4, frequency: 0.1, time: 1, polarization: .vertical),
    ]

    /// Walks a radial outward, and compares every receiver with the scanned profile.
    private func largestDeviation(
        _ terrain: Terrain, _ test: Case, points: Int, radial: Radial,
        radialLoss: (Double, PathSample, PathTerminals) -> Double,
        profileLoss: (PathProfile, PathTerminals) -> Double
    ) throws -> Double {
        var random = SeededGenerator(seed: 41)
        let rough = (0..<977).map { _ in random.uniform(in: 0...1) }
        let step = test.step / 1000
        let start = terrain.point(0, step: test.step, rough)
        radial.restart(groundMetres: start.groundMetres, antennaMetres: test.antenna, zone: start.zone)
        var distances = [0.0]
        var samples = [start]
        var worst = 0.0
        for index in 1...points {
            // A receiver somewhere in the half step before the next point and the one beyond.
            let D = (Double(index) + random.uniform(in: -0.4...0.5)) * step
            if index > 5, D > 0.25 {
                let place = terrain.point(index, step: test.step, rough)
                let terminals = PathTerminals(
                    transmitterHeightMetres: test.antenna, receiverHeightMetres: test.receiver,
                    midpointLatitudeDegrees: 48)
                let all = samples + [place]
                let profile = try PathProfile(
                    distanceKilometres: distances + [D], groundMetres: all.map(\.groundMetres),
                    clutterMetres: all.map(\.clutterMetres), zones: all.map(\.zone))
                let expected = profileLoss(profile, terminals)
                let found = radialLoss(D, place, terminals)
                #expect(found.isFinite)
                worst = max(worst, abs(found - expected))
            }
            let point = terrain.point(index, step: test.step, rough)
            radial.push(point)
            samples.append(point)
            distances.append(Double(index) * step)
        }
        return worst
    }

    private func parameters(_ test: Case) -> PropagationParameters {
        PropagationParameters(
            frequency: Frequency(gigahertz: test.frequency), timePercent: test.time, polarization: test.polarization)
    }

    // 1e-9 dB: both forms are exact in Double, and differ by rounding where sums are taken in another order; ties between
    // points that stand equally high may move a horizon, which the terrains here do not turn into more.
    @Test("by P.1812, over every terrain", arguments: Terrain.allCases)
    func p1812(_ terrain: Terrain) throws {
        for test in Self.cases {
            let model = try P1812.prepare(for: parameters(test))
            let radial = model.radial(stepKilometres: test.step / 1000)
            let worst = try largestDeviation(
                terrain, test, points: 700, radial: radial,
                radialLoss: { model.lossDB(along: radial, lengthKilometres: $0, receiver: $1, terminals: $2) },
                profileLoss: { model.lossDB(over: $0, terminals: $1) })
            #expect(worst < 1e-9, "\(terrain), step \(test.step) m")
        }
    }

    @Test("by P.452-18, over every terrain", arguments: Terrain.allCases)
    func p452(_ terrain: Terrain) throws {
        for test in Self.cases {
            let model = try P452.prepare(for: parameters(test), edition: .v18)
            let radial = model.radial(stepKilometres: test.step / 1000)
            let worst = try largestDeviation(
                terrain, test, points: 500, radial: radial,
                radialLoss: { model.lossDB(along: radial, lengthKilometres: $0, receiver: $1, terminals: $2) },
                profileLoss: { model.lossDB(over: $0, terminals: $1) })
            #expect(worst < 1e-9, "\(terrain), step \(test.step) m")
        }
    }
}
