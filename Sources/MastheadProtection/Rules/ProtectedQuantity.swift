/// What a criterion limits at a protected station.
///
/// Each is a function of the power that an isotropic antenna at the station would receive in the criterion's reference
/// bandwidth, and of the station.
public enum ProtectedQuantity: String, Sendable, Hashable, Codable, CaseIterable {
    /// I/N at the receiver's input, dB.
    case interferenceToNoise = "interference-to-noise"
    /// Power at the receiver's input, dBm in the reference bandwidth.
    case receivedPower = "received-power"
    /// Power flux-density at the antenna, dB(W/m²) in the reference bandwidth.
    case powerFluxDensity = "power-flux-density"
    /// Field strength at the antenna, dB(µV/m) in the reference bandwidth.
    case fieldStrength = "field-strength"

    /// The unit of its values.
    public var unit: String {
        switch self {
        case .interferenceToNoise: "dB"
        case .receivedPower: "dBm"
        case .powerFluxDensity: "dB(W/m²)"
        case .fieldStrength: "dB(µV/m)"
        }
    }

    /// Whether the gain of the station's antenna enters.
    public var readsAntenna: Bool { self == .interferenceToNoise || self == .receivedPower }
}
