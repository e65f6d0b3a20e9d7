import Foundation
import MastheadCore
import MastheadGeo
import MastheadJobs
import MastheadOutput
import MastheadPlanning
import MastheadTestSupport
import Testing

@Suite("Candidates of a plan, and what stays unserved, in words that can be counted again", .serialized)
struct PlanCandidateTests {
    private static let sample = SharedData.root.appending(path: "Geo/samples/small-bay").path

    private static func run(_ objective: String, _ extra: String = "") throws -> SmallRun {
        let plan = """
            plan:
              currency: EUR
              towers: [{ path: \(sample)/towers.csv }]
              generate: { lattice: { n28: 5 km }, summits: 6 km }
              costs: { mast: 90000, reuse: 20000, backhaul: 12000 }
              bands: { n28: { cost: 30000 } }
              exact: no
              effort: 10
              objectives: [ \(objective) ]
            \(extra)

            """
        let template = "template: \(SharedData.root.path)/Jobs/bands/n28-700.yaml"
        return try SmallRun(
            resolution: "500 m",
            changes: [
                "register:\n  - path: \(sample)/base-stations-700.csv\n": plan,
                template: template + "\n    name: n28",
            ])
    }

    /// The rows of a table of a run's folder, by column.
    private static func table(_ name: String, of run: SmallRun) throws -> [[String: String]] {
        let text = try String(contentsOf: run.runFolder().appending(path: name), encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map(fields)
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
    }

    /// The fields of a line; quotes hold commas together.
    private static func fields(_ line: Substring) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields
    }

    // What the planner asks for: adding any rejected candidate gains less than the last chosen.
    @Test("within a budget of sites, no candidate that was rejected would add more than the last chosen did")
    func story() throws {
        let run = try Self.run("{ kind: budget, sites: 6 }")
        defer { run.remove() }
        _ = try PlanService.plan(jobPath: run.job.path)
        let rows = try Self.table("plan-candidates.csv", of: run)
        let plan = try PlanFile.read(from: run.runFolder().path).plan
        let last = try #require(plan.sites.last)
        #expect(rows.count { $0["status"] == "chosen" } == plan.sites.count)
        let kept = plan.candidates.reduce(0) { $0 + $1.kept }
        #expect(rows.count { $0["status"] != "excluded" } == kept)
        let rejected = rows.filter { $0["status"] == "not chosen" }
        #expect(rejected.count == kept - plan.sites.count)
        for row in rejected {
            let people = try #require(row["added_people"].flatMap(Double.init))
            #expect(people <= last.gain.people.persons + 0.01, "\(row)")
            #expect(row["last_site_id"] == last.id && row["adds_less_than_last"] == "yes")
            #expect(row["reason"]?.hasPrefix("would add") == true || row["reason"] == "serves no one with any band")
        }
    }

    @Test("what a rejected candidate would add is what its footprint holds that nothing else serves")
    func additions() throws {
        let run = try Self.run("{ kind: reach, share: 90 % }")
        defer { run.remove() }
        let summary = try PlanService.plan(jobPath: run.job.path)
        let evidence = try EvidenceFiles.read(from: summary.runFolder)
        var footprints: [String: [PlacementProblem.Run]] = [:]
        var start = 0
        var isServed = [Bool](repeating: false, count: evidence.weights.count)
        let taken = Set(evidence.header.standing + evidence.header.chosen + evidence.header.steps.flatMap(\.options))
        for (index, option) in evidence.header.options.enumerated() {
            let own = Array(evidence.runs[start..<start + option.runs])
            start += option.runs
            footprints[option.id] = own
            guard taken.contains(index) else { continue }
            for run in own { for item in run.first..<run.first + run.count { isServed[Int(item)] = true } }
        }
        let people = Set(evidence.header.peopleGroups)
        for row in try Self.table("plan-candidates.csv", of: run) where row["status"] == "not chosen" {
            let own = try #require(footprints["\(row["site_id"] ?? "")/n28"])
            var (alone, added) = (Int64(0), Int64(0))
            for run in own {
                for item in Int(run.first)..<Int(run.first + run.count)
                where people.contains(Int(evidence.groups[item])) {
                    alone += evidence.weights[item]
                    if !isServed[item] { added += evidence.weights[item] }
                }
            }
            // Printed to a hundredth.
            let printed = try #require(row["added_people"].flatMap(Double.init))
            #expect(abs(printed - PersonCount(billionths: added).persons) < 0.006, "\(row)")
            let printedAlone = try #require(row["alone_people_n28"].flatMap(Double.init))
            #expect(abs(printedAlone - PersonCount(billionths: alone).persons) < 0.006, "\(row)")
        }
    }

    @Test("places that were left out are told with the reason, and areas that keep them out may overlap")
    func exclusions() throws {
        let run = try Self.run("{ kind: reach, share: 50 % }", "  exclude: { areas: [{ path: areas.geojson }] }")
        defer { run.remove() }
        // Two boxes that share a third of their width, and hold the whole sample between them.
        let boxes = [(-146.0, -144.9), (-145.1, -144.0)].enumerated().map { index, edges in
            let ring = [(edges.0, 34.0), (edges.1, 34.0), (edges.1, 36.0), (edges.0, 36.0), (edges.0, 34.0)]
            let points = ring.map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
            return "{\"type\":\"Feature\",\"properties\":{\"id\":\"\(index)\"},"
                + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[\(points)]]}}"
        }
        let collection = "{\"type\":\"FeatureCollection\",\"features\":[\(boxes.joined(separator: ","))]}"
        try collection.write(to: run.folder.appending(path: "areas.geojson"), atomically: true, encoding: .utf8)
        _ = try PlanService.plan(jobPath: run.job.path)
        let rows = try Self.table("plan-candidates.csv", of: run)
        let excluded = rows.filter { $0["status"] == "excluded" }
        #expect(!excluded.isEmpty && excluded.contains { $0["reason"] == "left out: excluded area" })
        #expect(!rows.contains { $0["status"] != "excluded" && $0["origin"] != "tower" })
    }

    @Test("a forbidden candidate is told as such, with whom it could have served")
    func forbidden() throws {
        let run = try Self.run("{ kind: reach, share: 50 % }", "  forbid: [T00001]")
        defer { run.remove() }
        _ = try PlanService.plan(jobPath: run.job.path)
        let row = try #require(try Self.table("plan-candidates.csv", of: run).first { $0["site_id"] == "T00001" })
        #expect(row["status"] == "forbidden" && row["reason"] == "forbidden by the job")
        let alone = try #require(row["alone_people_n28"].flatMap(Double.init))
        #expect(alone > 0)
    }

    @Test("what stays unserved is called after the nearest listed settlement within the distance that the job states")
    func settlements() throws {
        let list = "  settlements: [{ path: villages.csv, columns: { name: village }, within: 3 km }]"
        let run = try Self.run("{ kind: budget, sites: 2 }", list)
        defer { run.remove() }
        let plain = try Self.run("{ kind: budget, sites: 2 }")
        defer { plain.remove() }
        _ = try PlanService.plan(jobPath: plain.job.path)
        let unserved = try PlanFile.read(from: plain.runFolder().path).plan.unserved.filter { $0.kind == .settlement }
        #expect(!unserved.contains { !$0.name.isEmpty })
        let first = try #require(unserved.first).position
        var text = "village,longitude,latitude,population\n"
        text += "Far Haven,\(first.longitudeDegrees),\(first.latitudeDegrees + 1),99\n"
        // A hundredth of a degree of latitude is 1.1 km.
        text += "Near Haven,\(first.longitudeDegrees),\(first.latitudeDegrees + 0.01),12\n"
        text += "Small Haven,\(first.longitudeDegrees),\(first.latitudeDegrees + 0.01),11\n"
        try text.write(to: run.folder.appending(path: "villages.csv"), atomically: true, encoding: .utf8)
        _ = try PlanService.plan(jobPath: run.job.path)
        let named = try PlanFile.read(from: run.runFolder().path).plan.unserved.filter { $0.kind == .settlement }
        #expect(named.first?.name == "Near Haven")
        #expect(named.contains { $0.name.isEmpty } && !named.contains { $0.name == "Far Haven" })
    }
}
