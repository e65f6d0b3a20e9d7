import MastheadCore
import MastheadGeo
import MastheadPropagation
import MastheadRadio

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Computes the entries of some paths; one worker serves one thread and keeps its tracer while the station stays the same.
struct EntryWorker {
    /// An entry of a reading.
    struct Found: Sendable {
        var reading: Int
        var entry: InterferenceEntry
        var isNearField: Bool
        var crossesVoid: Bool
    }

    let index: EmitterIndex
    let emitters: [Emitter]
    let stations: [ProtectedStation]
    let terrain: ProtectionTerrain
    private var tracer: (plan: StationPlan, tracer: PathTracer)?

    init(index: EmitterIndex, emitters: [Emitter], stations: [ProtectedStation], terrain: ProtectionTerrain) {
        self.index = index
        self.emitters = emitters
        self.stations = stations
        self.terrain = terrain
    }

    /// The entries of some of a station's paths, in their order.
    mutating func entries(of plan: StationPlan, _ stops: Range<Int>) -> [Found] {
        let tracer = self.tracer(plan)
        var found: [Found] = []
        found.reserveCapacity(plan.stops[stops].reduce(0) { $0 + $1.pairs.count })
        for stop in plan.stops[stops] {
            let site = index.sites[stop.site]
            let path = tracer.trace(
                to: site.plane, position: site.position, antennaMetres: site.antennaMetres,
                distanceKilometres: stop.distanceKilometres)
            let geometry = Self.geometry(
                stations[plan.station].position, site.position, stop.distanceKilometres, path)
            for pair in plan.pairs[stop.pairs] {
                let terms = self.terms(plan, pair, geometry, lossDB: tracer.lossDB[Int(pair.model)])
                // A null of the pattern, or a carrier that is never on, brings nothing.
                guard let terms, terms.value.isFinite else { continue }
                found.append(
                    Found(
                        reading: Int(pair.reading), entry: InterferenceEntry(emitter: Int(pair.emitter), terms: terms),
                        isNearField: path.isNearField, crossesVoid: path.crossesVoid))
            }
        }
        return found
    }

    private mutating func tracer(_ plan: StationPlan) -> PathTracer {
        if let tracer, tracer.plan === plan { return tracer.tracer }
        let made = PathTracer(
            terrain: terrain, origin: plan.origin, models: plan.models, deltaN: plan.climate.deltaN,
            reachMetres: plan.reachMetres)
        tracer = (plan, made)
        return made
    }

    /// Bearings are those of the shortest line, true at both ends.
    private static func geometry(
        _ station: GeographicPosition, _ emitter: GeographicPosition, _ distance: Double, _ path: PathTracer.Path
    ) -> EntryTerms.Geometry {
        let degrees = 180 / Double.pi
        return EntryTerms.Geometry(
            distanceKilometres: distance,
            azimuthAtStation: Geodesic.bearing(from: station, to: emitter).degrees,
            elevationAtStation: path.horizons.mastRadians * degrees,
            azimuthAtEmitter: Geodesic.bearing(from: emitter, to: station).degrees,
            elevationAtEmitter: path.horizons.receiverRadians * degrees,
            path: path.crossesVoid
                ? .void : path.isNearField ? .nearField : path.horizons.isTranshorizon ? .transhorizon : .sight)
    }

    private func terms(
        _ plan: StationPlan, _ pair: StationPlan.Pair, _ geometry: EntryTerms.Geometry, lossDB: Double
    ) -> EntryTerms? {
        let reading = plan.readings[Int(pair.reading)]
        let emitter = emitters[Int(pair.emitter)]
        let kind = index.kindOfEmitter[Int(pair.emitter)]
        guard let share = plan.shares[Int(pair.reading)][kind] else { return nil }
        let radian = Double.pi / 180
        let gain = emitter.transmitter.antenna.gainDBi(
            azimuthRadians: geometry.azimuthAtEmitter * radian, elevationRadians: geometry.elevationAtEmitter * radian)
        var own = geometry
        var offAxisGain: Double?
        if reading.criterion.threshold.quantity.readsAntenna {
            own.offAxisDegrees = reading.offAxisDegrees(
                azimuthRadians: geometry.azimuthAtStation * radian,
                elevationRadians: geometry.elevationAtStation * radian)
            offAxisGain = own.offAxisDegrees.map { reading.pattern.gainDBi(offAxisDegrees: $0) }
        }
        return EntryTerms(
            reading, share, emitter, gainDBi: gain, lossDB: lossDB, offAxisGainDBi: offAxisGain, geometry: own)
    }
}
