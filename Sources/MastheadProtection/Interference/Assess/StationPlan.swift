import MastheadCore
import MastheadGeo
import MastheadRadio

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What has to be computed for one station: the paths, and on each of them the entries that can matter.
final class StationPlan: Sendable {
    /// An entry to be computed.
    struct Pair: Sendable {
        var reading: Int32
        var emitter: Int32
        var model: Int32
    }

    /// A path with its entries.
    struct Stop: Sendable {
        var site: Int
        var distanceKilometres: Double
        var pairs: Range<Int>
    }

    /// What was found of one criterion.
    struct Tally: Sendable {
        var consideredCount = 0
        var leftOutCount = 0
        var leftOutBound: Double?
    }

    let station: Int
    let origin: PathTracer.Origin
    let reachMetres: Double
    let climate: InterferenceClimate
    let readings: [StationReading]
    /// By reading and kind of emitter; nil where nothing counts.
    let shares: [[EmissionShare?]]
    let models: [PathLossModel]
    let stops: [Stop]
    let pairs: [Pair]
    let tallies: [Tally]

    init(
        station: Int, origin: PathTracer.Origin, reachMetres: Double, climate: InterferenceClimate,
        readings: [StationReading], shares: [[EmissionShare?]], models: [PathLossModel], stops: [Stop], pairs: [Pair],
        tallies: [Tally]
    ) {
        self.station = station
        self.origin = origin
        self.reachMetres = reachMetres
        self.climate = climate
        self.readings = readings
        self.shares = shares
        self.models = models
        self.stops = stops
        self.pairs = pairs
        self.tallies = tallies
    }
}

/// Makes the plan of a station.
///
/// Screening: the most that a sector can bring is its value with the peaks of both patterns and the lowest loss that the
/// model states for the distance (`lowestLossDB`, which no path of that length falls below; for P.452 it has the focusing
/// of line of sight at the smaller of p and 0.3 %, and the 1.5 dB that the combination with troposcatter may take off).
/// Where entries are added, the weakest are left out as long as the most that all of them can bring together stays
/// `marginDB` below the limit; where the strongest decides, all whose own bound stays as far below it.
struct StationPlanner {
    let index: EmitterIndex
    let emitters: [Emitter]
    let marginDB: Double
    private var bounds: [(dB: Double, emitter: Int, stop: Int)] = []
    private var models: [PathLossModel] = []
    private var modelOf: [LossKind: Int] = [:]

    init(index: EmitterIndex, emitters: [Emitter], marginDB: Double) {
        self.index = index
        self.emitters = emitters
        self.marginDB = marginDB
    }

    /// - Parameter unscreened: Numbers of readings for which all entries are to be computed.
    mutating func plan(
        station: Int, _ receiver: ProtectedStation, origin: PathTracer.Origin, readings: [StationReading],
        climate: InterferenceClimate, unscreened: Set<Int>
    ) throws(MastheadError) -> StationPlan {
        models = []
        modelOf = [:]
        let reach = readings.map(\.criterion.searchDistance.metres).max() ?? 0
        let near = index.sites(near: origin.plane, metres: reach)
        let distances = near.map {
            Geodesic.distance(from: receiver.position, to: index.sites[$0].position).kilometres
        }
        let shares = self.shares(readings, near)
        var tallies: [StationPlan.Tally] = []
        var byStop: [[StationPlan.Pair]] = Array(repeating: [], count: near.count)
        for (number, reading) in readings.enumerated() {
            var tally = StationPlan.Tally()
            bounds.removeAll(keepingCapacity: true)
            var modelOfEmitter: [Int: Int] = [:]
            let reachKilometres = reading.criterion.searchDistance.kilometres
            for (stop, site) in near.enumerated() where distances[stop] <= reachKilometres {
                for emitter in index.sites[site].emitters {
                    tally.consideredCount += 1
                    guard let share = shares[number][index.kindOfEmitter[emitter]] else { continue }
                    let model = try self.model(reading, emitters[emitter], climate)
                    modelOfEmitter[emitter] = model
                    let lowest = models[model].lowestLossDB(distanceKilometres: distances[stop])
                    bounds.append((reading.boundDB(share, emitters[emitter], lossDB: lowest), emitter, stop))
                }
            }
            let kept = leaveOut(reading, isScreened: !unscreened.contains(number), &tally)
            for bound in kept {
                byStop[bound.stop].append(
                    StationPlan.Pair(
                        reading: Int32(number), emitter: Int32(bound.emitter),
                        model: Int32(modelOfEmitter[bound.emitter] ?? 0)))
            }
            tallies.append(tally)
        }
        try requireHeights(receiver, near: near, byStop)
        var stops: [StationPlan.Stop] = []
        var pairs: [StationPlan.Pair] = []
        for (stop, own) in byStop.enumerated() where !own.isEmpty {
            let start = pairs.count
            pairs += own.sorted { ($0.reading, $0.emitter) < ($1.reading, $1.emitter) }
            stops.append(
                StationPlan.Stop(
                    site: near[stop], distanceKilometres: distances[stop], pairs: start..<pairs.count))
        }
        return StationPlan(
            station: station, origin: origin, reachMetres: reach, climate: climate, readings: readings, shares: shares,
            models: models, stops: stops, pairs: pairs, tallies: tallies)
    }

    /// The shares of the kinds of emission that are near, by reading and kind.
    private func shares(_ readings: [StationReading], _ near: [Int]) -> [[EmissionShare?]] {
        let isNear = Set(near.flatMap { index.sites[$0].emitters }.map { index.kindOfEmitter[$0] })
        return readings.map { reading in
            index.kinds.enumerated().map { number, kind in
                guard isNear.contains(number) else { return nil }
                return EmissionShare(
                    kind.emission, carrier: kind.carrier, bandwidth: kind.bandwidth, reading: reading)
            }
        }
    }

    /// The model of an entry.
    private mutating func model(
        _ reading: StationReading, _ emitter: Emitter, _ climate: InterferenceClimate
    ) throws(MastheadError) -> Int {
        let kind = reading.lossKind(emitter)
        if let known = modelOf[kind] { return known }
        models.append(try PathLossModel(kind, climate: climate))
        modelOf[kind] = models.count - 1
        return models.count - 1
    }

    /// Takes out the entries that cannot matter; the rest is returned.
    private mutating func leaveOut(
        _ reading: StationReading, isScreened: Bool, _ tally: inout StationPlan.Tally
    ) -> ArraySlice<(dB: Double, emitter: Int, stop: Int)> {
        guard isScreened else { return bounds[...] }
        bounds.sort { $0.dB != $1.dB ? $0.dB < $1.dB : $0.emitter < $1.emitter }
        let threshold = reading.criterion.threshold
        let allowed = pow(10, (threshold.limit - marginDB) / 10)
        var sum = 0.0
        var count = 0
        while count < bounds.count {
            let power = pow(10, bounds[count].dB / 10)
            let next = threshold.entries == .aggregate ? sum + power : max(sum, power)
            guard next <= allowed else { break }
            sum = next
            count += 1
        }
        tally.leftOutCount = count
        tally.leftOutBound = sum > 0 ? 10 * log10(sum) : nil
        return bounds[count...]
    }

    private func requireHeights(
        _ station: ProtectedStation, near: [Int], _ byStop: [[StationPlan.Pair]]
    ) throws(MastheadError) {
        let heights = Set(near.indices.filter { !byStop[$0].isEmpty }.map { index.sites[near[$0]].antennaMetres })
        for model in models {
            do throws(MastheadError) {
                try model.require(stationMetres: station.antennaHeight.metres, emitterMetres: 30)
            } catch { throw error.located(at: .row(file: station.file, row: station.row, column: nil)) }
            for height in heights.sorted() { try model.require(stationMetres: 30, emitterMetres: height) }
        }
    }
}

extension StationReading {
    /// The loss that an entry needs: on the carrier where the channel counts, in the middle of the received band where
    /// what is beside it does.
    func lossKind(_ emitter: Emitter) -> LossKind {
        let isWanted = criterion.interference != .unwanted
        return LossKind(
            model: criterion.model,
            hertz: isWanted ? emitter.transmitter.carrier.frequency.hertz : middle.hertz,
            timePercent: criterion.threshold.timePercent, isHorizontal: emitter.polarization == "horizontal")
    }

    /// The most that an emitter brings over a path with a loss.
    func boundDB(_ share: EmissionShare, _ emitter: Emitter, lossDB: Double) -> Double {
        let antenna = emitter.transmitter.antenna
        return EntryTerms(
            self, share, emitter, gainDBi: antenna.pattern.peakGainDBi, lossDB: lossDB, offAxisDegrees: .nan
        ).value
    }
}
