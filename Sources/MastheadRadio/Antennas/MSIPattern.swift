public import MastheadCore

/// An antenna pattern from an MSI (Planet) file: one horizontal and one vertical cut, each with 360 attenuations.
///
/// In the file, horizontal angles run clockwise from the boresight; vertical angles run from the boresight *downwards*,
/// so that 90 is straight down and 270 straight up. Between whole degrees attenuations are interpolated linearly.
///
/// The gain in any direction comes from the two cuts by cross-weighting (Gil, Claro, Ferreira, Pardelinha and Correia,
/// "A 3D interpolation method for base-station-antenna radiation patterns", IEEE Antennas Propag. Mag. 43(2), 2001): the
/// vertical cut in front counts by how near the direction is to the front, that of the back by how near to the back.
///
///     A(φ, θ) = A_H(φ) + (1 − |φ|/180°) A_V(θ) + |φ|/180° (A_V(180° − θ) − A_V(180°))
///
/// The back of the vertical cut is taken relative to its own value at 180°, where the two cuts of measured files differ:
/// behind the antenna, at the horizon, the gain is that of the horizontal cut. Where A goes below 0 the gain is the peak's.
public struct MSIPattern: AntennaPattern, Hashable {
    /// Name in the file; empty where it has none.
    public let name: String
    /// Gain at the peak, dBi.
    public let peakGainDBi: Double
    /// The frequency that the file states, MHz; nil where it states none.
    public let frequencyMegahertz: Double?
    /// Attenuation in the horizontal plane by whole degrees clockwise from the boresight, dB.
    public let horizontalDB: [Double]
    /// Attenuation in the vertical plane by whole degrees downwards from the boresight, dB.
    public let verticalDB: [Double]
    /// The file's name, for citations.
    public let source: String

    /// A pattern from two cuts of 360 attenuations.
    init(
        name: String, peakGainDBi: Double, frequencyMegahertz: Double?, horizontalDB: [Double], verticalDB: [Double],
        source: String
    ) {
        precondition(horizontalDB.count == 360 && verticalDB.count == 360, "one attenuation for each degree")
        self.name = name
        self.peakGainDBi = peakGainDBi
        self.frequencyMegahertz = frequencyMegahertz
        self.horizontalDB = horizontalDB
        self.verticalDB = verticalDB
        self.source = source
    }

    /// An azimuth must be stated.
    public var isDirectional: Bool { true }
    /// The file.
    public var citation: Citation { Citation("MSI pattern file", source) }

    /// Gain in a direction, dBi.
    public func gainDBi(azimuthRadians: Double, elevationRadians: Double) -> Double {
        let azimuth = azimuthRadians * (180 / .pi)
        let downwards = -elevationRadians * (180 / .pi)
        let weight = min(1, abs(azimuth) / 180)
        let front = Self.attenuation(verticalDB, at: downwards)
        let back = Self.attenuation(verticalDB, at: 180 - downwards) - verticalDB[180]
        let loss = Self.attenuation(horizontalDB, at: azimuth) + (1 - weight) * front + weight * back
        return loss < 0 ? peakGainDBi : peakGainDBi - loss
    }

    private static func attenuation(_ cut: [Double], at degrees: Double) -> Double {
        // A direction that is not a number has no gain that is one; it must not end the process.
        guard degrees.isFinite else { return .nan }
        let turned = degrees - 360 * (degrees / 360).rounded(.down)
        let lower = min(359, Int(turned))
        let part = turned - Double(lower)
        return cut[lower] * (1 - part) + cut[(lower + 1) % 360] * part
    }
}
