import MastheadCore
import MastheadRadio

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// How much of an emission counts under one criterion at one station: the same for all sectors with that emission.
///
/// - Co-channel: the channel, where it falls into the received band.
/// - Unwanted: what is emitted beside the channel, where it falls into the received band.
/// - Saturation: the channel, wherever it lies, since the first amplifier is before the receiver's own selectivity.
///
/// Where the criterion has a reference bandwidth, it is laid where most of that power falls into it after the filter. The
/// window is each emission's own, which no single window for all exceeds. A received band narrower than the reference
/// bandwidth is taken as a whole, and nothing is added for its width.
final class EmissionShare: Sendable {
    /// All power of the part that counts, dBm.
    let partDBm: Double
    /// What of it falls into the window, dB.
    let windowDB: Double
    /// What the filter leaves of that, dB, negative.
    let filterDB: Double
    /// The window, Hz.
    let fromHertz: Double
    let toHertz: Double
    /// The part, in words.
    let part: String
    /// What turns dBm received by an isotropic antenna into the criterion's quantity: up to two terms, dB.
    let conversionDB: (Double, Double)

    /// The middle of the window: the frequency at which quantities of the field are told.
    var middleHertz: Double { (fromHertz + toHertz) / 2 }
    /// Power in the window after the filter, dBm.
    var dBm: Double { partDBm + windowDB + filterDB }

    /// The share; nil where nothing of the emission counts.
    init?(_ emission: SpectralDensity, carrier: Frequency, bandwidth: Frequency, reading: StationReading) {
        let isWanted = reading.criterion.interference != .unwanted
        let selected: ReceivedSpectrum.Part = isWanted ? .channel : .beside
        let bare = ReceivedSpectrum(selected, of: emission, carrier: carrier, bandwidth: bandwidth)
        guard let first = bare.segments.first, let last = bare.segments.last else { return nil }
        let range: ClosedRange<Double>
        if reading.criterion.interference == .saturation {
            range = first.fromHertz...last.toHertz
        } else {
            let low = max(reading.band.lowerBound.hertz, first.fromHertz)
            let high = min(reading.band.upperBound.hertz, last.toHertz)
            guard low < high else { return nil }
            range = low...high
        }
        let filtered =
            reading.filter.map {
                ReceivedSpectrum(selected, of: emission, carrier: carrier, bandwidth: bandwidth, filter: $0)
            } ?? bare
        let width = reading.criterion.threshold.referenceBandwidth?.hertz ?? .infinity
        guard let window = filtered.strongestWindow(width: width, in: range), window.milliwatts > 0 else { return nil }
        fromHertz = window.from
        toHertz = window.from + window.width
        let total = 10 * log10(bare.milliwatts())
        let unfiltered = 10 * log10(bare.milliwatts(from: fromHertz, to: toHertz))
        partDBm = total
        windowDB = unfiltered - total
        filterDB = reading.filter == nil ? 0 : 10 * log10(window.milliwatts) - unfiltered
        conversionDB = reading.conversionDB(middleHertz: window.from + window.width / 2)
        part = isWanted ? "power in the channel" : "power of unwanted emissions"
    }
}
