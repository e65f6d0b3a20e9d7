public import MastheadCore

/// A pattern measured over the whole sphere: a gain for each azimuth at each elevation.
///
/// Between the angles the gain in dB is interpolated linearly, first in azimuth, then in elevation.
public struct MeasuredSpherePattern: AntennaPattern, Hashable {
    /// Gain at the peak, dBi.
    public let peakGainDBi: Double
    /// The tilt that the pattern contains, down is positive: where it peaks in the vertical plane of the boresight.
    public let electricalTilt: Angle
    /// The file's name, for citations.
    public let source: String
    /// An azimuth must be stated unless the gain stays within 1 dB around the elevation of the peak.
    public let isDirectional: Bool

    /// Elevations, degrees, rising from −90 to 90.
    private let elevations: [Double]
    /// The gains around the antenna at each elevation, relative to the peak, dB; all have the same azimuths.
    private let rows: [AngleTable]

    /// A pattern from its rows.
    init(peakGainDBi: Double, elevations: [Double], rows: [AngleTable], source: String) {
        precondition(elevations.count == rows.count && rows.count > 1, "one row for each elevation")
        self.peakGainDBi = peakGainDBi
        self.elevations = elevations
        self.rows = rows
        self.source = source
        let plane = rows.map { $0.value(atDegrees: 0) }
        let peak = plane.max() ?? 0
        let peaks = zip(elevations, plane).filter { $0.1 == peak }.map(\.0)
        electricalTilt = Angle(degrees: -((peaks.first ?? 0) + (peaks.last ?? 0)) / 2)
        let strongest = rows.max { $0.largest < $1.largest }
        isDirectional = strongest.map { $0.largest - $0.smallest > 1 } ?? false
    }

    /// The file's name.
    public var id: String { source }
    /// The file.
    public var citation: Citation { Citation("measured pattern file", source) }

    /// Gain in a direction, dBi.
    public func gainDBi(azimuthRadians: Double, elevationRadians: Double) -> Double {
        guard elevationRadians.isFinite, azimuthRadians.isFinite else { return .nan }
        let theta = max(-90, min(90, elevationRadians * (180 / .pi)))
        var upper = 1
        while upper < elevations.count - 1, elevations[upper] < theta { upper += 1 }
        let share = (theta - elevations[upper - 1]) / (elevations[upper] - elevations[upper - 1])
        let phi = azimuthRadians * (180 / .pi)
        return peakGainDBi + rows[upper - 1].value(atDegrees: phi) * (1 - share)
            + rows[upper].value(atDegrees: phi) * share
    }
}
