public import MastheadCore

/// How the columns of a register are to be read.
public struct RegisterRules: Sendable, Hashable {
    /// What one row of the register is.
    public enum Row: String, Sendable, CaseIterable {
        /// A station with all its sectors.
        case station
        /// One sector of a station in one band.
        case cell
    }

    /// What a column of a register can hold.
    public enum Field: String, Sendable, CaseIterable {
        /// Identifier of the station.
        case station
        /// Identifier of the mast; the station's own where there is no such column.
        case site
        /// Who runs the station.
        case operatorName = "operator"
        /// Longitude in degrees, or easting in metres for a projected register.
        case longitude
        /// Latitude in degrees, or northing in metres.
        case latitude
        /// Height of the antenna above the ground, m.
        case height
        /// Band, by the name of a band of the job or its 3GPP number.
        case band
        /// Azimuth of the (first) sector, degrees clockwise from north.
        case azimuth
        /// Mechanical tilt, degrees, down is positive.
        case tilt
        /// Electrical tilt, degrees, down is positive.
        case electricalTilt = "electrical-tilt"
        /// Number of sectors, evenly spread from the azimuth.
        case sectors
        /// Conducted power of the whole carrier, dBm.
        case power
        /// People of a settlement.
        case population
    }

    /// What a row is.
    public var rows: Row
    /// The column that holds each field.
    public var columns: [Field: String]
    /// Fields with one value for all rows.
    public var constants: [Field: String]

    /// Rules for reading a register.
    public init(rows: Row, columns: [Field: String], constants: [Field: String] = [:]) {
        self.rows = rows
        self.columns = columns
        self.constants = constants
    }

    /// Heights of masts that are taken for real; the tallest structures that carry antennas stand below 650 m.
    public static let antennaHeights = ValidRange(
        Length(metres: 1)...Length(metres: 650), of: "antenna height above ground",
        by: Citation("Masthead register rules"))
}
