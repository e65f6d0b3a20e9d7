import MastheadCore
import MastheadPropagation
import MastheadTestSupport
import Testing

@Suite("Oxygen and water vapour (P.676)")
struct GasTests {
    /// γo and γw, dB/km, near sea level unless told.
    static func specific(_ f: Double, p: Double = 1013.25, T: Double = 288.15, ρ: Double = 7.5)
        -> (oxygen: Double, vapour: Double)
    {
        GaseousAttenuation.specific(
            frequencyGigahertz: f, dryPressureHectopascals: p, temperatureKelvin: T, vapourDensity: ρ)
    }

    /// The frequency of the largest value, GHz, in steps of 1 MHz.
    static func peak(from low: Double, to high: Double, of value: (Double) -> Double) -> Double? {
        (0...Int((high - low) * 1000)).map { low + Double($0) / 1000 }.max { value($0) < value($1) }
    }

    @Test("oxygen absorbs most near 60 GHz, about 15 dB in a kilometre at sea level")
    func oxygenPeak() throws {
        let f = try #require(Self.peak(from: 20, to: 110) { Self.specific($0).oxygen })
        // 1 GHz: at sea level the lines from 50 to 70 GHz are merged into one hump, highest just above 60 GHz.
        #expect(abs(f - 60.5) < 1)
        // 1 dB/km: the round number of the figures of the text.
        #expect(abs(Self.specific(f).oxygen - 15) < 1)
    }

    @Test("water vapour has its first peak at 22 GHz, and in thin air at the line itself")
    func vapourPeak() throws {
        let atSeaLevel = try #require(Self.peak(from: 10, to: 30) { Self.specific($0).vapour })
        // 0.5 GHz: a half width Δf of 2.8 GHz under the factor f² moves the peak up by Δf²/f = 0.35 GHz, and the wings
        // of the lines above add to it.
        #expect(atSeaLevel > 22.235 && atSeaLevel < 22.735)
        let inThinAir = try #require(Self.peak(from: 21, to: 23) { Self.specific($0, p: 10, ρ: 0.01).vapour })
        // 0.0015 GHz: the step of the search, and half of it.
        #expect(abs(inThinAir - 22.23508) < 0.0015)
    }

    @Test(
        "in thin air every strong line of oxygen stands alone",
        arguments: [58.446588, 60.306056, 62.486253, 118.750334])
    func linesApart(line: Double) throws {
        let f = try #require(Self.peak(from: line - 0.05, to: line + 0.05) { Self.specific($0, p: 10, ρ: 0).oxygen })
        // 0.002 GHz: two steps of the search; a line at 10 hPa is 0.01 GHz wide.
        #expect(abs(f - line) < 0.002)
    }

    @Test("dry air has no attenuation by vapour, a vacuum has none at all", arguments: [1, 22.235, 60, 118.75, 1000])
    func nothing(f: Double) {
        #expect(Self.specific(f, ρ: 0).vapour == 0 && Self.specific(f, ρ: 0).oxygen > 0)
        #expect(Self.specific(f, p: 0, ρ: 0) == (0, 0))
    }

    @Test("more vapour absorbs more, and leaves what dry air absorbs nearly alone")
    func humidity() {
        for f in stride(from: 1.0, through: 1000, by: 7.3) {
            for ρ in [0.0, 1, 7.5, 30] {
                let (less, more) = (Self.specific(f, ρ: ρ), Self.specific(f, ρ: ρ + 1))
                #expect(more.vapour > less.vapour)
                // 1 %: 1 g/m³ is 1.3 hPa among 1013 that collide.
                #expect(abs(more.oxygen / less.oxygen - 1) < 0.01)
            }
        }
    }

    @Test("every attenuation inside the ranges is finite and not negative")
    func wholeBox() throws {
        let seed: UInt64 = 676
        var g = SeededGenerator(seed: seed)
        for _ in 0..<3000 {
            let air = Atmosphere(
                dryPressureHectopascals: g.uniform(in: 0...1100), temperatureKelvin: g.uniform(in: 150...350),
                vapourDensityGramsPerCubicMetre: g.uniform(in: 0...100))
            let frequency = Frequency(gigahertz: g.uniform(in: 1...1000))
            let d = g.uniform(in: 0...10_000)
            let ledger = try GaseousAttenuation.ledger(frequency: frequency, lengthKilometres: d, atmosphere: air)
            #expect(ledger.total.isFinite && ledger.total >= 0, "seed \(seed): \(frequency), \(air), \(d) km")
        }
        for f in [1.0, 22.23508, 60.306056, 556.935985, 1000] {
            for p in [0.0, 1100] {
                for T in [150.0, 350] {
                    for ρ in [0.0, 100] {
                        let γ = Self.specific(f, p: p, T: T, ρ: ρ)
                        #expect(γ.oxygen.isFinite && γ.oxygen >= 0 && γ.vapour.isFinite && γ.vapour >= 0)
                    }
                }
            }
        }
    }

    @Test("the ledger adds both gases over the length, and takes 7.5 g/m³ where the air says nothing")
    func ledger() throws {
        let frequency = Frequency(gigahertz: 28)
        let ledger = try GaseousAttenuation.ledger(
            frequency: frequency, lengthKilometres: 3, atmosphere: Atmosphere())
        let γ = Self.specific(28)
        // 1e-15 dB: the sum of two products near 0.3 dB.
        #expect(abs(ledger.total - 3 * (γ.oxygen + γ.vapour)) < 1e-15)
        let summands = ledger.terms.filter { $0.role == .summand }
        #expect(summands.map(\.symbol) == ["γo d", "γw d"])
        #expect(summands.allSatisfy { $0.source?.document == GaseousAttenuation.entry.edition })
        let same = try GaseousAttenuation.ledger(
            frequency: frequency, lengthKilometres: 3,
            atmosphere: Atmosphere(vapourDensityGramsPerCubicMetre: 7.5))
        #expect(same.total == ledger.total)
        #expect(
            try GaseousAttenuation.ledger(frequency: frequency, lengthKilometres: 0, atmosphere: Atmosphere()).total
                == 0)
    }

    /// One value outside its range, and how the error names it.
    struct Refusal: Sendable, CustomTestStringConvertible {
        let words: String
        var gigahertz = 10.0
        var p = 1013.25
        var T = 288.15
        var ρ = 7.5
        var d = 1.0

        var testDescription: String { words }
    }

    @Test(
        "a value outside its range is refused with the value and the limit",
        arguments: [
            Refusal(words: "carrier frequency 999 MHz", gigahertz: 0.999),
            Refusal(words: "carrier frequency 1001000 MHz", gigahertz: 1001),
            Refusal(words: "dry pressure -1 hPa is outside the air near the ground (0 to 1100 hPa)", p: -1),
            Refusal(words: "dry pressure 1101 hPa", p: 1101),
            Refusal(words: "temperature 149 K is outside the air near the ground (150 to 350 K)", T: 149),
            Refusal(words: "temperature 351 K", T: 351),
            Refusal(words: "water-vapour density -1 g/m³ is outside the air near the ground (0 to 100 g/m³)", ρ: -1),
            Refusal(words: "water-vapour density nan g/m³", ρ: .nan),
            Refusal(words: "path length -1 km is outside the paths along the ground (0 to 10000 km)", d: -1),
            Refusal(words: "path length 10001 km", d: 10_001),
            Refusal(words: "path length nan km", d: .nan),
        ])
    func refusals(_ bad: Refusal) {
        let error = #expect(throws: MastheadError.self) {
            try GaseousAttenuation.ledger(
                frequency: Frequency(gigahertz: bad.gigahertz), lengthKilometres: bad.d,
                atmosphere: Atmosphere(
                    dryPressureHectopascals: bad.p, temperatureKelvin: bad.T, vapourDensityGramsPerCubicMetre: bad.ρ))
        }
        #expect(error?.code == .outsideValidity)
        #expect(error?.problem.contains(bad.words) == true, "\(error?.problem ?? "")")
        #expect(error?.remedy.hasPrefix("Use a ") == true)
    }

    @Test("P.452 refuses the same air in the same words")
    func sameWordsInP452() {
        for air in [
            Atmosphere(dryPressureHectopascals: 1200), Atmosphere(temperatureKelvin: 0),
            Atmosphere(vapourDensityGramsPerCubicMetre: 101),
        ] {
            let here = #expect(throws: MastheadError.self) {
                try GaseousAttenuation.ledger(
                    frequency: Frequency(gigahertz: 10), lengthKilometres: 1, atmosphere: air)
            }
            var parameters = RefusalTests.good
            parameters.atmosphere = air
            let there = #expect(throws: MastheadError.self) { try P452.prepare(for: parameters, edition: .v18) }
            #expect(here?.problem.isEmpty == false && here?.problem == there?.problem)
        }
    }
}
