public import MastheadCore

/// How an antenna's gain depends on direction, in the antenna's own frame: azimuth 0 and elevation 0 on the boresight,
/// azimuth clockwise seen from above, elevation up positive, both in radians.
public protocol AntennaPattern: Sendable {
    /// Gain at the peak, dBi.
    var peakGainDBi: Double { get }
    /// Whether the gain depends on azimuth, so that an azimuth must be stated.
    var isDirectional: Bool { get }
    /// The text or file that the pattern comes from.
    var citation: Citation { get }
    /// Gain in a direction, dBi. Azimuth −π to π, elevation −π/2 to π/2 and as far beyond as an electrical tilt shifts it.
    func gainDBi(azimuthRadians: Double, elevationRadians: Double) -> Double
}
