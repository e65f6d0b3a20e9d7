/// Tells by its attributes whether a route or place lies underground.
///
/// The words are those of OpenStreetMap, as its extracts and most national layers write them.
enum UndergroundRule {
    /// Fields of which any value but a denial says that the feature is covered: `tunnel=yes`, `tunnel=building_passage`,
    /// `underground=1`.
    private static let flags = ["tunnel", "underground"]
    /// What these fields hold where they deny.
    private static let denials: Set<String> = ["", "no", "false", "f", "n", "0", "none", "-"]

    /// Whether the fields of a feature say so.
    ///
    /// `location=underground` is one way to say it; a `layer` below zero says it where the field `covered` does not deny:
    /// below a bridge `layer` may be negative in the open, so that it counts only together with `covered`.
    static func isUnderground(_ fields: [String: String]) -> Bool {
        func value(_ name: String) -> String? {
            let exact = fields[name] ?? fields.first { $0.key.lowercased() == name }?.value
            return exact.map { $0.trimmed.lowercased() }
        }
        for flag in flags {
            if let word = value(flag), !denials.contains(word) { return true }
        }
        if value("location") == "underground" { return true }
        guard let layer = value("layer").flatMap(Double.init), layer < 0, let covered = value("covered") else {
            return false
        }
        return !denials.contains(covered)
    }
}
