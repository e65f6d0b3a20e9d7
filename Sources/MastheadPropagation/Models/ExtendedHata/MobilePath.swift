/// A profile of equal steps read from the mobile, the last point, to the base station, the first point.
struct MobilePath {
    private let ground: [Double]
    /// Number of steps.
    let intervals: Int
    /// Length of a step, m.
    let spacingMetres: Double
    /// Length of the path as the steps give it, m.
    let rawLengthMetres: Double
    /// Length of the path as the corrections use it, m.
    let lengthMetres: Double

    /// - Parameter roundsLength: Whether a length within 10 µm of a whole metre is taken as that, so that rounding of
    ///   the step does not move a path over a limit.
    init(_ profile: PathProfile, roundsLength: Bool) {
        ground = profile.groundMetres
        intervals = profile.count - 1
        // To 0.1 nm: the last bits of the caller's arithmetic must not choose a point of the path.
        let step = profile.lengthKilometres * 1000 / Double(intervals)
        spacingMetres = step > 1e-3 && step < 1e5 ? (step * 1e10).rounded() / 1e10 : step
        rawLengthMetres = Double(intervals) * spacingMetres
        let whole = rawLengthMetres.rounded()
        lengthMetres = roundsLength && abs(rawLengthMetres - whole) < 1e-5 ? whole : rawLengthMetres
    }

    /// The altitude of the ground, m, so many steps from the mobile.
    subscript(_ step: Int) -> Double {
        @inline(__always) get { ground[intervals - step] }
    }

    /// Mean altitude of the ground over some steps, m.
    func mean(_ steps: ClosedRange<Int>) -> Double {
        var sum = 0.0
        for step in steps { sum += self[step] }
        return sum / Double(steps.count)
    }

    /// How many whole steps lie within a length from the mobile; not more than the path has.
    func steps(withinMetres length: Double) -> Int { min(intervals, Int(length / spacingMetres)) }
}
