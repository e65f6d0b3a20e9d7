import Foundation
import MastheadCore
import MastheadSample
import MastheadTestSupport
import Testing

@Suite("The people of a sample live where people live")
struct PeopleTests {
    @Test("60 km are home to 250,000 to 400,000 people, and the note says how many")
    func totalIsBelievable() throws {
        let world = try SampleWorld.usual.get()
        #expect(world.people > 250_000 && world.people < 400_000)
        #expect(abs(world.people - Double(world.summary.people)) <= 0.5)
        let note = try String(contentsOfFile: world.folder + "/sample.json", encoding: .utf8)
        #expect(note.contains("\"people\": \(world.summary.people)"))
    }

    @Test("the settlements' totals and the farms' seven per cent make the raster's total")
    func settlementsAddUp() throws {
        for world in [try SampleWorld.small.get(), try SampleWorld.usual.get()] {
            let settled = try world.table("settlements.csv").compactMap { Double($0["population"] ?? "") }.reduce(0, +)
            // The settlements' shares are drawn within 7 per cent; cells hold whole 256ths of a person.
            #expect(abs(settled / world.people - 0.93) < 0.03)
        }
    }

    @Test("no one lives on water")
    func noOneOnWater() throws {
        let world = try SampleWorld.usual.get()
        let wet = world.population.indices.filter { world.population[$0] > 0 && world.isWater($0) }
        #expect(wet.isEmpty)
        #expect(world.population.allSatisfy { $0.isNaN || $0 >= 0 })
    }

    @Test("a third of the people live on three per cent of the land, and the town is several times the next place")
    func peopleConcentrate() throws {
        let world = try SampleWorld.usual.get()
        let sorted = world.population.filter { !$0.isNaN }.map(Double.init).sorted(by: >)
        let dense = sorted.prefix(sorted.count * 3 / 100).reduce(0, +)
        #expect(dense / world.people > 1.0 / 3)
        let sizes = try world.table("settlements.csv").compactMap { Double($0["population"] ?? "") }
        #expect(sizes[0] > 3 * sizes[1])
        #expect(sizes.count > 40)
    }

    @Test("settlements stand on land, have names of their own, and some are not ASCII")
    func settlementsStandOnLand() throws {
        let world = try SampleWorld.usual.get()
        let rows = try world.table("settlements.csv")
        for row in rows {
            let cell = try #require(world.cell(try degrees(row, "longitude"), try degrees(row, "latitude")))
            #expect(!world.isSea(cell), "\(row)")
        }
        let names = rows.compactMap { $0["name"] }
        #expect(Set(names).count == names.count)
        #expect(names.contains { !$0.utf8.allSatisfy { $0 < 128 } })
    }
}

/// A coordinate of a row.
func degrees(_ row: [String: String], _ name: String) throws -> Double {
    try #require(Double(row["\(name)_deg"] ?? ""))
}
