import MastheadCore
import Testing

@Suite("Errors say what, where and how to mend it")
struct DiagnosticsTests {
    @Test("an error prints problem, place, remedy and code in that order")
    func printsInOrder() {
        let error = MastheadError(
            .outsideValidity, "carrier frequency 28 GHz is outside ITU-R P.1812-8 (30 MHz to 6 GHz)",
            at: .job(file: "Jobs/rural-north.yaml", key: "bands[2].model", line: 14, column: 20),
            remedy: "Use a carrier below 6 GHz.")
        #expect(
            error.description == """
                error: carrier frequency 28 GHz is outside ITU-R P.1812-8 (30 MHz to 6 GHz)
                  at   Jobs/rural-north.yaml:14:20  bands[2].model
                  fix  Use a carrier below 6 GHz.
                  code outside-validity
                """)
    }

    @Test("combined errors all print")
    func combines() throws {
        let errors = ["a", "b"].map { MastheadError(.badJob, "problem \($0)", remedy: "Mend \($0).") }
        let all = try #require(MastheadError.combining(errors))
        #expect(all.description.contains("problem a") && all.description.contains("problem b"))
        #expect(MastheadError.combining([]) == nil)
    }

    @Test(
        "a slip of the hand is recognised, another word is not",
        arguments: [
            ("resoluton", "resolution"), ("heigth", "height"), ("banana", nil),
        ])
    func suggests(name: String, expected: String?) {
        #expect(NearestName.suggestion(for: name, among: ["resolution", "height", "spacing"]) == expected)
    }

    @Test("a valid range refuses NaN and quotes itself")
    func validRange() {
        let range = ValidRange(
            Frequency(megahertz: 30)...Frequency(megahertz: 6000), of: "carrier frequency",
            by: Citation("Recommendation ITU-R P.1812-8", "§2"))
        #expect(!range.contains(Frequency(hertz: .nan)))
        let error = #expect(throws: MastheadError.self) { try range.require(Frequency(gigahertz: 28)) }
        #expect(
            error?.problem
                == "carrier frequency 28000 MHz is outside Recommendation ITU-R P.1812-8 (30 MHz to 6000 MHz)")
    }

    @Test("a ledger adds summands and leaves details out")
    func ledgerAdds() {
        var ledger = Ledger("SS-RSRP", unit: "dBm")
        ledger.add("transmitter power", 46)
        ledger.add("basic transmission loss", -130, symbol: "Lb")
        ledger.detail("free-space loss", 100, unit: "dB", symbol: "Lbfs")
        #expect(ledger.total == -84)
    }

    @Test("caveats merge in any order")
    func caveatsMerge() {
        let near = Caveat("near-field", "Cells near the mast use free space.")
        var a = Caveats()
        a.add(near, count: 2)
        var b = Caveats()
        b.add(near)
        var ab = a
        ab.merge(b)
        b.merge(a)
        #expect(ab == b && ab.counts["near-field"] == 3)
    }
}
