import MastheadCore
import MastheadRadio

/// The numbers of an entry that its path and its sector do not have already: 48 bytes.
struct PathEntry: Sendable {
    /// Number of the criterion at the station.
    var reading: Int32
    /// Index of the emitter.
    var emitter: Int32
    /// Number of the path in the plan.
    var stop: Int32
    var lossDB: Double
    /// Gain of the base station's antenna towards the station, dBi.
    var gainDBi: Double
    /// Angle from the axis of the station's antenna, degrees; NaN where it does not count.
    var offAxisDegrees: Double
    var value: Double
}

/// The paths of a station that were traced, out of which ledgers are written.
final class StationPaths: Sendable {
    let plan: StationPlan
    let emitters: [Emitter]
    let index: EmitterIndex
    /// Of each path of the plan.
    let geometries: [EntryTerms.Geometry]

    init(plan: StationPlan, emitters: [Emitter], index: EmitterIndex, geometries: [EntryTerms.Geometry]) {
        self.plan = plan
        self.emitters = emitters
        self.index = index
        self.geometries = geometries
    }

    /// The terms of an entry; nil for an emission of which nothing counts, which has no entry.
    func terms(_ entry: PathEntry) -> EntryTerms? {
        let reading = plan.readings[Int(entry.reading)]
        let kind = index.kindOfEmitter[Int(entry.emitter)]
        guard let share = plan.shares[Int(entry.reading)][kind] else { return nil }
        return EntryTerms(
            reading, share, emitters[Int(entry.emitter)], gainDBi: entry.gainDBi, lossDB: entry.lossDB,
            offAxisDegrees: entry.offAxisDegrees, geometry: geometries[Int(entry.stop)])
    }
}
