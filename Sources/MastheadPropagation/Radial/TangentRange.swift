/// Where the points of a path in sight may come near to the ray.
///
/// The surface lies below the steepest line from either antenna, so that the ray runs at least a x and b (X − x) above it,
/// a and b the differences of the slopes. Hence v²/(x (X − x)) is at least a² x/(X − x) and at least b² (X − x)/x: it can
/// fall to a value q only where
///
///     b² X/(b² + q) ≤ x ≤ q X/(a² + q)
///
/// which holds nowhere where a b > q. Distances in points.
struct TangentRange {
    let first: Int
    let last: Int

    /// - Parameters:
    ///   - a: How much steeper the ray leaves the transmitter than the steepest line to the surface, m per point.
    ///   - b: The same at the receiver.
    ///   - q: v²/(x (X − x)) that is looked for, or less, m² per point².
    init(forward a: Double, back b: Double, clearance q: Double, _ X: Double) {
        // A share more, for rounding in single precision.
        let wide = 1.001 * q + 1e-9
        last = a > 0 ? WholeNumber.above(wide * X / (a * a + wide)) + 1 : .max
        first = b > 0 ? max(1, WholeNumber.below(b * b * X / (b * b + wide)) - 1) : 1
    }
}
