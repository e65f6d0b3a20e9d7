public import MastheadCore
public import MastheadGeo
import MastheadPropagation
import MastheadRadio

/// The coverage of one site in all its carriers: read only, prepared and checked before the first path.
///
/// Work is shared out in pieces that any thread may do in any order: ``pieces`` of terrain first, then ``wedgeCount``
/// wedges of cells for each of ``groupCount`` groups of carriers that read the same terrain. Whatever the order, the
/// rasters hold the same values.
public struct SiteCoverage: Sendable {
    /// The grid of the results: square cells around the site, in an equal-area projection.
    public let grid: Grid
    /// The place of the site.
    public let position: GeographicPosition
    /// The carriers.
    public let carriers: [SiteCarrier]
    /// The largest distance that is computed.
    public let radius: Length
    /// Height of the antennas above the ground.
    public let height: Length
    /// Whether every cell is computed on its own ray instead of the nearest radial.
    public let exactRays: Bool
    /// Whether cells behind a void of the ground are left out and counted, instead of refused.
    public let toleratesVoids: Bool

    private let setup: CoverageSetup
    private let wedges: SiteWedges
    private let plane: PlanePoint
    private let scale: LocalScale

    /// The grid of a site: cells of the given size that cover a disc around it.
    ///
    /// - Throws: As `GridChooser`.
    public static func grid(
        around position: GeographicPosition, radius: Length, cell: Length, at location: ErrorLocation
    ) throws(MastheadError) -> Grid {
        // 72 places on the rim: the straight lines between them lie 0.1 % inside it, which the longer distance makes up.
        let outline = (0..<72).map { index in
            Geodesic.destination(
                from: position, bearing: Angle(degrees: Double(index) * 5),
                distance: Length(metres: radius.metres * 1.001))
        }
        return try GridChooser.studyGrid(
            covering: outline, crs: .equalArea(around: [position]), cell: cell, at: location)
    }

    /// Prepares a site.
    ///
    /// - Parameters:
    ///   - terrain: On the grid of ``grid(around:radius:cell:at:)``, which becomes that of the results.
    ///   - exactRays: The audit form, at the cost of a search for every cell.
    /// - Throws: `outside-validity` where a carrier or a height is beyond its model.
    public init(
        position: GeographicPosition, height: Length, carriers: [SiteCarrier], radius: Length, terrain: TerrainSource,
        exactRays: Bool, toleratesVoids: Bool
    ) throws(MastheadError) {
        grid = terrain.terrainGrid
        self.position = position
        self.carriers = carriers
        self.radius = radius
        self.height = height
        self.exactRays = exactRays
        self.toleratesVoids = toleratesVoids
        let locator = try GridLocator(terrain.terrainGrid)
        plane = try locator.plane(of: position)
        scale = try LocalScale(locator, site: plane, reach: Length(metres: 1.05 * radius.metres))
        let bands = carriers.map { Self.band($0, height: height, radius: radius) }
        let sectors = bands.enumerated().map { index, band in
            Sector(
                ordinal: UInt32(index + 1), id: band.id, band: index, heightMetres: height.metres,
                transmitter: SectorTransmitter(
                    carrier: band.carrier, power: band.power, feederLoss: band.feederLoss,
                    antenna: MountedAntenna(pattern: band.pattern, azimuth: Angle(radians: 0)), height: height),
                azimuth: nil, tilt: Angle(radians: 0))
        }
        setup = try CoverageSetup(
            studyGrid: grid, terrain: terrain, bands: bands,
            stations: [
                Station(id: "site", siteID: "site", position: position, plane: plane, region: nil, sectors: sectors)
            ], toleratesVoids: toleratesVoids, rays: exactRays ? .ownRay : .nearestRadial,
            refractivity: { _ in
                (deltaN: carriers.first?.parameters.deltaN ?? 45, n0: carriers.first?.parameters.n0 ?? 325)
            })
        wedges = SiteWedges(grid: grid, mast: plane, reachMetres: radius.metres)
    }

    /// A carrier as the sweep knows it: loss, radius and receiver count; what is radiated is added to the losses after.
    private static func band(_ carrier: SiteCarrier, height: Length, radius: Length) -> Band {
        let entry = carrier.model
        let parameters = carrier.parameters
        return Band(
            id: carrier.name, registerNames: [], carrier: .tone(at: carrier.frequency), power: PowerLevel(dBm: 0),
            feederLoss: Decibels(0), pattern: IsotropicPattern(), sectorCount: 1, antennaHeight: height,
            mechanicalTilt: Angle(radians: 0), electricalTilt: Angle(radians: 0),
            receiverHeight: carrier.receiverHeight, radius: radius,
            criterion: CoverageCriterion(
                threshold: PowerLevel(dBm: 0), probability: Share(percent: 50), sigma: Decibels(0)),
            model: ModelEntry(
                id: entry.id, title: entry.title, edition: entry.edition, purpose: entry.purpose,
                validity: entry.validity, citation: entry.citation, tellsSight: entry.tellsSight,
                readsComposition: entry.readsComposition
            ) { (_, place) throws(MastheadError) in try entry.prepare(parameters, place) },
            polarization: parameters.polarization, timePercent: parameters.timePercent, environment: "outdoor",
            composition: parameters.composition)
    }
}

// MARK: - Pieces of work

extension SiteCoverage {
    /// Groups of carriers that read the same terrain.
    public var groupCount: Int { setup.groups.count }

    /// The carriers of a group, as indices.
    public func carriers(ofGroup group: Int) -> [Int] { setup.groups[group].bands }

    /// The layers of a group's terrain, for readers.
    public func terrain(ofGroup group: Int) -> TerrainSource { setup.groups[group].terrain }

    /// Wedges of cells.
    public var wedgeCount: Int { wedges.count }

    /// The terrain of a group, to be read piece by piece.
    public func terrain(forGroup group: Int) -> SiteTerrain {
        SiteTerrain(
            window: setup.groups[group].terrainWindow(cells: grid.window, masts: setup.masts), grid: grid, plane: plane,
            scale: scale, reachMetres: radius.metres)
    }

    /// Computes the cells of one wedge: the one place where losses come from.
    public func compute(wedge: Int, ofGroup index: Int, over terrain: SiteTerrain.View) -> SiteWedgeValues {
        let group = setup.groups[index]
        let (cells, radials) = wedges.cells(of: wedge)
        let places = CellPlaces(cells, radials: radials, grid: grid, terrain: terrain.view)
        let masts = setup.masts.indices.filter { group.bands.contains(setup.masts[$0].band) }
        var sweep = SiteSweep(setup: setup, group: group, terrain: terrain.view, places: places, raster: terrain.raster)
        let losses = sweep.losses(of: SweepStation(masts: masts, reachMetres: radius.metres))
        var values = SiteWedgeValues(
            indices: sweep.cells.map { Int32(cells[Int($0.place)].index) }, carriers: masts.map { setup.masts[$0].band }
        )
        var directions = SiteDirections()
        for (number, mast) in masts.enumerated() {
            let carrier = carriers[setup.masts[mast].band]
            let antennas = carrier.radiation?.antennas ?? []
            if !antennas.isEmpty {
                let ends = PathEnds(
                    setup.masts[mast], places: places, receiverMetres: carrier.receiverHeight.metres, sweep)
                directions.look(at: sweep.cells, from: ends, receiver: carrier.receiverHeight)
            }
            values.take(
                losses[number], number: number, radiation: carrier.radiation, patternDB: directions.best(of: antennas))
        }
        return values
    }
}
