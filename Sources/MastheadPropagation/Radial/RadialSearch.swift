/// The searches of P.1812 and P.452 for the receivers of a radial, from the mast outward.
///
/// Source: Recommendation ITU-R P.1812-8, §4.3.1 and Attachment 1 to Annex 1; Recommendation ITU-R P.452-18, Annex 1,
/// §4.2.1 and Attachment 2. Equation numbers are those of P.1812. What is searched depends on heights, radius of the Earth
/// and place only, so that all carriers and percentages of time share it.
package final class RadialSearch {
    /// What is searched for.
    package let needs: RadialNeeds
    let batch = ReceiverBatch()
    private let radial: Radial
    private let skyline: Skyline
    private let ground: UpperHull
    private let surface: UpperHull
    /// A path in sight whose principal edge may be asked for.
    private struct Sight: BitwiseCopyable {
        var isThere = false
        var X = 0.0
        var points = 0
        var slope = 0.0
        /// The steepest line back to the surface, m per point.
        var back = 0.0
        /// m and hst of (93) and (95), in points.
        var smoothSlope = 0.0
        var smoothMetres = 0.0
    }

    private let sights = Row<Sight>(capacity: ReceiverBatch.lanes, filledWith: Sight())
    /// How far the searches have come.
    private struct Progress: BitwiseCopyable {
        /// Points on the hulls.
        var ground = 0
        var surface = 0
        /// Where the last path in sight came nearest to the ground; only a place to begin with.
        var lastEdge = 1
        /// The same of the surface, before the block of the receiver.
        var lastClear = 1
        /// 500/a in m per point², for the median and the enhanced radius.
        var c = 0.0
        var cEnhanced = 0.0
        /// hts, m above the foot of the mast.
        var antennaMetres = 0.0
        /// Of the radial: distance between points, km, their number, altitude of the foot, m, and whether it is bare.
        var step = 0.0
        var count = 0
        var footMetres = 0.0
        var isBare = true
        var isInland = true
    }

    private let progress = Row<Progress>(capacity: 1, filledWith: Progress())
    private var c: Double { progress[0].c }
    private var cEnhanced: Double { progress[0].cEnhanced }
    private var antennaMetres: Double { progress[0].antennaMetres }
    private var step: Double { progress[0].step }
    /// c over the median radius, m/km per km.
    private let bendPerKilometre: Double
    /// v²/(x (X − x)) times the length of the path, m²/km, beyond which no carrier is diffracted.
    private let clearClearance: Double

    /// Searches over a radial by the needs of a model, for carriers down to a frequency.
    init(_ radial: Radial, _ needs: RadialNeeds, lowestGigahertz: Double) {
        self.radial = radial
        self.needs = needs
        skyline = Skyline(capacity: radial.capacity)
        ground = UpperHull(capacity: radial.capacity)
        surface = UpperHull(capacity: radial.capacity)
        bendPerKilometre = 500 / needs.medianRadiusKilometres
        // J(ν) is 0 up to ν = −0.78; (15) solved for v²/(x (X − x)).
        let nu = 0.8
        clearClearance = nu * nu * Bullington.wavelengthMetres(frequencyGigahertz: lowestGigahertz) / 0.002
    }

    /// Begins with an antenna on the mast, once the radial has its points.
    func look(antennaMetres: Double) {
        progress[0].antennaMetres = antennaMetres
        progress[0].step = radial.stepKilometres
        progress[0].count = radial.count
        progress[0].footMetres = radial.footMetres
        progress[0].isBare = radial.isBare
        progress[0].isInland = radial.zones.isEmpty
        let square = step * step
        progress[0].c = bendPerKilometre * square
        progress[0].cEnhanced = 500 / RadioClimate.enhancedEffectiveRadiusKilometres * square
        skyline.look(
            along: radial, antennaMetres: antennaMetres, curvature: c,
            enhanced: needs.searchesEnhanced ? cEnhanced : nil)
        restart()
    }

    /// Begins again at the mast with the same antenna.
    func restart() {
        ground.reset(curvature: c)
        surface.reset(curvature: c)
        progress[0].ground = 0
        progress[0].surface = 0
        progress[0].lastEdge = 1
        progress[0].lastClear = 1
    }

    /// Searches for a receiver that has at least one point before it, into a lane of the batch; receivers come in the
    /// order of their distance.
    @inline(__always)
    func search(_ receiver: RadialReceiver, lane: Int) {
        let D = receiver.lengthKilometres
        let X = D / step
        let place = RadialPlace(X)
        let k = min(progress[0].count, RadialReceiver.points(before: D, stepKilometres: step))
        let hn = receiver.place.groundMetres - progress[0].footMetres
        let hts = antennaMetres
        let hrs = hn + receiver.antennaMetres
        let slope = (hrs - hts) / X
        advance(to: k, X)
        write(receiver, place, k, hts: hts, hrs: hrs, lane)

        let tangent = touch(place, X, hrs)
        let back = searchSurface(place, X, k, hrs, slope, bare: tangent.slope, lane)
        let horizons = searchGround(X, k, hrs, slope, tangent, back: back, lane)

        // (85) to (92): the interval that ends at the receiver closes the sums.
        let last = Double(radial.ground.heights[k - 1])
        let x = Double(k)
        let v1 = radial.v1[k] + (X - x) * (hn + last)
        let v2 = radial.v2[k] + (X - x) * (hn * (2 * X + x) + last * (X + 2 * x))
        let perSquare = 1 / (X * X)
        let hstFitted = (2 * v1 * X - v2) * perSquare  // (87)
        let hsrFitted = (v2 - v1 * X) * perSquare  // (88)
        var hstp = hstFitted
        var hsrp = hsrFitted
        let αobt = Double(skyline.raw[k]) - slope
        if αobt > 0 {
            // (89), (90): ground rises above the straight line between the antennas.
            let corners = ground.count - 1
            let over = ground.largest(HeightOverLine(slope: Float(slope)), from: 0, through: corners)
            let back = ground.largest(
                BackwardSlope(place: place, receiverMetres: Float(hrs), curvature: 0), from: 0, through: corners)
            let hobs = Double(over) - hts
            let αobr = Double(back) + slope
            if hobs > 0 {
                let share = hobs / (αobt + αobr)
                hstp -= share * αobt
                hsrp -= share * αobr
            }
        }
        let hst = min(hstFitted, 0)
        let hsr = min(hsrFitted, hn)
        batch[.diffractionTransmitter, lane] = Float(hts - min(hstp, 0))
        batch[.diffractionReceiver, lane] = Float(hrs - min(hsrp, hn))
        batch[.effectiveTransmitter, lane] = Float(hts - hst)
        batch[.effectiveReceiver, lane] = Float(hrs - hsr)
        // (93), (95)
        let m = (hsr - hst) / X
        batch[.roughness, lane] = Float(Double(highest(Float(m), horizons)) - hst)
        batch[.transmitterHorizon, lane] = Float(Double(horizons.transmitter) * step)
        batch[.receiverHorizon, lane] = Float(D - Double(horizons.receiver) * step)
        sights[lane].smoothSlope = m
        sights[lane].smoothMetres = hst
    }

    /// Puts the points before a receiver on the hulls; of the surface, those whose clutter counts.
    @inline(__always)
    private func advance(to k: Int, _ X: Double) {
        var index = progress[0].ground
        while index < k {
            index += 1
            ground.push(index, radial.ground.heights[index - 1])
        }
        progress[0].ground = index
        guard !progress[0].isBare else { return }
        let settled = settledPoints(k, X)
        index = progress[0].surface
        while index < settled {
            index += 1
            surface.push(index, radial.surface.heights[index - 1])
        }
        progress[0].surface = index
    }

    /// How many points lie so far from the receiver that their clutter counts.
    @inline(__always)
    private func settledPoints(_ k: Int, _ X: Double) -> Int {
        guard needs.clutterFreeKilometres > 0, !progress[0].isBare else { return k }
        return max(0, min(k, WholeNumber.below(X - needs.clutterFreeKilometres / step)))
    }

    /// Horizons of both antennas: points, and corners of the hull where the path is beyond the horizon.
    private struct Horizons {
        var isTranshorizon: Bool
        var transmitter: Int
        var receiver: Int
        var receiverCorner = 0
    }

    /// Where the steepest line from the receiver back to bare ground touches its hull, and its slope over the median
    /// radius, m per point.
    private struct Tangent {
        var corner: Int
        var slope: Double
    }

    @inline(__always)
    private func touch(_ place: RadialPlace, _ X: Double, _ hrs: Double) -> Tangent {
        let corner = ground.tangent(from: place, X, hrs)
        let x = Double(ground.x[corner])
        return Tangent(corner: corner, slope: (Double(ground.h[corner]) - hrs) / (X - x) + c * x)
    }

    /// Horizons over bare ground (76) to (83); on a path in sight both are the point that comes nearest to the ray (81).
    @inline(__always)
    private func searchGround(
        _ X: Double, _ k: Int, _ hrs: Double, _ slope: Double, _ tangent: Tangent, back: Float, _ lane: Int
    ) -> Horizons {
        let transmitter = Int(skyline.horizon[k])
        let forward = Skyline.slope(radial, antennaMetres, transmitter, c)
        batch[.groundForward, lane] = Float(forward / step)
        let isTranshorizon = forward > slope - c * X
        batch[.transhorizon, lane] = isTranshorizon ? 1 : 0
        guard isTranshorizon else {
            batch[.groundBack, lane] = 0
            let sight = Sight(isThere: true, X: X, points: k, slope: slope, back: Double(back))
            sights[lane] = sight
            // At half of the time few paths in sight ask for it; a place is kept until one does.
            guard needs.searchesEnhanced else {
                batch.hasEdges = false
                return Horizons(isTranshorizon: false, transmitter: k, receiver: k)
            }
            let edge = principalEdge(sight)
            return Horizons(isTranshorizon: false, transmitter: edge, receiver: edge)
        }
        batch[.groundBack, lane] = Float(tangent.slope / step)
        return Horizons(
            isTranshorizon: true, transmitter: transmitter, receiver: max(Int(ground.x[tangent.corner]), transmitter),
            receiverCorner: tangent.corner)
    }

    /// Finds the principal edges of the lanes in sight.
    func findEdges() {
        for lane in 0..<ReceiverBatch.lanes {
            let sight = sights[lane]
            guard sight.isThere else { continue }
            let edge = principalEdge(sight)
            let m = Float(sight.smoothSlope)
            let height = Double(radial.ground.heights[edge - 1] - m * Float(edge))
            batch[.roughness, lane] = Float(height - sight.smoothMetres)
            batch[.transmitterHorizon, lane] = Float(Double(edge) * step)
            batch[.receiverHorizon, lane] = Float((sight.X - Double(edge)) * step)
        }
        batch.hasEdges = true
    }

    /// Begins a batch.
    func begin() {
        batch.hasEdges = true
        for lane in 0..<ReceiverBatch.lanes { sights[lane].isThere = false }
    }

    /// The point of bare ground that comes nearest to the ray; its carriers may be diffracted or not.
    private func principalEdge(_ sight: Sight) -> Int {
        let (X, k, slope) = (sight.X, sight.points, sight.slope)
        let query = SightClearance(
            place: RadialPlace(X), transmitterMetres: Float(antennaMetres), slope: Float(slope),
            curvature: Float(c))
        // Two points that are often the nearest, or not far from it, bound where it can be. The one that was found last is
        // only a place to begin with: it depends on the receivers that were asked for.
        let horizon = Int(skyline.horizon[k])
        let known = -max(clearance(radial.ground, k, X, slope, c), clearance(radial.ground, horizon, X, slope, c))
        // No ground is steeper than the surface; its slope is rounded to single precision.
        let rounding = 1e-6 * (abs(sight.back) + 2 * c * X)
        let near = TangentRange(
            forward: slope - c * X - Skyline.slope(radial, antennaMetres, horizon, c),
            back: -slope - sight.back - rounding, clearance: known, X)
        let (first, last) = (near.first, min(k, near.last))
        let found = radial.ground.largest(query, from: first, through: last, guess: min(progress[0].lastEdge, k))
        let edge = radial.ground.index(query, found, from: first, through: last, within: -1e-6 * found.value) { index in
            self.clearance(self.radial.ground, index, X, slope, self.c)
        }
        progress[0].lastEdge = edge
        return edge
    }

    /// −v²/(x (X − x)) of a point in double.
    @inline(__always)
    private func clearance(
        _ row: borrowing HeightRow, _ index: Int, _ X: Double, _ slope: Double, _ c: Double
    ) -> Double {
        let x = Double(index)
        let v = antennaMetres + (slope - c * (X - x)) * x - Double(row.heights[index - 1])
        return -v * v / (x * (X - x))
    }

    /// The largest h − m x between the horizons.
    ///
    /// Beyond the horizon both are corners of the hull, so that the corners between them are enough; a chain as long as over
    /// the sea is searched by its blocks.
    @inline(__always)
    private func highest(_ m: Float, _ horizons: Horizons) -> Float {
        let query = HeightOverLine(slope: m)
        guard horizons.isTranshorizon else {
            return radial.ground.heights[horizons.receiver - 1] - m * Float(horizons.receiver)
        }
        let first = ground.corner(atLeast: horizons.transmitter)
        let last = max(horizons.receiverCorner, first)
        guard last - first >= 2 * UpperHull.fewCorners else {
            return ground.largest(query, from: first, through: last)
        }
        return radial.ground.largest(
            query, from: horizons.transmitter, through: horizons.receiver, guess: horizons.transmitter
        ).value
    }

    /// The surface over one or both radii (13) to (17).
    ///
    /// - Returns: The steepest line back to it over the median radius, m per point.
    @inline(__always)
    private func searchSurface(
        _ place: RadialPlace, _ X: Double, _ k: Int, _ hrs: Double, _ slope: Double, bare: Double, _ lane: Int
    ) -> Float {
        let perStep = Float(1 / step)
        let back = progress[0].isBare ? Float(bare) : steepestBack(place, X, k, hrs, c)
        let median = surface(place, X, k, slope, back: back, c, skyline.surface)
        batch[.surfaceForward, lane] = median.forward * perStep
        batch[.surfaceBack, lane] = median.back * perStep
        batch[.clearance, lane] = median.clearance * perStep * perStep
        guard needs.searchesEnhanced else { return median.back }
        let enhanced = surface(
            place, X, k, slope, back: steepestBack(place, X, k, hrs, cEnhanced), cEnhanced, skyline.enhanced)
        batch[.enhancedForward, lane] = enhanced.forward * perStep
        batch[.enhancedBack, lane] = enhanced.back * perStep
        batch[.enhancedClearance, lane] = enhanced.clearance * perStep * perStep
        return median.back
    }

    /// The same over one radius, in points; a clearance below zero where the path is not in sight.
    @inline(__always)
    private func surface(
        _ place: RadialPlace, _ X: Double, _ k: Int, _ slope: Double, back: Float, _ c: Double,
        _ steepest: borrowing Row<Float>
    ) -> (forward: Float, back: Float, clearance: Float) {
        // Points nearer to the receiver than clutter counts are bare.
        let settled = settledPoints(k, X)
        var forward = settled > 0 ? steepest[settled] : -.infinity
        if settled < k {
            for index in (settled + 1)..<(k + 1) {
                let bare = Double(radial.ground.heights[index - 1])
                forward = max(forward, Float((bare - antennaMetres) / Double(index) - c * Double(index)))
            }
        }
        guard Double(forward) < slope - c * X else { return (forward, back, -1) }
        let query = SightClearance(
            place: place, transmitterMetres: Float(antennaMetres), slope: Float(slope), curvature: Float(c))
        let clear = clearClearance * step / X
        // Points that may come nearer to the ray than where no carrier is diffracted.
        let (a, b) = (slope - c * X - Double(forward), -slope - Double(back))
        let near = TangentRange(forward: a, back: b, clearance: clear, X)
        var value = Float(-clear)
        if settled < k { value = radial.ground.largest(query, from: settled + 1, through: k, over: value).value }
        let last = min(settled, near.last)
        guard near.first <= last else { return (forward, back, -value) }
        // The points before the receiver nearly always are the nearest, and then leave few others to look at.
        let start = max(near.first, HeightRow.blockStart(of: last))
        value = radial.surface.largest(query, inBlockFrom: start, through: last, over: value)
        guard start > near.first else { return (forward, back, -value) }
        // So may the horizon of the mast be, which is a point like the others.
        let horizon = Int(skyline.horizon[k])
        if horizon <= settled { value = max(value, Float(clearance(radial.surface, horizon, X, slope, c))) }
        var rest = TangentRange(forward: a, back: b, clearance: -Double(value), X)
        // And so may be the one that was the nearest for another receiver; what is found does not depend on it.
        let guess = progress[0].lastClear
        if guess >= rest.first, guess < start, guess <= rest.last {
            let better = radial.surface.largest(
                query, inBlockOf: guess, from: rest.first, through: min(start - 1, rest.last), over: value)
            if better > value {
                value = better
                rest = TangentRange(forward: a, back: b, clearance: -Double(value), X)
            }
        }
        guard rest.first < start else { return (forward, back, -value) }
        let found = radial.surface.largest(
            query, from: rest.first, through: min(start - 1, rest.last), rarelyOver: value)
        if found.block >= 0 { progress[0].lastClear = max(rest.first, found.block * 16 + 1) }
        return (forward, back, -found.value)
    }

    /// Srim (17), m per point.
    @inline(__always)
    private func steepestBack(_ place: RadialPlace, _ X: Double, _ k: Int, _ hrs: Double, _ c: Double) -> Float {
        let settled = settledPoints(k, X)
        let query = BackwardSlope(place: place, receiverMetres: Float(hrs), curvature: Float(c))
        if progress[0].isBare { return Self.steepestBack(ground, query, place, X, hrs) }
        var best = settled > 0 ? Self.steepestBack(surface, query, place, X, hrs) : -.infinity
        if settled < k {
            best = max(best, radial.ground.largest(query, from: settled + 1, through: k).value)
        }
        return best
    }

    /// The steepest line back to the corners of a hull. Over its own radius of the Earth they are unimodal; over a larger
    /// one few enough matter that all are asked.
    @inline(__always)
    private static func steepestBack(
        _ hull: borrowing UpperHull, _ query: BackwardSlope, _ place: RadialPlace, _ X: Double, _ hrs: Double
    ) -> Float {
        guard hull.count > UpperHull.fewCorners, Double(query.curvature) == Double(Float(hull.curvature)) else {
            return hull.largest(query, from: 0, through: hull.count - 1)
        }
        let corner = hull.tangent(from: place, X, hrs)
        let x = hull.x[corner]
        return Float((Double(hull.h[corner]) - hrs) / (X - Double(x))) + query.curvature * x
    }

    @inline(__always)
    private func write(
        _ receiver: RadialReceiver, _ place: RadialPlace, _ k: Int, hts: Double, hrs: Double, _ lane: Int
    ) {
        let D = receiver.lengthKilometres
        batch[.length, lane] = Float(D)
        batch[.wholePoints, lane] = place.whole
        batch[.restPoints, lane] = place.rest
        batch[.points, lane] = Float(k)
        batch[.rise, lane] = Float(hrs - hts)
        batch[.transmitterAltitude, lane] = Float(hts + progress[0].footMetres)
        batch[.receiverAltitude, lane] = Float(hrs + progress[0].footMetres)
        batch[.receiverClutter, lane] = Float(receiver.place.clutterMetres)
        batch[.receiverAntenna, lane] = Float(receiver.antennaMetres)
        batch[.latitude, lane] = Float(receiver.latitudeDegrees)
        let zones =
            progress[0].isInland && receiver.place.zone == .inland
            ? Radial.inlandLengths(D) : radial.zoneLengths(to: D, last: k, receiver: receiver.place.zone)
        batch[.seaShare, lane] = Float(zones.seaShare)
        batch[.longestLand, lane] = Float(zones.longestLandKilometres)
        batch[.longestInland, lane] = Float(zones.longestInlandKilometres)
        let dct = receiver.transmitterToCoastKilometres ?? zones.transmitterToCoastKilometres
        let dcr = receiver.receiverToCoastKilometres ?? zones.receiverToCoastKilometres
        batch[.transmitterCoast, lane] = Float(zones.ends.transmitterAtSea ? 0 : dct)
        batch[.receiverCoast, lane] = Float(zones.ends.receiverAtSea ? 0 : dcr)
        batch[.receiverAtSea, lane] = zones.ends.receiverAtSea ? 1 : 0
    }
}
