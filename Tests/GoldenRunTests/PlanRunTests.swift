import Foundation
import MastheadCore
import MastheadGeo
import MastheadJobs
import MastheadOutput
import MastheadPlanning
import MastheadTestSupport
import Testing

@Suite("A plan of the sample region", .serialized)
struct PlanRunTests {
    private static let sample = SharedData.root.appending(path: "Geo/samples/small-bay").path

    /// The small job with a plan from its towers, without a register.
    private static func plan(_ extra: String = "", objectives: String = "- { kind: reach, share: 95 % }") -> String {
        """
        plan:
          currency: EUR
          towers: [{ path: \(sample)/towers.csv }]
          generate: { lattice: { n28: 5 km }, summits: 6 km }
          costs: { mast: 90000, reuse: 20000, backhaul: 12000 }
          bands: { n28: { cost: 30000 } }
          exact: no
          effort: 3
          objectives:
            \(objectives)
        \(extra)
        """
    }

    private static func run(_ plan: String) throws -> SmallRun {
        let template = "template: \(SharedData.root.path)/Jobs/bands/n28-700.yaml"
        return try SmallRun(
            resolution: "500 m",
            changes: [
                "register:\n  - path: \(sample)/base-stations-700.csv\n": plan + "\n",
                template: template + "\n    name: n28",
            ])
    }

    private static func planned(_ run: SmallRun, threads: Int = 2) throws -> (RunSummary, SitePlan) {
        let summary = try PlanService.plan(jobPath: run.job.path, options: RunOptions(threads: threads))
        return (summary, try PlanFile.read(from: run.runFolder().path).plan)
    }

    @Test("meets its share, and all that it says is counted again from its evidence")
    func evidence() throws {
        let run = try Self.run(Self.plan())
        defer { run.remove() }
        let (summary, plan) = try Self.planned(run)
        #expect(summary.findings.isEmpty && !plan.sites.isEmpty)
        #expect(!plan.targets.contains { !$0.isMet })
        #expect(plan.certificate.bound > 0 && plan.certificate.bound <= plan.certificate.value)
        let findings = try PlanService.verify(run: summary.runFolder)
        #expect(!findings.contains { !$0.agrees }, "\(findings.filter { !$0.agrees })")
    }

    @Test(
        "is within one part in a hundred of the best of all plans, by the solver and from its evidence alone",
        .enabled(if: CBCProgram.isAvailable, "the solver cbc is not installed (make test installs it)"),
        .timeLimit(.minutes(10)))
    func optimum() throws {
        let run = try Self.run(Self.plan())
        defer { run.remove() }
        let (summary, plan) = try Self.planned(run)
        let proof = try PlanService.prove(run: summary.runFolder, hours: 0.1)
        #expect(proof.isProved && proof.finding.agrees)
        #expect(proof.plan == plan.certificate.value)
        #expect(proof.certificate <= proof.best && proof.best <= proof.plan)
        // The share that the issue of the placement asks of small instances.
        #expect(proof.gap < 0.01, "\(proof.gap)")
    }

    @Test(
        "a certificate that promises too much is found out by the best of all plans",
        .enabled(if: CBCProgram.isAvailable, "the solver cbc is not installed (make test installs it)"),
        .timeLimit(.minutes(10)))
    func overstatement() throws {
        let run = try Self.run(Self.plan())
        defer { run.remove() }
        let (_, plan) = try Self.planned(run)
        var evidence = try EvidenceFiles.read(from: run.runFolder().path)
        evidence.header.bound = 2 * plan.certificate.value
        let proof = try OptimumProof(evidence, at: .file("evidence")).outcome(hours: 0.1, at: .file("evidence"))
        #expect(proof.isProved && !proof.finding.agrees)
    }

    @Test("a forged gain, loss or multiplier is found out")
    func forgery() throws {
        let run = try Self.run(Self.plan())
        defer { run.remove() }
        _ = try Self.planned(run)
        let evidence = try EvidenceFiles.read(from: run.runFolder().path)
        var gain = evidence
        gain.header.steps[0].gain.routeMillimetres += 1
        var loss = evidence
        loss.header.steps[0].loss.places += 1
        var bound = evidence
        bound.header.bound *= 1.001
        var price = evidence
        price.itemPrices = price.itemPrices.map { -$0 - 1 }
        var need = evidence
        need.header.chosen = need.header.standing
        for forged in [gain, loss, bound, price, need] {
            #expect(EvidenceCheck(forged).findings().contains { !$0.agrees })
        }
    }

    @Test("is the same to the byte on one thread and on four")
    func threads() throws {
        let runs = try [1, 4].map { threads in
            let run = try Self.run(Self.plan())
            _ = try Self.planned(run, threads: threads)
            return run
        }
        defer { runs.forEach { $0.remove() } }
        let products = try runs.map { try $0.products() }
        #expect(products[0].count > 14)
        // The manifest names inputs by their place, which is the same, and files by what is in them.
        for (name, data) in products[0] {
            #expect(products[1][name] == data, "\(name)")
        }
    }

    @Test("holds what is pinned and not what is forbidden, and tells what either costs")
    func choices() throws {
        let free = try Self.run(Self.plan())
        defer { free.remove() }
        let first = try #require(Self.planned(free).1.sites.first?.id)
        let chosen = try Set(Self.planned(free).1.sites.map(\.id))
        let towers = try String(contentsOfFile: "\(Self.sample)/towers.csv", encoding: .utf8).split(separator: "\n")
        let unused = try #require(
            towers.dropFirst().map { String($0.split(separator: ",")[0]) }.first { !chosen.contains($0) })
        let bound = try Self.run(Self.plan("  pin: [\(unused)]\n  forbid: [\(first)]"))
        defer { bound.remove() }
        let (_, plan) = try Self.planned(bound)
        #expect(plan.sites.contains { $0.id == unused && $0.isPinned })
        #expect(!plan.sites.contains { $0.id == first })
        #expect(plan.choices.map(\.site) == [unused, first])
        #expect(!plan.targets.contains { !$0.isMet })
    }

    @Test("a pinned candidate that is not there is refused with the nearest name")
    func unknown() throws {
        let run = try Self.run(Self.plan("  pin: [T0001]"))
        defer { run.remove() }
        let error = #expect(throws: MastheadError.self) { try Self.planned(run) }
        #expect(error?.code == .unknownName && error?.remedy.contains("T0000") == true)
    }

    @Test("a need that nothing meets is a finding that says what is in the way, with the nearest plan")
    func impossible() throws {
        let run = try Self.run(
            Self.plan("  exclude: { spacing: 20 km }", objectives: "- { kind: reach, share: 100 %, service: indoor }"))
        defer { run.remove() }
        let (summary, plan) = try Self.planned(run)
        let target = try #require(plan.targets.first)
        #expect(!target.isMet && target.after == target.possible && target.after < target.need)
        #expect(summary.findings.first?.contains("no candidate serves") == true)
        #expect(plan.certificate.scope.contains("as far as all candidates together can"))
    }

    @Test("a need that the budget does not bear is not met, and the evidence agrees with the plan that says so")
    func unaffordable() throws {
        let run = try Self.run(
            Self.plan(objectives: "- { kind: budget, sites: 1 }\n    - { kind: reach, share: 95 % }"))
        defer { run.remove() }
        let (summary, plan) = try Self.planned(run)
        #expect(plan.sites.count == 1 && plan.targets.contains { !$0.isMet } && !summary.findings.isEmpty)
        #expect(plan.certificate.scope.contains("which this plan does not"))
        let checks = try PlanService.verify(run: summary.runFolder)
        #expect(!checks.contains { !$0.agrees }, "\(checks)")
        #expect(checks.contains { $0.counted.contains("not met") })
    }

    @Test("a budget of sites is kept, and one site more serves no fewer")
    func budget() throws {
        var last = PersonCount.zero
        for sites in [1, 2, 3, 5, 8] {
            let run = try Self.run(Self.plan(objectives: "- { kind: budget, sites: \(sites) }"))
            defer { run.remove() }
            let (_, plan) = try Self.planned(run)
            let people = try #require(plan.curve.last).served.people
            #expect(plan.sites.count <= sites && people >= last)
            #expect(plan.certificate.bound >= plan.certificate.value)
            last = people
        }
    }

    @Test("each region gets its base stations, on chosen sites first")
    func density() throws {
        let run = try Self.run(
            Self.plan(objectives: "- { kind: reach, share: 90 % }\n    - { kind: density, traffic: 0.2 }"))
        defer { run.remove() }
        let (_, plan) = try Self.planned(run)
        #expect(plan.density.allSatisfy { $0.after >= $0.needed || $0.people == .zero } || !plan.targets.isEmpty)
        #expect(plan.sites.flatMap(\.bands).contains { $0.purpose != .reach })
    }

    @Test(
        "what is added for density stays within the budget, of sites and of money",
        arguments: ["sites: 3", "cost: 400000"])
    func densityWithinBudget(budget: String) throws {
        let run = try Self.run(
            Self.plan(objectives: "- { kind: budget, \(budget) }\n    - { kind: density, traffic: 0.2 }"))
        defer { run.remove() }
        let (summary, plan) = try Self.planned(run)
        #expect(!plan.sites.isEmpty)
        #expect(budget == "sites: 3" ? plan.sites.count <= 3 : plan.sites.reduce(0) { $0 + $1.cost } <= 400_000)
        // 18 for 10,000 persons are more than so little money builds.
        #expect(summary.findings.contains { $0.contains("base stations") }, "\(summary.findings)")
    }

    @Test("a run goes on from the plan to its coverage, and explains a site by the plan")
    func coverage() throws {
        let run = try Self.run(Self.plan())
        defer { run.remove() }
        let (_, plan) = try Self.planned(run)
        let summary = try RunService.run(jobPath: run.job.path, options: RunOptions(threads: 2))
        let stations = plan.sites.reduce(0) { $0 + $1.bands.count }
        let table = try String(contentsOfFile: "\(summary.runFolder)/stations.csv", encoding: .utf8)
        #expect(table.split(separator: "\n").count == stations + 1)
        let first = try #require(plan.sites.first)
        let answer = try ExplainService.explain(run: summary.runFolder, question: .site(first.id))
        #expect(answer.lines.contains { $0.value == first.reason })
        let again = try RunService.run(jobPath: run.job.path)
        #expect(again.wasFinished)
    }
}
