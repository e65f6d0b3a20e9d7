import Foundation
import MastheadCore
import MastheadJobs
import MastheadTestSupport
import Testing

@Suite("A plan whose keys or lists are damaged gives a result or an error with a remedy, never a trap", .serialized)
struct PlanFuzzTests {
    private static let plan = [
        "plan:",
        "  currency: EUR",
        "  reserve: 3 dB",
        "  towers: [{ path: towers.csv, columns: { id: id, height: height } }]",
        "  settlements: [{ path: settlements.csv, within: 5 km }]",
        "  generate: { lattice: { n28: 2 km }, least-people: 20, summits: 3 km, prominence: 5 m, routes: 2 km, places: yes }",
        "  exclude: { slope: 25 deg, spacing: 400 m, areas: [{ path: areas.geojson }] }",
        "  costs: { mast: 90000, power: 1000, reuse: 20000, backhaul: 12000 }",
        "  bands: { n28: { cost: 30000, azimuths: 2, tilts: [0 deg, 4 deg], height: 30 m } }",
        "  objectives:",
        "    - { kind: reach, share: 80 %, bands: [n28], per: region, denser-than: 10 }",
        "    - { kind: routes, share: 50 % }",
        "    - { kind: places }",
        "    - { kind: hot-spots, share: 50 %, bands: [n28], traffic: 0.01 }",
        "    - { kind: density, traffic: 0.01 }",
        "  pin: [T2]",
        "  forbid: [T1/n28]",
        "  effort: 1",
        "  exact: no",
    ]
    private static let towers = """
        id,longitude,latitude,height
        T1,10.03,50.04,30
        T2,10.07,50.06,45
        T3,10.09,50.03,
        T4,10.05,50.08,20

        """
    private static let settlements = """
        name,longitude,latitude,population
        Aach,10.03,50.03,1200
        "Bad, Berg",10.09,50.07,

        """
    /// What takes the place of a word: limits, signs, units that are wrong, names that are not there.
    private static let words = [
        "0", "-1", "1", "1e9", "1e400", "999999999999", "9223372036854775807", "nan", "inf", "0 m", "1 m", "100 m",
        "50 km", "-3 dB", "20 dB", "0 %", "1 %", "100 %", "1 deg", "90 deg", "yes", "no", "~", "[]", "{}", "n99", "T2",
        "T9/n28", "\"\"", "S1", "budget", "reach", "density", "places", "hot-spots", "region", "indoor", "none.csv",
        "regions.geojson", "register.csv",
    ]

    private static func line(_ id: String, _ points: String) -> String {
        "{\"type\":\"Feature\",\"properties\":{\"id\":\"\(id)\",\"kind\":\"road\"},"
            + "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[\(points)]}}"
    }

    /// A world with a plan that asks for everything; its parts can be replaced.
    private static func world(
        plan: String = plan.joined(separator: "\n"), towers: String = towers, settlements: String = settlements
    ) throws -> TinyWorld {
        let world = try TinyWorld()
        try world.folder.text("towers.csv", towers)
        try world.folder.text("settlements.csv", settlements)
        try world.folder.text(
            "areas.geojson",
            TinyWorld.collection([
                TinyWorld.square("X", west: 10.02, south: 50.02, east: 10.04, north: 50.05),
                TinyWorld.square("Y", west: 10.03, south: 50.03, east: 10.05, north: 50.06),
            ]))
        try world.folder.text("roads.geojson", TinyWorld.collection([line("A1", "[10.02,50.05],[10.10,50.05]")]))
        try world.folder.text(
            "points.geojson",
            TinyWorld.collection([
                "{\"type\":\"Feature\",\"properties\":{\"id\":\"H1\",\"kind\":\"hospital\"},"
                    + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[10.08,50.04]}}"
            ]))
        world.resolution = "400 m"
        world.radius = "3 km"
        world.moreKeys =
            plan + "\nroutes: [{ path: roads.geojson }]\nplaces: [{ path: points.geojson }]\n"
            + "products: [plan-candidates, plan-sites]"
        return world
    }

    /// Checks and plans a job; true where a plan came of it, false where an error says what to do.
    private static func survives(_ world: TinyWorld, _ seed: UInt64, _ note: String) throws -> Bool {
        let job = try world.write()
        do throws(MastheadError) {
            let report = try RunService.check(jobPath: job, options: RunOptions(threads: 1))
            // A word that takes the place of a large square may ask for many candidates: those are counted, not computed.
            if let plan = report.plan, plan.evaluations < 300_000 {
                _ = try PlanService.plan(jobPath: job, options: RunOptions(threads: 2))
            }
            return true
        } catch {
            #expect(!error.problem.isEmpty, "seed \(seed), \(note): \(error)")
            #expect(error.remedy.first?.isUppercase == true, "seed \(seed), \(note): \(error)")
            #expect(error.code != .internalFault, "seed \(seed), \(note): \(error)")
            return false
        }
    }

    @Test("the plan that all others are made from is a plan")
    func sound() throws {
        let isPlan = try Self.survives(Self.world(), 0, "sound")
        #expect(isPlan)
    }

    @Test("words of a plan's keys in the wrong place", arguments: 0..<8 as Range<UInt64>)
    func keys(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<10 {
            var lines = Self.plan
            for _ in 0..<Int.random(in: 1...2, using: &generator) {
                let index = Int.random(in: 1..<lines.count, using: &generator)
                lines[index] = Self.mutated(lines[index], &generator)
            }
            let text = lines.joined(separator: "\n")
            _ = try Self.survives(Self.world(plan: text), seed, text)
        }
    }

    @Test("lists of masts and settlements with random characters", arguments: 0..<8 as Range<UInt64>)
    func lists(seed: UInt64) throws {
        let characters = Array("\u{0}\n\r\",;{}[]-9e.é区: ")
        var generator = SeededGenerator(seed: seed)
        for round in 0..<8 {
            var texts = [Array(Self.towers), Array(Self.settlements)]
            let which = round % 2
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let place = Int.random(in: 0..<texts[which].count, using: &generator)
                texts[which][place] = characters.randomElement(using: &generator) ?? " "
            }
            if round > 5 { texts[which] = Array(texts[which].prefix(texts[which].count / 2)) }
            // Nothing is pinned by name: a mast that is set aside would be missed before it is looked at.
            let plan = Self.plan.filter { !$0.contains("pin:") && !$0.contains("forbid:") }.joined(separator: "\n")
            _ = try Self.survives(
                Self.world(plan: plan, towers: String(texts[0]), settlements: String(texts[1])), seed,
                String(texts[which]))
        }
    }

    /// Takes a line, or a word of it, away, or puts another word in its place.
    private static func mutated(_ line: String, _ generator: inout SeededGenerator) -> String {
        var pieces: [String] = []
        // Words and what stands between them, in turn.
        for character in line {
            let isWord = character.isLetter || character.isNumber || "./-".contains(character)
            let lastIsWord = pieces.last?.last.map { $0.isLetter || $0.isNumber || "./-".contains($0) }
            if lastIsWord == isWord {
                pieces[pieces.count - 1].append(character)
            } else {
                pieces.append(String(character))
            }
        }
        let places = pieces.indices.filter { pieces[$0].first.map { $0.isLetter || $0.isNumber } == true }
        guard let place = places.randomElement(using: &generator), Int.random(in: 0..<12, using: &generator) > 0 else {
            return ""
        }
        pieces[place] = words.randomElement(using: &generator) ?? "0"
        return pieces.joined()
    }
}
