public import MastheadCore

/// Values of a band's link that a job states itself; nil keeps the template's.
public struct LinkOverrides: Sendable {
    /// Share of its resource elements that a neighbouring sector fills.
    public let load: Entry<Share>?
    /// In how many parts the band is reused.
    public let reuse: Entry<Int>?
    /// Noise figure of the terminal.
    public let noiseFigure: Entry<Decibels>?
    /// SS-SINR that the terminal needs.
    public let leastSINR: Entry<Decibels>?
    /// Share of time for the downlink.
    public let downlinkShare: Entry<Share>?
    /// Share of resource elements that carry no user data.
    public let overhead: Entry<Share>?
    /// Spatial layers of the downlink.
    public let layers: Entry<Int>?
    /// Power of the terminal.
    public let terminalPower: Entry<PowerLevel>?
    /// Resource blocks that the terminal spreads its power over at the edge.
    public let uplinkBlocks: Entry<Int>?
    /// Noise figure of the base station.
    public let baseNoiseFigure: Entry<Decibels>?
    /// SINR that the base station needs for the bit rate at the edge.
    public let uplinkSINR: Entry<Decibels>?
}

extension LinkOverrides {
    private static func key<Value>(
        _ name: String, _ kind: ValueKind<Value>, example: String, _ doc: String
    ) -> Key<Value> {
        Key(name, kind, .optional("the template's"), example: example, doc)
    }

    static let loadKey = key(
        "load", ValueKind.quantity(Share(percent: 0)...Share(percent: 100)), example: "50 %",
        "Share of its resource elements that a neighbouring sector fills, for interference.")
    static let reuseKey = key(
        "reuse", ValueKind.integer(1...4), example: "1",
        "In how many parts the band is reused; the sectors of a station take turns.")
    static let noiseFigureKey = key(
        "noise-figure", ValueKind.quantity(Decibels(0)...Decibels(20)), example: "7 dB", "Noise figure of the terminal."
    )
    static let leastSINRKey = key(
        "least-sinr", ValueKind.quantity(Decibels(-20)...Decibels(30)), example: "-6 dB",
        "SS-SINR that the terminal needs.")
    static let downlinkShareKey = key(
        "downlink-share", ValueKind.quantity(Share(percent: 1)...Share(percent: 100)), example: "75 %",
        "Share of time for the downlink; 100 % where the uplink has a band of its own.")
    static let overheadKey = key(
        "overhead", ValueKind.quantity(Share(percent: 0)...Share(percent: 60)), example: "14 %",
        "Share of resource elements that carry no user data.")
    static let layersKey = key(
        "layers", ValueKind.integer(1...8), example: "2", "Spatial layers of the downlink.")
    static let terminalPowerKey = key(
        "terminal-power", ValueKind.quantity(PowerLevel(dBm: 0)...PowerLevel(dBm: 40)), example: "23 dBm",
        "Power of the terminal.")
    static let uplinkBlocksKey = key(
        "uplink-blocks", ValueKind.integer(1...275), example: "5",
        "Resource blocks that the terminal spreads its power over at the edge of coverage.")
    static let baseNoiseFigureKey = key(
        "base-noise-figure", ValueKind.quantity(Decibels(0)...Decibels(20)), example: "5 dB",
        "Noise figure of the base station.")
    static let uplinkSINRKey = key(
        "uplink-sinr", ValueKind.quantity(Decibels(-20)...Decibels(30)), example: "-3 dB",
        "SINR that the base station needs for the bit rate at the edge of coverage.")

    static let group = KeyGroup(
        "bands.link", "Noise, load, interference and the way back.",
        [
            loadKey.description, reuseKey.description, noiseFigureKey.description, leastSINRKey.description,
            downlinkShareKey.description, overheadKey.description, layersKey.description,
            terminalPowerKey.description, uplinkBlocksKey.description, baseNoiseFigureKey.description,
            uplinkSINRKey.description,
        ]
    ) { reader -> LinkOverrides? in
        LinkOverrides(
            load: reader[loadKey], reuse: reader[reuseKey], noiseFigure: reader[noiseFigureKey],
            leastSINR: reader[leastSINRKey], downlinkShare: reader[downlinkShareKey], overhead: reader[overheadKey],
            layers: reader[layersKey], terminalPower: reader[terminalPowerKey], uplinkBlocks: reader[uplinkBlocksKey],
            baseNoiseFigure: reader[baseNoiseFigureKey], uplinkSINR: reader[uplinkSINRKey])
    }
}
