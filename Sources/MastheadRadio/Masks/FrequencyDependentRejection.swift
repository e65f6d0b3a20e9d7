public import MastheadCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a receiver rejects of an emission, by its selectivity and the frequency between the two.
///
///     FDR(Δf) = 10 log₁₀( ∫ P(f) df / ∫ P(f) |H(f + Δf)|² df )
///             = OTR + OFR(Δf),   OTR = FDR(0)
///
/// P is the emitter's density, H the receiver's response, Δf the emitter's frequency less the receiver's. Both curves
/// are linear in decibels between points, so that the integrals are sums of closed forms, exact but for rounding.
///
/// Source: Recommendation ITU-R SM.337-6, Annex 1.
public struct FrequencyDependentRejection: Sendable, Hashable {
    /// OTR: what is rejected because the emission is wider than the receiver, both on one frequency.
    public let onTune: Decibels
    /// OFR: what is rejected because the emitter is off the receiver's frequency; negative where the emission is
    /// stronger there than on its own frequency.
    public let offFrequency: Decibels

    /// FDR: both together.
    public var total: Decibels { Decibels(onTune.value + offFrequency.value) }

    /// The rejection of an emission.
    ///
    /// - Parameter offset: Δf: the emitter's frequency less the receiver's; may be negative.
    public init(of emission: SpectralDensity, by receiver: SelectivityMask, offset: Frequency) {
        let response = receiver.segments
        let emitted = emission.totalPower.dBm
        onTune = Decibels(emitted - Self.receivedDBm(emission, response, offset: 0))
        offFrequency = Decibels(emitted - Self.receivedDBm(emission, response, offset: offset.hertz) - onTune.value)
    }

    /// 10 log₁₀ ∫ P(f) |H(f + Δf)|² df, dBm.
    private static func receivedDBm(_ emission: SpectralDensity, _ response: [DecibelSegment], offset: Double)
        -> Double
    {
        var milliwatts = 0.0
        for piece in emission.segments {
            for filter in response {
                let from = max(piece.fromHertz, filter.fromHertz - offset)
                let to = min(piece.toHertz, filter.toHertz - offset)
                guard from < to else { continue }
                milliwatts += DecibelSegment.power(
                    width: to - from,
                    fromDB: piece.levelDB(atHertz: from) + filter.levelDB(atHertz: from + offset),
                    toDB: piece.levelDB(atHertz: to) + filter.levelDB(atHertz: to + offset))
            }
        }
        return 10 * log10(milliwatts)
    }
}
