/// Whether two antennas see each other, and what their line runs through.
///
/// The line is straight over an Earth of the median effective radius, of Recommendation ITU-R P.1812-8 eq. (7a). The
/// surface is the ground with the clutter on it, straight between the points of the profile. A terminal's own clutter is
/// left out, as in P.1812, so that the points next to it hide the antenna or do not: the spacing of the profile is part
/// of the answer.
public struct LineOfSight: Sendable, Hashable {
    /// Height of the line above the surface where it is lowest, m; below zero where the surface is in the way.
    ///
    /// A profile without points between its ends has the height of the lower antenna.
    public let lowestClearanceMetres: Double
    /// Distance of that place from the transmitter, km; the first of equal ones.
    public let lowestClearanceKilometres: Double
    /// Length of the line that runs below the top of the clutter and above the ground, m; for losses in vegetation.
    public let clutterMetres: Double

    /// Height of the line above ground and buildings where it is lowest, m; below zero where they are in the way.
    public let solidClearanceMetres: Double
    /// Length of the line that runs below the top of vegetation and above the ground, m.
    public let vegetationMetres: Double

    /// Whether neither ground nor buildings are in the way; vegetation may be.
    public var isClearOfSolids: Bool { solidClearanceMetres > 0 }
    /// Whether neither ground nor buildings nor vegetation are in the way; clutter of the kind none may be.
    public var isClearOfAll: Bool { isClearOfSolids && vegetationMetres == 0 }
    /// Whether the line stays above ground and clutter; a line that touches them does not.
    public var isClear: Bool { lowestClearanceMetres > 0 }

    /// Looks along a path; no checks and no allocation.
    ///
    /// - Parameters:
    ///   - profile: At least two points, as `PathProfile.require(points:)` demands.
    ///   - terminals: The antennas' heights.
    ///   - ae: Effective Earth radius, km.
    public init(over profile: PathProfile, terminals: PathTerminals, effectiveRadiusKilometres ae: Double) {
        precondition(profile.count >= 2, "a path has two ends")
        let line = Line(profile, terminals, effectiveRadiusKilometres: ae)
        let d = profile.distanceKilometres.span
        let r = profile.clutterMetres.span
        let h = profile.groundMetres.span
        let kinds = profile.clutterKinds.span
        let last = d.count - 1
        var lowest = Double.infinity
        var lowestSolid = Double.infinity
        var insideVegetation = 0.0
        var place = 0
        var inside = 0.0
        // Above the ground, and above the clutter on it.
        var ground = terminals.transmitterHeightMetres
        var surface = ground
        var plants = ground
        for index in 1...last {
            let nextGround =
                index == last ? terminals.receiverHeightMetres : line.height(atKilometres: d[index]) - h[index]
            let nextSurface = index == last ? nextGround : nextGround - r[index]
            let nextPlants = kinds[index] == .vegetation ? nextSurface : nextGround
            if index < last { lowestSolid = min(lowestSolid, kinds[index] == .buildings ? nextSurface : nextGround) }
            if index < last, nextSurface < lowest {
                lowest = nextSurface
                place = index
            }
            let share = Self.shareBelow(surface, nextSurface) - Self.shareBelow(ground, nextGround)
            inside += share * (d[index] - d[index - 1])
            // Beside a point without plants their top slopes down to its ground, as any surface does.
            let leafy = Self.shareBelow(plants, nextPlants) - Self.shareBelow(ground, nextGround)
            insideVegetation += leafy * (d[index] - d[index - 1])
            plants = nextPlants
            ground = nextGround
            surface = nextSurface
        }
        if last == 1 {
            let (atTransmitter, atReceiver) = (terminals.transmitterHeightMetres, terminals.receiverHeightMetres)
            lowest = min(atTransmitter, atReceiver)
            place = atTransmitter <= atReceiver ? 0 : 1
            lowestSolid = lowest
        }
        solidClearanceMetres = lowestSolid
        vegetationMetres = insideVegetation * line.metresPerKilometre
        lowestClearanceMetres = lowest
        lowestClearanceKilometres = d[place]
        clutterMetres = inside * line.metresPerKilometre
    }

    /// Looks along a path through air whose refractivity falls by ΔN per kilometre.
    ///
    /// - Parameter deltaN: ΔN, N-units/km, positive and below 157.
    public init(over profile: PathProfile, terminals: PathTerminals, deltaN: Double) {
        self.init(
            over: profile, terminals: terminals,
            effectiveRadiusKilometres: RadioClimate.medianEffectiveRadiusKilometres(deltaN: deltaN))
    }

    /// The share of an interval over which a straight line from `first` to `second` is below zero.
    @inline(__always)
    private static func shareBelow(_ first: Double, _ second: Double) -> Double {
        if first >= 0, second >= 0 { return 0 }
        if first < 0, second < 0 { return 1 }
        return first < 0 ? first / (first - second) : second / (second - first)
    }
}

/// The line between the antennas, above sea level over the curved Earth.
private struct Line {
    private let hts: Double
    private let slope: Double
    private let D: Double
    /// 500 / ae, m/km².
    private let c: Double

    init(_ profile: PathProfile, _ terminals: PathTerminals, effectiveRadiusKilometres ae: Double) {
        D = profile.lengthKilometres
        hts = profile.groundMetres[0] + terminals.transmitterHeightMetres
        let hrs = profile.groundMetres[profile.count - 1] + terminals.receiverHeightMetres
        slope = (hrs - hts) / D
        c = 500 / ae
    }

    /// Height of the line above sea level, m: the chord's, less the bulge of the Earth d (D − d) / (2 ae).
    @inline(__always)
    func height(atKilometres d: Double) -> Double { hts + slope * d - c * d * (D - d) }

    /// Metres of the line for a kilometre along the ground.
    var metresPerKilometre: Double { (1e6 + slope * slope).squareRoot() }
}
