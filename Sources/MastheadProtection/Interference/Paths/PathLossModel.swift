import MastheadCore
import MastheadPropagation

/// What tells the losses of two entries over one path apart.
struct LossKind: Hashable, Sendable {
    /// The model, by its name in the catalogue.
    var model: String
    /// Frequency, Hz.
    var hertz: Double
    /// Percentage of time.
    var timePercent: Double
    /// Whether the wave is polarized horizontally.
    var isHorizontal: Bool
}

/// A model prepared for one kind of loss.
///
/// The coupling of antennas to the troposphere (P.452, Lc) is that of antennas of 0 dBi: it grows with their gains, so that
/// no loss is overstated by it; all of it is below 0.06 dB at 0 dBi.
struct PathLossModel: Sendable {
    let kind: LossKind
    let model: any TransmissionLossModel
    let tail: (any RadialTail)?

    init(_ kind: LossKind, climate: InterferenceClimate) throws(MastheadError) {
        let parameters = PropagationParameters(
            frequency: Frequency(hertz: kind.hertz), timePercent: kind.timePercent,
            polarization: kind.isHorizontal ? .horizontal : .vertical, deltaN: climate.deltaN, n0: climate.n0,
            atmosphere: climate.atmosphere)
        self.kind = kind
        model = try ModelCatalogue.entry(kind.model).prepare(parameters, .none)
        tail = (model as? any RadialModel)?.radialTail
    }

    /// A loss that no path of a length falls below: what the model states, and 0.02 dB less, of which 0.005 are for
    /// single precision along a radial.
    func lowestLossDB(distanceKilometres: Double) -> Double {
        // Paths below a metre count as a metre, as ``PathTracer`` takes them.
        model.lowestLossDB(distanceKilometres: max(distanceKilometres, 0.001), altitudeDifferenceMetres: 0) - 0.02
    }

    /// Refuses antenna heights that the model does not cover, over a level path on which nothing else can be wrong.
    func require(stationMetres: Double, emitterMetres: Double) throws(MastheadError) {
        var level = PathProfile()
        level.refillEquidistant(count: 11, lengthKilometres: min(10, model.lengths.upperBound)) { _ in
            PathSample(groundMetres: 0)
        }
        try model.require(
            level,
            PathTerminals(
                transmitterHeightMetres: stationMetres, receiverHeightMetres: emitterMetres,
                midpointLatitudeDegrees: 45))
    }
}
