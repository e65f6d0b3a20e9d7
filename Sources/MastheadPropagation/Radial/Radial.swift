/// The terrain from a mast outward in one direction, laid out for searches.
///
/// Point i stands at i steps from the mast, point 0 at its foot. Heights are kept above the foot, in single precision;
/// sums in double. A receiver at D sees the points that lie at least half a step before it. One radial serves one
/// thread, all antennas of a mast and all carriers; it is filled again for the next direction, and allocates nothing then.
package final class Radial {
    /// The most points that the radial has room for.
    package let capacity: Int
    /// Distance between points, km.
    package private(set) var stepKilometres = 0.0
    /// Points beyond the mast.
    package private(set) var count = 0
    /// What stands at the mast, and the altitude of the ground there, m, in single precision.
    private(set) var foot = PathSample(groundMetres: 0)
    private(set) var footMetres = 0.0

    /// Bare ground, and ground with clutter, which are the same on a bare radial.
    let ground: HeightRow
    let surface: HeightRow
    private(set) var isBare = true
    var hasClutter = false
    /// v₁ and v₂ of (85) and (86) up to each point, in m and points.
    let v1: Row<Double>
    let v2: Row<Double>
    /// Zones up to each point; empty where all is inland.
    var zones: [RadialZones] = []
    var places: RasterPlaces

    /// A radial with room for so many points.
    package init(capacity: Int) {
        self.capacity = capacity
        ground = HeightRow(capacity: capacity)
        surface = HeightRow(capacity: capacity)
        places = RasterPlaces(capacity: capacity)
        v1 = Row(capacity: capacity + 1, filledWith: 0)
        v2 = Row(capacity: capacity + 1, filledWith: 0)
    }

    /// Takes in the points of a direction.
    ///
    /// - Parameters:
    ///   - count: Points beyond the mast, not above ``capacity``.
    ///   - stepKilometres: Distance between points, km.
    ///   - foot: What stands at the mast.
    ///   - clutterFreeKilometres: How near to the mast clutter does not count, km; see ``RadialNeeds``.
    ///   - point: The point of an index from 1; altitudes are taken in single precision.
    package func fill(
        count: Int, stepKilometres: Double, foot: PathSample, clutterFreeKilometres: Double = 0,
        _ point: (Int) -> PathSample
    ) {
        begin(count: count, stepKilometres: stepKilometres, foot: foot)
        var hasClutter = false
        var isInland = foot.zone == .inland
        for index in 1..<(count + 1) {
            let sample = point(index)
            let h = Float(sample.groundMetres - footMetres)
            let isNear = Double(index) * stepKilometres < clutterFreeKilometres
            let clutter = isNear ? 0 : Float(sample.clutterMetres)
            ground.heights[index - 1] = h
            surface.heights[index - 1] = h + clutter
            hasClutter = hasClutter || clutter > 0
            isInland = isInland && sample.zone == .inland
        }
        finish(hasClutter: hasClutter)
        zones.removeAll(keepingCapacity: true)
        guard !isInland else { return }
        var state = RadialZones(transmitter: foot.zone)
        zones.append(state)
        for index in 1..<(count + 1) {
            state.push(point(index).zone, boundaryKilometres: (Double(index) - 0.5) * stepKilometres)
            zones.append(state)
        }
    }

    func begin(count: Int, stepKilometres: Double, foot: PathSample) {
        precondition(count <= capacity && stepKilometres > 0, "a radial has room for its points")
        self.count = count
        self.stepKilometres = stepKilometres
        self.foot = foot
        footMetres = Double(Float(foot.groundMetres))
    }

    /// Sums and bounds, once all heights are set.
    func finish(hasClutter: Bool) {
        isBare = !hasClutter
        ground.close(count: count)
        if isBare { surface.take(ground, count: count) } else { surface.close(count: count) }
        var sum1 = 0.0
        var sum2 = 0.0
        var last = 0.0
        for index in 1..<(count + 1) {
            // (85), (86) over equal steps: d₂ − d₁ = 1, and h₁ (d₂ + 2 d₁) + h₂ (2 d₂ + d₁).
            let h = Double(ground.heights[index - 1])
            let x = Double(index)
            sum1 += h + last
            sum2 += h * (3 * x - 1) + last * (3 * x - 2)
            v1[index] = sum1
            v2[index] = sum2
            last = h
        }
    }

    /// Land all the way, far from any coast.
    @inline(__always)
    static func inlandLengths(_ D: Double) -> ZoneLengths {
        ZoneLengths(
            seaShare: 0, longestLandKilometres: D, longestInlandKilometres: D, transmitterToCoastKilometres: 500,
            receiverToCoastKilometres: 500, ends: (false, false))
    }

    /// Land and sea up to a receiver behind point `last`.
    func zoneLengths(to D: Double, last: Int, receiver: RadioZone) -> ZoneLengths {
        guard !zones.isEmpty || receiver != .inland else { return Self.inlandLengths(D) }
        let path = zones.isEmpty ? RadialZones(transmitter: .inland) : zones[last]
        return path.lengths(to: D, last: Double(last) * stepKilometres, receiver: receiver)
    }
}
