import Foundation
import MastheadCore
import MastheadProtection
import Testing

@Suite("Aggregation of entries")
struct AggregatorTests {
    private static func entry(_ emitter: Int, _ value: Double) -> InterferenceEntry {
        InterferenceEntry(
            emitter: emitter, value: value, distanceKilometres: 1, lossDB: 100, ledger: Ledger("value", unit: "dB"))
    }

    @Test("equal powers add up to 10 log n more", arguments: [1, 2, 10, 1000, 100_000])
    func equalPowers(count: Int) throws {
        let sum = try #require(Aggregator.powerSum(repeatElement(-142.5, count: count)))
        // 1e-9 dB: what contributors may differ from the aggregate.
        #expect(abs(sum + 142.5 - 10 * log10(Double(count))) < 1e-9)
    }

    @Test("nothing adds up to nothing, and no value changes by what is a hundred powers of ten weaker")
    func ends() {
        #expect(Aggregator.powerSum([Double]()) == nil)
        #expect(Aggregator.powerSum([-10, -1010]) == -10)
        #expect(Aggregator.value(of: [], .worst) == nil && Aggregator.value(of: [], .aggregate) == nil)
    }

    @Test("the ranking goes down by value and up by emitter, whatever the order before")
    func ranking() {
        let entries = [Self.entry(3, -5), Self.entry(1, -5), Self.entry(2, -1), Self.entry(0, -9)]
        for rotation in 0..<4 {
            let turned = Array(entries[rotation...] + entries[..<rotation])
            #expect(Aggregator.ranked(turned).map(\.emitter) == [2, 1, 3, 0])
        }
    }

    @Test("shares of the aggregate add up to one; the strongest alone decides where entries are judged alone")
    func shares() throws {
        let ranked = Aggregator.ranked((0..<50).map { Self.entry($0, -100 - Double($0 * 7 % 13)) })
        let sum = try #require(Aggregator.value(of: ranked, .aggregate))
        let shares = ranked.map { Aggregator.share(of: $0, in: sum) }
        #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
        for entries in [Threshold.Entries.single, .worst] {
            #expect(Aggregator.value(of: ranked, entries) == -100)
        }
    }

    @Test("the noise of REGULATION's example is −117.05 dBm, so that −12 dB of I/N are the −129.05 dBm of the rule")
    func noise() {
        let noise = StationNoise.dBm(kelvin: 142.8, bandwidth: Frequency(megahertz: 1))
        // 0.005 dB: both are told to a hundredth.
        #expect(abs(noise + 117.05) < 0.005 && abs(noise - 12 + 129.05) < 0.005)
        for (percent, ratio) in [(25.1, -6.0), (10, -10), (6.03, -12.2), (3.0, -15.2), (1, -20)] {
            // The shares are told to three digits.
            #expect(abs(10 * log10(percent / 100) - ratio) < 0.03)
        }
    }
}
