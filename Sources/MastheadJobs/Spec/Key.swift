import MastheadCore
import Yams

/// A key with the type of its value.
struct Key<Value: Sendable>: Sendable {
    /// What happens when the key is not written.
    enum Absence: Sendable {
        /// It must be written.
        case required
        /// Nothing is put in its place; the text says what that means.
        case optional(String)
        /// A value takes its place; the text is how it would be written.
        case assumed(Value, String)
        /// An empty mapping takes its place, so that the keys below have their defaults.
        case empty
    }

    let name: String
    let kind: ValueKind<Value>
    let absence: Absence
    let doc: String
    let example: String

    init(_ name: String, _ kind: ValueKind<Value>, _ absence: Absence, example: String, _ doc: String) {
        self.name = name
        self.kind = kind
        self.absence = absence
        self.example = example
        self.doc = doc
    }

    /// A key whose default is a good example.
    init(_ name: String, _ kind: ValueKind<Value>, default value: Value, _ text: String, _ doc: String) {
        self.init(name, kind, .assumed(value, text), example: text, doc)
    }

    /// The key without its type, for lists of keys.
    var description: KeyDescription {
        let kind = kind
        let (isRequired, absenceText) =
            switch absence {
            case .required: (true, "")
            case .optional(let text): (false, text)
            case .assumed(_, let text): (false, text)
            case .empty: (false, "the defaults below")
            }
        return KeyDescription(
            name: name, form: kind.form, isRequired: isRequired, absence: absenceText, doc: doc, example: example
        ) { reading in
            kind.read(reading).map { Entry($0, at: reading.place.location) }
        }
    }
}

/// The keys of one mapping, and how a value is made of them.
struct KeyGroup<Value: Sendable>: Sendable {
    let name: String
    let doc: String
    let keys: [KeyDescription]
    let build: @Sendable (MappingReader) -> Value?

    init(
        _ name: String, _ doc: String, _ keys: [KeyDescription],
        build: @escaping @Sendable (MappingReader) -> Value?
    ) {
        self.name = name
        self.doc = doc
        self.keys = keys
        self.build = build
    }

    /// Reads a mapping: every key that is there, then the missing ones, then the whole.
    func read(_ reading: NodeReading) -> Value? {
        switch reading.node {
        case .mapping(let mapping):
            return build(MappingReader(mapping, of: self, reading))
        case .scalar(let scalar) where scalar.string.isEmpty && keys.allSatisfy { !$0.isRequired }:
            return build(MappingReader(Node.Mapping([]), of: self, reading))
        case .scalar(let scalar):
            let found = scalar.string.isEmpty ? "empty" : "the text \(Quoted.text(scalar.string))"
            return reading.refuseShape(found, "a mapping with the keys \(keyNames)")
        case .sequence: return reading.refuseShape("a list", "a mapping with the keys \(keyNames)")
        case .alias: return reading.refuseShape("an alias", "a mapping with the keys \(keyNames)")
        }
    }

    private var keyNames: String { keys.map(\.name).joined(separator: ", ") }
}

/// A mapping of which every written key has been read; values are asked for by key.
struct MappingReader {
    let reading: NodeReading
    private var entries: [String: any Sendable] = [:]
    private var written: Set<String> = []
    private var places: [String: KeyPlace] = [:]

    init<Value: Sendable>(_ mapping: Node.Mapping, of group: KeyGroup<Value>, _ reading: NodeReading) {
        self.reading = reading
        for (keyNode, node) in mapping {
            guard case .scalar(let scalar) = keyNode else {
                reading.errors.add(
                    .badJob, "a key is a list or a mapping", at: reading.place.marked(keyNode.mark),
                    remedy: "Write a plain key, one of: \(group.keys.map(\.name).joined(separator: ", ")).")
                continue
            }
            guard let key = group.keys.first(where: { $0.name == scalar.string }) else {
                Self.refuseUnknown(scalar.string, keyNode.mark, group: group, reading)
                continue
            }
            written.insert(key.name)
            let place = reading.place.key(key.name, node.mark ?? keyNode.mark)
            places[key.name] = place
            entries[key.name] = key.read(
                NodeReading(node: node, place: place, errors: reading.errors, example: key.example))
        }
        for key in group.keys where key.isRequired && !written.contains(key.name) {
            let whole = reading.place.path.isEmpty ? "the file" : reading.place.path
            reading.errors.add(
                .badJob, "\(whole) has no key \"\(key.name)\"", at: reading.place,
                remedy: "Add \(key.name): \(key.example)")
        }
    }

    private static func refuseUnknown<Value>(
        _ name: String, _ mark: Mark?, group: KeyGroup<Value>, _ reading: NodeReading
    ) {
        let names = group.keys.map(\.name)
        let whole = reading.place.path.isEmpty ? "a \(group.name)" : reading.place.path
        let nearest = name.count <= 60 ? NearestName.suggestion(for: name, among: names) : nil
        reading.errors.add(
            .badJob, "\(Quoted.text(name)) is not a key of \(whole)", at: reading.place.marked(mark),
            remedy: nearest.map { "Write \"\($0)\"." } ?? "Remove it, or use one of: \(names.joined(separator: ", ")).")
    }

    /// The value of a key: as written, or its default; nil when it is absent without one, or could not be read.
    subscript<Value: Sendable>(_ key: Key<Value>) -> Entry<Value>? {
        if written.contains(key.name) { return entries[key.name] as? Entry<Value> }
        let place = reading.place.key(key.name, nil)
        switch key.absence {
        case .required, .optional: return nil
        case .assumed(let value, _): return Entry(value, at: place.location, isWritten: false)
        case .empty:
            let empty = NodeReading(
                node: .mapping(Node.Mapping([])), place: place, errors: reading.errors, example: key.example)
            return key.kind.read(empty).map { Entry($0, at: place.location, isWritten: false) }
        }
    }

    /// Whether the user wrote the key, readable or not.
    func isWritten<Value>(_ key: Key<Value>) -> Bool { written.contains(key.name) }

    /// The place of every key that was read.
    var locations: [String: ErrorLocation] {
        Dictionary(uniqueKeysWithValues: places.map { ($0.key, $0.value.location) })
    }

    /// The place of the whole mapping.
    var location: ErrorLocation { reading.place.location }
}
