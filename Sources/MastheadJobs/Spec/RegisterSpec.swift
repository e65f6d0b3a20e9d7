public import MastheadCore

/// A register of base stations.
public struct RegisterSpec: Sendable {
    /// What one row is.
    public enum Rows: String, Sendable, CaseIterable {
        /// A station with all its sectors.
        case station
        /// One sector in one band.
        case cell
    }

    /// Where a field of the register comes from.
    public enum Source: Sendable, Hashable {
        /// A column, by its name.
        case column(String)
        /// One value for every row.
        case constant(String)
    }

    /// CSV, GeoJSON, GeoPackage or any other vector file.
    public let path: Entry<JobPath>
    /// The layer of a file with several.
    public let layer: Entry<String>?
    /// Reference system of the coordinate columns.
    public let referenceSystem: Entry<String>
    /// What one row is.
    public let rows: Entry<Rows>
    /// The sources that the user wrote, by field name: `"longitude"`, `"electrical-tilt"`.
    public let columns: [String: Entry<Source>]
    /// Where the register is named in the job.
    public let location: ErrorLocation

    /// The fields of a register, in the order of the documentation, each with the column names tried when the job does
    /// not tell.
    public static let fields: [(name: String, usualColumns: [String], doc: String)] = [
        (
            "station", ["station", "station_id", "id"],
            "Identifier of the base station; rows with `rows: cell` share it. No two stations have the same."
        ),
        ("site", ["site", "site_id"], "Identifier of the mast; the station's own where there is none."),
        ("operator", ["operator"], "Who runs the station."),
        (
            "longitude", ["longitude", "longitude_deg", "lon", "x", "easting"],
            "Longitude in degrees, or easting in the units of `crs`."
        ),
        (
            "latitude", ["latitude", "latitude_deg", "lat", "y", "northing"],
            "Latitude in degrees, or northing in the units of `crs`."
        ),
        (
            "height", ["height", "height_m", "antenna_height_m"],
            "Height of the antenna above the ground, m; the band's height where empty."
        ),
        (
            "band", ["band"],
            "Band: the name of a band of the job, of its template, or its 3GPP number such as n28."
        ),
        (
            "azimuth", ["azimuth", "azimuth_deg", "azimuth0_deg"],
            "Azimuth of the sector (with `rows: station` of the first one), degrees clockwise from north."
        ),
        (
            "tilt", ["tilt", "tilt_deg", "mechanical_tilt_deg", "downtilt_deg"],
            "Mechanical tilt, degrees, down is positive; the band's where empty."
        ),
        (
            "electrical-tilt", ["electrical_tilt", "electrical_tilt_deg"],
            "Electrical tilt, degrees, down is positive; the band's where empty."
        ),
        ("sectors", ["sectors"], "Number of sectors, spread evenly from the azimuth; the band's where empty."),
        ("power", ["power", "power_dbm"], "Conducted power of the whole carrier, dBm; the band's where empty."),
    ]
}
