import Foundation
import MastheadCore
import MastheadJobs
import MastheadOutput
import MastheadProtection
import MastheadTestSupport
import Testing

@Suite("Rule packs are read with every value and its place")
struct RulePackTests {
    @Test("every value of a criterion arrives, in the unit of its quantity")
    func values() throws {
        let file = try RuleText.read(RuleText.whole)
        #expect(file.pack.date == "2020-02-29" && file.pack.remarks == ["A remark."])
        #expect(file.bytes == Array(RuleText.whole.utf8))
        let criterion = try file.criterion("long-term")
        #expect(criterion.threshold.limit == -177 && criterion.threshold.quantity == .receivedPower)
        #expect(criterion.threshold.referenceBandwidth == Frequency(megahertz: 10))
        #expect(criterion.threshold.timePercent == 20 && criterion.threshold.entries == .aggregate)
        #expect(criterion.band == Frequency(megahertz: 3700)...Frequency(megahertz: 4200))
        #expect(criterion.services == ["fss-earth-station", "observatory"])
        #expect(criterion.searchDistance == Length(kilometres: 150) && criterion.model == "p452")
        #expect(criterion.readsMeanPower && criterion.basis == .verified)
        #expect(criterion.assumedPattern == "s465" && criterion.assumedKeys == ["time", "model"])
        #expect(criterion.citation == Citation("A law", "article 3"))
        let blocking = try file.criterion("blocking")
        #expect(blocking.threshold.referenceBandwidth == nil && !blocking.readsMeanPower && blocking.band == nil)
    }

    @Test("each value has its place, and a filter that is assumed is there for the station's band")
    func places() throws {
        let file = try RuleText.read(RuleText.whole)
        #expect(
            file.locations["long-term.limit"]
                == .job(file: RuleText.path, key: "criteria[0].limit", line: 13, column: 12))
        #expect(file.locations["date"] == .job(file: RuleText.path, key: "date", line: 4, column: 7))
        let filter = try #require(file.filters["us-3650-reference-filter"])
        let mask = try filter.mask(for: Frequency(megahertz: 3700)...Frequency(megahertz: 4200))
        #expect(mask.points.map(\.offset.megahertz) == [0, 250, 300, 450])
        #expect(filter.path.hasSuffix("Jobs/masks/us-3650-reference-filter.csv"))
    }

    @Test("percentages arrive as they are written", arguments: ["0.001667", "0.005", "0.1", "1", "2", "20", "50"])
    func percentages(text: String) throws {
        let file = try RuleText.read(RuleText.whole.replacing("time: 20 %", with: "time: \(text) %"))
        #expect(try file.criterion("long-term").threshold.timePercent == Double(text))
    }

    @Test("changing one number changes the digest of its criterion and no other")
    func digests() throws {
        let before = try RuleText.read(RuleText.whole).pack
        for (old, new, key) in [
            ("-207 dBW", "-206.9 dBW", "limit"), ("time: 20 %", "time: 19 %", "time"),
            ("10 MHz", "11 MHz", "reference-bandwidth"), ("150 km", "151 km", "search-distance"),
            ("4200 MHz", "4201 MHz", "band"),
        ] {
            let after = try RuleText.read(RuleText.whole.replacing(old, with: new)).pack
            #expect(before.criteria[0].digest != after.criteria[0].digest, "\(key)")
            #expect(before.criteria[1].digest == after.criteria[1].digest)
            let difference = RulePackDifference(from: before, to: after)
            #expect(difference.changed.map(\.id) == ["long-term"])
            #expect(difference.changed.first?.changes.map(\.key) == [key])
        }
    }

    @Test("another spelling of the same value, and a comment, change no digest")
    func spelling() throws {
        let before = try RuleText.read(RuleText.whole).pack.criteria.map(\.digest)
        let text = RuleText.whole.replacing("-207 dBW", with: "-177 dBm").replacing("150 km", with: "150000 m")
            .replacing("[3700 MHz, 4200 MHz]", with: "[3.7 GHz, 4.2 GHz] # all of it")
        #expect(try RuleText.read(text).pack.criteria.map(\.digest) == before)
        #expect(Set(before).count == 2 && before.allSatisfy { $0.count == 64 })
    }

    @Test(
        "a criterion with a value to be set is told by name and never a criterion",
        arguments: [
            ("limit: -207 dBW", "limit"), ("time: 20 %", "time"),
            ("reference-bandwidth: 10 MHz", "reference-bandwidth"),
            ("search-distance: 150 km", "search-distance"),
        ])
    func open(written: String, key: String) throws {
        let text = RuleText.whole.replacing("basis: verified", with: "basis: unverified")
            .replacing(written, with: "\(key): to be set")
        let file = try RuleText.read(text)
        #expect(file.pack.criteria.map(\.id) == ["blocking"])
        let open = try #require(file.pack.openCriteria.first)
        #expect(open.id == "long-term" && open.openKeys == [key])
        #expect(open.values.first { $0.key == key }?.text == "to be set")
        let error = #expect(throws: MastheadError.self) { try file.criterion("long-term") }
        #expect(error?.code == .openCriterion && error?.problem.contains(key) == true)
        #expect(error?.remedy.hasPrefix("Copy ") == true)
    }

    @Test("a criterion or a pack that is not there leads to the nearest name")
    func unknownNames() throws {
        let file = try RuleText.read(RuleText.whole)
        #expect(throws: MastheadError.self) { try file.criterion("other") }
        let error = #expect(throws: MastheadError.self) { try file.criterion("long-trm") }
        #expect(error?.remedy == "Write long-term.")
        let name = Entry(RulePackName.named("itu-ra768"), at: .none)
        let unknown = #expect(throws: MastheadError.self) {
            try RulePackFolder.pack(name, jobFile: RuleText.path)
        }
        #expect(unknown?.code == .unknownName && unknown?.remedy == "Write itu-ra769.")
        let path = Entry(
            RulePackName.file(
                JobPath("../rules/itu-ra769.yaml", in: SharedData.root.appending(path: "Jobs/rules").path)), at: .none)
        #expect(try RulePackFolder.pack(path, jobFile: RuleText.path).pack.id == "itu-ra769")
        let absent = Entry(RulePackName.file(JobPath("none.yaml", in: "/none")), at: .none)
        let missing = #expect(throws: MastheadError.self) { try RulePackFolder.pack(absent, jobFile: RuleText.path) }
        #expect(missing?.code == .missingFile)
    }

    @Test("a threshold is made by the reader of packs and nowhere else, so that a job cannot pair it anew")
    func onePlace() throws {
        let sources = SharedData.root.appending(path: "Sources")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        // Benchmarks have no job.
        let makers = try files.compactMap { $0 as? URL }.filter {
            $0.pathExtension == "swift" && !$0.pathComponents.contains("MastheadBench")
        }.filter {
            try String(contentsOf: $0, encoding: .utf8).contains(/(^|[^A-Za-z.])Threshold(\.init)?\(/)
        }
        #expect(makers.map(\.lastPathComponent) == ["CriterionDraft.swift"])
    }
}
