public import MastheadCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What one sector radiates in one band.
///
/// The conducted power is shared evenly by all resource elements of the carrier, and the synchronization signal has the
/// same power per element as the rest: an assumption, since base stations may boost it by a few decibels.
public struct SectorTransmitter: Sendable {
    /// The downlink carrier.
    public let carrier: Carrier
    /// Conducted power of the whole carrier, all antenna ports together.
    public let power: PowerLevel
    /// Loss between transmitter and antenna.
    public let feederLoss: Decibels
    /// The antenna with its mounting.
    public let antenna: MountedAntenna
    /// Height of the antenna above the ground.
    public let height: Length

    /// A transmitter.
    public init(
        carrier: Carrier, power: PowerLevel, feederLoss: Decibels, antenna: MountedAntenna, height: Length
    ) {
        self.carrier = carrier
        self.power = power
        self.feederLoss = feederLoss
        self.antenna = antenna
        self.height = height
    }

    /// EIRP of the whole carrier at the pattern's peak.
    public var eirp: PowerLevel { power - feederLoss + Decibels(antenna.pattern.peakGainDBi) }

    /// The part of one resource element in the carrier's power, dB, negative.
    ///
    ///     −10 log₁₀(12 N_RB)
    public var resourceElementShareDB: Double { -10 * log10(Double(carrier.subcarriers)) }

    /// Power of one resource element at the antenna's input, dBm.
    public var resourceElementPowerDBm: Double { power.dBm + resourceElementShareDB - feederLoss.value }

    /// The link budget towards a receiver: terms that add up to its SS-RSRP.
    ///
    ///     SS-RSRP = P − 10 log₁₀(12 N_RB) − L_feeder + G(φ, θ) − L_b − L_penetration
    ///
    /// - Parameters:
    ///   - azimuthRadians: Direction at the antenna, clockwise from north.
    ///   - elevationRadians: Direction at the antenna, above the horizontal.
    ///   - lossDB: Basic transmission loss.
    ///   - penetration: Loss between the street and the receiver; nil for a level outdoors, which has no such term.
    public func budget(
        azimuthRadians: Double, elevationRadians: Double, lossDB: Double, penetration: Decibels? = nil
    ) -> Ledger {
        let gain = antenna.gainDBi(azimuthRadians: azimuthRadians, elevationRadians: elevationRadians)
        let peak = antenna.pattern.peakGainDBi
        var ledger = Ledger("SS-RSRP", unit: "dBm")
        ledger.add("conducted power of the carrier", power.dBm)
        ledger.add(
            "share of one resource element of \(carrier.subcarriers)", resourceElementShareDB, unit: "dB",
            symbol: "−10 log₁₀(12 N_RB)", from: Citation("3GPP TS 38.215", "§5.1.1"))
        ledger.add("feeder loss", -feederLoss.value, unit: "dB")
        ledger.add("antenna gain at the peak", peak, unit: "dBi", from: antenna.pattern.citation)
        ledger.add("antenna pattern in this direction", gain - peak, unit: "dB", from: antenna.pattern.citation)
        ledger.add("basic transmission loss", -lossDB, unit: "dB", symbol: "Lb")
        if let penetration { ledger.add("penetration loss", -penetration.value, unit: "dB") }
        ledger.detail("direction from the boresight", Self.turn(azimuthRadians - antenna.azimuth.radians), unit: "deg")
        ledger.detail("elevation of the receiver", elevationRadians * 180 / .pi, unit: "deg")
        ledger.detail(
            "tilt, down is positive", antenna.mechanicalTilt.degrees + antenna.electricalTilt.degrees, unit: "deg")
        return ledger
    }

    /// An angle as degrees between −180 and 180.
    private static func turn(_ radians: Double) -> Double {
        let degrees = radians * 180 / .pi
        return degrees - 360 * (degrees / 360).rounded()
    }
}
