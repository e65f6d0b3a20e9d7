/// The path from a radial's mast to one receiver beyond its last point, as the equations ask for it.
///
/// Distances of the radial are in points, those of the equations in km.
struct RadialPath: PathSearch {
    private let radial: Radial
    /// D in points.
    private let X: Double
    private let h: Double
    let lengthKilometres: Double
    let receiverMetres: Double
    let receiverGround: Double
    let receiverClutter: Double
    let scan: TerrainScan
    let zones: ZoneLengths

    /// The path to a receiver.
    ///
    /// - Parameters:
    ///   - radial: At least three points, the last of them nearer than the receiver.
    ///   - D: Distance of the receiver, km; not less than that of the receiver before.
    ///   - receiver: Ground, clutter and zone where it stands.
    ///   - antennaMetres: Height of its antenna above the ground, m.
    @inline(__always)
    init(_ radial: Radial, lengthKilometres D: Double, receiver: PathSample, antennaMetres: Double) {
        radial.settle(forReceiverAt: D)
        let step = radial.stepKilometres
        self.radial = radial
        h = step
        X = D / step
        lengthKilometres = D
        receiverGround = receiver.groundMetres
        receiverClutter = receiver.clutterMetres
        receiverMetres = receiver.groundMetres + antennaMetres
        zones = radial.zones.lengths(to: D, last: Double(radial.count) * step, receiver: receiver.zone)
        scan = Self.scan(radial, X, D, receiverMetres, receiverGround)
    }

    private static func scan(_ radial: Radial, _ X: Double, _ D: Double, _ hrs: Double, _ hn: Double) -> TerrainScan {
        let step = radial.stepKilometres
        let hts = radial.transmitterMetres
        let cD = radial.ground.curvature * D
        let toHorizon = radial.ground.steepest
        let fromHorizon = radial.ground.steepestBack(from: X, hrs)
        let groundT = toHorizon.slope / step + cD
        let groundR = fromHorizon.slope / step - cD
        // (89): heights over the straight line between the antennas.
        let rise = (hrs - hts) / X
        let hobs = radial.raw.highest(over: hts, slope: rise, from: 1, through: radial.count)
        let αobt = (radial.raw.steepest.slope - rise) / step
        let αobr = (radial.raw.steepestBack(from: X, hrs).slope + rise) / step
        // (85), (86): the interval that ends at the receiver closes the sums.
        let k = Double(radial.count)
        let last = radial.lastGround
        let v1 = radial.v1 + (X - k) * (hn + last)
        let v2 = radial.v2 + (X - k) * (hn * (2 * X + k) + last * (X + 2 * k))
        return TerrainScan(
            surface: slopes(radial, radial.surface, X, D, hrs), groundFromTransmitter: groundT,
            transmitterHorizon: ((groundT - cD) / 1000, toHorizon.index),
            receiverHorizon: ((groundR - cD) / 1000, fromHorizon.index), obstructionMetres: hobs,
            obstructionFromTransmitter: αobt, obstructionFromReceiver: αobr, v1: v1 * step, v2: v2 * step * step)
    }

    /// Stim and Srim, m/km.
    private static func slopes(
        _ radial: Radial, _ surface: FoldedSurface, _ X: Double, _ D: Double, _ hrs: Double
    ) -> SurfaceSlopes {
        let Y = surface.folded(hrs, at: X)
        var T = surface.steepest.slope
        var R = surface.steepestBack(from: X, hrs).slope
        for (offset, point) in radial.waiting.enumerated() {
            let x = Double(surface.count + 1 + offset)
            let y = surface.folded(point.bare, at: x)
            T = max(T, (y - radial.transmitterMetres) / x)
            R = max(R, (y - Y) / (X - x))
        }
        let cD = surface.curvature * D
        return SurfaceSlopes(
            fromTransmitter: T / radial.stepKilometres + cD, fromReceiver: R / radial.stepKilometres - cD)
    }

    var distances: RadialDistances {
        RadialDistances(stepKilometres: h, count: radial.count + 2, last: lengthKilometres)
    }
    var transmitterMetres: Double { radial.transmitterMetres }
    var transmitterGround: Double { radial.transmitterGround }

    /// The surface of a curvature: the median one, or the enhanced one where the radial has it.
    private func isMedian(_ curvature: Double) -> Bool { curvature == radial.surface.curvature }

    func slopes(curvature: Double) -> SurfaceSlopes {
        guard !isMedian(curvature), let enhanced = radial.enhanced else { return scan.surface }
        return Self.slopes(radial, enhanced, X, lengthKilometres, receiverMetres)
    }

    func largestClearanceTerm(curvature: Double) -> Double {
        var value: Double
        let surface: FoldedSurface
        if !isMedian(curvature), let enhanced = radial.enhanced {
            let found = enhanced.nearestToSight(X, receiverMetres, startingAt: radial.lastNearest.enhanced)
            radial.lastNearest.enhanced = found.index
            (value, surface) = (found.value, enhanced)
        } else {
            surface = radial.surface
            let found = surface.nearestToSight(X, receiverMetres, startingAt: radial.lastNearest.surface)
            radial.lastNearest.surface = found.index
            value = found.value
        }
        let slope = (surface.folded(receiverMetres, at: X) - transmitterMetres) / X
        for (offset, point) in radial.waiting.enumerated() {
            let x = Double(surface.count + 1 + offset)
            let v = max(0, transmitterMetres + slope * x - surface.folded(point.bare, at: x))
            value = min(value, v * v / (x * (X - x)))
        }
        return -value / (h * h)
    }

    func principalEdge(curvature: Double) -> Int {
        let found = radial.ground.nearestToSight(X, receiverMetres, startingAt: radial.lastNearest.ground)
        radial.lastNearest.ground = found.index
        return radial.ground.lastNearSight(X, receiverMetres, within: found.value * (1 + 1e-12))
    }

    func largestHeight(over base: Double, slope: Double, from first: Int, through last: Int) -> Double {
        radial.raw.highest(over: base, slope: slope * h, from: first, through: last)
    }
}

/// The points of a path along a radial: equal steps, and the receiver.
struct RadialDistances: SampleDistances {
    let stepKilometres: Double
    let count: Int
    let last: Double

    @inline(__always)
    subscript(_ index: Int) -> Double { index == count - 1 ? last : Double(index) * stepKilometres }
}
