/// How much of a radial runs over sea and over land, kept up point by point.
///
/// A point stands for half the interval on either side of it, as in ``ZoneLengths``; the last one before a receiver reaches
/// half way to it, and the receiver stands for the rest.
struct RadialZones {
    private var sea = 0.0
    private var landStart = 0.0
    private var inlandStart = 0.0
    private var longestLand = 0.0
    private var longestInland = 0.0
    private var transmitterToCoast = 500.0
    private var coastEnd: Double?
    /// Where the point begins that is not closed yet, km.
    private var from = 0.0
    private var zone: RadioZone
    private let first: RadioZone

    /// A radial whose transmitter stands in a zone.
    init(transmitter: RadioZone) {
        first = transmitter
        zone = transmitter
    }

    /// Adds the next point, half an interval beyond which the last one ends.
    mutating func push(_ next: RadioZone, boundaryKilometres: Double) {
        take(zone, to: boundaryKilometres)
        zone = next
    }

    private mutating func take(_ zone: RadioZone, to end: Double) {
        if zone == .sea {
            sea += end - from
            landStart = end
            if coastEnd == nil { transmitterToCoast = from }
            coastEnd = end
        }
        if zone != .inland { inlandStart = end }
        longestLand = max(longestLand, end - landStart)
        longestInland = max(longestInland, end - inlandStart)
        from = end
    }

    /// The lengths for a receiver beyond the last point.
    ///
    /// - Parameters:
    ///   - D: Distance of the receiver, km.
    ///   - last: Distance of the last point, km.
    ///   - receiver: The zone that the receiver stands in.
    func lengths(to D: Double, last: Double, receiver: RadioZone) -> ZoneLengths {
        var path = self
        path.take(zone, to: (last + D) / 2)
        path.take(receiver, to: D)
        return ZoneLengths(
            seaShare: min(1, path.sea / D), longestLandKilometres: path.longestLand,
            longestInlandKilometres: path.longestInland, transmitterToCoastKilometres: path.transmitterToCoast,
            receiverToCoastKilometres: path.coastEnd.map { D - $0 } ?? 500,
            ends: (first == .sea, receiver == .sea))
    }
}
