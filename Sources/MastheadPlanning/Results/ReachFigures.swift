public import MastheadGeo

/// What is served of one route, whole or within one region.
public struct RouteLengths: Sendable, Codable, Equatable {
    /// Length in the open, mm.
    public var openMillimetres: Int64 = 0
    /// Length in tunnels and otherwise underground, mm: it needs systems of its own.
    public var undergroundMillimetres: Int64 = 0
    /// Served length in the open, mm: one value for each kind of service in each band, then one for each in any band.
    public var servedMillimetres: [Int64]

    /// No length yet.
    public init(columns: Int) { servedMillimetres = Array(repeating: 0, count: columns) }

    /// All of it.
    public var totalMillimetres: Int64 { openMillimetres + undergroundMillimetres }

    /// Share of the length in the open that is served; nil for a route that is underground all along.
    public func share(_ column: Int) -> Double? {
        openMillimetres > 0 ? Double(servedMillimetres[column]) / Double(openMillimetres) : nil
    }

    /// Whether the share reaches so many parts in a million, in whole numbers; nil for a route that is underground.
    public func isCovered(_ column: Int, atMillionths limit: Int) -> Bool? {
        guard openMillimetres > 0 else { return nil }
        let served = servedMillimetres[column].multipliedFullWidth(by: 1_000_000)
        let needed = openMillimetres.multipliedFullWidth(by: Int64(limit))
        return (served.high, served.low) >= (needed.high, needed.low)
    }

    /// Adds another part.
    mutating func add(_ other: RouteLengths) {
        openMillimetres += other.openMillimetres
        undergroundMillimetres += other.undergroundMillimetres
        for column in servedMillimetres.indices { servedMillimetres[column] += other.servedMillimetres[column] }
    }
}

/// A route and what of it is served.
public struct RouteFigures: Sendable, Codable, Equatable {
    /// The part of a route that lies in one region.
    public struct Part: Sendable, Codable, Equatable {
        /// Index of the region.
        public var region: Int
        /// Its lengths.
        public var lengths: RouteLengths
    }

    /// Identifier, name and kind.
    public var label: FeatureLabel
    /// When it counts.
    public var rule: ReachRule
    /// Length outside all regions, mm; in no share.
    public var outsideMillimetres: Int64
    /// All of it within regions.
    public var lengths: RouteLengths
    /// Its parts by region, in the order of the regions.
    public var parts: [Part]
}

/// A place and what of it is served.
public struct PlaceFigures: Sendable, Codable, Equatable {
    /// Identifier, name and kind.
    public var label: FeatureLabel
    /// When it counts.
    public var rule: ReachRule
    /// Index of the region of the point that stands for it.
    public var region: Int
    /// Key points in the open.
    public var openPoints: Int
    /// Key points underground: they need systems of their own.
    public var undergroundPoints: Int
    /// Key points outside all regions; they are not judged.
    public var outsidePoints: Int
    /// Served key points, in the columns of routes.
    public var servedPoints: [Int]

    /// Whether all key points in the open are served; nil for a place that is underground.
    public func isCovered(_ column: Int) -> Bool? {
        openPoints > 0 ? servedPoints[column] == openPoints : nil
    }
}

/// Reach of routes and places of a run.
public struct ReachFigures: Sendable, Codable, Equatable {
    /// The kinds of service.
    public var kinds: [ServiceKind]
    /// The bands' names.
    public var bands: [String]
    /// The routes.
    public var routes: [RouteFigures]
    /// The places.
    public var places: [PlaceFigures]

    /// The columns of all counts: the kind of service, and the band or nil for any band.
    public var columns: [(kind: Int, band: Int?)] {
        (bands.indices.map(Optional.some) + [nil]).flatMap { band in kinds.indices.map { ($0, band) } }
    }

    /// Whether a column is the one that counts for a rule: its service, in any band or in a band of its own.
    public func counts(_ column: (kind: Int, band: Int?), for rule: ReachRule) -> Bool {
        column.kind == rule.service && column.band.map { rule.bands[$0] } ?? true
    }
}
