import Foundation
import MastheadCore
import MastheadGeo
import MastheadOutput
import MastheadPlanning
import MastheadTestSupport
import Testing

@Suite("The products of a site plan say what the plan says")
struct PlanProductTests {
    @Test("each product has an id and a file name that no other product of plan or run has")
    func distinct() {
        let entries = PlanProductCatalogue.entries
        let ids = entries.map(\.id) + ProductCatalogue.entries.map(\.id)
        let names = entries.map(\.fileName) + ProductCatalogue.entries.map(\.fileName)
        #expect(Set(ids).count == ids.count)
        #expect(Set(names).count == names.count)
    }

    @Test("Output/README.md has the row of each plan product under its heading, and no other")
    func readme() throws {
        let text = try String(contentsOf: SharedData.root.appending(path: "Output/README.md"), encoding: .utf8)
        let lines = text.split(separator: "\n").map(String.init)
        let heading = try #require(lines.firstIndex(of: "## Plan products"))
        let start = try #require(lines[heading...].firstIndex { $0.hasPrefix("| Id | File |") })
        let rows = lines[(start + 2)...].prefix { $0.hasPrefix("|") }
        #expect(Array(rows) == PlanProductCatalogue.entries.map(\.readmeRow))
    }

    @Test("two plans of one content give the same bytes, and each file is digested")
    func deterministic() throws {
        let first = try SyntheticPlan(sites: 3)
        let files = try first.write()
        #expect(try SyntheticPlan(sites: 3).write() == files)
        #expect(files.map(\.name) == PlanProductCatalogue.entries.map(\.fileName))
        #expect(files.allSatisfy { $0.bytes > 0 && $0.sha256.count == 64 })
        let names = try FileManager.default.contentsOfDirectory(atPath: first.run.folder.file("out"))
        #expect(names.sorted() == files.map(\.name).sorted())
    }

    @Test("a plan that is asked to stop ends with exit status 75 and writes nothing")
    func stops() throws {
        let plan = try SyntheticPlan(sites: 1)
        let out = plan.run.folder.file("out")
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        let error = #expect(throws: MastheadError.self) {
            try PlanProductWriter.write(plan.content, to: out, isStopped: { true })
        }
        #expect(error?.code.exitStatus == .interrupted)
        #expect(try FileManager.default.contentsOfDirectory(atPath: out).isEmpty)
    }

    @Test("the plan reads back from its JSON exactly, and a file of another form is refused")
    func json() throws {
        let plan = try SyntheticPlan(sites: 3)
        try plan.write(["plan-json"])
        let read = try PlanFile.read(from: plan.run.folder.file("out"))
        #expect(try JSONFile.text(read) == plan.text("plan.json"))
        #expect(read.format == 1)
        #expect(read.plan.sites.map(\.gain) == plan.content.plan.sites.map(\.gain))
        #expect(read.grid == plan.content.grid)
        let changed = try plan.text("plan.json").replacing("\"format\" : 1", with: "\"format\" : 2")
        try plan.run.folder.text("out/plan.json", changed)
        let error = #expect(throws: MastheadError.self) { try PlanFile.read(from: plan.run.folder.file("out")) }
        #expect(error?.code == .badRun)
        #expect(error?.problem == "the plan has format 2, and this program reads format 1")
    }

    @Test("a plan without sites, candidates, targets or points of a curve writes every product")
    func empty() throws {
        var plan = try SyntheticPlan(sites: 0, unserved: 0)
        #expect(try plan.write().count == PlanProductCatalogue.entries.count)
        #expect(try plan.text("plan-sites.csv").split(separator: "\n").count == 1)
        plan.content.plan = SitePlan(
            currency: "", sites: [], targets: [], curve: [], density: [], unserved: [],
            certificate: PlanCertificate(sense: .mostServed, value: 0, bound: 0, isProvenOptimal: true, scope: ""),
            choices: [], candidates: [])
        plan.content.people = .zero
        plan.content.stations = []
        #expect(try plan.write().count == PlanProductCatalogue.entries.count)
        for name in ["sites", "sectors", "curve", "targets", "unserved", "density", "choices"] {
            #expect(try plan.text("plan-\(name).csv").split(separator: "\n").count == 1, "\(name)")
        }
    }

    // A white sheet of 1400 × 750 pixels takes about 4 kB as PNG.
    @Test(
        "plot and map are drawn for few and many sites, with and without what stays unserved, and show them",
        arguments: ["plan-curve.png", "plan-map.png"])
    func pictures(name: String) throws {
        var seen: Set<Data> = []
        let plans = [
            try SyntheticPlan(sites: 0, unserved: 0), try SyntheticPlan(sites: 1), try SyntheticPlan(sites: 40),
            try SyntheticPlan(sites: 9, before: 88),
            try SyntheticPlan(sites: 200, unserved: 90, columns: 300, rows: 80),
        ]
        for plan in plans {
            try plan.write(["plan-map", "plan-curve-plot"])
            let bytes = try Data(contentsOf: URL(filePath: plan.run.folder.file("out/\(name)")))
            #expect(bytes.prefix(4).elementsEqual([0x89, 0x50, 0x4E, 0x47]))
            #expect(bytes.count > 30_000)
            seen.insert(bytes)
        }
        #expect(seen.count == plans.count)
    }

    @Test(
        "titles and names in any script, of any length, are drawn",
        arguments: ["", "北京市朝阳区", "مرحبا بالعالم", "nul\0inside", String(repeating: "long ", count: 200)])
    func names(name: String) throws {
        let plan = try SyntheticPlan(sites: 2, names: [name, "plain"], title: name, columns: 40, rows: 30)
        try plan.write(["plan-map", "plan-curve-plot"])
    }
}
