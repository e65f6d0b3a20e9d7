/// What one pass over a profile finds: the sums and maxima that the equations take over all its points.
///
/// Source: Recommendation ITU-R P.1812-8, §4.3.1 and Attachment 1 to Annex 1; Recommendation ITU-R P.452-18, §4.2.1 and
/// Attachment 2 to Annex 1. Equation numbers are those of P.1812.
///
/// The heights h are of bare ground, the heights g of the surface, ground and clutter; the ends of the path are left out
/// of the maxima. One pass with two divisions per point serves seven searches, because with c = 500/ae a slope to the
/// curved ground and the elevation angle of (77) have their largest value at the same point:
///
///     (hi + c di (d − di) − hts)/di = 1000 ( (hi − hts)/(1000 di) − di/(2 ae) ) + c d
struct TerrainScan {
    /// Stim (13) and Srim (17) over the surface, for the median effective radius.
    var surface: SurfaceSlopes
    /// Stim (13) over bare ground, for the median effective radius.
    var groundFromTransmitter: Double
    /// The argument of the arctangent of the transmitter's horizon angle (76), and the first point that has it.
    var transmitterHorizon: (tangent: Double, index: Int)
    /// The argument of the arctangent of the receiver's horizon angle (82), and the last point that has it.
    var receiverHorizon: (tangent: Double, index: Int)
    /// hobs (89a), m: largest height of the ground over the line between the antennas, without curvature.
    var obstructionMetres: Double
    /// αobt (89b), m/km.
    var obstructionFromTransmitter: Double
    /// αobr (89c), m/km.
    var obstructionFromReceiver: Double
    /// v1 (85), m·km.
    var v1: Double
    /// v2 (86), m·km².
    var v2: Double
}

extension TerrainScan {
    /// One pass over a profile.
    init<Rule: ClutterRule>(
        _ profile: PathProfile, transmitterMetres hts: Double, receiverMetres hrs: Double, curvature: Double,
        clutter: Rule.Type
    ) {
        let d = profile.distanceKilometres.span
        let h = profile.groundMetres.span
        let r = profile.clutterMetres.span
        let last = d.count - 2
        let length = d[last + 1]
        let D = Lanes(repeating: length)
        let c = Lanes(repeating: curvature)
        let ht = Lanes(repeating: hts)
        let hr = Lanes(repeating: hrs)
        let slope = Lanes(repeating: (hrs - hts) / length)
        let one = Lanes(repeating: 1)
        var surfaceT = Lanes(repeating: -.infinity)
        var surfaceR = Lanes(repeating: -.infinity)
        var groundT = LaneMaximum()
        var groundR = LaneMaximum()
        var hobs = Lanes(repeating: -.infinity)
        var αobt = Lanes(repeating: -.infinity)
        var αobr = Lanes(repeating: -.infinity)
        var indices = SIMD4<Int64>(1, 2, 3, 4)

        @inline(__always) func take(_ di: Lanes, _ hi: Lanes, _ ri: Lanes) {
            let rest: Lanes = D - di
            let perD: Lanes = one / di
            let perRest: Lanes = one / rest
            let curved: Lanes = hi + c * di * rest
            let overT: Lanes = curved - ht
            let overR: Lanes = curved - hr
            groundT.raise(to: overT * perD, at: indices)
            groundR.raiseKeepingLast(to: overR * perRest, at: indices)
            let counting: Lanes = Rule.counting(ri, di, rest)
            surfaceT.raise(to: (overT + counting) * perD)
            surfaceR.raise(to: (overR + counting) * perRest)
            let H: Lanes = (hi - ht) - slope * di  // (89d)
            hobs.raise(to: H)
            αobt.raise(to: H * perD)
            αobr.raise(to: H * perRest)
        }

        // The interval that ends at each point, for (85) and (86).
        var s1 = Lanes.zero
        var s2 = Lanes.zero
        @inline(__always) func add(_ d0: Lanes, _ h0: Lanes, _ d1: Lanes, _ h1: Lanes) {
            let step: Lanes = d1 - d0
            s1 += step * (h1 + h0)
            let weighted: Lanes = h1 * (d1 + d1 + d0) + h0 * (d1 + d0 + d0)
            s2 += step * weighted
        }

        var index = 1
        while index &+ 3 <= last {
            let di = d.lanes(at: index)
            let hi = h.lanes(at: index)
            take(di, hi, r.lanes(at: index))
            add(d.lanes(at: index &- 1), h.lanes(at: index &- 1), di, hi)
            indices &+= 4
            index &+= 4
        }
        if index <= last {
            // Points beyond the last inner one repeat it, and so must their indices.
            for lane in 0..<4 { indices[lane] = min(indices[lane], Int64(last)) }
            take(
                d.lanes(at: index, notBeyond: last), h.lanes(at: index, notBeyond: last),
                r.lanes(at: index, notBeyond: last))
        }
        var v1 = s1.total
        var v2 = s2.total
        while index <= last + 1 {
            let step = d[index] - d[index - 1]
            v1 += step * (h[index] + h[index - 1])
            v2 += step * (h[index] * (2 * d[index] + d[index - 1]) + h[index - 1] * (d[index] + 2 * d[index - 1]))
            index += 1
        }

        self.v1 = v1
        self.v2 = v2
        surface = SurfaceSlopes(fromTransmitter: surfaceT.largest, fromReceiver: surfaceR.largest)
        let t = groundT.first
        let rLast = groundR.last
        groundFromTransmitter = t.value
        transmitterHorizon = ((t.value - curvature * length) / 1000, t.index)
        receiverHorizon = ((rLast.value - curvature * length) / 1000, rLast.index)
        obstructionMetres = hobs.largest
        obstructionFromTransmitter = αobt.largest
        obstructionFromReceiver = αobr.largest
    }
}
