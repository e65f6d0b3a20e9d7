public import MastheadCore

/// The reference antenna: 0 dBi in every direction.
public struct IsotropicPattern: AntennaPattern, Hashable {
    /// Gain in every direction, dBi.
    public let peakGainDBi = 0.0

    /// The isotropic antenna.
    public init() {}

    /// The name in the catalogue.
    public var id: String { Self.entry.id }
    /// Any azimuth will do.
    public var isDirectional: Bool { false }
    /// The definition of the reference antenna.
    public var citation: Citation { Self.entry.citation }

    /// 0 dBi.
    public func gainDBi(azimuthRadians: Double, elevationRadians: Double) -> Double { peakGainDBi }

    /// The catalogue's entry; a stated gain other than 0 dBi is refused, since it would not be the isotropic antenna.
    public static let entry = AntennaEntry(
        id: "isotropic", summary: "0 dBi in every direction; state a gain of 0 dBi.",
        citation: Citation("Radio Regulations", "No. 1.160, isotropic reference")
    ) { (parameters) throws(MastheadError) in
        guard parameters.gain.value == 0 else {
            throw MastheadError(
                .outsideValidity, "a gain of \(parameters.gain) is stated, and the isotropic antenna has 0 dBi",
                remedy: "Write gain: 0 dBi beside the pattern, or use \"omnidirectional\" with its vertical-beamwidth.")
        }
        return IsotropicPattern()
    }
}
