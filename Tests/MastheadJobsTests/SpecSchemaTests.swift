import Foundation
import MastheadJobs
import MastheadTestSupport
import Testing

@Suite("Description of the keys")
struct SpecSchemaTests {
    private func file(_ path: String) throws -> String {
        try String(contentsOf: SharedData.root.appending(path: path), encoding: .utf8)
    }

    @Test("Jobs/job.schema.json is what masthead schema prints")
    func schemaInStep() throws {
        #expect(
            try file("Jobs/job.schema.json") == JobSchema.text,
            "run: masthead schema > Jobs/job.schema.json")
    }

    @Test("the key table of Jobs/README.md is what masthead schema --table prints")
    func tableInStep() throws {
        let readme = try file("Jobs/README.md")
        let begin = try #require(readme.range(of: "<!-- keys: begin -->\n"))
        let end = try #require(readme.range(of: "<!-- keys: end -->"))
        #expect(
            String(readme[begin.upperBound..<end.lowerBound]) == JobKeyTable.text,
            "run: masthead schema --table, and put what it prints between the two marks")
    }

    @Test("the table of rule packs in Jobs/README.md is what masthead schema --rules prints")
    func ruleTableInStep() throws {
        let readme = try file("Jobs/README.md")
        let begin = try #require(readme.range(of: "<!-- rule keys: begin -->\n"))
        let end = try #require(readme.range(of: "<!-- rule keys: end -->"))
        #expect(
            String(readme[begin.upperBound..<end.lowerBound]) == JobKeyTable.rulePackText,
            "run: make schema")
    }

    @Test("the example of every key of a criterion is read")
    func criterionExamples() {
        for key in KeyExamples.criterion {
            #expect(KeyExamples.problems(with: key).isEmpty, "\(key.name): \(KeyExamples.problems(with: key))")
        }
    }

    @Test("the schema is JSON in which every reference leads somewhere and every key is described")
    func schemaIsWhole() throws {
        let parsed = try JSONSerialization.jsonObject(with: Data(JobSchema.text.utf8))
        let schema = try #require(parsed as? [String: Any])
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
        for match in JobSchema.text.matches(of: /"#\/\$defs\/([a-z.]+)"/) {
            #expect(definitions[String(match.1)] != nil, "\(match.1)")
        }
        for (name, definition) in definitions {
            let properties = try #require(definition["properties"] as? [String: [String: Any]])
            #expect(definition["additionalProperties"] as? Bool == false)
            for (key, property) in properties {
                let doc = try #require(property["description"] as? String, "\(name).\(key)")
                #expect(doc.count > 10, "\(name).\(key)")
                #expect((property["examples"] as? [String])?.first?.isEmpty == false, "\(name).\(key)")
            }
        }
    }

    @Test("every job that is written with the examples of the keys is read")
    func examplesAreReadable() throws {
        for group in KeyExamples.groups {
            let names = group.keys.map(\.name)
            #expect(Set(names).count == names.count, "\(group.name) has a key twice")
            for key in group.keys {
                let problems = KeyExamples.problems(with: key)
                #expect(problems.isEmpty, "\(group.name).\(key.name): \(problems)")
            }
        }
    }
}
