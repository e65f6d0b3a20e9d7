import MastheadCore
public import MastheadPlanning

/// The table of sectors with what each serves; the ordinal is the value in the best-server rasters.
public enum SectorTable {
    /// The columns.
    public static let header = [
        "best_server", "sector_id", "station_id", "site_id", "band", "longitude_deg", "latitude_deg", "height_m",
        "azimuth_deg", "tilt_deg_down_positive", "eirp_dbm", "region_id", "served_cells", "served_people",
    ]

    /// The table as CSV.
    public static func csv(_ figures: RunFigures) -> String {
        var table = CSVText(header: header)
        for sector in figures.sectors {
            table.add([
                "\(sector.ordinal)", sector.id, sector.stationID, sector.siteID, sector.band,
                degrees(sector.position.longitudeDegrees), degrees(sector.position.latitudeDegrees),
                FixedPoint.text(sector.heightMetres, decimals: 1),
                sector.azimuthDegrees.map { FixedPoint.text($0, decimals: 1) } ?? "",
                FixedPoint.text(sector.tiltDegrees, decimals: 1), FixedPoint.text(sector.eirpDBm, decimals: 2),
                sector.regionID ?? "", "\(sector.servedCells)", RegionTable.people(sector.servedPeople),
            ])
        }
        return table.text
    }

    /// Degrees of longitude or latitude to a centimetre.
    static func degrees(_ value: Double) -> String { FixedPoint.text(value, decimals: 7) }
}
