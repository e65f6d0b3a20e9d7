public import MastheadCore
public import MastheadGeo
public import MastheadRadio
import Synchronization

/// Judges protected stations by criteria: every sector within the search distance, on its own exact path.
///
/// The result does not depend on the number of threads. Memory, beside the terrain (ten bytes for each cell): some 120
/// bytes for each entry that is kept, some 60 for each pair of station and sector that is looked at, and for each thread a
/// radial of some 100 bytes for each point on the longest path.
public struct Assessor: Sendable {
    /// A criterion with the pack that it is of.
    public struct Rule: Sendable {
        /// The pack's name.
        public let pack: String
        /// The criterion.
        public let criterion: Criterion

        /// A criterion of a pack.
        public init(pack: String, criterion: Criterion) {
            self.pack = pack
            self.criterion = criterion
        }
    }

    /// The terrain; it must reach as far around the stations as the criteria search.
    public let terrain: ProtectionTerrain
    /// Filters that criteria assume, by name.
    public let filters: [String: EdgeSelectivity]
    /// The air at a station.
    public let climate: @Sendable (GeographicPosition) -> InterferenceClimate
    /// How far below the limit everything stays together that is left out without its exact path, dB; infinity to leave
    /// nothing out. At 30 dB a value at the limit is short of 0.0043 dB at the most; where even that would change a
    /// verdict, all paths are computed.
    public let screeningMarginDB: Double

    /// An assessor over some terrain.
    public init(
        terrain: ProtectionTerrain, filters: [String: EdgeSelectivity] = [:], screeningMarginDB: Double = 30,
        climate: @escaping @Sendable (GeographicPosition) -> InterferenceClimate = { _ in InterferenceClimate() }
    ) {
        self.terrain = terrain
        self.filters = filters
        self.screeningMarginDB = screeningMarginDB
        self.climate = climate
    }

    /// The criteria of packs that apply to a station: those of its service whose band meets its own.
    public static func rules(_ rules: [Rule], for station: ProtectedStation) -> [Rule] {
        rules.filter { rule in
            guard rule.criterion.services.contains(station.service) else { return false }
            guard let band = rule.criterion.band else { return true }
            return band.lowerBound.hertz < station.band.upperBound.hertz
                && station.band.lowerBound.hertz < band.upperBound.hertz
        }
    }

    /// The verdicts, by station and then by rule, each where the rule applies to the station.
    ///
    /// - Parameters:
    ///   - stations: Those to be judged; ``Assessment/station`` counts among them.
    ///   - rules: The criteria.
    ///   - emitters: All sectors; those beyond a criterion's search distance are passed over by a spatial index.
    ///   - threads: How many paths are computed at a time.
    ///   - isStopped: Asked between pieces of work.
    /// - Throws: `bad-register`, `unknown-name` or `outside-validity` where a station, a sector or a criterion does not suit
    ///   the criterion's model; `bad-crs`; `interrupted`.
    public func assess(
        stations: [ProtectedStation], rules: [Rule], emitters: [Emitter], threads: Int,
        isStopped: @escaping @Sendable () -> Bool = { false }
    ) throws(MastheadError) -> [Assessment] {
        let run = AssessmentRun(
            assessor: self, stations: stations, rules: rules, emitters: emitters,
            index: EmitterIndex(emitters), threads: threads, isStopped: isStopped)
        let first = try run.assess(Array(stations.indices), unscreened: [:])
        // Where what was left out could change the verdict, all of it is computed.
        var again: [Int: Set<Int>] = [:]
        for (station, verdicts) in first {
            let doubtful = verdicts.indices.filter { Self.isDoubtful(verdicts[$0]) }
            if !doubtful.isEmpty { again[station] = Set(doubtful) }
        }
        let second = try run.assess(again.keys.sorted(), unscreened: again)
        let replaced = Dictionary(second, uniquingKeysWith: { $1 })
        return first.flatMap { replaced[$0.0] ?? $0.1 }
    }

    private static func isDoubtful(_ verdict: Assessment) -> Bool {
        guard let value = verdict.value, let bound = verdict.leftOutBound, verdict.isKept else { return false }
        let limit = verdict.criterion.threshold.limit
        guard verdict.criterion.threshold.entries == .aggregate else { return max(value, bound) > limit }
        return (Aggregator.powerSum([value, bound]) ?? value) > limit
    }
}
