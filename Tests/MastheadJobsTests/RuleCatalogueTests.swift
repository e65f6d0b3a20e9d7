import Foundation
import MastheadCore
import MastheadJobs
import MastheadProtection
import MastheadTestSupport
import Testing

@Suite("The rule packs that are shipped")
struct RuleCatalogueTests {
    private func packs() throws(MastheadError) -> [RulePackFile] { try RulePackFolder.all(jobFile: RuleText.path) }

    private func criterion(_ pack: String, _ id: String) throws -> Criterion {
        try RulePackFolder.pack(Entry(.named(pack), at: .none), jobFile: RuleText.path).criterion(id)
    }

    @Test("every pack is read, has a date, and unique criteria with citation and basis")
    func complete() throws {
        let packs = try packs().map(\.pack)
        #expect(packs.count == 11 && Set(packs.map(\.id)).count == packs.count)
        for pack in packs {
            let ids = pack.criteria.map(\.id) + pack.openCriteria.map(\.id)
            #expect(Set(ids).count == ids.count && !ids.isEmpty, "\(pack.id)")
            #expect(pack.date.count == 10 && !pack.instrument.isEmpty && !pack.title.isEmpty)
            #expect(!pack.remarks.isEmpty, "\(pack.id) says nothing of its sources")
            for citation in pack.criteria.map(\.citation) + pack.openCriteria.map(\.citation) {
                #expect(!citation.document.isEmpty && !citation.clause.isEmpty)
            }
            for criterion in pack.criteria where "\(criterion.citation)".contains("not read") {
                #expect(criterion.basis == .unverified, "\(pack.id) \(criterion.id)")
            }
        }
    }

    @Test("the services of the shipped packs cover all that a register can name")
    func services() throws {
        let named = try packs().flatMap(\.pack.criteria).reduce(into: Set<String>()) { $0.formUnion($1.services) }
        #expect(named == Set(StationService.allCases.map(\.rawValue)))
    }

    @Test("the 1420 MHz line threshold is 125.9 Jy in a side lobe of 0 dBi")
    func lineThreshold() throws {
        let threshold = try criterion("itu-ra769", "line-1420-unwanted").threshold
        #expect(threshold.limit == -190 && threshold.referenceBandwidth == Frequency(hertz: 20_000))
        // S = P - 10 lg(λ²/4π) - 10 lg B is rounded to -239 dB(W/m²/Hz) in the table: 0.5 dB.
        let wavelength = Frequency(megahertz: 1420).wavelengthMetres
        let aperture = 10 * log10(wavelength * wavelength / (4 * Double.pi))
        let spectral = threshold.limit - 30 - aperture - 10 * log10(20_000)
        #expect(abs(spectral + 239) < 0.5)
    }

    @Test("the practice at 3.6 GHz has its powers, distances and filter")
    func practice() throws {
        let passband = try criterion("us-3650", "co-channel")
        #expect(passband.threshold.limit == -129 && passband.searchDistance == Length(kilometres: 150))
        #expect(passband.threshold.entries == .aggregate && passband.assumedFilter == "us-3650-reference-filter")
        let blocking = try criterion("us-3650", "blocking")
        #expect(blocking.threshold.limit == -60 && blocking.searchDistance == Length(kilometres: 40))
        #expect(blocking.interference == .saturation && blocking.threshold.referenceBandwidth == nil)
    }

    @Test("each share of time has the limit that was written for it")
    func pairs() throws {
        for (pack, id, limit, percent) in [
            ("itu-s1432", "long-term", -12.2, 20.0), ("itu-sf1006", "short-term", -1.3, 0.001667),
            ("itu-sa1027", "long-term-co-channel", -113, 20), ("itu-sa1027", "short-term-co-channel", -86, 0.005),
            ("itu-sa609", "co-channel", -126, 0.1), ("us-27-1423", "unwanted-pfd", -124, 20),
            ("us-27-1423", "blocking-pfd", -16, 20), ("us-27-1423", "ttc-co-channel", -6, 20),
            ("itu-f758", "aggregate-co-channel", -10, 20), ("ge06-television-700", "trigger-co-channel", 23, 1),
        ] {
            let threshold = try criterion(pack, id).threshold
            #expect(threshold.limit == limit && threshold.timePercent == percent, "\(pack) \(id)")
        }
    }

    @Test("what the Chinese measures have not published is open, and only the saturation power runs")
    func openNumbers() throws {
        let packs = try packs().map(\.pack)
        let pack = try #require(packs.first { $0.id == "cn-2018-266" })
        #expect(pack.criteria.map(\.id) == ["earth-station-saturation"])
        #expect(pack.criteria[0].threshold.limit == -60 && pack.criteria[0].threshold.quantity == .receivedPower)
        #expect(pack.openCriteria.count == 4)
        for open in pack.openCriteria { #expect(open.openKeys == ["limit", "time", "search-distance"]) }
    }

    @Test("the list shows every criterion, and open ones as open")
    func listing() throws {
        let packs = try packs().map(\.pack)
        let result = try CommandRunner.run(["list", "rules"])
        #expect(result.status == 0)
        let rows = result.out.split(separator: "\n").dropFirst()
        #expect(rows.count == packs.map { $0.criteria.count + $0.openCriteria.count }.reduce(0, +))
        #expect(rows.filter { $0.contains("open: ") }.count == 5)
    }
}
