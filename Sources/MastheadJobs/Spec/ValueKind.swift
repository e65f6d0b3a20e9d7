import MastheadCore
import Yams

/// A node about to be read, its place, and where errors go.
struct NodeReading {
    let node: Node
    let place: KeyPlace
    let errors: ErrorList
    /// The key's own example, for remedies.
    let example: String

    func refuse(_ problem: String, remedy: String) { errors.add(.badJob, problem, at: place, remedy: remedy) }

    /// The scalar's text; notes an error for a list, a mapping or nothing.
    func scalar(_ wanted: String) -> String? {
        switch node {
        case .scalar(let scalar):
            let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
            if scalar.string.isEmpty || (!isQuoted && (scalar.string == "~" || scalar.string == "null")) {
                refuse("\(keyName) has no value", remedy: "Write \(wanted) for it, such as \(keyName): \(example)")
                return nil
            }
            return scalar.string
        case .mapping: return refuseShape("a mapping", wanted)
        case .sequence: return refuseShape("a list", wanted)
        case .alias: return refuseShape("an alias", wanted)
        }
    }

    /// Notes that the node has another shape than wanted.
    func refuseShape<T>(_ found: String, _ wanted: String) -> T? {
        refuse("\(keyName) is \(found), not \(wanted)", remedy: "Write \(wanted), such as \(keyName): \(example)")
        return nil
    }

    /// The last part of the key path: `"ground"`, or `"bands[1]"` for an item.
    var keyName: String { place.path.split(separator: ".").last.map(String.init) ?? "the file" }
}

/// How the value of a key is described and read.
struct ValueKind<Value: Sendable>: Sendable {
    let form: ValueForm
    let read: @Sendable (NodeReading) -> Value?
}

extension ValueKind where Value == String {
    /// Any text.
    static var text: Self { Self(form: .text) { $0.scalar("text") } }

    /// A name that files can be called after.
    static var name: Self {
        Self(form: .name) { reading in
            guard let text = reading.scalar("a name") else { return nil }
            let allowed = text.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) }
            guard allowed, text.first != "-", text.utf8.count <= 64 else {
                reading.refuse(
                    "\(Quoted.text(text)) is not a name that folders and products can have",
                    remedy: "Write up to 64 letters a-z, digits and hyphens, a letter or digit first, such as "
                        + "\(reading.example)")
                return nil
            }
            return text
        }
    }
}

extension ValueKind where Value == JobPath {
    /// A file or folder, relative to the job file.
    static var path: Self {
        Self(form: .path) { reading in
            guard let text = reading.scalar("a path") else { return nil }
            guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
                reading.refuse(
                    "\(Quoted.text(text)) holds a control character",
                    remedy: "Write the path of a file, such as \(reading.example)")
                return nil
            }
            return JobPath(text, in: reading.place.folder)
        }
    }
}

extension ValueKind where Value == String {
    /// One of the names of a catalogue.
    static func oneOf(_ words: [String]) -> Self {
        Self(form: .choice(words)) { reading in
            let all = words.joined(separator: ", ")
            guard let text = reading.scalar("one of \(all)") else { return nil }
            if words.contains(text) { return text }
            let nearest = NearestName.suggestion(for: text, among: words)
            reading.refuse(
                "\(reading.keyName) \(Quoted.text(text)) is not one of \(all)",
                remedy: nearest.map { "Write \($0)." } ?? "Write one of: \(all).")
            return nil
        }
    }
}

extension ValueKind where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of the words of an enumeration.
    static var choice: Self {
        ValueKind<String>.oneOf(Value.allCases.map(\.rawValue)).map { text, _ in Value(rawValue: text) }
    }
}

extension ValueKind where Value == Int {
    /// A whole number.
    static func integer(_ range: ClosedRange<Int>) -> Self {
        Self(form: .integer(lowest: range.lowerBound, highest: range.upperBound)) { reading in
            let wanted = "a whole number from \(range.lowerBound) to \(range.upperBound)"
            guard let text = reading.scalar(wanted) else { return nil }
            guard let value = Int(text), range.contains(value) else {
                reading.refuse(
                    "\(reading.keyName) \(Quoted.text(text)) is not \(wanted)",
                    remedy: "Write \(wanted), such as \(reading.keyName): \(reading.example)")
                return nil
            }
            return value
        }
    }
}

extension ValueKind where Value == Double {
    /// A plain number of what has no unit to write.
    static func number(_ range: ClosedRange<Double>, of unit: String) -> Self {
        Self(form: .number(lowest: range.lowerBound, highest: range.upperBound, unit: unit)) { reading in
            let wanted =
                "a number of \(unit) from \(PlainNumber.text(range.lowerBound)) to "
                + "\(PlainNumber.text(range.upperBound))"
            guard let text = reading.scalar(wanted) else { return nil }
            guard let value = Double(text), range.contains(value) else {
                reading.refuse(
                    "\(reading.keyName) \(Quoted.text(text)) is not \(wanted)",
                    remedy: "Write \(wanted), such as \(reading.keyName): \(reading.example)")
                return nil
            }
            return value
        }
    }
}

extension ValueKind where Value: Quantity {
    /// A number with a unit, within a range where one is given.
    static func quantity(_ range: ClosedRange<Value>? = nil) -> Self {
        let rangeText = range.map { "\($0.lowerBound) to \($0.upperBound)" }
        let form = ValueForm.quantity(
            name: Value.quantityName, units: Value.units.map(\.symbol), range: rangeText)
        return Self(form: form) { reading in
            guard let text = reading.scalar("a \(Value.quantityName) with its unit") else { return nil }
            do throws(MastheadError) {
                let value = try Value(parsing: text, at: reading.place.location)
                if let range, let rangeText, !range.contains(value) {
                    reading.refuse(
                        "\(reading.keyName) \(value) is outside \(rangeText)",
                        remedy: "Write a \(Value.quantityName) from \(rangeText), such as "
                            + "\(reading.keyName): \(reading.example)")
                    return nil
                }
                return value
            } catch {
                reading.errors.add(error)
                return nil
            }
        }
    }
}
