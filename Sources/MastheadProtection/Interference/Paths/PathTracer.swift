import MastheadCore
import MastheadGeo
import MastheadPropagation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Losses of paths from one protected station outwards, each over its own terrain, by all models that are asked for.
///
/// Basic transmission loss is the same in both directions, so that the station stands where a mast stands in a sweep.
/// Points stand one terrain cell apart on the straight line in the plane, as the audit form of coverage draws them; the
/// last stages of models share the searches. Models without a last stage are asked over the same points. One tracer
/// serves one thread; nothing is allocated for a path but by models without a last stage.
final class PathTracer {
    /// A path that was traced.
    struct Path {
        /// Elevation angles at the station (as mast) and at the emitter (as receiver).
        var horizons: RadialHorizons
        /// Whether the terrain has a void on it, so that losses are the lowest that the models have.
        var crossesVoid = false
        /// Whether it is shorter than the models hold, so that free space counts.
        var isNearField = false
    }

    /// The station as the tracer needs it.
    struct Origin {
        var plane: PlanePoint
        var latitudeDegrees: Double
        var longitudeDegrees: Double
        var antennaMetres: Double
        var foot: PathSample
    }

    /// Models with one rule for clutter near antennas.
    private struct Group {
        let radial: Radial
        let kernel: RadialKernel
        let clutterFreeKilometres: Double
        let models: [Int]
    }

    private let terrain: ProtectionTerrain
    private let origin: Origin
    private let deltaN: Double
    private let models: [PathLossModel]
    private var groups: [Group] = []
    private let plain: Radial
    private let withoutTail: [Int]
    private var profile = PathProfile()
    private var kernelLosses: [Float]
    private var receivers: [RadialReceiver] = []
    /// Losses of the last path by model, dB.
    private(set) var lossDB: [Double]

    /// A tracer for paths up to a length.
    init(terrain: ProtectionTerrain, origin: Origin, models: [PathLossModel], deltaN: Double, reachMetres: Double) {
        self.terrain = terrain
        self.origin = origin
        self.models = models
        self.deltaN = deltaN
        // The plane may be longer than the Earth by 3 %, and the lanes of the last vector need room too.
        let capacity = Int(1.04 * reachMetres / terrain.grid.cellMetres) + 32
        plain = Radial(capacity: capacity)
        lossDB = Array(repeating: 0, count: models.count)
        kernelLosses = Array(repeating: 0, count: models.count)
        withoutTail = models.indices.filter { models[$0].tail == nil }
        let rules = Set(models.compactMap { $0.tail?.clutterFreeKilometres }).sorted()
        for rule in rules {
            let members = models.indices.filter { models[$0].tail?.clutterFreeKilometres == rule }
            let radial = groups.isEmpty ? plain : Radial(capacity: capacity)
            groups.append(
                Group(
                    radial: radial, kernel: RadialKernel(radial, tails: members.compactMap { models[$0].tail }),
                    clutterFreeKilometres: rule, models: members))
        }
    }

    /// Traces the path to an antenna; the losses are in ``lossDB`` then.
    func trace(
        to plane: PlanePoint, position: GeographicPosition, antennaMetres: Double, distanceKilometres D: Double
    ) -> Path {
        let place = terrain.sample(at: plane)
        let (dx, dy) = (plane.x - origin.plane.x, plane.y - origin.plane.y)
        let length = (dx * dx + dy * dy).squareRoot()
        let cell = terrain.grid.cellMetres
        var receiver = RadialReceiver(
            lengthKilometres: D, place: place, antennaMetres: antennaMetres,
            latitudeDegrees: Self.midpointLatitudeDegrees(origin, position))
        guard length > 0, D > 0, !origin.foot.groundMetres.isNaN, !place.groundMetres.isNaN else {
            return withoutTerrain(receiver, isVoid: origin.foot.groundMetres.isNaN || place.groundMetres.isNaN)
        }
        let step = D / length * cell
        let count = min(plain.capacity, RadialReceiver.points(before: D, stepKilometres: step))
        guard count >= Self.leastPoints else {
            return shortPath(&receiver, to: plane)
        }
        let line = terrain.line(from: origin.plane, east: dx / length, north: dy / length)
        let firstVoid = plain.fill(
            from: terrain.raster, along: line, count: count, stepKilometres: step, foot: origin.foot,
            clutterFreeKilometres: groups.first?.clutterFreeKilometres ?? 0)
        guard firstVoid >= count else { return withoutTerrain(receiver, isVoid: true) }
        receivers.removeAll(keepingCapacity: true)
        receivers.append(receiver)
        for (number, group) in groups.enumerated() {
            if number > 0 {
                _ = group.radial.fill(
                    from: terrain.raster, along: line, count: count, stepKilometres: step, foot: origin.foot,
                    clutterFreeKilometres: group.clutterFreeKilometres)
            }
            group.kernel.look(antennaMetres: origin.antennaMetres)
            var span = kernelLosses.mutableSpan
            group.kernel.losses(of: receivers.span, into: &span)
            for (index, model) in group.models.enumerated() { lossDB[model] = Double(kernelLosses[index]) }
        }
        if !withoutTail.isEmpty {
            profile.refill(along: plain, over: terrain.raster, to: receiver)
            for model in withoutTail {
                lossDB[model] = models[model].model.lossDB(over: profile, terminals: terminals(receiver))
            }
        }
        let horizons = plain.horizons(antennaMetres: origin.antennaMetres, to: receiver, deltaN: deltaN)
        return Path(horizons: horizons, isNearField: settleOutside(receiver))
    }

    /// The points of a path, as its losses are computed over them; nil where the terrain has a void on it.
    func profile(
        to plane: PlanePoint, position: GeographicPosition, antennaMetres: Double, distanceKilometres D: Double
    ) -> (profile: PathProfile, terminals: PathTerminals, path: Path)? {
        let path = trace(to: plane, position: position, antennaMetres: antennaMetres, distanceKilometres: D)
        guard !path.crossesVoid, D > 0 else { return nil }
        let receiver = RadialReceiver(
            lengthKilometres: D, place: terrain.sample(at: plane), antennaMetres: antennaMetres,
            latitudeDegrees: Self.midpointLatitudeDegrees(origin, position))
        let length = hypot(plane.x - origin.plane.x, plane.y - origin.plane.y)
        let step = D / max(length, 1e-3) * terrain.grid.cellMetres
        // A short path has left its points in the profile already.
        if RadialReceiver.points(before: D, stepKilometres: step) >= Self.leastPoints {
            profile.refill(along: plain, over: terrain.raster, to: receiver)
        }
        return (profile, terminals(receiver), path)
    }

    /// Paths with fewer points before the emitter are drawn finer.
    private static let leastPoints = 4

    /// A path of a few cells: five points on it, or free space where it is shorter than the models hold.
    private func shortPath(_ receiver: inout RadialReceiver, to plane: PlanePoint) -> Path {
        var isVoid = false
        let intervals = 5
        profile.refillEquidistant(count: intervals + 1, lengthKilometres: receiver.lengthKilometres) { index in
            let t = Double(index) / Double(intervals)
            let sample = terrain.sample(
                at: PlanePoint(
                    x: origin.plane.x + t * (plane.x - origin.plane.x),
                    y: origin.plane.y + t * (plane.y - origin.plane.y)))
            if sample.groundMetres.isNaN { isVoid = true }
            return sample
        }
        guard !isVoid else { return withoutTerrain(receiver, isVoid: true) }
        for model in models.indices {
            lossDB[model] = models[model].model.lossDB(over: profile, terminals: terminals(receiver))
        }
        let isNear = settleOutside(receiver)
        return Path(horizons: straight(receiver), isNearField: isNear)
    }

    /// A path of which nothing is known but its length: the lowest losses that the models have over it.
    private func withoutTerrain(_ receiver: RadialReceiver, isVoid: Bool) -> Path {
        for model in models.indices {
            lossDB[model] = models[model].lowestLossDB(distanceKilometres: receiver.lengthKilometres)
        }
        guard isVoid else {
            let isNear = settleOutside(receiver)
            return Path(horizons: straight(receiver), isNearField: isNear)
        }
        var level = receiver
        level.place.groundMetres = 0
        return Path(horizons: straight(level, footMetres: 0), crossesVoid: true)
    }

    /// Free space where the path is shorter than a model holds, the model's lowest loss where it is longer.
    private func settleOutside(_ receiver: RadialReceiver) -> Bool {
        let D = receiver.lengthKilometres
        let rise = (riseMetres(receiver, origin.foot.groundMetres)) / 1000
        var isNear = false
        for index in models.indices {
            let model = models[index]
            if D < model.model.lengths.lowerBound {
                // A receiver under an antenna stands at least a metre away from it.
                lossDB[index] = FreeSpace.lossDB(
                    distanceKilometres: max(0.001, (D * D + rise * rise).squareRoot()),
                    frequencyGigahertz: model.kind.hertz / 1e9)
                isNear = true
            } else if D > model.model.lengths.upperBound {
                lossDB[index] = model.lowestLossDB(distanceKilometres: D)
            }
        }
        return isNear
    }

    private func riseMetres(_ receiver: RadialReceiver, _ footMetres: Double) -> Double {
        receiver.place.groundMetres + receiver.antennaMetres - footMetres - origin.antennaMetres
    }

    /// The straight line between the antennas over the median effective Earth.
    private func straight(_ receiver: RadialReceiver, footMetres: Double? = nil) -> RadialHorizons {
        let metres = receiver.lengthKilometres * 1000
        let rise = riseMetres(receiver, footMetres ?? origin.foot.groundMetres)
        let dip = metres * (157 - deltaN) / (2000 * PhysicalConstants.ituEarthRadiusKilometres * 157)
        return RadialHorizons(
            isTranshorizon: false, mastRadians: atan2(rise - dip * metres, metres),
            receiverRadians: atan2(-rise - dip * metres, metres))
    }

    private func terminals(_ receiver: RadialReceiver) -> PathTerminals {
        PathTerminals(
            transmitterHeightMetres: origin.antennaMetres, receiverHeightMetres: receiver.antennaMetres,
            midpointLatitudeDegrees: receiver.latitudeDegrees)
    }

    /// Latitude of the middle of the great circle.
    ///
    ///     tan φm = (sin φ₁ + sin φ₂) / √( (cos φ₁ + cos φ₂ cos Δλ)² + (cos φ₂ sin Δλ)² )
    private static func midpointLatitudeDegrees(_ origin: Origin, _ end: GeographicPosition) -> Double {
        let radian = Double.pi / 180
        let (a, b) = (origin.latitudeDegrees * radian, end.latitudeDegrees * radian)
        let turn = (end.longitudeDegrees - origin.longitudeDegrees) * radian
        let x = cos(a) + cos(b) * cos(turn)
        let y = cos(b) * sin(turn)
        return atan2(sin(a) + sin(b), (x * x + y * y).squareRoot()) / radian
    }
}
