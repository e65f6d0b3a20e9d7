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

    /// Stations that are worked on at a time, so that what is kept only until their verdicts stays small.
    private static let waveStations = 16

    /// The verdicts on some stations.
    func assess(
        _ chosen: [Int], unscreened: [Int: Set<Int>]
    ) throws(MastheadError) -> [(Int, [Assessment])] {
        var verdicts: [(Int, [Assessment])] = []
        var start = 0
        while start < chosen.count {
            let end = min(start + Self.waveStations, chosen.count)
            verdicts += try wave(Array(chosen[start..<end]), unscreened)
            start = end
        }
        return verdicts
    }

    private func wave(
        _ chosen: [Int], _ unscreened: [Int: Set<Int>]
    ) throws(MastheadError) -> [(Int, [Assessment])] {
        let plans = try self.plans(chosen, unscreened)
        var pieces: [Piece] = []
        var firstPieces = [0]
        for plan in plans {
            for start in stride(from: 0, to: plan.stops.count, by: Self.pieceStops) {
                pieces.append(Piece(plan: plan, stops: start..<min(start + Self.pieceStops, plan.stops.count)))
            }
            firstPieces.append(pieces.count)
        }
        let work = pieces
        let results = PieceResults<EntryWorker.Found>(count: work.count)
        try SharedWork.run(count: work.count, threads: threads, isStopped: isStopped) {
            () throws(MastheadError) -> EntryWorker in
            EntryWorker(index: index, emitters: emitters, stations: stations, terrain: assessor.terrain)
        } body: { (worker, number) throws(MastheadError) in
            results.set(worker.entries(of: work[number].plan, work[number].stops), at: number)
        }
        let found = results.all()
        let ranges = zip(firstPieces, firstPieces.dropFirst()).map { $0..<$1 }
        let verdicts = PieceResults<[Assessment]>(count: plans.count)
        try SharedWork.run(count: plans.count, threads: threads, isStopped: isStopped) {
            () throws(MastheadError) -> Void in
        } body: { (_, number) throws(MastheadError) in
            verdicts.set(self.verdicts(plans[number], found[ranges[number]]), at: number)
        }
        return Array(zip(plans.map(\.station), verdicts.all()))
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

    private func verdicts(_ plan: StationPlan, _ found: ArraySlice<EntryWorker.Found>) -> [Assessment] {
        let paths = StationPaths(
            plan: plan, emitters: emitters, index: index, geometries: found.flatMap(\.geometries))
        var entries: [[PathEntry]] = plan.readings.map { _ in [] }
        var caveats = plan.readings.map { _ in Caveats() }
        for entry in found.lazy.flatMap(\.entries) {
            let reading = Int(entry.reading)
            entries[reading].append(entry)
            switch paths.geometries[Int(entry.stop)].path {
            case .void: caveats[reading].add(.interferenceOverVoid)
            case .nearField: caveats[reading].add(.interferenceNearField)
            case .sight, .transhorizon: break
            }
        }
        return plan.readings.indices.map { number in
            let reading = plan.readings[number]
            let threshold = reading.criterion.threshold
            let ranked = Aggregator.ranked(entries[number]).map { InterferenceEntry($0, of: paths) }
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
