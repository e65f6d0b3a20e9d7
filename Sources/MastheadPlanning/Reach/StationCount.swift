/// Counts base stations by a declared rule.
public enum StationCount {
    /// The number of base stations among `stations`.
    public static func count(_ stations: some Sequence<Station>, by rule: CountingRule) -> Int {
        switch rule {
        case .site: Set(stations.map(\.siteID)).count
        case .station: Set(stations.map(\.id)).count
        case .cell: stations.reduce(0) { $0 + $1.sectors.count }
        case .bandLayer: stations.reduce(0) { $0 + Set($1.sectors.map(\.band)).count }
        }
    }
}
