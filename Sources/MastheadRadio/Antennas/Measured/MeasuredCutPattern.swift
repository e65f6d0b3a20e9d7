public import MastheadCore

/// A measured pattern of two cuts: one around the antenna in azimuth, one around it in elevation.
///
/// Between the angles of a cut the gain in dB is interpolated linearly. Directions outside the cuts come from both as in
/// ``MSIPattern``: the front of the elevation cut counts by how near the direction is to the front, its back by how near
/// to the back.
///
///     g(φ, θ) = g_A(φ) + (1 − |φ|/180°) (g_E(θ) − g_A(0)) + |φ|/180° (g_E(180° − θ) − g_E(180°)),  not above 0
///
/// In front the elevation cut is met as it is; of a tilted beam the azimuth cut is taken to be the one through its peak.
public struct MeasuredCutPattern: AntennaPattern, Hashable {
    /// Gain at the peak, dBi.
    public let peakGainDBi: Double
    /// The tilt that the elevation cut contains, down is positive: where it peaks.
    public let electricalTilt: Angle
    /// The file's name, for citations.
    public let source: String

    private let azimuth: AngleTable
    private let elevation: AngleTable
    private let frontDB: Double
    private let backDB: Double

    /// A pattern from two cuts of gains relative to the peak, dB; the elevation cut counts upwards from the boresight.
    init(peakGainDBi: Double, azimuth: AngleTable, elevation: AngleTable, source: String) {
        self.peakGainDBi = peakGainDBi
        self.azimuth = azimuth
        self.elevation = elevation
        self.source = source
        electricalTilt = Angle(degrees: -elevation.frontPeakDegrees)
        frontDB = azimuth.value(atDegrees: 0)
        backDB = elevation.value(atDegrees: 180)
    }

    /// The file's name.
    public var id: String { source }
    /// The file.
    public var citation: Citation { Citation("measured pattern file", source) }
    /// An azimuth must be stated unless the azimuth cut stays within 1 dB.
    public var isDirectional: Bool { azimuth.largest - azimuth.smallest > 1 }

    /// Gain in a direction, dBi.
    public func gainDBi(azimuthRadians: Double, elevationRadians: Double) -> Double {
        let phi = azimuthRadians * (180 / .pi)
        let theta = elevationRadians * (180 / .pi)
        let weight = min(1, abs(phi) / 180)
        let front = elevation.value(atDegrees: theta) - frontDB
        let back = elevation.value(atDegrees: 180 - theta) - backDB
        let gain = azimuth.value(atDegrees: phi) + (1 - weight) * front + weight * back
        return gain > 0 ? peakGainDBi : peakGainDBi + gain
    }
}
