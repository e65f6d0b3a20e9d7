import Foundation
import MastheadCore
import MastheadGeo
import MastheadOutput
import MastheadPlanning
import MastheadTestSupport
import Testing

@Suite("The products of a site plan say what the plan says")
struct PlanProductTests {
    @Test("sample to look at", .enabled(if: ProcessInfo.processInfo.environment["MASTHEAD_LOOK"] != nil))
    func look() throws {
        let folder = try #require(ProcessInfo.processInfo.environment["MASTHEAD_LOOK"])
        for (name, plan) in [
            ("forty", try SyntheticPlan(sites: 40)), ("none", try SyntheticPlan(sites: 0, unserved: 0)),
            ("one", try SyntheticPlan(sites: 1)), ("many", try SyntheticPlan(sites: 300, unserved: 80)),
            ("cut", try SyntheticPlan(sites: 9, before: 88)),
            ("wide", try SyntheticPlan(sites: 12, columns: 300, rows: 80)),
        ] {
            let out = "\(folder)/\(name)"
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
            _ = try PlanProductWriter.write(plan.content, to: out)
        }
    }
}
