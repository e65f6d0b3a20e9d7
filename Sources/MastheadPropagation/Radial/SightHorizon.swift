/// For each point of a radial, the point of the surface up to there that has the steepest line from the antenna over the
/// curved Earth: the one that hides a receiver behind it, if any does.
///
/// In double, and with the surface as a profile has it, so that a line that only just passes is judged as there.
final class SightHorizon {
    private let horizon: Row<Int32>

    /// Room for so many points.
    init(capacity: Int) { horizon = Row(capacity: capacity + 1, filledWith: 0) }

    /// Looks along a radial.
    ///
    /// - Parameter c: 500/a, m/km².
    func look(along radial: Radial, antennaMetres: Double, curvature c: Double) {
        var best = -Double.infinity
        var place: Int32 = 1
        for index in 1..<(radial.count + 1) {
            let x = Double(index) * radial.stepKilometres
            let slope = (Double(radial.surface.heights[index - 1]) - antennaMetres) / x - c * x
            if slope > best {
                best = slope
                place = Int32(index)
            }
            horizon[index] = place
        }
    }

    /// The point that decides the sight of a receiver behind a point.
    func deciding(before point: Int) -> Int { Int(horizon[point]) }
}
