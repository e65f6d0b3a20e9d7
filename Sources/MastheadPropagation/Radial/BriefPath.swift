/// A path along a radial, for models that read no more of it than its length, its ends, whether these see each other, and
/// the mean height of the ground.
///
/// A line of sight is clear where it passes over all points, and so where it passes over the point with the steepest line
/// from the mast: that one and both ends make a profile of three points over which the reference form of a model finds
/// what it finds over all points.
struct BriefPath {
    /// The radial.
    let radial: Radial
    /// Height of the antenna on the mast, m above the ground.
    private(set) var antennaMetres: Double
    /// The receiver.
    private(set) var receiver: RadialReceiver
    /// Points before the receiver.
    private(set) var points = 0
    /// The point that decides whether the antennas see each other; any, where nothing is hidden.
    private(set) var decidingPoint = 1
    /// Its storage is kept from receiver to receiver.
    private var profile = PathProfile()

    init(_ radial: Radial, antennaMetres: Double) {
        self.radial = radial
        self.antennaMetres = antennaMetres
        receiver = RadialReceiver(lengthKilometres: 1, place: radial.foot, antennaMetres: 0, latitudeDegrees: 0)
        profile.resize(to: 3)
    }

    /// Begins with an antenna on the mast.
    mutating func look(antennaMetres: Double) { self.antennaMetres = antennaMetres }

    /// Turns to a receiver, whose sight the horizon tells.
    mutating func turn(to receiver: RadialReceiver, _ horizon: SightHorizon?) {
        self.receiver = receiver
        points = min(
            radial.count,
            RadialReceiver.points(before: receiver.lengthKilometres, stepKilometres: radial.stepKilometres))
        decidingPoint = horizon?.deciding(before: points) ?? 1
    }

    /// The antennas.
    var terminals: PathTerminals {
        PathTerminals(
            transmitterHeightMetres: antennaMetres, receiverHeightMetres: receiver.antennaMetres,
            midpointLatitudeDegrees: receiver.latitudeDegrees)
    }

    /// Both ends with one point between them.
    mutating func profile(past point: Int) -> PathProfile {
        let height = radial.ground.heights[point - 1]
        profile.grounds[0] = radial.footMetres
        profile.clutters[0] = radial.foot.clutterMetres
        profile.distances[1] = Double(point) * radial.stepKilometres
        profile.grounds[1] = radial.footMetres + Double(height)
        profile.clutters[1] = Double(radial.surface.heights[point - 1]) - Double(height)
        profile.distances[2] = receiver.lengthKilometres
        profile.grounds[2] = receiver.place.groundMetres
        profile.clutters[2] = receiver.place.clutterMetres
        return profile
    }

    /// The mean height of the ground above that at the mast, between two distances, m; straight between the points.
    func meanRiseMetres(fromKilometres start: Double, to end: Double) -> Double {
        (area(to: end) - area(to: start)) / (end - start)
    }

    /// The area under the ground as far as a distance, m km.
    private func area(to distance: Double) -> Double {
        let step = radial.stepKilometres
        let index = min(points, Int(distance / step))
        let near = Double(index) * step
        // v₁ of (85) is twice the area, in points.
        var area = radial.v1[index] * step / 2
        let low = index > 0 ? Double(radial.ground.heights[index - 1]) : 0
        let isLast = index == points
        let high =
            isLast
            ? receiver.place.groundMetres - radial.footMetres : Double(radial.ground.heights[index])
        let length = isLast ? receiver.lengthKilometres - near : step
        let t = distance - near
        area += t * (low + (high - low) * t / (2 * length))
        return area
    }
}
