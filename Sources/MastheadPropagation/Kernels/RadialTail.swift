/// A model's last stage: what turns a radial's searches into losses for one carrier.
package protocol RadialTail: Sendable {
    /// How near to either antenna clutter does not count, km.
    var clutterFreeKilometres: Double { get }
}

/// The stage of a model of terrain, for sixteen receivers over what ``RadialSearch`` finds; only this module calls it.
protocol GeometryTail: RadialTail {
    /// What the search must find.
    var needs: RadialNeeds { get }
    /// Percentage of time, whose part of the geometry carriers share.
    var timePercent: Double { get }
    /// I(p/100), for (40).
    var inverseTime: Double { get }
    /// Frequency of the carrier, GHz.
    var frequencyGigahertz: Double { get }
    /// Basic transmission loss, dB; nil where it depends on principal edges that ``PathGeometry/hasEdges`` says are not
    /// there.
    func lossDB(_ path: PathGeometry, _ time: PathTime) -> Wide?
}

extension GeometryTail {
    package var clutterFreeKilometres: Double { needs.clutterFreeKilometres }
}

/// The stage of a model that reads little of a path; only this module calls it, one receiver after the other.
protocol BriefTail: RadialTail {
    /// The effective Earth radius over which the antennas see each other or do not, km; nil where nothing is hidden.
    var sightRadiusKilometres: Double? { get }
    /// Basic transmission loss, dB.
    func lossDB(_ path: inout BriefPath) -> Double
}

extension BriefTail {
    package var clutterFreeKilometres: Double { 0 }
}

/// A model that has a last stage of its own for radials.
package protocol RadialModel: TransmissionLossModel {
    /// The stage; nil where this edition has none.
    var radialTail: (any RadialTail)? { get }
}
