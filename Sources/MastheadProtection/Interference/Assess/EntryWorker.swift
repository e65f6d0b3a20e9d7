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
    /// What some paths of a station brought.
    struct Found: Sendable {
        var geometries: [EntryTerms.Geometry] = []
        var entries: [PathEntry] = []
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
    mutating func entries(of plan: StationPlan, _ stops: Range<Int>) -> Found {
        let tracer = self.tracer(plan)
        var found = Found()
        found.entries.reserveCapacity(plan.stops[stops].reduce(0) { $0 + $1.pairs.count })
        for number in stops {
            let stop = plan.stops[number]
            let site = index.sites[stop.site]
            let path = tracer.trace(
                to: site.plane, position: site.position, antennaMetres: site.antennaMetres,
                distanceKilometres: stop.distanceKilometres)
            let geometry = Self.geometry(
                stations[plan.station].position, site.position, stop.distanceKilometres, path)
            found.geometries.append(geometry)
            for pair in plan.pairs[stop.pairs] {
                let entry = self.entry(plan, pair, number, geometry, lossDB: tracer.lossDB[Int(pair.model)])
                // A null of the pattern, or a carrier that is never on, brings nothing.
                if let entry, entry.value.isFinite { found.entries.append(entry) }
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

    private func entry(
        _ plan: StationPlan, _ pair: StationPlan.Pair, _ stop: Int, _ geometry: EntryTerms.Geometry, lossDB: Double
    ) -> PathEntry? {
        let reading = plan.readings[Int(pair.reading)]
        let emitter = emitters[Int(pair.emitter)]
        guard let share = plan.shares[Int(pair.reading)][index.kindOfEmitter[Int(pair.emitter)]] else { return nil }
        let radian = Double.pi / 180
        let antenna = emitter.transmitter.antenna
        let (azimuth, elevation) = (geometry.azimuthAtEmitter * radian, geometry.elevationAtEmitter * radian)
        // Beams that follow users count by their mean where mean power does, and by the strongest where peak power does.
        let gain =
            reading.readsMeanPower
            ? antenna.gainDBi(azimuthRadians: azimuth, elevationRadians: elevation)
            : antenna.largestGainDBi(azimuthRadians: azimuth, elevationRadians: elevation)
        let offAxis =
            reading.criterion.threshold.quantity.readsAntenna
            ? reading.offAxisDegrees(
                azimuthRadians: geometry.azimuthAtStation * radian,
                elevationRadians: geometry.elevationAtStation * radian) : nil
        let terms = EntryTerms(
            reading, share, emitter, gainDBi: gain, lossDB: lossDB, offAxisDegrees: offAxis ?? .nan,
            geometry: geometry)
        return PathEntry(
            reading: pair.reading, emitter: pair.emitter, stop: Int32(stop), lossDB: lossDB, gainDBi: gain,
            offAxisDegrees: offAxis ?? .nan, value: terms.value)
    }
}
