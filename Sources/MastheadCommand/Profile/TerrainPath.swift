import MastheadCore
import MastheadGeo
import MastheadPropagation

/// The terrain along the shortest line between two places.
struct TerrainPath {
    /// The places of the points.
    let places: [GeographicPosition]
    /// Distance, ground, clutter and zone at each point.
    let profile: PathProfile
    /// The spacing of the points.
    let spacing: Length

    /// More points than this take longer than anybody waits for one path.
    private static let pointLimit = 200_000
    /// Points that are read together, so that memory does not grow with the length of the path.
    private static let chunk = 256

    /// Reads the terrain along a path.
    ///
    /// The ground is interpolated between the cells of a terrain grid around the path, as a run does it.
    /// - Parameters:
    ///   - step: Largest spacing of the points, and cell size of the terrain grid.
    ///   - terrain: The layers with their readers.
    init(
        from start: GeographicPosition, to end: GeographicPosition, step: Length, terrain: TerrainCache
    ) throws(MastheadError) {
        let length = Geodesic.distance(from: start, to: end)
        guard length.metres > 0 else {
            throw MastheadError(
                .usage, "both ends of the path are the same place", at: .option("--to"),
                remedy: "Name two different places.")
        }
        // P.1812 needs more than four points; the small number keeps an exact multiple from gaining a point.
        let intervals = max(4, Int((length.metres / step.metres - 1e-9).rounded(.up)))
        guard intervals < Self.pointLimit else {
            throw MastheadError(
                .usage, "the path of \(Length(metres: length.metres.rounded())) has \(intervals) steps of \(step)",
                at: .option("--step"),
                remedy: "Use a larger step, such as --step \"\(Int(length.metres / 10_000) + 1) m\".")
        }
        let bearing = Geodesic.bearing(from: start, to: end)
        places = (0...intervals).map { index in
            if index == 0 { return start }
            if index == intervals { return end }
            let share = Double(index) / Double(intervals)
            return Geodesic.destination(
                from: start, bearing: bearing, distance: Length(metres: length.metres * share))
        }
        spacing = Length(metres: length.metres / Double(intervals))

        let middle = Geodesic.midpoint(from: start, to: end)
        var samples: [PathSample] = []
        samples.reserveCapacity(places.count)
        for first in stride(from: 0, to: places.count, by: Self.chunk) {
            let part = Array(places[first..<min(first + Self.chunk, places.count)])
            samples += try terrain.samples(at: part, around: middle, step: step)
        }
        try Self.requireGround(samples, places, spacing: spacing, layer: terrain.ground)
        var profile = PathProfile()
        profile.refillEquidistant(count: samples.count, lengthKilometres: length.kilometres) { samples[$0] }
        self.profile = profile
    }

    private static func requireGround(
        _ samples: [PathSample], _ places: [GeographicPosition], spacing: Length, layer: RasterLayer
    ) throws(MastheadError) {
        guard let index = samples.firstIndex(where: { $0.groundMetres.isNaN }) else { return }
        let distance = FixedPoint.text(Double(index) * spacing.kilometres, decimals: 2)
        throw MastheadError(
            .layerVoid, "the ground has no value \(distance) km along the path",
            at: .layer(role: "ground", file: layer.path, place: places[index]),
            remedy: "Use a ground layer that covers the whole path, or fill its void.")
    }
}
