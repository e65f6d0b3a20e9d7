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
    static func slopes<Rule: ClutterRule>(
        over profile: PathProfile, _ hts: Double, _ hrs: Double, curvature: Double, clutter: Rule.Type
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

        @inline(__always) func take(_ di: Lanes, _ hi: Lanes, _ ri: Lanes) {
            let rest: Lanes = D - di
            let gi: Lanes = hi + Rule.counting(ri, di, rest)
            let height: Lanes = gi + c * di * rest
            fromTransmitter.raise(to: (height - ht) / di)
            fromReceiver.raise(to: (height - hr) / rest)
        }

        var index = 1
        while index &+ 3 <= last {
            take(d.lanes(at: index), h.lanes(at: index), r.lanes(at: index))
            index &+= 4
        }
        if index <= last {
            take(
                d.lanes(at: index, notBeyond: last), h.lanes(at: index, notBeyond: last),
                r.lanes(at: index, notBeyond: last))
        }
        return SurfaceSlopes(fromTransmitter: fromTransmitter.largest, fromReceiver: fromReceiver.largest)
    }

    /// The largest v |v| / (di (d − di)), v the height of the surface over the line between the antennas: its place is
    /// that of the largest ν of (15), and no root is taken per point.
    static func largestClearanceTerm<Rule: ClutterRule>(
        over profile: PathProfile, _ hts: Double, _ hrs: Double, curvature: Double, clutter: Rule.Type
    ) -> Double {
        ClearanceTerm(profile, hts, hrs, curvature).largest(profile, clutter: clutter)
    }

    /// The inner point with the largest ν over bare ground (81), the last of equal ones.
    ///
    /// On even ground and water two points as far from either end are equal but for rounding, so that the last point
    /// within 10⁻¹² of the largest value is taken.
    static func principalEdge(
        of profile: PathProfile, _ hts: Double, _ hrs: Double, curvature: Double
    ) -> Int {
        let term = ClearanceTerm(profile, hts, hrs, curvature)
        let largest = term.largest(profile, clutter: NoClutter.self)
        let threshold = largest - 1e-12 * abs(largest)
        var index = profile.count - 2
        while index > 1, term.value(profile.distanceKilometres[index], profile.groundMetres[index]) < threshold {
            index -= 1
        }
        return index
    }
}

extension SurfaceScan {
    /// The largest height of bare ground above the line `base + slope d`, from one point through another, m.
    static func largestHeight(
        of profile: PathProfile, over base: Double, slope: Double, from first: Int, through last: Int
    ) -> Double {
        let d = profile.distanceKilometres.span
        let h = profile.groundMetres.span
        let slope = Lanes(repeating: slope)
        let base = Lanes(repeating: base)
        var highest = Lanes(repeating: -.infinity)
        var index = first
        while index &+ 3 <= last {
            let height: Lanes = h.lanes(at: index) - (base + slope * d.lanes(at: index))
            highest.raise(to: height)
            index &+= 4
        }
        if index <= last {
            let height: Lanes =
                h.lanes(at: index, notBeyond: last) - (base + slope * d.lanes(at: index, notBeyond: last))
            highest.raise(to: height)
        }
        return highest.largest
    }
}

/// v |v| / (di (d − di)) of a point, v its height over the line between the antennas: largest where ν of (15) is.
private struct ClearanceTerm {
    private let D: Double
    private let c: Double
    private let hts: Double
    private let slope: Double

    init(_ profile: PathProfile, _ hts: Double, _ hrs: Double, _ curvature: Double) {
        D = profile.lengthKilometres
        c = curvature
        self.hts = hts
        slope = (hrs - hts) / D
    }

    @inline(__always)
    func value(_ di: Double, _ height: Double) -> Double { value(Lanes(repeating: di), Lanes(repeating: height))[0] }

    @inline(__always)
    private func value(_ di: Lanes, _ height: Lanes) -> Lanes {
        let product: Lanes = di * (Lanes(repeating: D) - di)
        let line: Lanes = Lanes(repeating: hts) + Lanes(repeating: slope) * di
        let v: Lanes = height + Lanes(repeating: c) * product - line
        return v * v.magnitudes / product
    }

    /// The largest value over the inner points of a surface, with the clutter that counts on it.
    @inline(__always)
    func largest<Rule: ClutterRule>(_ profile: PathProfile, clutter: Rule.Type) -> Double {
        let d = profile.distanceKilometres.span
        let h = profile.groundMetres.span
        let r = profile.clutterMetres.span
        let last = d.count - 2
        var largest = Lanes(repeating: -.infinity)
        var index = 1
        while index &+ 3 <= last {
            let di = d.lanes(at: index)
            let height: Lanes = h.lanes(at: index) + Rule.counting(r.lanes(at: index), di, Lanes(repeating: D) - di)
            largest.raise(to: value(di, height))
            index &+= 4
        }
        if index <= last {
            let di = d.lanes(at: index, notBeyond: last)
            let ri = r.lanes(at: index, notBeyond: last)
            let height: Lanes =
                h.lanes(at: index, notBeyond: last) + Rule.counting(ri, di, Lanes(repeating: D) - di)
            largest.raise(to: value(di, height))
        }
        return largest.largest
    }
}
