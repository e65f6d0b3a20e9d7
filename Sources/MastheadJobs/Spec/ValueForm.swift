import MastheadCore

/// What may be written for a key: the description that the schema, the key table and remedies are made from.
package indirect enum ValueForm: Sendable {
    /// Any text.
    case text
    /// A name that files can be called after.
    case name
    /// A file or folder.
    case path
    /// One of a few words.
    case choice([String])
    /// A number with a unit; the range in the user's words where there is one.
    case quantity(name: String, units: [String], range: String?)
    /// A whole number, a count.
    case integer(lowest: Int, highest: Int)
    /// A plain number, where a unit cannot be written; `unit` says what it counts.
    case number(lowest: Double, highest: Double, unit: String)
    /// True or false.
    case boolean
    /// A list of at least so many items.
    case list(of: ValueForm, atLeast: Int)
    /// A mapping with keys of its own.
    case group(name: String, doc: String, keys: [KeyDescription])
    /// A mapping whose keys are names of the user's own, each with a value of one form.
    case named(ValueForm)
    /// One of several forms.
    case either([ValueForm])

    /// The form in words, for the key table and remedies.
    package var words: String {
        switch self {
        case .text: "text"
        case .name: "name (a-z, 0-9, -)"
        case .path: "path"
        case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
        case .quantity(let name, let units, let range):
            "\(name) in " + units.joined(separator: ", ") + (range.map { "; \($0)" } ?? "")
        case .integer(let lowest, let highest): "whole number, \(lowest) to \(highest)"
        case .number(let lowest, let highest, let unit):
            "number of \(unit), \(PlainNumber.text(lowest)) to \(PlainNumber.text(highest))"
        case .boolean: "`true` or `false`"
        case .list(let form, let count): (count > 0 ? "list, at least \(count): " : "list: ") + form.words
        case .group(let name, _, _): "mapping, see `\(name)`"
        case .named(let form): "mapping of names, each: " + form.words
        case .either(let forms): forms.map(\.words).joined(separator: "; or ")
        }
    }
}

/// One key of a file: everything that decoding, schema and documentation say about it.
package struct KeyDescription: Sendable {
    /// The key as written.
    package let name: String
    /// What may be written for it.
    package let form: ValueForm
    /// True when it must be written.
    package let isRequired: Bool
    /// The default as it would be written, or what is done when the key is absent; empty for a required key.
    package let absence: String
    /// One or two sentences for the operator.
    package let doc: String
    /// A value as it would be written.
    package let example: String
    /// Reads a value and gives its `Entry`, or notes the error.
    let read: @Sendable (NodeReading) -> (any Sendable)?
}
