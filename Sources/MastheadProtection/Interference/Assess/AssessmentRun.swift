import MastheadCore
import MastheadGeo
import MastheadRadio

/// One run of an ``Assessor``: plans by station, entries by pieces of their paths, then verdicts.
struct AssessmentRun: Sendable {
    let assessor: Assessor
    let stations: [ProtectedStation]
    let rules: [Assessor.Rule]
    let emitters: [Emitter]
    let index: EmitterIndex
    let threads: Int
    let isStopped: @Sendable () -> Bool

    /// A part of a station's paths, so small that one station keeps all threads at work.
    private struct Piece: Sendable {
        var plan: StationPlan
        var stops: Range<Int>
    }

    /// Paths in a piece.
    private static let pieceStops = 128

    /// The verdicts on some stations.
    func assess(
        _ chosen: [Int], unscreened: [Int: Set<Int>]
    ) throws(MastheadError) -> [(Int, [Assessment])] {
        let plans = try self.plans(chosen, unscreened)
        let pieces = plans.flatMap { plan in
            stride(from: 0, to: plan.stops.count, by: Self.pieceStops).map { start in
                Piece(plan: plan, stops: start..<min(start + Self.pieceStops, plan.stops.count))
            }
        }
        let results = PieceResults<[EntryWorker.Found]>(count: pieces.count)
        try SharedWork.run(count: pieces.count, threads: threads, isStopped: isStopped) {
            () throws(MastheadError) -> EntryWorker in
            EntryWorker(index: index, emitters: emitters, stations: stations, terrain: assessor.terrain)
        } body: { (worker, number) throws(MastheadError) in
            results.set(worker.entries(of: pieces[number].plan, pieces[number].stops), at: number)
        }
        let found = results.all()
        var verdicts: [(Int, [Assessment])] = []
        var next = 0
        for plan in plans {
            var own: [EntryWorker.Found] = []
            while next < pieces.count, pieces[next].plan === plan {
                own += found[next]
                next += 1
            }
            verdicts.append((plan.station, self.verdicts(plan, own)))
        }
        return verdicts
    }

    private func plans(_ chosen: [Int], _ unscreened: [Int: Set<Int>]) throws(MastheadError) -> [StationPlan] {
        let origins = try self.origins(chosen)
        let results = PieceResults<StationPlan>(count: chosen.count)
        try SharedWork.run(count: chosen.count, threads: threads, isStopped: isStopped) {
            () throws(MastheadError) -> StationPlanner in
            StationPlanner(index: index, emitters: emitters, marginDB: assessor.screeningMarginDB)
        } body: { (planner, number) throws(MastheadError) in
            let station = chosen[number]
            let receiver = stations[station]
            var readings: [StationReading] = []
            for rule in Assessor.rules(rules, for: receiver) {
                readings.append(
                    try StationReading(
                        receiver, pack: rule.pack, criterion: rule.criterion, filters: assessor.filters))
            }
            let plan = try planner.plan(
                station: station, receiver, origin: origins[number], readings: readings,
                climate: assessor.climate(receiver.position), unscreened: unscreened[station] ?? [])
            results.set(plan, at: number)
        }
        return results.all()
    }

    /// Where the stations stand in the plane of the terrain.
    private func origins(_ chosen: [Int]) throws(MastheadError) -> [PathTracer.Origin] {
        let locator = try GridLocator(assessor.terrain.grid)
        var origins: [PathTracer.Origin] = []
        for station in chosen {
            let receiver = stations[station]
            let plane = try locator.plane(of: receiver.position)
            origins.append(
                PathTracer.Origin(
                    plane: plane, latitudeDegrees: receiver.position.latitudeDegrees,
                    longitudeDegrees: receiver.position.longitudeDegrees,
                    antennaMetres: receiver.antennaHeight.metres, foot: assessor.terrain.sample(at: plane)))
        }
        return origins
    }

    private func verdicts(_ plan: StationPlan, _ found: [EntryWorker.Found]) -> [Assessment] {
        var entries: [[InterferenceEntry]] = plan.readings.map { _ in [] }
        var caveats = plan.readings.map { _ in Caveats() }
        for one in found {
            entries[one.reading].append(one.entry)
            if one.crossesVoid { caveats[one.reading].add(.interferenceOverVoid) }
            if one.isNearField { caveats[one.reading].add(.interferenceNearField) }
        }
        return plan.readings.indices.map { number in
            let reading = plan.readings[number]
            let threshold = reading.criterion.threshold
            let ranked = Aggregator.ranked(entries[number])
            let value = Aggregator.value(of: ranked, threshold.entries)
            if reading.pointing == nil, threshold.quantity.readsAntenna {
                caveats[number].add(.interferenceUnknownPointing, count: ranked.count)
            }
            if reading.criterion.basis == .unverified { caveats[number].add(.unverifiedCriterion) }
            return Assessment(
                station: plan.station, pack: reading.pack, criterion: reading.criterion, value: value,
                marginDB: value.map { threshold.limit - $0 }, entries: ranked,
                consideredCount: plan.tallies[number].consideredCount, leftOutCount: plan.tallies[number].leftOutCount,
                leftOutBound: plan.tallies[number].leftOutBound, caveats: caveats[number])
        }
    }
}
