import Foundation
import MastheadCore
import MastheadGeo
import MastheadJobs
import MastheadPlanning
import MastheadTestSupport
import Testing

@Suite("Coverage at millimetre waves, and at the ends of what a model covers", .serialized)
struct MillimetreWaveTests {
    private static let place = GeographicPosition(longitudeDegrees: 10.0315, latitudeDegrees: 50.0515)

    /// The tiny world with low masts and one class of land.
    private func world(_ template: String, clutter: UInt8 = 30) throws -> TinyWorld {
        let world = try TinyWorld()
        world.template = template
        world.radius = "400 m"
        // Cells of 200 m in parts of 10 m would be too many; RefinedRunTests divides them.
        world.moreBand = "    resolution: 200 m"
        for height in [",30,", ",25,", ",40,"] { world.register = world.register.replacing(height, with: ",12,") }
        try world.writeClasses("clutter.tif") { _, _ in clutter }
        return world
    }

    private func terms(_ run: RunSummary) throws -> [LedgerTerm] {
        try ExplainService.explain(run: run.runFolder, question: .place(Self.place, band: nil)).ledgers.flatMap(\.terms)
    }

    private func parameters(_ run: RunSummary) throws -> [String: String] {
        let data = try Data(contentsOf: URL(filePath: run.runFolder + "/manifest.json"))
        let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        return try #require(manifest["parameters"] as? [String: String])
    }

    @Test(
        "a template runs, covers people, and explain shows each term with its text", arguments: ["n258-26", "n260-40"])
    func outdoors(template: String) throws {
        let world = try world(template)
        let run = try world.run()
        #expect(run.products.contains { $0.hasSuffix("level-n28.tif") })
        let data = try Data(contentsOf: URL(filePath: run.runFolder + "/figures.json"))
        let total = try JSONDecoder().decode(RunFigures.self, from: data).total
        let covered = try #require(total.bands.first).coveredPeople
        #expect(covered > .zero && covered < total.people)
        let terms = try terms(run)
        let texts = [
            ("PL_LOS", "3GPP TR 38.901"), ("Ag", "P.676"), ("Ap", "P.530"), ("γR", "P.838"),
        ]
        for (symbol, text) in texts {
            let term = try #require(terms.first { $0.symbol == symbol }, "\(terms.map(\.symbol))")
            #expect(term.source?.document.contains(text) == true, "\(symbol)")
        }
        let parameters = try parameters(run)
        #expect(parameters["bands.n28.composition.base"] == "tr38901-umi")
        #expect(parameters["bands.n28.composition.rain.availability"] == "99.9 %")
        #expect(parameters["bands.n28.composition.vegetation.a1"] == "0.18 dB")
        #expect(parameters["bands.n28.penetration"] == "0 dB")
        #expect(parameters["bands.n28.penetration.source"] == nil)
    }

    @Test("indoors P.2109 gives the penetration loss, unless the job states one")
    func indoors() throws {
        let world = try world("n258-26")
        world.moreBand += "\n    environment: indoor"
        let run = try world.run()
        let entry = try #require(try terms(run).first { $0.name == "penetration loss" })
        // 0.1 dB: the median of a traditional building at 26 GHz as the template quotes it.
        #expect(abs(entry.value - 20.0) < 0.1)
        #expect(entry.source?.document.contains("P.2109") == true)
        #expect(try parameters(run)["bands.n28.penetration.source"]?.contains("traditional building") == true)
        world.moreBand += "\n    penetration: 33 dB"
        let stated = try world.run()
        let term = try #require(try terms(stated).first { $0.name == "penetration loss" })
        #expect(term.value == 33 && term.source == nil)
    }

    @Test("trees, buildings and open land give three different answers at one place")
    func clutter() throws {
        // The folders go with their worlds, so these are kept until all is read.
        let worlds = try [30, 10, 50].map { try world("n258-26", clutter: $0) }
        let answers = try worlds.map { try terms($0.run()) }
        let (open, trees, buildings) = (answers[0], answers[1], answers[2])
        #expect(!open.contains { $0.symbol == "PL_NLOS − PL_LOS" })
        #expect(!open.contains { $0.symbol == "Aev" && $0.value > 0 })
        #expect(buildings.contains { $0.symbol == "PL_NLOS − PL_LOS" && $0.value > 0 })
        #expect(!buildings.contains { $0.symbol == "Aev" })
        // Some 200 m of trees take more than a hidden path loses, which is said and not added.
        #expect(trees.contains { $0.symbol == "Aev" && $0.role == .detail && $0.value > 0 })
        #expect(trees.contains { $0.symbol == "PL_NLOS − PL_LOS" && $0.role == .summand })
    }

    @Test("a mast farther than its model holds gives no level, and the cells are counted")
    func beyondTheModel() throws {
        let world = try TinyWorld()
        world.moreBand = "    model: tr38901-rma"
        world.radius = "3 km"
        #expect(try !world.run().caveats.contains { $0.name == "beyond-model" })
        world.radius = "6 km"
        let run = try world.run()
        let beyond = try #require(run.caveats.first { $0.name == "beyond-model" })
        #expect(beyond.value.isEmpty == false)
    }

    @Test("high masts are no reason to refuse a model that counts the distance between the antennas")
    func slantLengths() throws {
        let world = try TinyWorld()
        world.moreBand = "    model: p1411\n    carrier: 900 MHz"
        world.radius = "800 m"
        let run = try world.run()
        #expect(run.caveats.contains { $0.name == "beyond-model" })
    }

    @Test("an antenna and a receiver at a height that the model does not cover are refused by the station")
    func heightsBeyondTheModel() throws {
        let world = try TinyWorld()
        world.moreBand = "    model: tr38901-rma"
        world.radius = "3 km"
        func refusal(_ words: [String]) throws {
            let error = #expect(throws: MastheadError.self) { try world.check() }
            #expect(error?.code == .outsideValidity && error?.remedy.isEmpty == false)
            let text = error?.description ?? ""
            for word in words { #expect(text.contains(word), "\(text)") }
        }
        world.moreBand += "\n    receiver-height: 11 m"
        try refusal(["S1", "n28", "11 m", "1 m to 10 m"])
        world.moreBand = "    model: tr38901-rma"
        world.register += "S9,10.04,50.05,200,0,n28\n"
        try refusal(["S9", "n28", "200 m", "10 m to 150 m"])
        #expect(!world.hasComputed)
    }

    @Test("a model that is put together needs a template that says from what")
    func noComposition() throws {
        let world = try TinyWorld()
        world.moreBand = "    model: composed"
        let error = #expect(throws: MastheadError.self) { try world.check() }
        #expect(error?.code == .badJob && error?.description.contains("n28-700") == true)
        #expect(error?.remedy.contains("n258-26") == true)
    }
}
