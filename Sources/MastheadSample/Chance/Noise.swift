/// Gradient noise in the plane: smooth, random, and a pure function of place and seed.
///
/// It needs only + − × and comparisons, which IEEE 754 fixes to the last bit, so that every machine draws the same land.
struct Noise: Sendable {
    private let seed: UInt64

    init(seed: UInt64, stream: StaticString) {
        var generator = SplitMix64(seed: seed, stream: stream)
        self.seed = generator.next()
    }

    /// Noise of one scale: about −0.7 to 0.7, zero on whole coordinates, features about one unit wide.
    func value(_ x: Double, _ y: Double) -> Double {
        let column = x.rounded(.down)
        let row = y.rounded(.down)
        let fx = x - column
        let fy = y - row
        let i = Int64(column)
        let j = Int64(row)
        let u = fx * fx * fx * (fx * (fx * 6 - 15) + 10)
        let v = fy * fy * fy * (fy * (fy * 6 - 15) + 10)
        let a = slope(i, j, fx, fy)
        let b = slope(i &+ 1, j, fx - 1, fy)
        let c = slope(i, j &+ 1, fx, fy - 1)
        let d = slope(i &+ 1, j &+ 1, fx - 1, fy - 1)
        let top = a + u * (b - a)
        let bottom = c + u * (d - c)
        return top + v * (bottom - top)
    }

    /// The sum of several scales, each half as wide and half as high as the one before; about −1 to 1.
    func fractal(_ x: Double, _ y: Double, octaves: Int) -> Double {
        var px = x
        var py = y
        var gain = 1.0
        var sum = 0.0
        for _ in 0..<octaves {
            sum += gain * value(px, py)
            // Turned as well as doubled, so that the lattices of the scales do not lie on one another.
            (px, py) = (1.6 * px - 1.2 * py + 17.3, 1.2 * px + 1.6 * py + 5.1)
            gain *= 0.5
        }
        return sum
    }

    /// Sharp crests where the noise changes its sign: 0 in hollows, 1 on crests.
    func ridges(_ x: Double, _ y: Double, octaves: Int) -> Double {
        let height = 1 - 2 * abs(fractal(x, y, octaves: octaves))
        return height < 0 ? 0 : height
    }

    /// A number from 0 up to 1 for a pair of whole numbers, without smoothness.
    func scatter(_ i: Int, _ j: Int) -> Double { Double(hash(Int64(i), Int64(j)) >> 11) * 0x1p-53 }

    private func hash(_ i: Int64, _ j: Int64) -> UInt64 {
        let a = UInt64(bitPattern: i) &* 0x9E37_79B9_7F4A_7C15
        let b = UInt64(bitPattern: j) &* 0xC2B2_AE3D_27D4_EB4F
        return SplitMix64.mixed(seed ^ a ^ (b &+ (a << 6)))
    }

    /// The part of one corner: the projection on that corner's random direction.
    private func slope(_ i: Int64, _ j: Int64, _ dx: Double, _ dy: Double) -> Double {
        let diagonal = 0.7071067811865476
        switch hash(i, j) >> 61 {
        case 0: return dx
        case 1: return -dx
        case 2: return dy
        case 3: return -dy
        case 4: return diagonal * (dx + dy)
        case 5: return diagonal * (dx - dy)
        case 6: return diagonal * (dy - dx)
        default: return -diagonal * (dx + dy)
        }
    }
}
