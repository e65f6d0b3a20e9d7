public import MastheadCore
public import MastheadGeo
import MastheadRadio

/// Adds the sums of all tiles to the figures of a run.
///
/// Tiles may come in any order: everything that is added is a whole number.
public struct FigureBuilder: Sendable {
    private let definitions: Definitions
    private let regionNames: [(id: String, name: String)]
    private let stations: [Station]
    private var regions: [RegionFigures]
    private var served: [UInt32: (cells: Int, people: PersonCount)] = [:]

    /// Reservations of all tiles.
    public private(set) var caveats = Caveats()
    /// Paths computed in all tiles.
    public private(set) var evaluations = 0
    /// Cells of the study area in all tiles.
    public private(set) var areaCells = 0

    /// A builder for regions by identifier and name, in the order of their source.
    public init(definitions: Definitions, regions: [(id: String, name: String)], stations: [Station]) {
        self.definitions = definitions
        regionNames = regions
        self.stations = stations
        self.regions = regions.map {
            var region = RegionFigures(
                id: $0.id, name: $0.name, people: .zero, squareCentimetres: 0, stations: 0, missingStations: 0,
                bands: Self.noBands(definitions))
            region.anyBand = Self.noServices(definitions)
            return region
        }
    }

    /// Adds one tile.
    public mutating func add(_ sums: TileSums) {
        caveats.merge(sums.caveats)
        evaluations += sums.evaluations
        areaCells += sums.areaCells
        for part in sums.regions {
            regions[part.region].people += part.people
            regions[part.region].squareCentimetres += part.squareCentimetres
            for band in part.bands.indices {
                regions[part.region].bands[band].add(part.bands[band])
            }
            for kind in regions[part.region].anyBand.indices where kind < part.anyBand.count {
                regions[part.region].anyBand[kind].add(part.anyBand[kind])
            }
        }
        for sector in sums.sectors {
            let known = served[sector.ordinal] ?? (0, .zero)
            served[sector.ordinal] = (known.cells + sector.cells, known.people + sector.people)
        }
    }

    /// The figures, once every tile is added.
    ///
    /// - Parameter sourcePeople: The population source's own total over the regions.
    public func figures(sourcePeople: PersonCount) -> RunFigures {
        let rule = definitions.countingRule
        let byRegion = Dictionary(grouping: stations, by: \.region)
        var finished = regions
        for index in finished.indices {
            finished[index].stations = StationCount.count(byRegion[index] ?? [], by: rule)
            finished[index].missingStations = Density.missing(
                stations: finished[index].stations, people: finished[index].people,
                target: definitions.targetPerTenThousand)
        }
        return RunFigures(
            definitions: definitions, regions: finished, total: total(of: finished), sectors: sectorFigures(),
            stationsOutside: StationCount.count(byRegion[nil] ?? [], by: rule), sourcePeople: sourcePeople)
    }

    private static func noServices(_ definitions: Definitions) -> [ServiceFigures] {
        definitions.services.map { ServiceFigures(id: $0.id) }
    }

    private static func noBands(_ definitions: Definitions) -> [RegionFigures.Band] {
        definitions.bands.map {
            var band = RegionFigures.Band(id: $0.id)
            band.services = noServices(definitions)
            return band
        }
    }

    private func total(of regions: [RegionFigures]) -> RegionFigures {
        var total = RegionFigures(
            id: "", name: "Study area", people: .zero, squareCentimetres: 0, stations: 0, missingStations: 0,
            bands: Self.noBands(definitions))
        total.anyBand = Self.noServices(definitions)
        for region in regions {
            total.people += region.people
            total.squareCentimetres += region.squareCentimetres
            total.stations += region.stations
            total.missingStations += region.missingStations
            for band in total.bands.indices { total.bands[band].add(region.bands[band]) }
            for kind in total.anyBand.indices { total.anyBand[kind].add(region.anyBand[kind]) }
        }
        return total
    }

    private func sectorFigures() -> [SectorFigures] {
        stations.flatMap { station in
            station.sectors.map { sector in
                let serves = served[sector.ordinal] ?? (0, .zero)
                return SectorFigures(
                    ordinal: Int(sector.ordinal), id: sector.id, stationID: station.id, siteID: station.siteID,
                    band: definitions.bands[sector.band].id, position: station.position,
                    heightMetres: sector.heightMetres, azimuthDegrees: sector.azimuth?.degrees,
                    tiltDegrees: sector.tilt.degrees, eirpDBm: sector.transmitter.eirp.dBm,
                    regionID: station.region.map { regionNames[$0].id }, servedCells: serves.cells,
                    servedPeople: serves.people)
            }
        }
    }
}

extension RegionFigures.Band {
    /// Adds a tile's part.
    mutating func add(_ part: TileSums.Band) {
        coveredPeople += part.coveredPeople
        expectedPeople += part.expectedPeople
        coveredSquareCentimetres += part.coveredSquareCentimetres
        unknownPeople += part.unknownPeople
        for kind in services.indices where kind < part.services.count { services[kind].add(part.services[kind]) }
    }

    /// Adds another region's figures.
    mutating func add(_ other: RegionFigures.Band) {
        coveredPeople += other.coveredPeople
        expectedPeople += other.expectedPeople
        coveredSquareCentimetres += other.coveredSquareCentimetres
        unknownPeople += other.unknownPeople
        for kind in services.indices { services[kind].add(other.services[kind]) }
    }
}
