import MastheadCore
import MastheadPropagation
import MastheadTestSupport
import Testing

@Suite("Building entry loss (P.2109)")
struct BuildingEntryTests {
    static func loss(
        f: Double = 0.763, p: Double = 50, _ building: BuildingEntry.Building = .traditional, θ: Double = 0
    ) throws -> Double {
        try BuildingEntry.lossDB(frequencyGigahertz: f, probabilityPercent: p, building: building, elevationDegrees: θ)
    }

    @Test("the medians at 1 GHz are the ones worked out by hand")
    func medians() throws {
        // 1e-3 dB: 10 log₁₀(10^1.264 + 10^0.91 + 10^−0.3) and 10 log₁₀(10^2.819 + 10^2.78 + 10^−0.3).
        #expect(abs(try Self.loss(f: 1) - 14.313) < 1e-3)
        #expect(abs(try Self.loss(f: 1, .thermallyEfficient) - 31.011) < 1e-3)
    }

    @Test("an angle up and the same angle down cost the same, and more than the horizontal")
    func elevation() throws {
        for building in BuildingEntry.Building.allCases {
            #expect(try Self.loss(building, θ: 40) == Self.loss(building, θ: -40))
            var last = try Self.loss(building)
            for θ in 1...90 {
                let loss = try Self.loss(building, θ: Double(θ))
                #expect(loss > last)
                last = loss
            }
        }
    }

    @Test("the loss grows with the probability, and never falls below −3 dB")
    func probability() throws {
        for building in BuildingEntry.Building.allCases {
            for f in [0.08, 0.763, 3.5, 28, 100] {
                var last = -3.0
                for step in 1..<1000 {
                    let loss = try Self.loss(f: f, p: Double(step) / 10, building)
                    #expect(loss > last)
                    last = loss
                }
                // 0.01 dB: what the two distributions add to the third term, −3 dB, where they are not narrow.
                if f < 10 { #expect(try Self.loss(f: f, p: 1e-30, building) < -2.99) }
            }
        }
    }

    @Test("the ledger adds up and names the text")
    func ledger() throws {
        let ledger = try BuildingEntry.ledger(
            frequencyGigahertz: 3.5, probabilityPercent: 90, building: .thermallyEfficient, elevationDegrees: 20)
        // 1e-12 dB: a sum of three differences.
        #expect(abs(ledger.total - (try Self.loss(f: 3.5, p: 90, .thermallyEfficient, θ: 20))) < 1e-12)
        #expect(
            ledger.terms.filter { $0.role == .summand }.allSatisfy {
                $0.source?.document == BuildingEntry.entry.edition
            })
    }

    @Test("what lies outside a range is refused, and the ends are not")
    func refusals() throws {
        let refused: [(String, () throws -> Double)] = [
            ("79 MHz", { try Self.loss(f: 0.079) }), ("100001 MHz", { try Self.loss(f: 100.001) }),
            ("nan", { try Self.loss(f: .nan) }), ("0 %", { try Self.loss(p: 0) }), ("100 %", { try Self.loss(p: 100) }),
            ("-1 %", { try Self.loss(p: -1) }), ("90.5 deg", { try Self.loss(θ: 90.5) }),
            ("-90.5 deg", { try Self.loss(θ: -90.5) }),
        ]
        for (mention, body) in refused {
            let error = #expect(throws: MastheadError.self) { try body() }
            #expect(
                error?.code == .outsideValidity && error?.problem.contains(mention) == true,
                "\(mention): \(error?.problem ?? "")")
        }
        for f in [0.08, 100.0] { #expect(try Self.loss(f: f, θ: -90).isFinite) }
    }

    @Test("every input in the ranges gives a finite loss")
    func finite() throws {
        var g = SeededGenerator(seed: 2109)
        for _ in 0..<20_000 {
            let loss = try Self.loss(
                f: g.uniform(in: 0.08...100), p: g.uniform(in: 1e-9...99.999_999_9),
                g.uniform(in: 0...1) < 0.5 ? .traditional : .thermallyEfficient, θ: g.uniform(in: -90...90))
            #expect(loss.isFinite)
        }
    }
}
