public import MastheadCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The way back from a terminal: what it radiates, and what the base station needs.
public struct UplinkTerms: Sendable, Hashable {
    /// Power of the terminal; its antenna has 0 dBi.
    public let terminalPower: PowerLevel
    /// Resource blocks that the terminal spreads its power over.
    public let blocks: Int
    /// Noise figure of the base station.
    public let noiseFigure: Decibels
    /// SINR that the base station needs.
    public let sinr: Decibels
    /// Loss between antenna and receiver.
    public let feederLoss: Decibels
    /// Spacing of the subcarriers.
    public let subcarrierSpacing: Frequency

    /// Power of the terminal in a resource element, dBm.
    public var resourceElementDBm: Double { terminalPower.dBm - 10 * log10(Double(12 * blocks)) }

    /// Noise of the base station in a resource element, dBm.
    public var noiseDBm: Double { ThermalNoise.dBm(in: subcarrierSpacing) + noiseFigure.value }

    /// SNR at the base station, dB. The path loses, and the antenna gains, what they do in the downlink.
    ///
    /// - Parameter couplingDB: Antenna gain less path loss, dB: what arrives at the terminal less what enters the antenna.
    public func snrDB(couplingDB: Double) -> Double {
        resourceElementDBm + couplingDB - feederLoss.value - noiseDBm
    }

    /// The budget as terms that add up to the margin over what the base station needs, dB.
    public func budget(couplingDB: Double, penetration: Decibels? = nil) -> Ledger {
        var ledger = Ledger("uplink margin", unit: "dB")
        ledger.add("power of the terminal", terminalPower.dBm, unit: "dBm")
        ledger.add(
            "share of one resource element of \(12 * blocks)", -10 * log10(Double(12 * blocks)), unit: "dB",
            symbol: "−10 log₁₀(12 N_RB)")
        ledger.add("antenna gain less basic transmission loss, as in the downlink", couplingDB, unit: "dB")
        ledger.add("feeder loss", -feederLoss.value, unit: "dB")
        if let penetration { ledger.add("penetration loss", -penetration.value, unit: "dB") }
        ledger.add(
            "thermal noise in a resource element", -ThermalNoise.dBm(in: subcarrierSpacing), unit: "dBm",
            symbol: "−k T₀ B")
        ledger.add("noise figure of the base station", -noiseFigure.value, unit: "dB")
        ledger.add("SINR that is needed", -sinr.value, unit: "dB")
        return ledger
    }
}
