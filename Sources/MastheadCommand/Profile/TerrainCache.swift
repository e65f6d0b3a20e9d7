import MastheadCore
import MastheadGeo
import MastheadPropagation

/// Terrain readers that paths of one neighbourhood share, for one thread.
///
/// Each path is read on a grid that follows from its own middle, step and layers, so that a path has the same points
/// whether it is asked for alone or among others.
final class TerrainCache {
    private let layers: TerrainLayers
    /// The readers of the neighbourhoods met last, the latest at the end.
    private var samplers: [(grid: Grid, sampler: Sampler)] = []

    /// Neighbourhoods whose readers are kept: tables often go to and fro across the border between some.
    private static let limit = 8

    /// A sampler that can be kept and replaced.
    private final class Sampler {
        var sampler: TerrainSampler
        init(_ source: TerrainSource) throws(MastheadError) { sampler = try TerrainSampler(source) }
    }

    init(_ layers: TerrainLayers) { self.layers = layers }

    /// The altitudes of the bare ground.
    var ground: RasterLayer { layers.ground }

    /// What stands at neighbouring places of a path; ground is NaN where it has no value.
    func samples(at places: [GeographicPosition], around middle: GeographicPosition, step: Length)
        throws(MastheadError) -> [PathSample]
    {
        let grid = Self.grid(around: middle, step: step)
        return try sampler(on: grid).sampler.samples(at: places)
    }

    private func sampler(on grid: Grid) throws(MastheadError) -> Sampler {
        if let index = samplers.lastIndex(where: { $0.grid == grid }) {
            if index < samplers.count - 1 { samplers.append(samplers.remove(at: index)) }
            return samplers[samplers.count - 1].sampler
        }
        // The handles of the oldest neighbourhood are closed before new ones are opened.
        if samplers.count == Self.limit { samplers.removeFirst() }
        let sampler = try Sampler(layers.source(on: grid))
        samplers.append((grid, sampler))
        return sampler
    }

    /// An equal-area grid around the whole degrees next to a place, its cells one step wide; windows may reach beyond it.
    private static func grid(around place: GeographicPosition, step: Length) -> Grid {
        let centre = GeographicPosition(
            longitudeDegrees: place.longitudeDegrees.rounded(), latitudeDegrees: place.latitudeDegrees.rounded())
        return Grid(
            referenceSystem: .equalArea(around: [centre]), westMetres: 0, northMetres: 0, cellMetres: step.metres,
            columns: 1, rows: 1)
    }
}
