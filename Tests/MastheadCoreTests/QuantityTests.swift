import MastheadCore
import Testing

@Suite("Quantities carry their units")
struct QuantityTests {
    @Test(
        "text with a unit reads as the value it names",
        arguments: [
            ("763 MHz", 763e6), ("0.763GHz", 763e6), ("  2.6 GHz ", 2.6e9), ("15 kHz", 15e3),
        ])
    func readsFrequency(text: String, hertz: Double) throws {
        #expect(abs(try Frequency(parsing: text).hertz - hertz) < 1e-3)
    }

    @Test(
        "a number without a unit, or with another quantity's unit, is refused with the units listed",
        arguments: [
            "763", "763 dBm", "MHz", "", "7 6 3 MHz", "nan MHz", "inf MHz",
        ])
    func refusesBadFrequency(text: String) {
        let error = #expect(throws: MastheadError.self) { try Frequency(parsing: text) }
        #expect(error?.code == .badQuantity)
        #expect(error?.remedy.contains("MHz") == true)
    }

    @Test("negative levels and degrees read with their sign")
    func readsNegative() throws {
        #expect(try PowerLevel(parsing: "-105 dBm").dBm == -105)
        #expect(abs(try Angle(parsing: "-3.5 deg").degrees + 3.5) < 1e-12)
        #expect(try Share(parsing: "95 %").fraction == 0.95)
    }

    @Test("equal powers add to 3.01 dB more")
    func addsPowers() throws {
        let sum = try #require(PowerLevel.sum(of: [PowerLevel(dBm: 30), PowerLevel(dBm: 30)]))
        // 1e-12 dB: the sum and the logarithm round once each.
        #expect(abs(sum.dBm - 33.01029995663981) < 1e-12)
        #expect(PowerLevel.sum(of: []) == nil)
    }

    @Test(
        "fixed-point text rounds half away from zero and keeps leading zeros",
        arguments: [
            (1.005, 2, "1.00"), (-0.004, 2, "0.00"), (2.5, 0, "3"), (0.05, 3, "0.050"), (-12.345, 1, "-12.3"),
        ])
    func fixedPoint(value: Double, decimals: Int, text: String) {
        #expect(FixedPoint.text(value, decimals: decimals) == text)
    }
}

@Suite("Numbers in messages")
struct PlainNumberTests {
    @Test(
        "are rounded to a thousandth, small ones to four digits",
        arguments: [
            (8461.613260543636, "8461.613"), (49.08461835714728, "49.085"), (0.25, "0.25"), (0.000123456, "0.0001235"),
            (0, "0"), (-3, "-3"), (30000, "30000"), (1e20, "1e+20"),
        ] as [(Double, String)])
    func rounded(value: Double, expected: String) {
        #expect(PlainNumber.rounded(value) == expected)
    }

    @Test("stand with a noun that has its article")
    func article() {
        #expect(Article.indefinite("carrier") == "a carrier")
        #expect(Article.indefinite("antenna height") == "an antenna height")
    }
}
