import Foundation
import MastheadCore
import MastheadJobs
import MastheadTestSupport
import Testing

@Suite("Band templates")
struct TemplateTests {
    /// The committed templates, by path.
    static var paths: [String] {
        let folder = SharedData.root.appending(path: "Jobs/bands")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { folder.appending(path: $0).path }
    }

    private func error(_ text: String) -> MastheadError? {
        do throws(MastheadError) {
            _ = try BandTemplateFile.read(bytes: Array(text.utf8), path: "bands/n28-700.yaml")
            return nil
        } catch {
            return error
        }
    }

    private func committed() throws -> String {
        try String(contentsOf: SharedData.root.appending(path: "Jobs/bands/n28-700.yaml"), encoding: .utf8)
    }

    @Test("every committed template is read, and is called after its file", arguments: paths)
    func allTemplates(path: String) throws {
        let file = try BandTemplateFile.read(path: path)
        #expect(path.hasSuffix("/\(file.template.id).yaml"))
        #expect(file.template.carrier.value.megahertz > 0)
        #expect(file.locations["carrier"] != nil)
        #expect(!file.template.carrier.citation.isEmpty)
    }

    @Test("a job's own value takes the template's place, with its place in the job")
    func overrides() throws {
        let job = try SpecSamples.read(
            SpecSamples.smallest.replacing(
                "  - template: n28-700", with: "  - { template: n28-700, carrier: 763 MHz, environment: indoor }"))
        let file = try BandTemplateFile.read(bytes: Array(committed().utf8), path: "bands/n28-700.yaml")
        let changed = file.applying(job.bands[0].overrides)
        #expect(changed.template.carrier.value == Frequency(megahertz: 763))
        #expect(changed.template.environment.value == "indoor")
        #expect(changed.template.power == file.template.power)
        #expect(
            changed.locations["carrier"]
                == .job(file: "jobs/test.yaml", key: "bands[0].carrier", line: 8, column: 35))
    }

    @Test("a template without a citation, with a wrong word or another name is refused with its place")
    func badTemplates() throws {
        let text = try committed()
        let noCitation = text.replacing(
            /carrier: \{ value: 773 MHz, citation: "[^"]*"/, with: "carrier: { value: 773 MHz")
        #expect(error(noCitation)?.problem == "values.carrier has no key \"citation\"")
        #expect(error(text.replacing("basis: derived", with: "basis: derivd"))?.remedy == "Write derived.")
        let renamed = error(text.replacing("id: n28-700", with: "id: n28-800"))
        #expect(renamed?.problem == "the template is called \"n28-800\", and its file \"n28-700.yaml\"")
        #expect(error(text.replacing("773 MHz", with: "773"))?.problem == "\"773\" has no unit")
        #expect(error("")?.problem == "the band template file is empty")
    }

    @Test("a composition may leave parts out, and a part that is written must be whole and cited")
    func compositions() throws {
        let path = SharedData.root.appending(path: "Jobs/bands/n258-26.yaml")
        let text = try String(contentsOf: path, encoding: .utf8)
        func read(_ text: String) throws(MastheadError) -> BandTemplateFile {
            try BandTemplateFile.read(bytes: Array(text.utf8), path: "bands/n258-26.yaml")
        }
        let whole = try read(text).template
        #expect(whole.composition?.rain?.availability.value == Share(percent: 99.9))
        #expect(whole.composition?.vegetation?.alpha.value == 0.752)
        #expect(whole.buildingEntry?.buildingClass.value == "traditional")
        let base = try #require(text.firstMatch(of: /composition:\n  base:.*\n/)?.output)
        let start = try #require(text.range(of: "composition:\n"))
        let bare = try read(String(text[..<start.lowerBound]) + base).template
        #expect(bare.composition?.base.value == "tr38901-umi" && bare.composition?.hasGases == nil)
        #expect(bare.composition?.rain == nil && bare.composition?.vegetation == nil && bare.buildingEntry == nil)
        let error = #expect(throws: MastheadError.self) {
            try read(text.replacing(/\ {4}availability:.*\n/, with: ""))
        }
        #expect(error?.problem == "composition.rain has no key \"availability\"")
        #expect(throws: MastheadError.self) { try read(text.replacing("value: traditional", with: "value: cosy")) }
    }

    @Test("a template that is not there leads to the nearest name")
    func unknownTemplate() throws {
        let jobFile = SharedData.root.appending(path: "Jobs/examples/quickstart.yaml").path
        let near = Entry(BandSpec.Template.named("n28-70"), at: .job(file: jobFile, key: "bands[0].template"))
        #expect {
            _ = try BandTemplateFolder.template(near, jobFile: jobFile)
        } throws: {
            let error = $0 as? MastheadError
            return error?.code == .unknownName && error?.remedy == "Write n28-700."
        }
        let exact = Entry(BandSpec.Template.named("n28-700"), at: .none)
        #expect(try BandTemplateFolder.template(exact, jobFile: jobFile).template.id == "n28-700")
    }

    @Test(
        "every mutated template is a template, or errors with a place and a remedy", arguments: 0..<10 as Range<UInt64>)
    func mutants(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let bytes = Array(try committed().utf8)
        for _ in 0..<100 {
            var mutant = bytes
            for _ in 0..<Int.random(in: 1...5, using: &generator) {
                let at = Int.random(in: 0..<mutant.count, using: &generator)
                if Bool.random(using: &generator) {
                    mutant.remove(at: at)
                } else {
                    mutant[at] = UInt8.random(in: 0...255, using: &generator)
                }
            }
            do throws(MastheadError) {
                _ = try BandTemplateFile.read(bytes: mutant, path: "bands/n28-700.yaml")
            } catch {
                for error in [error] + error.others {
                    #expect(error.remedy.count > 8, "seed \(seed): \(error)")
                    #expect(error.location.description.hasPrefix("bands/n28-700.yaml"), "seed \(seed): \(error)")
                }
            }
        }
    }
}
