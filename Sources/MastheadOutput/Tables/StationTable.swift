import MastheadCore
import MastheadGeo
public import MastheadPlanning

/// The table of stations: one row for each station and band, with its site, sectors and whom it serves.
///
/// Bands have rows of their own because a person may be served in several.
public enum StationTable {
    /// The columns.
    public static let header = [
        "station_id", "site_id", "longitude_deg", "latitude_deg", "region_id", "band", "sectors", "served_cells",
        "served_people", "population_source",
    ]

    /// The table as CSV; stations in the order of the register, bands in that of their sectors.
    public static func csv(_ figures: RunFigures) -> String {
        var table = CSVText(header: header)
        for sectors in figures.sectorsByStationAndBand {
            guard let first = sectors.first else { continue }
            table.add([
                first.stationID, first.siteID, SectorTable.degrees(first.position.longitudeDegrees),
                SectorTable.degrees(first.position.latitudeDegrees), first.regionID ?? "", first.band,
                "\(sectors.count)", "\(sectors.reduce(0) { $0 + $1.servedCells })",
                RegionTable.people(sectors.reduce(.zero) { $0 + $1.servedPeople }),
                figures.definitions.populationSource,
            ])
        }
        return table.text
    }
}

extension RunFigures {
    /// The sectors in groups of one station and band, the groups in the order of their first sectors.
    var sectorsByStationAndBand: [[SectorFigures]] {
        var groups: [[SectorFigures]] = []
        var index: [[String]: Int] = [:]
        for sector in sectors {
            let key = [sector.stationID, sector.band]
            if let known = index[key] {
                groups[known].append(sector)
            } else {
                index[key] = groups.count
                groups.append([sector])
            }
        }
        return groups
    }
}
