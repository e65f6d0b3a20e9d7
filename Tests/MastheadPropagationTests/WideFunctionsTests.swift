import Foundation
import MastheadTestSupport
import Testing

import MastheadPropagation

/// The errors that `WideFunctions` states, measured against the C library in double precision over seeded arguments.
@Suite("The wide functions keep their stated errors")
struct WideFunctionsTests {
    /// The largest error, in units of what `allowed` gives for an argument and its value.
    private func worst(
        _ range: ClosedRange<Double>, logarithmic: Bool = false, _ function: (Wide) -> Wide,
        exact: (Double) -> Double, allowed: (Double, Double) -> Double
    ) -> Double {
        var random = SeededGenerator(seed: 20_261_123)
        var worst = 0.0
        for round in 0..<20_000 {
            var x = Wide()
            for lane in 0..<16 {
                let u = random.uniform(in: 0...1)
                // The ends of the range come first.
                let t = round == 0 && lane < 2 ? Double(lane) : u
                let (low, high) = (range.lowerBound, range.upperBound)
                x[lane] = Float(logarithmic ? low * pow(high / low, t) : low + (high - low) * t)
            }
            let y = function(x)
            for lane in 0..<16 {
                let value = exact(Double(x[lane]))
                worst = max(worst, abs(Double(y[lane]) - value) / allowed(Double(x[lane]), value))
            }
        }
        return worst
    }

    @Test("log2") func logarithm() {
        #expect(
            worst(1e-37...1e37, logarithmic: true, WideFunctions.log2, exact: { Foundation.log2($0) }) {
                2e-7 + 1e-7 * abs($1)
            } < 1)
        #expect(
            worst(0.75...1.4, WideFunctions.log2, exact: { Foundation.log2($0) }) { 3e-7 * abs($1) + 1e-30 } < 1)
    }

    @Test("exp2") func exponential() {
        #expect(worst(-126...126, WideFunctions.exp2, exact: { Foundation.exp2($0) }) { 2e-7 * $1 } < 1)
        #expect(WideFunctions.exp2(Wide(repeating: -1000)) == WideFunctions.exp2(Wide(repeating: -126)))
        #expect(WideFunctions.exp2(Wide(repeating: 0)) == Wide(repeating: 1))
    }

    @Test("tanh") func hyperbolicTangent() {
        #expect(worst(-40...40, WideFunctions.tanh, exact: { Foundation.tanh($0) }) { _, _ in 2e-7 } < 1)
        #expect(worst(-2...2, WideFunctions.tanh, exact: { Foundation.tanh($0) }) { _, _ in 2e-7 } < 1)
        #expect(WideFunctions.tanh(Wide(repeating: 1000)) == Wide(repeating: 1))
    }

    @Test("square root") func root() {
        #expect(
            worst(1e-30...1e30, logarithmic: true, WideFunctions.squareRoot, exact: { $0.squareRoot() }) { 2e-7 * $1 }
                < 1)
        #expect(WideFunctions.squareRoot(Wide(repeating: 0)) == Wide(repeating: 0))
    }

    @Test("arctan") func arctangent() {
        #expect(worst(-1e3...1e3, WideFunctions.arctan, exact: { Foundation.atan($0) }) { _, _ in 2e-7 } < 1)
        #expect(worst(-3...3, WideFunctions.arctan, exact: { Foundation.atan($0) }) { _, _ in 2e-7 } < 1)
        #expect(worst(1e-9...0.4, WideFunctions.arctan, exact: { Foundation.atan($0) }) { 1e-7 * $1 } < 1)
    }

    @Test("the root of the third angle") func thirdAngle() {
        #expect(
            worst(-1...1, WideFunctions.thirdAngleRoot, exact: { 2 * cos(.pi / 3 + acos($0) / 3) }) { _, _ in 5e-7 } < 1
        )
    }

    @Test("floor") func floor() {
        #expect(worst(-5000...5000, WideFunctions.floor, exact: { Foundation.floor($0) }) { _, _ in 1e-9 } < 1e-9)
    }
}
