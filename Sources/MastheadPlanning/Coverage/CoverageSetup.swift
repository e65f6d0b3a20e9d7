public import MastheadCore
public import MastheadGeo
import MastheadPropagation
import MastheadRadio

/// Everything that the tiles of a run share: read only, prepared and checked before the first path.
public struct CoverageSetup: Sendable {
    /// The grid of the results.
    public let studyGrid: Grid
    /// The grid of the terrain, the study grid or a refinement of it.
    public let terrainGrid: Grid
    /// The bands.
    public let bands: [Band]
    /// The stations.
    public let stations: [Station]
    /// Cells whose ground has a void: whether a path over one is left out and counted, or is an error.
    public let toleratesVoids: Bool
    /// The routes and places whose reach is asked for.
    public var reach: ReachPlan?

    let masts: [Mast]
    let factor: Int

    /// Prepares masts and models.
    ///
    /// - Parameter refractivity: ΔN (N-units/km) and N₀ (N-units) at a place.
    /// - Throws: `outside-validity` when a band or height is beyond the model.
    public init(
        studyGrid: Grid, terrainGrid: Grid, bands: [Band], stations: [Station], toleratesVoids: Bool,
        refractivity: (GeographicPosition) -> (deltaN: Double, n0: Double)
    ) throws(MastheadError) {
        self.studyGrid = studyGrid
        self.terrainGrid = terrainGrid
        self.bands = bands
        self.stations = stations
        self.toleratesVoids = toleratesVoids
        factor = Int((studyGrid.cellMetres / terrainGrid.cellMetres).rounded())
        masts = try Self.masts(stations, bands: bands, grid: studyGrid, refractivity: refractivity)
    }

    private static func masts(
        _ stations: [Station], bands: [Band], grid: Grid,
        refractivity: (GeographicPosition) -> (deltaN: Double, n0: Double)
    ) throws(MastheadError) -> [Mast] {
        let locator = try GridLocator(grid)
        // 5 %: cells just beyond the radius are measured too, and then left out.
        let reach = Length(metres: 1.05 * (bands.map(\.radius.metres).max() ?? 1))
        var masts: [Mast] = []
        for (index, station) in stations.enumerated() {
            let air = refractivity(station.position)
            let scale = try LocalScale(locator, site: station.plane, reach: reach)
            var groups: [(band: Int, height: Double, sectors: [Sector])] = []
            for sector in station.sectors {
                if let known = groups.firstIndex(where: { $0.band == sector.band && $0.height == sector.heightMetres })
                {
                    groups[known].sectors.append(sector)
                } else {
                    groups.append((sector.band, sector.heightMetres, [sector]))
                }
            }
            for group in groups {
                let band = bands[group.band]
                let model = try band.preparedModel(deltaN: air.deltaN, n0: air.n0)
                try Self.requireHeights(model, station: station.id, band: band, heightMetres: group.height)
                masts.append(
                    Mast(
                        station: index, band: group.band, plane: station.plane,
                        latitudeRadians: station.position.latitudeDegrees * .pi / 180, heightMetres: group.height,
                        scale: scale, model: model,
                        effectiveRadiusMetres: Mast.effectiveRadiusMetres(deltaN: air.deltaN),
                        sectors: group.sectors.map {
                            Mast.Beam(
                                ordinal: $0.ordinal,
                                resourceElementDBm: $0.transmitter.resourceElementPowerDBm,
                                antenna: $0.transmitter.antenna)
                        }))
            }
        }
        return masts
    }

    /// Refuses an antenna or a receiver at a height that the model does not cover, by a path over flat ground.
    private static func requireHeights(
        _ model: any TransmissionLossModel, station: String, band: Band, heightMetres: Double
    ) throws(MastheadError) {
        var flat = PathProfile()
        // A length well inside the range, so that only the heights can be refused: 1 km, or the middle of shorter ranges.
        let range = model.lengths
        let length = max(range.lowerBound * 1.001, min(1, (range.lowerBound + range.upperBound) / 2))
        flat.refillEquidistant(count: 6, lengthKilometres: length) { _ in PathSample(groundMetres: 0) }
        let terminals = PathTerminals(
            transmitterHeightMetres: heightMetres, receiverHeightMetres: band.receiverHeight.metres,
            midpointLatitudeDegrees: 0)
        do throws(MastheadError) {
            try model.require(flat, terminals)
        } catch {
            throw MastheadError(
                error.code, "station \(station), band \(band.id): \(error.problem)", at: error.location,
                remedy: error.remedy)
        }
    }

    /// The masts of which a band's radius meets a tile, in the order of the register.
    func masts(near tile: GridWindow) -> [Int] {
        let northWest = studyGrid.centre(column: tile.column, row: tile.row)
        let southEast = studyGrid.centre(column: tile.column + tile.columns - 1, row: tile.row + tile.rows - 1)
        return masts.indices.filter { index in
            let mast = masts[index]
            let dx = max(northWest.x - mast.plane.x, 0, mast.plane.x - southEast.x)
            let dy = max(southEast.y - mast.plane.y, 0, mast.plane.y - northWest.y)
            // 3 %: how far a plane distance may exceed the true one in the projections that are accepted.
            return (dx * dx + dy * dy).squareRoot() <= bands[mast.band].radius.metres * 1.03
        }
    }

    /// The window of the terrain grid that holds every path from `masts` to the tile.
    func terrainWindow(tile: GridWindow, masts indices: [Int]) -> GridWindow {
        var west = tile.column * factor
        var north = tile.row * factor
        var east = (tile.column + tile.columns) * factor
        var south = (tile.row + tile.rows) * factor
        for index in indices {
            let cell = terrainGrid.cell(at: masts[index].plane)
            west = min(west, cell.column)
            east = max(east, cell.column + 1)
            north = min(north, cell.row)
            south = max(south, cell.row + 1)
        }
        // One cell around for the bilinear neighbours.
        return GridWindow(column: west - 1, row: north - 1, columns: east - west + 2, rows: south - north + 2)
    }
}
