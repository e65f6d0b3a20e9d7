import MastheadCore
import MastheadPropagation
import MastheadTestSupport
import Testing

@Suite("Vegetation (P.833)")
struct VegetationTests {
    static func wood(γ: Double = 0.2, largest: Double = 30) throws -> WoodlandAttenuation {
        try WoodlandAttenuation(specificDBPerMetre: γ, largestDB: largest)
    }

    @Test("the loss begins with the slope γ", arguments: [0.05, 0.2, 0.8])
    func slope(γ: Double) throws {
        let wood = try Self.wood(γ: γ)
        #expect(wood.lossDB(depthMetres: 0) == 0)
        let d = 1e-3
        // γ d / (2 Am) of itself, below 2e-5: the second term of the series.
        #expect(abs(wood.lossDB(depthMetres: d) / (γ * d) - 1) < 2e-5)
    }

    @Test("a way of nanometres keeps all its digits")
    func shortWay() throws {
        let wood = try Self.wood()
        for d in [1e-9, 1e-12, 1e-15] {
            // 1e-11: the second term of the series at 1e-9 m is 3e-12; 1 − exp(−x) would keep no more than six digits.
            #expect(abs(wood.lossDB(depthMetres: d) / (0.2 * d) - 1) < 1e-11)
        }
    }

    @Test("the loss grows with depth, and ends at the largest attenuation")
    func limit() throws {
        let wood = try Self.wood()
        let losses = (0...1000).map { wood.lossDB(depthMetres: Double($0)) }
        #expect(zip(losses.dropFirst(), losses).allSatisfy { $0 > $1 })
        #expect(losses.allSatisfy { $0 < 30 })
        for d in [1e6, 1e300, .greatestFiniteMagnitude] { #expect(wood.lossDB(depthMetres: d) == 30) }
        // At Am / γ the loss is the share 1 − 1/e. 1e-12 dB: rounding of 30 dB.
        #expect(abs(wood.lossDB(depthMetres: 150) - 30 * 0.632_120_558_828_557_7) < 1e-12)
    }

    @Test("the largest attenuation is the power of the frequency in megahertz")
    func largest() throws {
        let largest = try WoodlandAttenuation.largestDB(frequency: Frequency(megahertz: 100), a1: 2, alpha: 0.5)
        // 1e-13 dB: 2 √100.
        #expect(abs(largest - 20) < 1e-13)
    }

    @Test("a wood that takes nothing per metre takes nothing")
    func noWood() throws {
        #expect(try Self.wood(γ: 0).ledger(depthMetres: 500).total == 0)
    }

    @Test("the ledger has the loss and cites the text")
    func ledger() throws {
        let wood = try Self.wood()
        let ledger = try wood.ledger(depthMetres: 40)
        #expect(ledger.total == wood.lossDB(depthMetres: 40))
        #expect(
            ledger.terms.filter { $0.role == .summand }.allSatisfy {
                $0.source?.document == WoodlandAttenuation.entry.edition
            })
    }

    @Test("every loss is finite, and lies between zero and both of its bounds")
    func wholeBox() throws {
        let seed: UInt64 = 833
        var g = SeededGenerator(seed: seed)
        for _ in 0..<5000 {
            let (γ, largest) = (g.uniform(in: 0...10), g.uniform(in: 1e-6...200))
            let d = g.uniform(in: 0...5000)
            let loss = try Self.wood(γ: γ, largest: largest).lossDB(depthMetres: d)
            // 1e-15 of itself: the last digit of the product.
            #expect(
                loss >= 0 && loss <= largest && loss <= γ * d * (1 + 1e-15),
                "seed \(seed): γ \(γ), Am \(largest), \(d) m")
        }
    }

    @Test("a wood, a frequency or a depth outside the text is refused")
    func refusals() throws {
        for (γ, largest, words) in [
            (-1.0, 30.0, "specific attenuation -1 dB/m"), (.nan, 30, "nan"), (0.2, 0, "largest attenuation 0 dB"),
            (0.2, -1, "(above 0 dB)"), (0.2, .infinity, "inf"),
        ] {
            let error = #expect(throws: MastheadError.self) { try Self.wood(γ: γ, largest: largest) }
            #expect(error?.code == .outsideValidity && error?.problem.contains(words) == true)
        }
        let wood = try Self.wood()
        for d in [-1.0, .nan, .infinity] {
            let error = #expect(throws: MastheadError.self) { try wood.ledger(depthMetres: d) }
            #expect(error?.code == .outsideValidity && error?.problem.contains("(0 m or more)") == true)
        }
        for (megahertz, a1) in [(29.0, 1.0), (100_001, 1), (900, 0), (900, .nan), (900, -1)] {
            let error = #expect(throws: MastheadError.self) {
                try WoodlandAttenuation.largestDB(frequency: Frequency(megahertz: megahertz), a1: a1, alpha: 0.5)
            }
            #expect(error?.code == .outsideValidity && error?.remedy.hasPrefix("Use a ") == true)
        }
    }
}

@Suite("Older fits of the loss through leaves")
struct FoliageFitTests {
    static func weissberger(_ d: Double, gigahertz: Double = 1) throws -> Double {
        try FoliageFits.weissbergerDB(frequency: Frequency(gigahertz: gigahertz), depthMetres: d)
    }

    @Test("Weissberger's branches meet at 14 m but for the published step", arguments: [0.23, 1, 10, 95])
    func step(gigahertz: Double) throws {
        let (below, above) = (
            try Self.weissberger(14, gigahertz: gigahertz), try Self.weissberger(14.0.nextUp, gigahertz: gigahertz)
        )
        // 1.33 · 14^0.588 is 6.277 and 0.45 · 14 is 6.3: 0.4 % less; 0.0001: the digits of the first number.
        #expect(abs(above / below - 6.277 / 6.3) < 1e-4)
    }

    @Test("Weissberger's loss begins at zero and grows on both sides of the step")
    func weissbergerGrows() throws {
        #expect(try Self.weissberger(0) == 0)
        // 1e-12 dB: 0.45 dB in a metre at 1 GHz.
        #expect(abs(try Self.weissberger(10) - 4.5) < 1e-12)
        for range in [stride(from: 0.0, through: 14, by: 0.5), stride(from: 14.5, through: 400, by: 0.5)] {
            let losses = try range.map { try Self.weissberger($0) }
            #expect(zip(losses.dropFirst(), losses).allSatisfy { $0 > $1 })
        }
    }

    @Test("the fitted form grows with depth and frequency, and begins at zero", arguments: [true, false])
    func fitted(isInLeaf: Bool) throws {
        func loss(_ gigahertz: Double, _ d: Double) throws -> Double {
            try FoliageFits.fittedITURDB(
                frequency: Frequency(gigahertz: gigahertz), depthMetres: d, isInLeaf: isInLeaf)
        }
        #expect(try loss(11.2, 0) == 0)
        for d in stride(from: 1.0, through: 100, by: 1) {
            #expect(try loss(11.2, d + 1) > loss(11.2, d) && loss(20, d) > loss(11.2, d))
        }
    }

    @Test("a frequency or depth outside the measurements is refused")
    func refusals() {
        for (gigahertz, d, words) in [
            (0.229, 10.0, "229 MHz"), (96, 10, "96000 MHz"), (1, -1, "-1 m"), (1, 401, "(0 to 400 m)"),
            (1, .nan, "nan m"),
        ] {
            let error = #expect(throws: MastheadError.self) { try Self.weissberger(d, gigahertz: gigahertz) }
            #expect(error?.code == .outsideValidity && error?.problem.contains(words) == true)
        }
        for (megahertz, d) in [(0.0, 10.0), (-1, 10), (.nan, 10), (11_200, -1), (11_200, .infinity)] {
            let error = #expect(throws: MastheadError.self) {
                try FoliageFits.fittedITURDB(
                    frequency: Frequency(megahertz: megahertz), depthMetres: d, isInLeaf: true)
            }
            #expect(error?.code == .outsideValidity && error?.remedy.hasPrefix("Use a ") == true)
        }
    }
}
