public import MastheadCore
public import MastheadGeo
import MastheadPropagation
import MastheadRadio

/// Everything that the tiles of a run share: read only, prepared and checked before the first path.
public struct CoverageSetup: Sendable {
    /// The grid of the results.
    public let studyGrid: Grid
    /// The run's terrain, on the study grid or a refinement of it; groups of bands may have finer grids.
    public let terrain: TerrainSource
    /// The bands.
    public let bands: [Band]
    /// The stations.
    public let stations: [Station]
    /// Cells whose ground has a void: whether a path over one is left out and counted, or is an error.
    public let toleratesVoids: Bool
    /// The routes and places whose reach is asked for.
    public var reach: ReachPlan?
    /// The kinds of service of the run, in the order of its layers and sums.
    public let kinds: [ServiceKind]
    /// Whether every cell is computed on its own ray instead of the nearest radial: the audit form.
    public let rays: RayForm

    /// The bands that share grid and terrain, in the order of their first bands.
    public let groups: [BandGroup]

    let masts: [Mast]

    /// The grid of the run's terrain.
    public var terrainGrid: Grid { terrain.terrainGrid }

    /// Prepares masts and models.
    ///
    /// - Parameter refractivity: ΔN (N-units/km) and N₀ (N-units) at a place.
    /// - Throws: `outside-validity` when a band or height is beyond the model.
    public init(
        studyGrid: Grid, terrain: TerrainSource, bands: [Band], stations: [Station], toleratesVoids: Bool,
        rays: RayForm = .nearestRadial, kinds: [ServiceKind] = ServiceKind.usual,
        refractivity: (GeographicPosition) -> (deltaN: Double, n0: Double)
    ) throws(MastheadError) {
        self.rays = rays
        self.kinds = kinds
        self.studyGrid = studyGrid
        self.terrain = terrain
        self.bands = bands
        self.stations = stations
        self.toleratesVoids = toleratesVoids
        groups = BandGroup.groups(of: bands, studyGrid: studyGrid, terrain: terrain)
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
                                antenna: $0.transmitter.antenna,
                                part: Self.part($0, of: station, reuse: band.sharing.reuse))
                        }, radiusMetres: band.radius.metres, leastLevelDBm: band.leastLevelDBm))
            }
        }
        return masts
    }

    /// The part of the band that a sector uses: the sectors of a station take turns.
    private static func part(_ sector: Sector, of station: Station, reuse: Int) -> Int {
        let own = station.sectors.filter { $0.band == sector.band }
        return (own.firstIndex { $0.ordinal == sector.ordinal } ?? 0) % reuse
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

    /// The group of a band.
    public func group(of band: Int) -> BandGroup {
        guard let group = groups.first(where: { $0.bands.contains(band) }) else {
            preconditionFailure("every band is in a group")
        }
        return group
    }

    /// The masts of a group of which a band's radius meets cells of the study grid, in the order of the register.
    func masts(near cells: GridWindow, group: BandGroup) -> [Int] {
        // The outermost places of the group in the window: the centres of the parts in its corners.
        let parts = group.parts(of: cells)
        let northWest = group.grid.centre(column: parts.column, row: parts.row)
        let southEast = group.grid.centre(
            column: parts.column + parts.columns - 1, row: parts.row + parts.rows - 1)
        return masts.indices.filter { index in
            let mast = masts[index]
            guard group.bands.contains(mast.band) else { return false }
            let dx = max(northWest.x - mast.plane.x, 0, mast.plane.x - southEast.x)
            let dy = max(southEast.y - mast.plane.y, 0, mast.plane.y - northWest.y)
            // 3 %: how far a plane distance may exceed the true one in the projections that are accepted.
            return (dx * dx + dy * dy).squareRoot() <= mast.reachMetres * 1.03
        }
    }
}
