/// The terrain from a mast outward in one direction, kept up so that the path to any point of it is at hand.
///
/// The points stand at equal steps from the mast. A receiver sees the points that were added before it: evaluate first,
/// then push. What P.1812 and P.452 ask of a whole profile is answered from running sums and maxima, from upper hulls and
/// from bounds over blocks, which a new point changes a little; the cost of a receiver hardly grows with its distance.
///
/// The answers are those of the scanned profile but for rounding; `RadialTests` holds them to it. One radial serves one
/// thread, and allocates nothing once its arrays have grown.
package final class Radial {
    /// Distance between points, km.
    let stepKilometres: Double
    /// Clutter nearer than this to either antenna does not count, km: 0 for P.1812, 50 m for P.452-18.
    let clutterFreeKilometres: Double

    private(set) var transmitterGround = 0.0
    /// hts, m.
    private(set) var transmitterMetres = 0.0
    /// Surface and bare ground over the median effective radius, surface over the enhanced one, ground as it stands.
    private(set) var surface: FoldedSurface
    private(set) var enhanced: FoldedSurface?
    private(set) var ground: FoldedSurface
    private(set) var raw: FoldedSurface
    private(set) var zones = RadialZones(transmitter: .inland)
    private(set) var v1 = 0.0
    private(set) var v2 = 0.0
    private(set) var lastGround = 0.0

    /// Points whose clutter does not count yet, for a receiver may come that is too near: bare and surface altitudes.
    private(set) var waiting: [(bare: Double, surface: Double)] = []

    // Where the searches of the receiver before ended; only a place to begin with.
    var lastNearest = (surface: 0, enhanced: 0, ground: 0)

    /// A radial for models of one climate.
    ///
    /// - Parameters:
    ///   - stepKilometres: Distance between points, km, above zero.
    ///   - ae: Median effective Earth radius, km.
    ///   - needsEnhanced: Whether time percentages below 50 % are asked for, which need a second radius.
    ///   - clutterFreeKilometres: How near to an antenna clutter does not count, km.
    package init(
        stepKilometres: Double, medianRadiusKilometres ae: Double, needsEnhanced: Bool,
        clutterFreeKilometres: Double = 0
    ) {
        self.stepKilometres = stepKilometres
        self.clutterFreeKilometres = clutterFreeKilometres
        surface = FoldedSurface(curvature: 500 / ae, stepKilometres: stepKilometres)
        ground = FoldedSurface(curvature: 500 / ae, stepKilometres: stepKilometres)
        raw = FoldedSurface(curvature: 0, stepKilometres: stepKilometres)
        if needsEnhanced {
            enhanced = FoldedSurface(
                curvature: 500 / RadioClimate.enhancedEffectiveRadiusKilometres, stepKilometres: stepKilometres)
        }
    }

    /// The number of points beyond the mast.
    package var count: Int { ground.count }

    /// Begins at a mast.
    package func restart(groundMetres: Double, antennaMetres: Double, zone: RadioZone) {
        transmitterGround = groundMetres
        transmitterMetres = groundMetres + antennaMetres
        lastGround = groundMetres
        surface.reset(transmitterMetres: transmitterMetres)
        enhanced?.reset(transmitterMetres: transmitterMetres)
        ground.reset(transmitterMetres: transmitterMetres)
        raw.reset(transmitterMetres: transmitterMetres)
        zones = RadialZones(transmitter: zone)
        v1 = 0
        v2 = 0
        waiting.removeAll(keepingCapacity: true)
        lastNearest = (0, 0, 0)
    }

    /// Adds the next point.
    package func push(_ point: PathSample) {
        let h = point.groundMetres
        let x = Double(count + 1)
        ground.push(h)
        raw.push(h)
        v1 += h + lastGround
        v2 += h * (3 * x - 1) + lastGround * (3 * x - 2)
        zones.push(point.zone, boundaryKilometres: (x - 0.5) * stepKilometres)
        lastGround = h
        let isNearMast = x * stepKilometres < clutterFreeKilometres
        let top = isNearMast ? h : h + point.clutterMetres
        if clutterFreeKilometres > 0 {
            waiting.append((h, top))
        } else {
            settle(top)
        }
    }

    /// Lets the clutter count of all points that are far enough from a receiver at `D` km; receivers come in the order of
    /// their distance.
    func settle(forReceiverAt D: Double) {
        var settled = 0
        while settled < waiting.count,
            D - Double(surface.count + 1) * stepKilometres >= clutterFreeKilometres
        {
            settle(waiting[settled].surface)
            settled += 1
        }
        if settled > 0 { waiting.removeFirst(settled) }
    }

    private func settle(_ top: Double) {
        surface.push(top)
        enhanced?.push(top)
    }
}
