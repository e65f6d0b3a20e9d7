public import MastheadCore

/// What a template or a job says about an antenna beside its pattern's name.
public struct AntennaParameters: Sendable, Hashable {
    /// Gain at the peak.
    public var gain: Decibels
    /// Half-power beamwidth in azimuth.
    public var horizontalBeamwidth: Angle
    /// Half-power beamwidth in elevation.
    public var verticalBeamwidth: Angle
    /// Front-to-back attenuation.
    public var frontToBack: Decibels
    /// Vertical side-lobe attenuation.
    public var verticalSidelobe: Decibels

    /// Parameters of an antenna.
    public init(
        gain: Decibels, horizontalBeamwidth: Angle, verticalBeamwidth: Angle, frontToBack: Decibels = Decibels(30),
        verticalSidelobe: Decibels = Decibels(30)
    ) {
        self.gain = gain
        self.horizontalBeamwidth = horizontalBeamwidth
        self.verticalBeamwidth = verticalBeamwidth
        self.frontToBack = frontToBack
        self.verticalSidelobe = verticalSidelobe
    }
}

/// An antenna pattern as templates and jobs name it.
public struct AntennaEntry: Sendable {
    /// The name in files: `"tr38901-sector"`.
    public let id: String
    /// What it is, one sentence.
    public let summary: String
    /// Where it comes from.
    public let citation: Citation
    /// Makes the pattern.
    public let make: @Sendable (AntennaParameters) -> any AntennaPattern
}

/// The antenna patterns by name; a new one is one file and one line here.
public enum AntennaCatalogue {
    /// All patterns, in the order they are listed.
    public static let entries: [AntennaEntry] = [
        SectorElementPattern.entry,
        OmnidirectionalPattern.entry,
        IsotropicPattern.entry,
    ]

    /// The pattern of that name.
    ///
    /// - Throws: `unknown-name` with the names there are.
    public static func entry(_ id: String, at location: ErrorLocation = .none) throws(MastheadError) -> AntennaEntry {
        if let entry = entries.first(where: { $0.id == id }) { return entry }
        let names = entries.map(\.id)
        throw MastheadError(
            .unknownName, "there is no antenna pattern \"\(id)\"", at: location,
            remedy: NearestName.suggestion(for: id, among: names).map { "Write \"\($0)\"." }
                ?? "Use one of: \(names.joined(separator: ", ")); or name an MSI file under antenna.file.")
    }
}

extension SectorElementPattern {
    /// The catalogue's entry.
    public static let entry = AntennaEntry(
        id: "tr38901-sector", summary: "Sector antenna: element pattern with stated beamwidths and gain.",
        citation: Citation("3GPP TR 38.901 V17", "Table 7.3-1")
    ) {
        SectorElementPattern(
            peakGain: $0.gain, horizontalBeamwidth: $0.horizontalBeamwidth, verticalBeamwidth: $0.verticalBeamwidth,
            frontToBack: $0.frontToBack, verticalSidelobe: $0.verticalSidelobe)
    }
}

extension OmnidirectionalPattern {
    /// The catalogue's entry.
    public static let entry = AntennaEntry(
        id: "omnidirectional", summary: "Alike in all azimuths, with a beam in elevation.",
        citation: Citation("3GPP TR 38.901 V17", "Table 7.3-1, vertical cut")
    ) {
        OmnidirectionalPattern(
            peakGain: $0.gain, verticalBeamwidth: $0.verticalBeamwidth, verticalSidelobe: $0.verticalSidelobe)
    }
}

extension IsotropicPattern {
    /// The catalogue's entry.
    public static let entry = AntennaEntry(
        id: "isotropic", summary: "The same gain in every direction.",
        citation: Citation("Radio Regulations", "No. 1.160, isotropic reference")
    ) { IsotropicPattern(peakGain: $0.gain) }
}
