public import MastheadCore

/// How the level at one cell comes about: the budget of the best server with every term of the loss, and the sectors
/// that came next.
public struct CellExplanation: Sendable, Codable {
    /// Another mast that was in reach.
    public struct Contender: Sendable, Codable {
        /// Its strongest sector towards the cell.
        public var sectorID: String
        /// SS-RSRP that it gives, dBm.
        public var levelDBm: Double
        /// Distance, m.
        public var distanceMetres: Double
    }

    /// A part of a cell, in a band that divides the cells.
    public struct Part: Sendable, Codable {
        /// Column of the part in the grid of the parts.
        public var column: Int
        /// Row of the part in the grid of the parts.
        public var row: Int
        /// Side of the part, m.
        public var metres: Double
        /// SS-RSRP of the cell, which is that of the part in its middle, dBm; nil where no sector reaches that.
        public var cellLevelDBm: Double?
        /// Whether the cell is covered in the middle.
        public var cellIsCovered: Bool
    }

    /// Column of the cell in the study grid.
    public var column: Int
    /// Row of the cell in the study grid.
    public var row: Int
    /// Identifier of the best server's sector; nil where no sector reaches the cell.
    public var sectorID: String?
    /// SS-RSRP as published, dBm, in hundredths; nil where no sector reaches the cell.
    public var levelDBm: Double?
    /// The median level that the criterion needs, dBm.
    public var requiredDBm: Double
    /// The terms of the median level that the criterion needs.
    public var requirement: Ledger?
    /// Whether the cell is covered.
    public var isCovered: Bool
    /// SS-SINR as published, dB, in hundredths; nil without a level or without link terms.
    public var sinrDB: Double?
    /// Downlink throughput of one user who has the cell for himself, kbit/s; nil without link terms.
    public var downlinkKilobitsPerSecond: Double?
    /// What keeps the service outdoors away.
    public var limit: ServiceLimit?
    /// The services that are there, by their titles.
    public var services: [String]?
    /// The uplink budget outdoors, which adds up to its margin before shadowing.
    public var uplink: Ledger?
    /// The budget that adds up to the level.
    public var budget: Ledger?
    /// The loss with its intermediates and equation numbers.
    public var loss: Ledger?
    /// Azimuth from the mast, degrees.
    public var azimuthDegrees: Double?
    /// Elevation from the antenna to the receiver, degrees.
    public var elevationDegrees: Double?
    /// Distance, m.
    public var distanceMetres: Double?
    /// The masts that were computed, strongest first.
    public var contenders: [Contender]
    /// The part that everything else is about; nil where the band leaves cells whole.
    public var part: Part?
    /// Where the heights of what stands in sight come from; nil for a model that does not ask.
    public var clutterHeights: String?
}
