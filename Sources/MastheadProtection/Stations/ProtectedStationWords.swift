public import MastheadRadio

/// The words by which registers name services and patterns: those of rule packs and of the catalogue of patterns, and
/// others that registers use for the same.
public enum ProtectedStationWords {
    /// Services by further names.
    private static let services: [String: StationService] = [
        "radio-astronomy": .observatory,
        "broadcast-reception": .television,
        "television-reception": .television,
    ]

    /// Patterns by further names: the texts' own.
    private static let patterns: [String: String] = [
        "itu-r-s.465": S465Pattern.entry.id,
        "itu-r-s.580": S580Pattern.entry.id,
        "rr-ap7-annex3": AP7Pattern.entry.id,
        "rr-ap8-annex3": AP8Pattern.entry.id,
        "itu-r-f.699": F699Pattern.entry.id,
        "f.699": F699Pattern.entry.id,
        "bt.419-band4-5": BT419Pattern.entry.id,
        "isotropic-0dbi": RadioAstronomySidelobePattern.entry.id,
    ]

    /// All names of services, sorted.
    public static let serviceNames = (StationService.allCases.map(\.rawValue) + services.keys).sorted()

    /// All names of patterns, sorted.
    public static let patternNames = (OffAxisPatternCatalogue.entries.map(\.id) + patterns.keys).sorted()

    /// The service of a name; nil for a name that is none.
    public static func service(_ name: String) -> StationService? {
        StationService(rawValue: name.lowercased()) ?? services[name.lowercased()]
    }

    /// The pattern of a name; nil for a name that is none.
    public static func pattern(_ name: String) -> OffAxisEntry? {
        let id = patterns[name.lowercased()] ?? name.lowercased()
        return OffAxisPatternCatalogue.entries.first { $0.id == id }
    }
}
