import Foundation
import MastheadCore
import MastheadJobs
import MastheadOutput
import MastheadPlanning
import MastheadTestSupport
import Testing

@Suite("What a check says of a plan", .serialized)
struct PlanCheckTests {
    private static let sample = SharedData.root.appending(path: "Geo/samples/small-bay").path

    private static func run(_ extra: String = "", products: String = "") throws -> SmallRun {
        let plan = """
            plan:
              currency: EUR
              towers: [{ path: \(sample)/towers.csv }]
              generate: { lattice: { n28: 5 km }, summits: 6 km }
              costs: { mast: 90000, reuse: 20000, backhaul: 12000 }
              bands: { n28: { cost: 30000 } }
              exact: no
              effort: 0
              objectives: [ { kind: reach, share: 95 % } ]
            \(extra)
            \(products)

            """
        let template = "template: \(SharedData.root.path)/Jobs/bands/n28-700.yaml"
        return try SmallRun(
            resolution: "500 m",
            changes: [
                "register:\n  - path: \(sample)/base-stations-700.csv\n": plan,
                template: template + "\n    name: n28",
            ])
    }

    @Test("the candidates that a check counts are those that the plan chooses from")
    func counts() throws {
        let run = try Self.run()
        defer { run.remove() }
        let check = try #require(try RunService.check(jobPath: run.job.path).plan)
        #expect(!FileManager.default.fileExists(atPath: run.output.path))
        _ = try PlanService.plan(jobPath: run.job.path)
        let plan = try PlanFile.read(from: run.runFolder().path).plan
        #expect(check.candidates == plan.candidates.reduce(0) { $0 + $1.kept })
        #expect(!check.isBound && check.footprints == check.candidates && check.evaluations >= check.cells)
        let evidence = try EvidenceFiles.read(from: run.runFolder().path)
        // A footprint lies within its reach.
        #expect(check.cells >= evidence.runs.count)
        #expect(try #require(check.seconds) > 0 && check.memoryBytes > 100_000_000)
    }

    @Test("the bound for areas too large to look at holds what is counted where they are not")
    func bound() throws {
        let run = try Self.run()
        defer { run.remove() }
        let job = try JobResolver.resolve(JobSpec.read(path: run.job.path))
        let plan = try #require(job.plan)
        let counted = try PlanEstimate.estimate(
            job, plan, threads: 1, progress: SilentProgress(), stop: StopFlag()
        ).figures
        let bound = PlanEstimate.bound(job, plan, threads: 1).figures
        #expect(bound.isBound && bound.seconds == nil)
        #expect(bound.candidates >= counted.candidates && bound.footprints >= counted.footprints)
        #expect(bound.cells >= counted.cells && bound.evaluations >= counted.evaluations)
        #expect(bound.memoryBytes >= counted.memoryBytes)
    }

    @Test("a check refuses what the plan would refuse")
    func refusal() throws {
        let run = try Self.run("  pin: [T0001]")
        defer { run.remove() }
        let error = #expect(throws: MastheadError.self) { try RunService.check(jobPath: run.job.path) }
        #expect(error?.code == .unknownName && error?.remedy.contains("T0000") == true)
    }

    @Test("a job that names products gets those of the plan that it names, and the plan that programs read")
    func products() throws {
        let run = try Self.run(products: "products: [plan-sites, covered]")
        defer { run.remove() }
        let summary = try PlanService.plan(jobPath: run.job.path)
        #expect(summary.mapPath == nil)
        let files = try FileManager.default.contentsOfDirectory(atPath: run.runFolder().path).filter {
            $0.hasPrefix("plan")
        }
        #expect(files.sorted() == ["plan-evidence", "plan-manifest.json", "plan-sites.csv", "plan.json"])
    }

    @Test("products of a plan are refused in a job without one, and a name that is nearly one is mended")
    func names() throws {
        let sample = Self.sample
        let register = "register:\n  - path: \(sample)/base-stations-700.csv\n"
        for (written, words) in [("plan-map", "add the key plan"), ("plan-sitse", "Write plan-sites.")] {
            let run = try SmallRun(changes: [register: register + "products: [\(written)]\n"])
            defer { run.remove() }
            let error = #expect(throws: MastheadError.self) { try JobSpec.read(path: run.job.path) }
            #expect(error?.remedy.contains(words) == true, "\(error?.remedy ?? "")")
        }
    }
}
