import MastheadCore
import Yams

extension ValueKind {
    /// A list of values of one kind.
    static func list<Item: Sendable>(of kind: ValueKind<Item>, atLeast count: Int = 0) -> Self
    where Value == [Entry<Item>] {
        Self(form: .list(of: kind.form, atLeast: count)) { reading in
            guard case .sequence(let items) = reading.node else {
                switch reading.node {
                case .mapping: return reading.refuseShape("a mapping", "a list")
                default:
                    guard let text = reading.scalar("a list") else { return nil }
                    return reading.refuseShape("the text \(Quoted.text(text))", "a list")
                }
            }
            guard items.count >= count else {
                reading.refuse(
                    "\(reading.keyName) has \(items.count) items; it needs at least \(count)",
                    remedy: "Write the list, such as \(reading.keyName): \(reading.example)")
                return nil
            }
            var entries: [Entry<Item>] = []
            for (index, node) in items.enumerated() {
                let place = reading.place.item(index, node.mark)
                let item = NodeReading(node: node, place: place, errors: reading.errors, example: reading.example)
                if let value = kind.read(item) { entries.append(Entry(value, at: place.location)) }
            }
            return entries.count == items.count ? entries : nil
        }
    }

    /// A mapping whose keys are names of the user's own, in the order in which they are written.
    static func named<Item: Sendable>(_ kind: ValueKind<Item>) -> Self
    where Value == [NamedEntry<Item>] {
        Self(form: .named(kind.form)) { reading in
            guard case .mapping(let mapping) = reading.node else {
                return reading.refuseShape("no mapping", "a mapping of names")
            }
            var entries: [NamedEntry<Item>] = []
            for (keyNode, node) in mapping {
                guard case .scalar(let name) = keyNode, !name.string.isEmpty else {
                    reading.refuse(
                        "a name in \(reading.keyName) is empty, a list or a mapping",
                        remedy: "Write a plain name, such as \(reading.keyName): \(reading.example)")
                    continue
                }
                let place = reading.place.key(name.string, node.mark ?? keyNode.mark)
                let item = NodeReading(node: node, place: place, errors: reading.errors, example: reading.example)
                if let value = kind.read(item) {
                    entries.append(NamedEntry(name: name.string, entry: Entry(value, at: place.location)))
                }
            }
            return entries.count == mapping.count ? entries : nil
        }
    }

    /// A mapping with keys of its own.
    static func group(_ group: KeyGroup<Value>) -> Self {
        Self(form: .group(name: group.name, doc: group.doc, keys: group.keys)) { group.read($0) }
    }

    /// Text that stands for the whole, or the mapping written out.
    static func either(_ short: ValueKind<Value>, or long: ValueKind<Value>) -> Self {
        Self(form: .either([short.form, long.form])) { reading in
            if case .mapping = reading.node { return long.read(reading) }
            return short.read(reading)
        }
    }

    /// The same form, read on into another value; nil from `transform` means that it noted an error.
    func map<Other: Sendable>(_ transform: @escaping @Sendable (Value, NodeReading) -> Other?) -> ValueKind<Other> {
        let read = read
        return ValueKind<Other>(form: form) { reading in
            read(reading).flatMap { transform($0, reading) }
        }
    }
}
