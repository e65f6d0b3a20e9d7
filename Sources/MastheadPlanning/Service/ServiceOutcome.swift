/// What keeps a band's service outdoors away from a place.
public enum ServiceLimit: UInt8, Sendable, Codable, CaseIterable {
    /// Nothing: it is served.
    case none = 0
    /// The level is too low.
    case level = 1
    /// Other sectors are too strong.
    case interference = 2
    /// The terminal is too weak for the way back.
    case uplink = 3

    /// In words.
    public var meaning: String {
        switch self {
        case .none: "served outdoors"
        case .level: "level too low"
        case .interference: "interference too high"
        case .uplink: "uplink too weak"
        }
    }
}

/// What a band gives at a place.
public struct ServiceOutcome: Sendable, Equatable {
    /// Bit i tells whether kind i of the run is served.
    public var served: UInt8
    /// Whether the band's own criterion is met.
    public var isCovered: Bool
    /// Probability with which it is met.
    public var probability: Double
    /// What keeps the service outdoors away: the largest shortfall.
    public var limit: ServiceLimit
}
