/// The steepest lines from the two antennas to the surface, m/km.
struct SurfaceSlopes {
    /// Stim, from the transmitter.
    var fromTransmitter: Double
    /// Srim, from the receiver.
    var fromReceiver: Double
}

/// The searches over ground and clutter that the Bullington construction needs, several points at a time.
///
/// With c = 500 Ce, `curvature`, a point of height g at d stands at g + c d (D − d) above the chord of the path. The
/// ends are left out, and with them their clutter.
enum SurfaceScan {
    /// The largest slopes from either end.
    ///
    ///     Stim = max( (gi + 500 Ce di (d − di) − hts) / di )           (13)
    ///     Srim = max( (gi + 500 Ce di (d − di) − hrs) / (d − di) )     (17)
    static func slopes(
        over profile: PathProfile, _ hts: Double, _ hrs: Double, curvature: Double
    ) -> SurfaceSlopes {
        let d = profile.distanceKilometres.span
        let h = profile.groundMetres.span
        let r = profile.clutterMetres.span
        let last = d.count - 2
        let D = Lanes(repeating: d[last + 1])
        let c = Lanes(repeating: curvature)
        let ht = Lanes(repeating: hts)
        let hr = Lanes(repeating: hrs)
        var fromTransmitter = Lanes(repeating: -.infinity)
        var fromReceiver = Lanes(repeating: -.infinity)

        @inline(__always) func take(_ di: Lanes, _ gi: Lanes) {
            let rest: Lanes = D - di
            let height: Lanes = gi + c * di * rest
            fromTransmitter.raise(to: (height - ht) / di)
            fromReceiver.raise(to: (height - hr) / rest)
        }

        var index = 1
        while index &+ 3 <= last {
            take(d.lanes(at: index), h.lanes(at: index) + r.lanes(at: index))
            index &+= 4
        }
        if index <= last {
            take(
                d.lanes(at: index, notBeyond: last),
                h.lanes(at: index, notBeyond: last) + r.lanes(at: index, notBeyond: last))
        }
        return SurfaceSlopes(fromTransmitter: fromTransmitter.largest, fromReceiver: fromReceiver.largest)
    }

    /// The largest v |v| / (di (d − di)), v the height of the surface over the line between the antennas: its place is
    /// that of the largest ν of (15), and no root is taken per point.
    static func largestClearanceTerm(
        over profile: PathProfile, _ hts: Double, _ hrs: Double, curvature: Double
    ) -> Double {
        let d = profile.distanceKilometres.span
        let h = profile.groundMetres.span
        let r = profile.clutterMetres.span
        let last = d.count - 2
        let D = Lanes(repeating: d[last + 1])
        let c = Lanes(repeating: curvature)
        let ht = Lanes(repeating: hts)
        let slope = Lanes(repeating: (hrs - hts) / d[last + 1])
        var largest = Lanes(repeating: -.infinity)

        @inline(__always) func take(_ di: Lanes, _ gi: Lanes) {
            let product: Lanes = di * (D - di)
            let v: Lanes = gi + c * product - (ht + slope * di)
            largest.raise(to: v * v.magnitudes / product)
        }

        var index = 1
        while index &+ 3 <= last {
            take(d.lanes(at: index), h.lanes(at: index) + r.lanes(at: index))
            index &+= 4
        }
        if index <= last {
            take(
                d.lanes(at: index, notBeyond: last),
                h.lanes(at: index, notBeyond: last) + r.lanes(at: index, notBeyond: last))
        }
        return largest.largest
    }
}
