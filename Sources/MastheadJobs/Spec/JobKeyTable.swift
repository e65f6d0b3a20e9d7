/// The table of all keys for `Jobs/README.md`, made from the description of the keys.
public enum JobKeyTable {
    /// The table in Markdown: a section for each mapping of a job.
    public static var text: String {
        text(name: JobKeys.group.name, title: "The file", doc: JobKeys.group.doc, keys: JobKeys.group.keys)
    }

    /// The table of the keys of rule packs, in Markdown: the pack, its criteria, their citations.
    public static var rulePackText: String {
        let group = RulePackKeys.group
        return text(name: group.name, title: "The rule pack", doc: group.doc, keys: group.keys)
    }

    private static func text(name: String, title: String, doc: String, keys: [KeyDescription]) -> String {
        var sections: [String] = []
        var seen: Set<String> = []
        func add(name: String, title: String, doc: String, keys: [KeyDescription]) {
            guard seen.insert(name).inserted else { return }
            var lines = ["### \(title)", "", doc, "", "| Key | Value | Default | Meaning |", "|---|---|---|---|"]
            lines += keys.map(row)
            sections.append(lines.joined(separator: "\n"))
            for key in keys {
                groups(in: key.form).forEach { add(name: $0.name, title: "`\($0.name)`", doc: $0.doc, keys: $0.keys) }
            }
        }
        add(name: name, title: title, doc: doc, keys: keys)
        return sections.joined(separator: "\n\n") + "\n"
    }

    private static func row(_ key: KeyDescription) -> String {
        let absence = key.isRequired ? "**required**, e.g. `\(key.example)`" : key.absence
        let cells = ["`\(key.name)`", key.form.words, absence, key.doc].map { $0.replacing("|", with: "\\|") }
        return "| " + cells.joined(separator: " | ") + " |"
    }

    private static func groups(in form: ValueForm) -> [(name: String, doc: String, keys: [KeyDescription])] {
        switch form {
        case .group(let name, let doc, let keys): [(name, doc, keys)]
        case .list(let item, _): groups(in: item)
        case .named(let item): groups(in: item)
        case .either(let forms): forms.flatMap(groups)
        default: []
        }
    }
}
