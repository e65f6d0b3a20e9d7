import MastheadGeo
import MastheadPropagation

/// Draws the terrain profile from a mast to a cell and asks the model for its loss.
///
/// Points stand at equal steps no longer than the terrain cell, on the straight line in the plane of the grid; the
/// profile's length is the true distance. One tracer serves one thread and reuses its arrays.
struct PathTracer {
    private(set) var profile = PathProfile()

    /// The profile of a path; false where it crosses a void.
    mutating func trace(
        from start: PlanePoint, to end: PlanePoint, lengthMetres: Double, over terrain: TerrainView
    ) -> Bool {
        let dx = end.x - start.x
        let dy = end.y - start.y
        let planeLength = (dx * dx + dy * dy).squareRoot()
        // P.1812 needs more than four points; 1e-9 keeps an exact multiple of the step from gaining a point.
        let intervals = max(4, Int((planeLength / terrain.grid.cellMetres - 1e-9).rounded(.up)))
        let fraction = 1 / Double(intervals)
        var isWhole = true
        profile.refillEquidistant(count: intervals + 1, lengthKilometres: lengthMetres / 1000) { index in
            let t = index == intervals ? 1 : Double(index) * fraction
            let sample = terrain.sample(x: start.x + t * dx, y: start.y + t * dy)
            if sample.groundMetres.isNaN { isWhole = false }
            return sample
        }
        return isWhole
    }
}
