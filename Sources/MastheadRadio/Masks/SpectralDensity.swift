public import MastheadCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a transmitter emits, by frequency offset from the middle of its channel: pieces of a density in dBm/Hz.
///
/// Where there is no piece, nothing is emitted.
public struct SpectralDensity: Sendable, Hashable {
    /// The pieces by rising offset, dBm/Hz.
    public let segments: [DecibelSegment]

    /// A density from pieces that do not overlap.
    public init(segments: [DecibelSegment]) {
        let sorted = segments.sorted { $0.fromHertz < $1.fromHertz }
        precondition(zip(sorted, sorted.dropFirst()).allSatisfy { $0.toHertz <= $1.fromHertz }, "pieces overlap")
        self.segments = sorted
    }

    /// A level density over a channel, and nothing beside it.
    ///
    /// - Throws: `outside-validity` for a bandwidth or a power that is none.
    public init(rectangular power: PowerLevel, bandwidth: Frequency) throws(MastheadError) {
        try Self.powerRange.require(power)
        try Self.bandwidthRange.require(bandwidth)
        self.init(segments: [Self.channel(power, bandwidth)])
    }

    /// A channel that is level inside and just meets a mask beside it.
    ///
    /// - Parameters:
    ///   - power: Power in the channel.
    ///   - bandwidth: Width of the channel, whose edges the mask counts from.
    ///   - mask: Unwanted emissions on both sides.
    ///   - reach: The offset from the channel's edge at which the mask is left; nil for its end. For a channel at the
    ///     edge of a band, Δf_OBUE of the band.
    ///   - spurious: Emissions from there on; nil for none.
    ///   - carrier: The middle of the channel, which spurious limits need.
    /// - Throws: `outside-validity` for a bandwidth or a power that is none, and a reach beyond the mask's end.
    public init(
        power: PowerLevel, bandwidth: Frequency, mask: EmissionMask, reach: Frequency? = nil,
        spurious: (mask: SpuriousMask, carrier: Frequency)? = nil
    ) throws(MastheadError) {
        try Self.powerRange.require(power)
        try Self.bandwidthRange.require(bandwidth)
        let reach = reach ?? mask.end
        guard reach.hertz > 0, reach <= mask.end else {
            throw MastheadError(
                .outsideValidity, "the mask \(mask.id) ends at \(mask.end), and is asked for up to \(reach)",
                remedy: "Use a reach above 0 MHz and up to \(mask.end).")
        }
        let half = bandwidth.hertz / 2
        var beside: [DecibelSegment] = []
        for segment in mask.segments where segment.from < reach {
            let density = -10 * log10(segment.measurementBandwidth.hertz)
            let whole = DecibelSegment(
                fromHertz: half + segment.from.hertz, toHertz: half + segment.to.hertz,
                fromDB: segment.fromLevel.dBm + density, toDB: segment.toLevel.dBm + density)
            let end = min(whole.toHertz, half + reach.hertz)
            beside.append(
                DecibelSegment(
                    fromHertz: whole.fromHertz, toHertz: end, fromDB: whole.fromDB,
                    toDB: whole.levelDB(atHertz: end)))
        }
        var far: [DecibelSegment] = []
        if let spurious {
            far = Self.spurious(spurious.mask, carrier: spurious.carrier, beyond: half + reach.hertz)
        }
        self.init(segments: beside.map(\.mirrored) + [Self.channel(power, bandwidth)] + beside + far)
    }

    /// Powers that are some.
    public static let powerRange = ValidRange(
        PowerLevel(dBm: -200)...PowerLevel(dBm: 150), of: "power", by: Citation("what transmitters have"))
    /// Bandwidths that are some.
    public static let bandwidthRange = ValidRange(
        Frequency(hertz: 1)...Frequency(gigahertz: 10), of: "bandwidth", by: Citation("what channels have"))

    private static func channel(_ power: PowerLevel, _ bandwidth: Frequency) -> DecibelSegment {
        let density = power.dBm - 10 * log10(bandwidth.hertz)
        return DecibelSegment(
            fromHertz: -bandwidth.hertz / 2, toHertz: bandwidth.hertz / 2, fromDB: density, toDB: density)
    }

    /// The spurious limits on both sides of what is nearer to the carrier, by offset from it.
    private static func spurious(_ mask: SpuriousMask, carrier: Frequency, beyond: Double) -> [DecibelSegment] {
        var pieces: [DecibelSegment] = []
        for range in mask.ranges {
            let density = range.level.dBm - 10 * log10(range.measurementBandwidth.hertz)
            let (from, to) = (range.from.hertz - carrier.hertz, range.to.hertz - carrier.hertz)
            for (low, high) in [(from, min(to, -beyond)), (max(from, beyond), to)] where low < high {
                pieces.append(DecibelSegment(fromHertz: low, toHertz: high, fromDB: density, toDB: density))
            }
        }
        return pieces
    }

    /// All power that is emitted.
    public var totalPower: PowerLevel {
        var milliwatts = 0.0
        for piece in segments {
            milliwatts += DecibelSegment.power(
                width: piece.toHertz - piece.fromHertz, fromDB: piece.fromDB, toDB: piece.toDB)
        }
        return PowerLevel(dBm: 10 * log10(milliwatts))
    }
}
