/// How much of a path runs over sea and over land.
///
/// Source: Recommendation ITU-R P.1812-8, §3.3, §3.4 and Table 3; Recommendation ITU-R P.452-18, Annex 1, §3.2.1. A point
/// of the profile stands for half the interval on either side of it.
struct ZoneLengths {
    /// ω: share of the path over sea.
    var seaShare = 0.0
    /// dtm: longest continuous stretch over land, inland and coastal, km.
    var longestLandKilometres: Double
    /// dlm: longest continuous stretch inland, km.
    var longestInlandKilometres: Double
    /// dct: land between the transmitter and the coast, km; 500 where no sea lies on the path.
    var transmitterToCoastKilometres = 500.0
    /// dcr: land between the receiver and the coast, km; 500 where no sea lies on the path.
    var receiverToCoastKilometres = 500.0
    /// Whether the transmitter and the receiver stand on the sea.
    var ends = (transmitterAtSea: false, receiverAtSea: false)

    /// The zones of a scanned profile.
    init(_ profile: PathProfile) {
        longestLandKilometres = profile.lengthKilometres
        longestInlandKilometres = profile.lengthKilometres
        let zones = profile.zones.span
        var other: UInt8 = 0
        for index in zones.indices { other |= zones[index] == .inland ? 0 : 1 }
        if other != 0 { measure(profile) }
    }

    /// Lengths that were found otherwise.
    init(
        seaShare: Double, longestLandKilometres: Double, longestInlandKilometres: Double,
        transmitterToCoastKilometres: Double, receiverToCoastKilometres: Double,
        ends: (transmitterAtSea: Bool, receiverAtSea: Bool)
    ) {
        self.seaShare = seaShare
        self.longestLandKilometres = longestLandKilometres
        self.longestInlandKilometres = longestInlandKilometres
        self.transmitterToCoastKilometres = transmitterToCoastKilometres
        self.receiverToCoastKilometres = receiverToCoastKilometres
        self.ends = ends
    }

    private mutating func measure(_ profile: PathProfile) {
        let zones = profile.zones.span
        let d = profile.distanceKilometres.span
        let last = d.count - 1
        var sea = 0.0
        longestLandKilometres = 0
        longestInlandKilometres = 0
        var landStart = 0.0
        var inlandStart = 0.0
        var from = 0.0
        var seaWasSeen = false
        for index in 0...last {
            let to = index == last ? d[last] : (d[index] + d[index + 1]) / 2
            let zone = zones[index]
            if zone == .sea {
                sea += to - from
                landStart = to
                if !seaWasSeen { transmitterToCoastKilometres = from }
                seaWasSeen = true
                receiverToCoastKilometres = d[last] - to
            }
            if zone != .inland { inlandStart = to }
            longestLandKilometres = max(longestLandKilometres, to - landStart)
            longestInlandKilometres = max(longestInlandKilometres, to - inlandStart)
            from = to
        }
        seaShare = min(1, sea / d[last])
        ends = (zones[0] == .sea, zones[last] == .sea)
    }
}
