public import MastheadCore
public import MastheadPropagation
public import MastheadRadio

/// A band of a run with everything decided: what is radiated where the register says nothing else, how it is
/// predicted, and when a cell counts as covered.
public struct Band: Sendable {
    /// The band's name in the job; products are named after it.
    public var id: String
    /// Names by which a register may call it, among them the 3GPP number.
    public var registerNames: Set<String>
    /// The downlink carrier.
    public var carrier: Carrier
    /// Conducted power of the whole carrier at each sector.
    public var power: PowerLevel
    /// Loss between transmitter and antenna.
    public var feederLoss: Decibels
    /// The antenna of a sector.
    public var pattern: any AntennaPattern
    /// Sectors of a station whose row does not tell.
    public var sectorCount: Int
    /// Height of an antenna whose row does not tell.
    public var antennaHeight: Length
    /// Mechanical tilt of a sector whose row does not tell; down is positive.
    public var mechanicalTilt: Angle
    /// Electrical tilt of a sector whose row does not tell; down is positive.
    public var electricalTilt: Angle
    /// Height of the receiver above the ground.
    public var receiverHeight: Length
    /// Largest distance at which a sector is considered.
    public var radius: Length
    /// When a cell counts as covered.
    public var criterion: CoverageCriterion
    /// The propagation model.
    public var model: ModelEntry
    /// Polarization of the link.
    public var polarization: LinearPolarization
    /// Percentage of an average year for which the predicted loss is not exceeded.
    public var timePercent: Double
    /// `"outdoor"` or `"indoor"`.
    public var environment: String
    /// Noise, load, interference and uplink; nil where the level alone decides.
    public var link: LinkTerms?
    /// Loss between the street and a receiver indoors, wherever the band's own criterion holds.
    public var indoorPenetration: Decibels
    /// What the model `composed` is put together from.
    public var composition: Composition?
    /// k, which divides each cell of the study grid into k × k parts for this band; odd, and 1 for ordinary bands.
    public var refinement: Int

    /// The parts of a cell, k².
    public var parts: Int { refinement * refinement }
    /// Whether the model is told, or finds out, if a path is in sight: then the surface layer says what stands in it.
    public var asksForSight: Bool { model.tellsSight || model.readsComposition }

    /// A band with everything decided.
    public init(
        id: String, registerNames: Set<String>, carrier: Carrier, power: PowerLevel, feederLoss: Decibels,
        pattern: any AntennaPattern, sectorCount: Int, antennaHeight: Length, mechanicalTilt: Angle,
        electricalTilt: Angle, receiverHeight: Length, radius: Length, criterion: CoverageCriterion,
        model: ModelEntry, polarization: LinearPolarization, timePercent: Double, environment: String,
        composition: Composition? = nil, refinement: Int = 1, link: LinkTerms? = nil,
        indoorPenetration: Decibels = Decibels(0)
    ) {
        precondition(refinement >= 1 && refinement % 2 == 1, "a cell has a part in its middle")
        self.id = id
        self.registerNames = registerNames
        self.carrier = carrier
        self.power = power
        self.feederLoss = feederLoss
        self.pattern = pattern
        self.sectorCount = sectorCount
        self.antennaHeight = antennaHeight
        self.mechanicalTilt = mechanicalTilt
        self.electricalTilt = electricalTilt
        self.receiverHeight = receiverHeight
        self.radius = radius
        self.criterion = criterion
        self.model = model
        self.polarization = polarization
        self.timePercent = timePercent
        self.environment = environment
        self.composition = composition
        self.refinement = refinement
        self.link = link
        self.indoorPenetration = indoorPenetration
    }

    /// The propagation model for a climate, prepared for many paths.
    ///
    /// - Throws: `outside-validity` where the band is beyond the model.
    public func preparedModel(
        deltaN: Double = 45, n0: Double = 325, at location: ErrorLocation = .none
    ) throws(MastheadError) -> any TransmissionLossModel {
        try model.prepare(
            PropagationParameters(
                frequency: carrier.frequency, timePercent: timePercent, polarization: polarization, deltaN: deltaN,
                n0: n0, composition: composition),
            location)
    }
}
