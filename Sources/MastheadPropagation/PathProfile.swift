public import MastheadCore

/// What clutter is to a ray that meets it.
@frozen
public enum ClutterKind: UInt8, Sendable, Hashable, CaseIterable {
    /// Nothing that stands in a ray's way.
    case none = 0
    /// Trees and other plants: a ray runs through them with a loss.
    case vegetation = 1
    /// Buildings, and clutter of which nothing else is known: a ray ends there.
    case buildings = 2

    /// What clutter of a height is taken for where nothing else is known.
    @inlinable public static func unknown(heightMetres: Double) -> ClutterKind { heightMetres > 0 ? .buildings : .none }
}

/// One point of a path: what stands there.
@frozen
public struct PathSample: Sendable {
    /// Height of the bare ground above mean sea level, m.
    public var groundMetres: Double
    /// Representative height of the clutter above the ground, m; not below zero.
    public var clutterMetres: Double
    /// Radio-climatic zone.
    public var zone: RadioZone
    /// What the clutter is.
    public var clutterKind: ClutterKind

    /// A point with its ground altitude, clutter and zone; clutter of no stated kind counts as buildings.
    @inlinable public init(
        groundMetres: Double, clutterMetres: Double = 0, zone: RadioZone = .inland, clutterKind: ClutterKind? = nil
    ) {
        self.groundMetres = groundMetres
        self.clutterMetres = clutterMetres
        self.zone = zone
        self.clutterKind = clutterKind ?? .unknown(heightMetres: clutterMetres)
    }
}

/// The vertical section of the terrain between two terminals: arrays of one value per point, first point at the
/// transmitter, last at the receiver.
///
/// The arrays keep their storage when a profile is refilled, so a loop over many paths allocates nothing after the first.
public struct PathProfile: Sendable {
    @usableFromInline var distances: [Double]
    @usableFromInline var grounds: [Double]
    @usableFromInline var clutters: [Double]
    @usableFromInline var zoneCodes: [RadioZone]
    @usableFromInline var kinds: [ClutterKind]

    /// Distance from the transmitter, km; strictly increasing from zero.
    @inlinable public var distanceKilometres: [Double] { distances }
    /// Height of the bare ground above mean sea level, m.
    @inlinable public var groundMetres: [Double] { grounds }
    /// Representative clutter height above the ground, m.
    @inlinable public var clutterMetres: [Double] { clutters }
    /// Radio-climatic zones.
    @inlinable public var zones: [RadioZone] { zoneCodes }
    /// What the clutter is.
    @inlinable public var clutterKinds: [ClutterKind] { kinds }

    /// An empty profile, to be refilled.
    public init() {
        distances = []
        grounds = []
        clutters = []
        zoneCodes = []
        kinds = []
    }

    /// A profile from arrays of equal length; clutter of no stated kind counts as buildings.
    ///
    /// - Throws: `bad-profile` when the arrays differ in length, hold fewer than two points, a value that is not
    ///   finite, a negative clutter height, or distances that do not start at zero and increase.
    public init(
        distanceKilometres: [Double], groundMetres: [Double], clutterMetres: [Double]? = nil, zones: [RadioZone]? = nil,
        clutterKinds: [ClutterKind]? = nil
    ) throws(MastheadError) {
        let count = distanceKilometres.count
        distances = distanceKilometres
        grounds = groundMetres
        clutters = clutterMetres ?? Array(repeating: 0, count: count)
        zoneCodes = zones ?? Array(repeating: .inland, count: count)
        kinds = clutterKinds ?? clutters.map(ClutterKind.unknown)
        try require(points: 2)
    }

    /// The number of points.
    public var count: Int { distanceKilometres.count }

    /// The length of the path, km; zero for an empty profile.
    public var lengthKilometres: Double { distanceKilometres.last ?? 0 }

    /// Replaces the content by `count` equidistant points over `lengthKilometres`.
    ///
    /// - Parameters:
    ///   - count: Number of points, at least 2.
    ///   - lengthKilometres: Length of the path, above zero.
    ///   - sample: Gives the point of an index; finite heights are the caller's duty.
    @inlinable
    public mutating func refillEquidistant(
        count: Int, lengthKilometres: Double, _ sample: (Int) -> PathSample
    ) {
        precondition(count >= 2 && lengthKilometres > 0, "a path has two ends and a length")
        resize(to: count)
        Self.fill(
            &distances, &grounds, &clutters, &zoneCodes, &kinds, step: lengthKilometres / Double(count - 1), sample)
        // The last point stands at the length itself, not at a rounded multiple of the step.
        distances[count - 1] = lengthKilometres
    }

    /// Sets all points of arrays that have their size already.
    @inlinable
    static func fill(
        _ distances: inout [Double], _ grounds: inout [Double], _ clutters: inout [Double], _ zones: inout [RadioZone],
        _ kinds: inout [ClutterKind], step: Double, _ sample: (Int) -> PathSample
    ) {
        let count = distances.count
        var distance = distances.mutableSpan
        var ground = grounds.mutableSpan
        var clutter = clutters.mutableSpan
        var zone = zones.mutableSpan
        var kind = kinds.mutableSpan
        for index in 0..<count {
            let point = sample(index)
            distance[index] = Double(index) * step
            ground[index] = point.groundMetres
            clutter[index] = point.clutterMetres
            zone[index] = point.zone
            kind[index] = point.clutterKind
        }
    }

    /// Makes room for so many points, whose values are then set.
    @usableFromInline
    mutating func resize(to count: Int) {
        let missing = count - self.count
        if missing > 0 {
            distances.append(contentsOf: repeatElement(0, count: missing))
            grounds.append(contentsOf: repeatElement(0, count: missing))
            clutters.append(contentsOf: repeatElement(0, count: missing))
            zoneCodes.append(contentsOf: repeatElement(.inland, count: missing))
            kinds.append(contentsOf: repeatElement(.none, count: missing))
        } else if missing < 0 {
            distances.removeLast(-missing)
            grounds.removeLast(-missing)
            clutters.removeLast(-missing)
            zoneCodes.removeLast(-missing)
            kinds.removeLast(-missing)
        }
    }

    /// Refuses a profile that a model cannot work on.
    ///
    /// - Throws: `bad-profile` when the arrays differ in length, hold fewer points than `minimum`, a value that is not
    ///   finite, a negative clutter height, or distances that do not start at zero and increase.
    public func require(points minimum: Int) throws(MastheadError) {
        let count = distanceKilometres.count
        guard groundMetres.count == count, clutterMetres.count == count, zones.count == count, kinds.count == count
        else {
            throw MastheadError(
                .badProfile,
                "the profile has \(count) distances, \(groundMetres.count) heights, \(clutterMetres.count) clutter heights, "
                    + "\(zones.count) zones and \(kinds.count) kinds of clutter",
                remedy: "Give one value of each for every point of the path.")
        }
        guard count >= minimum else {
            throw MastheadError(
                .badProfile, "the profile has \(count) point\(count == 1 ? "" : "s"), and \(minimum) are needed",
                remedy: minimum > 2
                    ? "Sample the terrain along the path more finely, or use free space (\"p525\") for this path."
                    : "Give at least the two ends of the path.")
        }
        guard distanceKilometres[0] == 0 else {
            throw MastheadError(
                .badProfile, "the profile starts at \(PlainNumber.text(distanceKilometres[0])) km",
                remedy: "Count distances from the transmitter, so that the first is 0.")
        }
        for index in 0..<count {
            guard distanceKilometres[index].isFinite, groundMetres[index].isFinite, clutterMetres[index].isFinite else {
                throw MastheadError(
                    .badProfile, "point \(index) of the profile holds a value that is not a finite number",
                    remedy: "Fill the void in the terrain, or choose a path around it.")
            }
            guard clutterMetres[index] >= 0 else {
                throw MastheadError(
                    .badProfile,
                    "the clutter height at point \(index) is \(PlainNumber.text(clutterMetres[index])) m, below zero",
                    remedy: "Give clutter heights above the ground, 0 where nothing stands.")
            }
            guard index == 0 || distanceKilometres[index] > distanceKilometres[index - 1] else {
                throw MastheadError(
                    .badProfile,
                    "point \(index) of the profile is not farther from the transmitter than the point before it",
                    remedy: "Order the points by distance and drop repeated ones.")
            }
        }
    }
}
