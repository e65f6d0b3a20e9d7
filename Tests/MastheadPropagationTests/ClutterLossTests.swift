import MastheadCore
import MastheadPropagation
import MastheadTestSupport
import Testing

@Suite("Clutter at a terminal (P.2108)")
struct ClutterLossTests {
    @Test(
        "an antenna at the tops of the clutter has no correction", arguments: HeightGainCorrection.Surroundings.allCases
    )
    func atTheTops(_ surroundings: HeightGainCorrection.Surroundings) throws {
        func loss(_ h: Double) throws -> Double {
            try HeightGainCorrection.lossDB(frequencyGigahertz: 0.7, antennaMetres: h, surroundings: surroundings)
        }
        let top = surroundings.defaultClutterMetres
        #expect(try loss(top) == 0 && loss(top + 30) == 0)
        // 0.004 dB: 6.03 is J(0) = 6.0326 dB with two decimals.
        #expect(abs(try loss(top - 1e-9)) < 0.004)
    }

    @Test("a lower antenna and a higher frequency lose more", arguments: HeightGainCorrection.Surroundings.allCases)
    func monotony(_ surroundings: HeightGainCorrection.Surroundings) throws {
        var last = [Double](repeating: -1, count: 20)
        for step in 1...9 {
            let h = 10 - Double(step)
            let losses = try (0..<20).map {
                try HeightGainCorrection.lossDB(
                    frequencyGigahertz: 0.03 + 0.15 * Double($0), antennaMetres: h, surroundings: surroundings)
            }
            #expect(zip(losses, last).allSatisfy { $0 > $1 } && zip(losses.dropFirst(), losses).allSatisfy { $0 > $1 })
            last = losses
        }
    }

    @Test("open ground loses the logarithm of the height")
    func openGround() throws {
        let loss = try HeightGainCorrection.lossDB(frequencyGigahertz: 1, antennaMetres: 1, surroundings: .open)
        // 1e-12 dB: 21.8 log₁₀(10 / 1) at 1 GHz.
        #expect(abs(loss - 21.8) < 1e-12)
    }

    @Test("no terrestrial loss is above that of 2 km, and there is no step there", arguments: [1.0, 10, 50, 90, 99])
    func saturation(percent: Double) throws {
        func loss(_ d: Double) throws -> Double { try Self.terrestrial(d: d, p: percent) }
        let atTwo = try loss(2)
        // 1e-4 dB: the slope at 2 km is below 1 dB/km.
        for d in [1.999_999, 2.000_001] { #expect(abs(try loss(d) - atTwo) < 1e-4) }
        let losses = try stride(from: 0.25, through: 20, by: 0.05).map { try loss($0) }
        #expect(losses.allSatisfy { $0 <= atTwo })
        // Beyond the median the narrower spread of long paths may outweigh the growth, so that the loss falls again.
        guard percent <= 50 else { return }
        #expect(zip(losses.dropFirst(), losses).allSatisfy { $0 >= $1 })
        #expect(try loss(2.000_001) == atTwo && loss(500) == atTwo)
    }

    @Test("the median at 1 GHz and 2 km is the one worked out by hand")
    func terrestrialMedian() throws {
        let loss = try TerrestrialClutter.lossDB(frequencyGigahertz: 1, distanceKilometres: 2, locationPercent: 50)
        // 1e-3 dB: Ll = 25.000 dB, Ls = 40.175 dB, and −5 log₁₀(10^−5 + 10^−8.035) = 24.998 dB.
        #expect(abs(loss - 24.998) < 1e-3)
    }

    @Test("a satellite in the zenith meets no median clutter loss")
    func zenith() throws {
        let loss = try SlantClutter.lossDB(frequencyGigahertz: 30, elevationDegrees: 90, locationPercent: 50)
        // 1e-12 dB: x⁰ − 1 and the middle of the distribution.
        #expect(abs(loss) < 1e-12)
        let near = try SlantClutter.lossDB(frequencyGigahertz: 30, elevationDegrees: 89.999_99, locationPercent: 50)
        // 1e-3 dB: the exponent goes to zero with the angle.
        #expect(abs(near) < 1e-3)
    }

    @Test("more locations and a lower satellite mean more slant loss")
    func slantMonotony() throws {
        for percent in [1.0, 10, 50, 90, 99] {
            for step in 0..<90 {
                let θ = Double(step)
                func loss(_ p: Double, _ θ: Double) throws -> Double {
                    try SlantClutter.lossDB(frequencyGigahertz: 28, elevationDegrees: θ, locationPercent: p)
                }
                #expect(try loss(percent + 0.5, θ) > loss(percent, θ))
                if percent >= 50 { #expect(try loss(percent, θ) > loss(percent, θ + 1)) }
            }
        }
    }

    @Test("a ledger adds up to its loss and cites the text")
    func ledgers() throws {
        let byHeight = try HeightGainCorrection.ledger(
            frequencyGigahertz: 0.7, antennaMetres: 1.5, surroundings: .suburban)
        let terrestrial = try TerrestrialClutter.ledger(
            frequencyGigahertz: 3.5, distanceKilometres: 1, locationPercent: 10)
        let slant = try SlantClutter.ledger(frequencyGigahertz: 28, elevationDegrees: 20, locationPercent: 10)
        let pairs = [
            (
                byHeight,
                try HeightGainCorrection.lossDB(frequencyGigahertz: 0.7, antennaMetres: 1.5, surroundings: .suburban)
            ),
            (
                terrestrial,
                try TerrestrialClutter.lossDB(frequencyGigahertz: 3.5, distanceKilometres: 1, locationPercent: 10)
            ),
            (slant, try SlantClutter.lossDB(frequencyGigahertz: 28, elevationDegrees: 20, locationPercent: 10)),
        ]
        for (ledger, loss) in pairs {
            // 1e-12 dB: the sum of two terms.
            #expect(abs(ledger.total - loss) < 1e-12)
            #expect(
                ledger.terms.filter { $0.role == .summand }.allSatisfy { $0.source?.document == P2108.entry.edition })
        }
    }

    @Test("what lies outside a range is refused with value, limit and remedy")
    func refusals() {
        typealias Height = HeightGainCorrection
        let refused: [(String, () throws -> Double)] = [
            ("29 MHz", { try Height.lossDB(frequencyGigahertz: 0.029, antennaMetres: 2, surroundings: .water) }),
            ("3001 MHz", { try Height.lossDB(frequencyGigahertz: 3.001, antennaMetres: 2, surroundings: .water) }),
            ("above 0 m", { try Height.lossDB(frequencyGigahertz: 1, antennaMetres: 0, surroundings: .water) }),
            ("nan", { try Height.lossDB(frequencyGigahertz: 1, antennaMetres: .nan, surroundings: .water) }),
            (
                "clutter height",
                { try Height.lossDB(frequencyGigahertz: 1, antennaMetres: 2, surroundings: .water, clutterMetres: 0) }
            ),
            (
                "street",
                { try Height.lossDB(frequencyGigahertz: 1, antennaMetres: 2, surroundings: .water, streetMetres: 0) }
            ),
            ("499 MHz", { try Self.terrestrial(f: 0.499) }), ("67500 MHz", { try Self.terrestrial(f: 67.5) }),
            ("0.249 km", { try Self.terrestrial(d: 0.249) }), ("inf", { try Self.terrestrial(d: .infinity) }),
            ("0.9 km", { try Self.terrestrial(d: 0.9, isForBothEnds: true) }),
            ("0 %", { try Self.terrestrial(p: 0) }), ("100 %", { try Self.terrestrial(p: 100) }),
            ("9999 MHz", { try Self.slant(f: 9.999) }), ("100001 MHz", { try Self.slant(f: 100.001) }),
            ("-0.1 deg", { try Self.slant(θ: -0.1) }), ("90.1 deg", { try Self.slant(θ: 90.1) }),
            ("below 100 %", { try Self.slant(p: 100.1) }),
        ]
        for (mention, body) in refused {
            let error = #expect(throws: MastheadError.self) { try body() }
            #expect(
                error?.code == .outsideValidity && error?.problem.contains(mention) == true,
                "\(mention): \(error?.problem ?? "")")
            #expect(error?.remedy.hasPrefix("Use ") == true)
        }
        #expect(throws: Never.self) { try Self.terrestrial(f: 67, d: 1, isForBothEnds: true) }
        #expect(throws: Never.self) { try Self.slant(f: 10, θ: 0) }
    }

    @Test("every input in the ranges gives a finite loss")
    func finite() throws {
        var g = SeededGenerator(seed: 2108)
        for _ in 0..<20_000 {
            let p = g.uniform(in: 1e-9...99.999_999_9)
            let kinds = HeightGainCorrection.Surroundings.allCases
            let byHeight = try HeightGainCorrection.lossDB(
                frequencyGigahertz: g.uniform(in: 0.03...3), antennaMetres: g.uniform(in: 1e-6...60),
                surroundings: kinds[Int(g.uniform(in: 0...4.999))], clutterMetres: g.uniform(in: 1e-6...100),
                streetMetres: g.uniform(in: 1e-6...200))
            #expect(byHeight.isFinite && byHeight >= 0)
            #expect(try Self.terrestrial(f: g.uniform(in: 0.5...67), d: g.uniform(in: 0.25...1000), p: p).isFinite)
            #expect(try Self.slant(f: g.uniform(in: 10...100), θ: g.uniform(in: 0...90), p: p).isFinite)
        }
    }

    static func terrestrial(f: Double = 3.5, d: Double = 1, p: Double = 50, isForBothEnds: Bool = false) throws
        -> Double
    {
        try TerrestrialClutter.lossDB(
            frequencyGigahertz: f, distanceKilometres: d, locationPercent: p, isForBothEnds: isForBothEnds)
    }

    static func slant(f: Double = 28, θ: Double = 30, p: Double = 50) throws -> Double {
        try SlantClutter.lossDB(frequencyGigahertz: f, elevationDegrees: θ, locationPercent: p)
    }
}
