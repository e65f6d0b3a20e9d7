public import MastheadCore

/// The effective height of a base antenna: its height above the mean ground some way out along the path.
///
/// Hata's formula takes the mean between 3 km and 15 km, as Okumura did. A shorter path has no such stretch; there it is
/// from a fifth of the path to its end, as Recommendation ITU-R P.1546-6, Annex 5, §3 has it for the same quantity. The two
/// agree at 15 km. Over flat ground it is the antenna's height above the ground.
public struct HataHeight: Sendable, Equatable {
    /// Where the stretch begins, km from the base.
    public let startKilometres: Double
    /// Where the stretch ends, km from the base.
    public let endKilometres: Double
    /// Mean altitude of the ground over the stretch, m.
    public let meanGroundMetres: Double
    /// Altitude of the antenna above that mean, m; below zero for a base in a hollow.
    public let effectiveMetres: Double

    /// The text for paths shorter than 15 km.
    public static let citation = Citation("Recommendation ITU-R P.1546-6", "Annex 5, §3")

    /// The effective height of the antenna at the first point of a profile.
    ///
    /// - Parameter antennaMetres: Height of the antenna above the ground, m.
    public init(over profile: PathProfile, antennaMetres: Double) {
        let distances = profile.distanceKilometres
        let grounds = profile.groundMetres
        // Ground counts from that of the base, so that a flat path has exactly the antenna's height.
        let base = grounds[0]
        self.init(
            lengthKilometres: profile.lengthKilometres, baseGroundMetres: base, antennaMetres: antennaMetres
        ) { start, end in
            var area = 0.0
            for index in 1..<profile.count {
                let (near, far) = (distances[index - 1], distances[index])
                let (from, to) = (max(near, start), min(far, end))
                guard from < to else { continue }
                let (low, high) = (grounds[index - 1] - base, grounds[index] - base)
                let slope = (high - low) / (far - near)
                // The ground between two points is a straight line, whose mean is that of its middle.
                area += (to - from) * (low + slope * ((from + to) / 2 - near))
            }
            return area / (end - start)
        }
    }

    /// The effective height over ground whose mean over a stretch is known.
    ///
    /// - Parameter meanRise: How much higher the ground between two distances in km lies than the base's in the mean, m.
    init(
        lengthKilometres length: Double, baseGroundMetres: Double, antennaMetres: Double,
        meanRise: (Double, Double) -> Double
    ) {
        startKilometres = min(3, 0.2 * length)
        endKilometres = min(15, length)
        let rise = meanRise(startKilometres, endKilometres)
        meanGroundMetres = baseGroundMetres + rise
        effectiveMetres = antennaMetres - rise
    }
}
