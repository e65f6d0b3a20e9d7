import MastheadRadio

/// Counts base stations by a declared rule.
public enum StationCount {
    /// Sectors times carriers; bands of a job that share a carrier, such as outdoors and indoors, are one radio.
    private static func cells(_ station: Station) -> Int {
        carriers(station).reduce(0) { sum, carrier in
            let band = station.sectors.first { $0.transmitter.carrier == carrier }?.band
            return sum + station.sectors.count { $0.band == band }
        }
    }

    private static func carriers(_ station: Station) -> Set<Carrier> {
        Set(station.sectors.map(\.transmitter.carrier))
    }

    /// The number of base stations among `stations`.
    public static func count(_ stations: some Sequence<Station>, by rule: CountingRule) -> Int {
        switch rule {
        case .site: Set(stations.map(\.siteID)).count
        case .station: Set(stations.map(\.id)).count
        case .cell: stations.reduce(0) { $0 + cells($1) }
        case .bandLayer: stations.reduce(0) { $0 + carriers($1).count }
        }
    }
}
