public import MastheadCore

/// A model that has been prepared for one carrier, and gives basic transmission loss over paths.
public protocol TransmissionLossModel: Sendable {
    /// Lengths of paths, km, over which the text lets the model be asked, whatever their terrain.
    var lengths: ClosedRange<Double> { get }

    /// Refuses a path that the model's text does not cover.
    ///
    /// - Throws: `outside-validity` or `bad-profile`, with the value and the limit.
    func require(_ profile: PathProfile, _ terminals: PathTerminals) throws(MastheadError)

    /// Basic transmission loss in dB; no checks and no allocation, for many paths that have been checked.
    func lossDB(over profile: PathProfile, terminals: PathTerminals) -> Double

    /// A loss in dB that no path of this length falls below; for leaving out paths that cannot matter.
    ///
    /// - Parameters:
    ///   - distanceKilometres: Length of the path, above zero.
    ///   - altitudeDifferenceMetres: Difference of the antennas' altitudes; 0 where it is not known.
    func lowestLossDB(distanceKilometres: Double, altitudeDifferenceMetres: Double) -> Double

    /// The loss as a ledger of cited terms.
    ///
    /// - Throws: As ``require(_:_:)``.
    func ledger(over profile: PathProfile, terminals: PathTerminals) throws(MastheadError) -> Ledger
}
