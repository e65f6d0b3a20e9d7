/// A model's last stage: what turns the geometry of sixteen receivers into losses for one carrier.
package protocol RadialTail: Sendable {
    /// What the search must find.
    var needs: RadialNeeds { get }
    /// Percentage of time, whose part of the geometry carriers share.
    var timePercent: Double { get }
}

/// The stage that only this module calls.
protocol GeometryTail: RadialTail {
    /// I(p/100), for (40).
    var inverseTime: Double { get }
    /// Frequency of the carrier, GHz.
    var frequencyGigahertz: Double { get }
    /// Basic transmission loss, dB; nil where it depends on principal edges that ``PathGeometry/hasEdges`` says are not
    /// there.
    func lossDB(_ path: PathGeometry, _ time: PathTime) -> Wide?
}

/// A model that has a last stage of its own for radials.
package protocol RadialModel: TransmissionLossModel {
    /// The stage; nil where this edition has none.
    var radialTail: (any RadialTail)? { get }
}
