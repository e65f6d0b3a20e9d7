/// The JSON Schema of job files, made from the description of their keys.
public enum JobSchema {
    /// The schema, draft 2020-12; what `masthead schema` prints and `Jobs/job.schema.json` holds.
    public static var text: String { schema.pretty() + "\n" }

    private static var schema: JSONText {
        var definitions = Definitions()
        definitions.add(name: JobKeys.group.name, doc: JobKeys.group.doc, keys: JobKeys.group.keys)
        return .object([
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            ("title", .string("Masthead job")),
            ("$comment", .string("Written by masthead schema; do not edit.")),
            ("$ref", .string("#/$defs/\(JobKeys.group.name)")),
            ("$defs", .object(definitions.groups)),
        ])
    }

    /// The mappings of a job, each under its name.
    private struct Definitions {
        var groups: [(String, JSONText)] = []

        mutating func add(name: String, doc: String, keys: [KeyDescription]) {
            guard !groups.contains(where: { $0.0 == name }) else { return }
            let index = groups.count
            groups.append((name, .null))
            var properties: [(String, JSONText)] = []
            for key in keys { properties.append((key.name, property(key))) }
            var fields: [(String, JSONText)] = [
                ("description", .string(doc)), ("type", .string("object")), ("properties", .object(properties)),
            ]
            let required = keys.filter(\.isRequired).map { JSONText.string($0.name) }
            if !required.isEmpty { fields.append(("required", .array(required))) }
            fields.append(("additionalProperties", .boolean(false)))
            groups[index] = (name, .object(fields))
        }

        private mutating func property(_ key: KeyDescription) -> JSONText {
            let absence = key.isRequired ? "" : " Default: \(key.absence)."
            return .object(
                [("description", .string(key.doc + absence))] + form(key.form)
                    + [("examples", .array([.string(key.example)]))])
        }

        private mutating func form(_ form: ValueForm) -> [(String, JSONText)] {
            switch form {
            case .text, .path:
                // YAML reads an identifier such as 06053 as a number unless it is quoted; both are taken.
                return [("type", .array([.string("string"), .string("number")]))]
            case .name: return [("type", .string("string")), ("pattern", .string("^[a-z0-9][a-z0-9-]{0,63}$"))]
            case .choice(let words): return [("enum", .array(words.map { .string($0) }))]
            case .quantity(_, let units, _):
                let symbols = units.map { $0.replacing("/", with: "\\/") }.joined(separator: "|")
                let number = "[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?"
                return [("type", .string("string")), ("pattern", .string("^\\s*\(number)\\s*(\(symbols))\\s*$"))]
            case .integer(let lowest, let highest):
                return [
                    ("type", .string("integer")), ("minimum", .integer(lowest)), ("maximum", .integer(highest)),
                ]
            case .number(let lowest, let highest, _):
                return [("type", .string("number")), ("minimum", .number(lowest)), ("maximum", .number(highest))]
            case .boolean: return [("type", .string("boolean"))]
            case .list(let item, let count):
                return [
                    ("type", .string("array")), ("items", .object(self.form(item))), ("minItems", .integer(count)),
                ]
            case .group(let name, let doc, let keys):
                add(name: name, doc: doc, keys: keys)
                return [("$ref", .string("#/$defs/\(name)"))]
            case .named(let item):
                return [("type", .string("object")), ("additionalProperties", .object(self.form(item)))]
            case .either(let forms):
                var options: [JSONText] = []
                for form in forms { options.append(.object(self.form(form))) }
                return [("anyOf", .array(options))]
            }
        }
    }
}
