public import MastheadCore
public import MastheadPropagation
public import MastheadRadio

/// One carrier of a single site: how its loss is predicted, and what it radiates where that is known.
public struct SiteCarrier: Sendable {
    /// What products are named after: `"763MHz"`.
    public let name: String
    /// The propagation model.
    public let model: ModelEntry
    /// All that the model is asked for, the carrier's frequency and the climate of the site included.
    public let parameters: PropagationParameters
    /// Height of the receiver above the ground.
    public let receiverHeight: Length
    /// What is radiated; nil where only losses are asked for.
    public let radiation: SiteRadiation?

    /// A carrier.
    public init(
        name: String, model: ModelEntry, parameters: PropagationParameters, receiverHeight: Length,
        radiation: SiteRadiation?
    ) {
        self.name = name
        self.model = model
        self.parameters = parameters
        self.receiverHeight = receiverHeight
        self.radiation = radiation
    }

    /// The centre of the carrier.
    public var frequency: Frequency { parameters.frequency }
}

/// What a site radiates on one carrier, and the level that is mapped.
public struct SiteRadiation: Sendable {
    /// Whose power a level is.
    public enum Quantity: String, Sendable, Codable {
        /// SS-RSRP: the power of one resource element.
        case resourceElement = "SS-RSRP"
        /// The power of the whole carrier, where its bandwidth is not known.
        case carrier = "power of the whole carrier"
    }

    /// Whose power it is.
    public let quantity: Quantity
    /// EIRP of that at the peak of the antennas, dBm.
    public let eirpDBm: Double
    /// The antennas; none radiates alike in all directions, with the EIRP at its peak.
    public let antennas: [MountedAntenna]
    /// The median level that is wanted, dBm; nil where none is stated.
    public let wantedDBm: Double?

    /// What a site radiates.
    public init(quantity: Quantity, eirpDBm: Double, antennas: [MountedAntenna], wantedDBm: Double?) {
        self.quantity = quantity
        self.eirpDBm = eirpDBm
        self.antennas = antennas
        self.wantedDBm = wantedDBm
    }
}
