/// A parabola in log₁₀ x through three points: how TR-15-517 extends Okumura's curves.
struct LogQuadratic: Sendable {
    /// The value at x = 1.
    let constant: Double
    /// The factor of log₁₀ x.
    let slope: Double
    /// The factor of (log₁₀ x)².
    let curvature: Double

    init(constant: Double, slope: Double, curvature: Double) {
        self.constant = constant
        self.slope = slope
        self.curvature = curvature
    }

    /// The parabola through three points with three different x above zero, by divided differences.
    init(through first: (x: Double, y: Double), _ second: (x: Double, y: Double), _ third: (x: Double, y: Double)) {
        let (a, b, c) = (Elementary.log10(first.x), Elementary.log10(second.x), Elementary.log10(third.x))
        let near = (second.y - first.y) / (b - a)
        let far = (third.y - first.y) / (c - a)
        curvature = (far - near) / (c - b)
        slope = near - curvature * (a + b)
        constant = first.y - a * (slope + curvature * a)
    }

    @inline(__always)
    func value(atLog10 x: Double) -> Double { constant + x * (slope + curvature * x) }
}
