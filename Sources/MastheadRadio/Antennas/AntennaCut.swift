/// Attenuations around a full circle at equal steps, interpolated linearly between them.
public struct AntennaCut: Sendable, Hashable {
    /// Attenuation below the peak of the antenna at 0°, one step, two steps …, dB.
    public let attenuationsDB: [Double]

    private let stepsPerDegree: Double

    /// A cut of at least two attenuations around the circle.
    init(attenuationsDB: [Double]) {
        precondition(attenuationsDB.count > 1, "a cut has attenuations")
        self.attenuationsDB = attenuationsDB
        stepsPerDegree = Double(attenuationsDB.count) / 360
    }

    /// The angle between two attenuations, degrees.
    public var stepDegrees: Double { 1 / stepsPerDegree }

    /// The smallest attenuation, dB.
    var smallestDB: Double { attenuationsDB.min() ?? 0 }
    /// The largest attenuation, dB.
    var largestDB: Double { attenuationsDB.max() ?? 0 }

    /// The attenuation at an angle, dB.
    func attenuationDB(atDegrees degrees: Double) -> Double {
        // A direction that is not a number has no attenuation that is one; it must not end the process.
        guard degrees.isFinite else { return .nan }
        let steps = (degrees - 360 * (degrees / 360).rounded(.down)) * stepsPerDegree
        let count = attenuationsDB.count
        let lower = min(count - 1, Int(steps))
        let part = steps - Double(lower)
        let upper = lower + 1 < count ? lower + 1 : 0
        return attenuationsDB[lower] * (1 - part) + attenuationsDB[upper] * part
    }

    /// The direction of the peak within 90° of 0°, degrees: the middle of the smallest attenuations there.
    var frontPeakDegrees: Double {
        let quarter = attenuationsDB.count / 4
        let front = (-quarter...quarter).map { step in
            (step, attenuationsDB[step < 0 ? step + attenuationsDB.count : step])
        }
        let smallest = front.map(\.1).min() ?? 0
        let peaks = front.filter { $0.1 == smallest }.map(\.0)
        return Double((peaks.first ?? 0) + (peaks.last ?? 0)) / 2 * stepDegrees
    }
}
