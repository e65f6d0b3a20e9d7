import MastheadCore

/// The examples that remedies and documentation show, read back: an example that is refused would mislead.
package enum KeyExamples {
    /// Every mapping of a job with its keys.
    package static var groups: [(name: String, keys: [KeyDescription])] {
        var found: [(name: String, keys: [KeyDescription])] = []
        func add(_ form: ValueForm) {
            switch form {
            case .group(let name, _, let keys):
                guard !found.contains(where: { $0.name == name }) else { return }
                found.append((name, keys))
                keys.forEach { add($0.form) }
            case .list(let item, _): add(item)
            case .named(let item): add(item)
            case .either(let forms): forms.forEach(add)
            default: return
            }
        }
        add(.group(name: JobKeys.group.name, doc: "", keys: JobKeys.group.keys))
        return found
    }

    /// The keys of a criterion of a rule pack.
    package static var criterion: [KeyDescription] { CriterionKeys.all }

    /// What is wrong with the example of a key; empty when it is read.
    package static func problems(with key: KeyDescription) -> [String] {
        let errors = ErrorList()
        do throws(MastheadError) {
            let document = try YAMLDocument(bytes: Array(key.example.utf8), path: "example.yaml", what: "example")
            let place = document.place.key(key.name, nil)
            let reading = NodeReading(node: document.root, place: place, errors: errors, example: key.example)
            let value = key.read(reading)
            if value == nil, errors.isEmpty { return ["not read"] }
        } catch {
            return [error.description]
        }
        return errors.combined(file: "example.yaml").map { [$0.description] } ?? []
    }
}
