import MastheadCore
import MastheadGeo

/// The plan of the land before water shapes it: where the coast runs, and how fast the ground rises where.
///
/// The sea lies on one side, chosen by the seed, with one bay and one hilly headland; behind a plain the ground rises to
/// a range, broken by basins. A pure function of the place, in units of the region's side.
struct Landform: Sendable {
    /// Direction inland, a unit vector.
    private let inland: PlanePoint
    /// Side of the region, m.
    let size: Double
    private let octaves: Int
    private let bay: Double
    private let headland: Double
    private let shoreNoise: Noise
    private let rangeNoise: Noise
    private let basinNoise: Noise
    /// Altitude that the highest ground tends to, m: 1,250 m in 60 km, less in less.
    let reliefMetres: Double

    init(_ options: SampleOptions) {
        var chance = SplitMix64(seed: options.seed, stream: "landform")
        var vector = PlanePoint(x: 0, y: 0)
        repeat {
            vector = PlanePoint(x: chance.uniform(-1, 1), y: chance.uniform(-1, 1))
        } while vector.x * vector.x + vector.y * vector.y < 0.1
        let length = (vector.x * vector.x + vector.y * vector.y).squareRoot()
        inland = PlanePoint(x: vector.x / length, y: vector.y / length)
        size = options.size.metres
        bay = chance.uniform(-0.16, 0.16)
        headland = bay + (chance.uniform() < 0.5 ? -1 : 1) * chance.uniform(0.2, 0.27)
        shoreNoise = Noise(seed: options.seed, stream: "shore")
        rangeNoise = Noise(seed: options.seed, stream: "range")
        basinNoise = Noise(seed: options.seed, stream: "basin")
        reliefMetres = 1250 * Shape.threeEighths(options.size.kilometres / 60)
        // Wiggles of the shore down to about 400 m.
        var scale = options.size.metres / 3
        var count = 0
        while scale > 400 {
            scale /= 2
            count += 1
        }
        octaves = count
    }

    /// Distance inland from the shore in units of the region's side; negative at sea.
    func inlandDistance(_ point: PlanePoint) -> Double {
        let px = point.x / size
        let py = point.y / size
        let depth = px * inland.x + py * inland.y
        let along = py * inland.x - px * inland.y
        let shore =
            -0.2 + 0.16 * Shape.hump((along - bay) / 0.17) - 0.1 * Shape.hump((along - headland) / 0.1)
            + 0.075 * shoreNoise.fractal(3 * px, 3 * py, octaves: octaves)
        // Coves and points, more of them on some stretches than on others.
        let broken = Shape.rise(shoreNoise.value(5 * px + 40, 5 * py), -0.3, 0.4)
        return depth - shore - 0.06 * broken * shoreNoise.fractal(14 * px, 14 * py, octaves: max(2, octaves - 2))
    }

    /// How far a place lies along the coast from the middle of the region, in units of its side.
    func alongCoast(_ point: PlanePoint) -> Double { (point.y * inland.x - point.x * inland.y) / size }

    /// How fast the ground rises, 0 to about 1.3.
    func uplift(_ point: PlanePoint, inlandDistance s: Double) -> Double {
        let px = point.x / size
        let py = point.y / size
        let along = py * inland.x - px * inland.y
        let depth = px * inland.x + py * inland.y
        let crest = rangeNoise.ridges(1.6 * px + 3, 1.6 * py, octaves: 3)
        let roughness = rangeNoise.fractal(2.6 * px, 2.6 * py, octaves: 4)
        let range = Shape.rise(s + 0.12 * roughness, 0.1, 0.62) * (0.35 + 0.75 * crest) + 0.25 * roughness
        let hills = Shape.rise(s + 0.1 * roughness, 0.02, 0.2) * 0.12
        let basin = Shape.rise(basinNoise.fractal(2.1 * px, 2.1 * py, octaves: 2), 0.1, 0.5)
        let cape =
            0.42 * Shape.hump(((along - headland) / 0.075)) * Shape.hump((depth + 0.26) / 0.1)
            * Shape.rise(s, 0, 0.03)
        return max(0.008, (max(range, 0) + hills) * (1 - 0.85 * basin) + cape)
    }

    /// The first surface, before any water has run: enough slope to tell it where to go, m.
    func firstHeight(_ point: PlanePoint, inlandDistance s: Double) -> Double {
        let px = point.x / size
        let py = point.y / size
        let bumps = basinNoise.fractal(4.3 * px + 9, 4.3 * py, octaves: 7)
        return max(1, reliefMetres * (0.22 * s + 0.1 * bumps * Shape.rise(s, 0, 0.2) + 0.02))
    }

    /// The bed of the sea, m below its surface as a negative number; it only places the shore between nodes.
    func seabed(inlandDistance s: Double) -> Double { -2 + 400 * s }
}
