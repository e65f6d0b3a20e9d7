public import MastheadCore

/// How an antenna's gain depends on direction, in the antenna's own frame: azimuth 0 and elevation 0 on the boresight,
/// azimuth clockwise seen from above, elevation up positive, both in radians.
public protocol AntennaPattern: Sendable {
    /// The name in the catalogue, or of the file it was read from.
    var id: String { get }
    /// Gain at the peak, dBi.
    var peakGainDBi: Double { get }
    /// Whether the gain depends on azimuth, so that an azimuth must be stated.
    var isDirectional: Bool { get }
    /// The text or file that the pattern comes from.
    var citation: Citation { get }
    /// The electrical tilt that the vertical cut contains already, down is positive; zero where the text has none.
    var electricalTilt: Angle { get }
    /// Gain over the isotropic antenna in a direction, dBi. Azimuth −π to π, elevation −π/2 to π/2.
    func gainDBi(azimuthRadians: Double, elevationRadians: Double) -> Double
    /// The largest gain that the antenna ever has in a direction, dBi: more than ``gainDBi(azimuthRadians:elevationRadians:)``
    /// where that is a mean over beams, and the same otherwise.
    func largestGainDBi(azimuthRadians: Double, elevationRadians: Double) -> Double
    /// The elevation at which the vertical cut is read when the beam is tilted electrically by so much more, down is
    /// positive.
    func elevationRadians(_ elevationRadians: Double, tiltedBy tiltRadians: Double) -> Double
}

extension AntennaPattern {
    /// None.
    public var electricalTilt: Angle { Angle(radians: 0) }

    /// The gain itself: the antenna has one beam.
    public func largestGainDBi(azimuthRadians: Double, elevationRadians: Double) -> Double {
        gainDBi(azimuthRadians: azimuthRadians, elevationRadians: elevationRadians)
    }

    /// A shift of the vertical cut that ends at the zenith and the nadir.
    public func elevationRadians(_ elevationRadians: Double, tiltedBy tiltRadians: Double) -> Double {
        max(-.pi / 2, min(.pi / 2, elevationRadians + tiltRadians))
    }
}
