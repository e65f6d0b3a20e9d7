public import MastheadCore

/// What a band's link needs beyond the level: noise, load, interference and the way back, each value cited.
public struct LinkTemplate: Sendable, Hashable {
    /// Share of its resource elements that a neighbouring sector fills.
    public var load: Cited<Share>
    /// In how many parts the band is reused: 1 where every sector uses all of it.
    public var reuse: Cited<Int>
    /// Noise figure of the terminal.
    public var noiseFigure: Cited<Decibels>
    /// SS-SINR that the terminal needs.
    public var leastSINR: Cited<Decibels>
    /// Share of time for the downlink: 100 % where uplink and downlink have bands of their own.
    public var downlinkShare: Cited<Share>
    /// Share of resource elements that carry no user data.
    public var overhead: Cited<Share>
    /// Spatial layers of the downlink.
    public var layers: Cited<Int>
    /// Power of the terminal.
    public var terminalPower: Cited<PowerLevel>
    /// Resource blocks that the terminal spreads its power over at the edge.
    public var uplinkBlocks: Cited<Int>
    /// Noise figure of the base station.
    public var baseNoiseFigure: Cited<Decibels>
    /// SINR that the base station needs for the bit rate at the edge.
    public var uplinkSINR: Cited<Decibels>

    /// A link by its values.
    public init(
        load: Cited<Share>, reuse: Cited<Int>, noiseFigure: Cited<Decibels>, leastSINR: Cited<Decibels>,
        downlinkShare: Cited<Share>, overhead: Cited<Share>, layers: Cited<Int>, terminalPower: Cited<PowerLevel>,
        uplinkBlocks: Cited<Int>, baseNoiseFigure: Cited<Decibels>, uplinkSINR: Cited<Decibels>
    ) {
        self.load = load
        self.reuse = reuse
        self.noiseFigure = noiseFigure
        self.leastSINR = leastSINR
        self.downlinkShare = downlinkShare
        self.overhead = overhead
        self.layers = layers
        self.terminalPower = terminalPower
        self.uplinkBlocks = uplinkBlocks
        self.baseNoiseFigure = baseNoiseFigure
        self.uplinkSINR = uplinkSINR
    }
}
