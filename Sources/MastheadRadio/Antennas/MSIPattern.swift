public import MastheadCore

/// An antenna pattern from an MSI (Planet) file: one horizontal and one vertical cut of attenuations.
///
/// In the file, horizontal angles run clockwise from the boresight; vertical angles run from the boresight *downwards*,
/// so that 90 is straight down, 180 the back, and 270 straight up. Between its angles attenuations are interpolated
/// linearly.
///
/// The gain in any direction comes from the two cuts by horizontal projection interpolation: the vertical cut in front
/// counts by how near the direction is to the front, that of the back by how near to the back.
///
///     A(φ, θ) = A_H(φ) + (1 − |φ|/180°) (A_V(θ) − A_H(0)) + |φ|/180° (A_V(180° − θ) − A_V(180°)),  not below 0
///
/// Source: Altair WinProp user guide, "Horizontal Projection Interpolation (HPI) Algorithm", in attenuations. That text
/// subtracts A_H(180°) at the back, and assumes that it is A_V(180°). The cuts of measured files differ there by some
/// decibels, half of which would change the horizontal cut at ±90°; so the vertical cut is taken relative to itself.
public struct MSIPattern: AntennaPattern, Hashable {
    /// Name in the file; empty where it has none.
    public let name: String
    /// Gain at the peak, dBi.
    public let peakGainDBi: Double
    /// The frequencies that the file says it is for; nil where it says none that can be read.
    public let frequencies: ClosedRange<Frequency>?
    /// Attenuation in the horizontal plane, clockwise from the boresight.
    public let horizontal: AntennaCut
    /// Attenuation in the vertical plane, downwards from the boresight.
    public let vertical: AntennaCut
    /// The electrical tilt that the vertical cut contains, down is positive.
    public let electricalTilt: Angle
    /// The file's name, for citations.
    public let source: String

    private let frontDB: Double
    private let backDB: Double

    /// A pattern from two cuts.
    init(
        name: String, peakGainDBi: Double, frequencies: ClosedRange<Frequency>?, horizontal: AntennaCut,
        vertical: AntennaCut, electricalTilt: Angle, source: String
    ) {
        self.name = name
        self.peakGainDBi = peakGainDBi
        self.frequencies = frequencies
        self.horizontal = horizontal
        self.vertical = vertical
        self.electricalTilt = electricalTilt
        self.source = source
        frontDB = horizontal.attenuationDB(atDegrees: 0)
        backDB = vertical.attenuationDB(atDegrees: 180)
    }

    /// The file's name.
    public var id: String { source }
    /// The file.
    public var citation: Citation { Citation("MSI pattern file", source) }
    /// An azimuth must be stated unless the horizontal cut stays within 1 dB, as omnidirectional antennas do.
    public var isDirectional: Bool { horizontal.largestDB - horizontal.smallestDB > 1 }

    /// Whether the file is for a frequency: within its range widened by a tenth, or it states none.
    public func isFor(_ frequency: Frequency) -> Bool {
        guard let frequencies else { return true }
        return frequency.hertz >= 0.9 * frequencies.lowerBound.hertz
            && frequency.hertz <= 1.1 * frequencies.upperBound.hertz
    }

    /// Gain in a direction, dBi.
    public func gainDBi(azimuthRadians: Double, elevationRadians: Double) -> Double {
        let azimuth = azimuthRadians * (180 / .pi)
        let downwards = -elevationRadians * (180 / .pi)
        let weight = min(1, abs(azimuth) / 180)
        let front = vertical.attenuationDB(atDegrees: downwards) - frontDB
        let back = vertical.attenuationDB(atDegrees: 180 - downwards) - backDB
        let loss = horizontal.attenuationDB(atDegrees: azimuth) + (1 - weight) * front + weight * back
        return loss < 0 ? peakGainDBi : peakGainDBi - loss
    }
}
