/// A receiver on a radial.
package struct RadialReceiver: Sendable {
    /// Distance from the mast, km.
    package var lengthKilometres: Double
    /// What stands where it stands.
    package var place: PathSample
    /// Height of its antenna above the ground, m.
    package var antennaMetres: Double
    /// Latitude of the middle of the path, degrees.
    package var latitudeDegrees: Double
    /// Distances over land to the coast, km; nil for those of the zones.
    package var transmitterToCoastKilometres: Double?
    package var receiverToCoastKilometres: Double?

    /// A receiver.
    package init(lengthKilometres: Double, place: PathSample, antennaMetres: Double, latitudeDegrees: Double) {
        self.lengthKilometres = lengthKilometres
        self.place = place
        self.antennaMetres = antennaMetres
        self.latitudeDegrees = latitudeDegrees
    }

    /// The points of a radial that lie before a receiver: those at least half a step nearer.
    package static func points(before lengthKilometres: Double, stepKilometres: Double) -> Int {
        WholeNumber.below(lengthKilometres / stepKilometres - 0.5)
    }
}
