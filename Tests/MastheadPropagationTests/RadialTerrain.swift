import MastheadPropagation
import MastheadTestSupport
import Testing

/// Terrains that are hard for one search or another. Heights are what single precision holds, as those of rasters are.
enum RadialTerrain: String, CaseIterable, CustomTestStringConvertible {
    case flat, sea, noise, cliff, spike, fractal, slope, hill, coasts, mountains, towers

    var testDescription: String { rawValue }

    func points(_ count: Int, step: Double) -> [PathSample] {
        var random = SeededGenerator(seed: 41)
        let rough = (0..<977).map { _ in random.uniform(in: 0...1) }
        return (0...count).map { point($0, step: step, rough[$0 % rough.count]) }
    }

    private func point(_ index: Int, step: Double, _ rough: Double) -> PathSample {
        let x = Double(index) * step
        switch self {
        case .flat: return PathSample(groundMetres: 120, clutterMetres: index % 9 == 4 ? 10 : 0)
        case .sea: return PathSample(groundMetres: 0, zone: .sea)
        case .noise: return Self.sample(3 * rough, clutter: index % 3 == 0 ? 15 : 0)
        case .cliff: return PathSample(groundMetres: x > 4000 ? 300 : 20)
        case .spike: return PathSample(groundMetres: index == 50 ? 400 : 10)
        case .fractal, .mountains:
            let height = self == .fractal ? 60.0 : 900
            let wave =
                0.5 * Self.wave(x / 9000) + 0.3 * Self.wave(x / 2300 + 1) + 0.15 * Self.wave(x / 700 + 2) + 0.05 * rough
            return Self.sample(
                1000 + height * wave, clutter: index % 5 == 0 ? 15 : 0, zone: index % 40 < 6 ? .coastalLand : .inland)
        case .slope: return Self.sample(5 + 0.02 * x)
        case .hill: return Self.sample(200 - (x - 9000) * (x - 9000) / 2e6)
        case .coasts:
            let isSea = index % 60 >= 25
            return Self.sample(
                isSea ? 0 : 8 + 20 * rough, clutter: isSea ? 0 : 10,
                zone: isSea ? .sea : index % 60 < 5 || index % 60 > 20 ? .coastalLand : .inland)
        case .towers: return PathSample(groundMetres: index % 20 == 10 ? 60 : 20)
        }
    }

    /// Hills of many widths, cliffs, level stretches, clutter and sea in any mixture.
    static func random(count: Int, step: Double, _ random: inout SeededGenerator) -> [PathSample] {
        let height = random.uniform(in: 0...600)
        let width = random.uniform(in: 500...8000)
        let roughness = random.uniform(in: 0...20)
        let clutterShare = random.uniform(in: 0...1)
        var level = 0.0
        var isSea = false
        return (0...count).map { index in
            let x = Double(index) * step
            if random.uniform(in: 0...1) < 0.01 { level = random.uniform(in: -50...100) }
            if random.uniform(in: 0...1) < 0.02 { isSea = random.uniform(in: 0...1) < 0.4 }
            if isSea { return PathSample(groundMetres: 0, zone: .sea) }
            let ground =
                200 + level + height * wave(x / width) + 0.2 * height * wave(x / width * 5.3)
                + roughness * random.uniform(in: 0...1)
            return sample(
                ground, clutter: random.uniform(in: 0...1) < clutterShare ? [5, 10, 15, 20][index / 3 % 4] : 0,
                zone: index % 50 < 9 ? .coastalLand : .inland)
        }
    }

    private static func sample(_ height: Double, clutter: Double = 0, zone: RadioZone = .inland) -> PathSample {
        PathSample(groundMetres: Double(Float(height)), clutterMetres: clutter, zone: zone)
    }

    /// A wave without the C library: a parabola for each half period, continuous.
    private static func wave(_ turns: Double) -> Double {
        let t = turns - turns.rounded(.down)
        return t < 0.5 ? 16 * t * (0.5 - t) : -16 * (t - 0.5) * (1 - t)
    }
}
