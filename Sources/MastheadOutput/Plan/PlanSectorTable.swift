import MastheadCore
import MastheadPlanning

/// The table of the sectors of a plan, one row for each; an antenna without direction is one row without azimuth.
enum PlanSectorTable {
    /// The columns.
    static let header = [
        "order", "site_id", "station_id", "sector_id", "band", "longitude_deg", "latitude_deg", "region_id", "height_m",
        "azimuth_deg", "mechanical_tilt_deg_down_positive", "electrical_tilt_deg_down_positive", "power_dbm",
        "station_cost", "currency", "purpose", "purpose_meaning",
    ]

    /// The table as CSV.
    static func csv(_ content: PlanContent) -> String {
        var table = CSVText(header: header)
        for sector in PlanSector.all(content.plan) {
            let (site, band) = (sector.site, sector.band)
            table.add([
                "\(site.order)", site.id, band.station, sector.id, band.band,
                SectorTable.degrees(site.position.longitudeDegrees),
                SectorTable.degrees(site.position.latitudeDegrees), site.region ?? "",
                FixedPoint.text(band.heightMetres, decimals: 1),
                sector.azimuthDegrees.map { FixedPoint.text($0, decimals: 1) } ?? "",
                FixedPoint.text(band.tiltDegrees, decimals: 1),
                FixedPoint.text(band.electricalTiltDegrees, decimals: 1), FixedPoint.text(band.powerDBm, decimals: 2),
                "\(band.cost)", content.plan.currency, band.purpose.rawValue, band.purpose.meaning,
            ])
        }
        return table.text
    }
}

/// A sector of a plan with its site and base station.
struct PlanSector {
    let site: PlannedSite
    let band: PlannedBand
    /// Base station and number from 1.
    let id: String
    /// Nil for an antenna without direction.
    let azimuthDegrees: Double?

    /// All sectors of a plan, by site, band and azimuth in the order of the plan.
    static func all(_ plan: SitePlan) -> [PlanSector] {
        plan.sites.flatMap { site in
            site.bands.flatMap { band in
                let azimuths: [Double?] = band.azimuthDegrees.isEmpty ? [nil] : band.azimuthDegrees
                return azimuths.enumerated().map { index, azimuth in
                    PlanSector(site: site, band: band, id: "\(band.station)/\(index + 1)", azimuthDegrees: azimuth)
                }
            }
        }
    }
}
