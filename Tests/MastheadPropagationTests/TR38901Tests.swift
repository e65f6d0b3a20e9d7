import Foundation
import MastheadCore
import MastheadPropagation
import MastheadTestSupport
import Testing

@Suite("The equations of TR 38.901")
struct TR38901Tests {
    private static func link(
        _ f: Double = 3.5, _ d: Double, _ hBS: Double = 25, _ hUT: Double = 1.5
    ) -> TR38901.Link {
        TR38901.Link(frequencyGigahertz: f, groundMetres: d, baseHeightMetres: hBS, userHeightMetres: hUT)
    }

    @Test("rural line of sight has the value of a published example")
    func ruralExample() {
        let scenario = RuralMacro(buildingHeightMetres: 7)
        let loss = scenario.lineOfSightDB(Self.link(3.5, 1000 * 2.0.squareRoot(), 30, 1.5))
        // 5e-5 dB: printed with four decimals.
        #expect(abs(loss - 110.1615) < 5e-5)
    }

    @Test("beyond the break point the rural loss starts from PL1 of the break point itself")
    func ruralBreakPoint() {
        let scenario = RuralMacro()
        let far = Self.link(0.7, 9000, 10, 1)
        let dBP = 2 * Double.pi * 10 * 1 * 0.7e9 / 3e8
        #expect(abs(scenario.breakPointMetres(far) - dBP) < 1e-9)
        let factor: Double = 0.03 * pow(5, 1.72)
        let spreading: Double = 20 * log10(40 * Double.pi * dBP * 0.7 / 3) + factor * log10(dBP)
        let PL1: Double = spreading - 0.044 * pow(5, 1.72) + 0.002 * log10(5.0) * dBP
        let d3D = (9000.0 * 9000 + 81).squareRoot()
        // 1e-9 dB: the same sum in another order.
        #expect(abs(scenario.lineOfSightDB(far) - (PL1 + 40 * log10(d3D / dBP))) < 1e-9)
    }

    @Test("break points count with the speed of light of the text, 3e8 m/s")
    func breakPoints() {
        #expect(abs(UrbanMacro().breakPointMetres(Self.link(3.5, 100, 25, 1.5)) - 560) < 1e-9)
        #expect(abs(UrbanMicro().breakPointMetres(Self.link(3.5, 100, 10, 1.5)) - 210) < 1e-9)
    }

    @Test("the urban losses do not jump at the break point", arguments: [0.5, 3.5, 28.0])
    func continuity(f: Double) {
        let macro = UrbanMacro()
        let micro = UrbanMicro()
        let d = macro.breakPointMetres(Self.link(f, 1))
        let e = micro.breakPointMetres(Self.link(f, 1, 10))
        // 1e-6 dB: 40 log₁₀ of a relative step of 1e-8.
        let macroStep = macro.lineOfSightDB(Self.link(f, d * 1.00000001)) - macro.lineOfSightDB(Self.link(f, d))
        #expect(abs(macroStep) < 1e-6)
        let microStep = micro.lineOfSightDB(Self.link(f, e * 1.00000001, 10)) - micro.lineOfSightDB(Self.link(f, e, 10))
        #expect(abs(microStep) < 1e-6)
    }

    @Test("a hidden path never has less loss than one in sight")
    func hiddenIsNotLess() {
        var g = SeededGenerator(seed: 38901)
        for _ in 0..<5000 {
            let link = Self.link(
                0.5 * pow(10, g.uniform(in: 0...2.3)), 10 * pow(10, g.uniform(in: 0...2.7)), g.uniform(in: 3...150),
                g.uniform(in: 1...22.5))
            #expect(RuralMacro().nonLineOfSightDB(link) >= RuralMacro().lineOfSightDB(link), "\(link)")
            #expect(UrbanMacro().nonLineOfSightDB(link) >= UrbanMacro().lineOfSightDB(link), "\(link)")
            #expect(UrbanMicro().nonLineOfSightDB(link) >= UrbanMicro().lineOfSightDB(link), "\(link)")
        }
    }

    @Test("line of sight is certain at 10 m and 18 m, and rarer with distance")
    func probabilities() {
        #expect(RuralMacro().lineOfSightProbability(groundMetres: 10) == 1)
        #expect(UrbanMicro().lineOfSightProbability(groundMetres: 18) == 1)
        // 1e-12: exp(−1).
        #expect(abs(RuralMacro().lineOfSightProbability(groundMetres: 1010) - 0.36787944117144233) < 1e-12)
        var d = 18.0
        while d < 5000 {
            let next = d * 1.01
            #expect(
                RuralMacro().lineOfSightProbability(groundMetres: next)
                    < RuralMacro().lineOfSightProbability(groundMetres: d))
            #expect(
                UrbanMicro().lineOfSightProbability(groundMetres: next)
                    < UrbanMicro().lineOfSightProbability(groundMetres: d))
            #expect(
                UrbanMacro().lineOfSightProbability(groundMetres: next, userHeightMetres: 1.5)
                    < UrbanMacro().lineOfSightProbability(groundMetres: d, userHeightMetres: 1.5))
            d = next
        }
    }

    @Test("the printed formula exceeds 1 for tall users near 18 m, and the probability does not")
    func printedProbability() {
        let macro = UrbanMacro()
        #expect(macro.tabulatedProbability(groundMetres: 18.01, userHeightMetres: 22.5) > 1.005)
        #expect(macro.lineOfSightProbability(groundMetres: 18.01, userHeightMetres: 22.5) == 1)
        for d in stride(from: 10.0, through: 5000, by: 0.5) {
            for height in [1.5, 13, 16, 22.5] {
                let p = macro.lineOfSightProbability(groundMetres: d, userHeightMetres: height)
                #expect(p >= 0 && p <= 1, "d \(d), height \(height)")
            }
        }
    }

    @Test("users below 13 m stand over a street, and taller ones over a mean of street and roofs")
    func environmentHeights() {
        let macro = UrbanMacro()
        let low = Self.link(2.6, 800, 25, 12.9)
        #expect(macro.expectedLineOfSightDB(low) == macro.lineOfSightDB(low))
        let high = Self.link(0.7, 800, 25, 22.5)
        let street = macro.lineOfSightDB(high)
        let roof = macro.lineOfSightDB(high, environmentHeightMetres: 21)
        let mean = macro.expectedLineOfSightDB(high)
        #expect(mean > street && mean < roof)
        // C = 0.95^1.5 · 1.25 · 512 · exp(−16/3) and the mean over 12, 15, 18 and 21 m, by hand; 1e-9 dB: order of sums.
        let C = pow(0.95, 1.5) * 1.25 * 512 * exp(-16.0 / 3)
        let roofs = [12.0, 15, 18, 21].map { pow(10, -macro.lineOfSightDB(high, environmentHeightMetres: $0) / 10) }
        let power = (pow(10, -street / 10) + C * roofs.reduce(0, +) / 4) / (1 + C)
        #expect(abs(mean + 10 * log10(power)) < 1e-9)
    }
}
