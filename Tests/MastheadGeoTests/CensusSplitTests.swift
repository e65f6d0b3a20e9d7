import MastheadGeo
import MastheadTestSupport
import Testing

@Suite("Splitting whole numbers")
struct CensusSplitTests {
    @Test("equal remainders go to the earlier part")
    func breaksTies() {
        var split = LargestRemainder()
        #expect(split.split(10, by: [1, 1, 1], count: 3) && Array(split.parts[..<3]) == [4, 3, 3])
        #expect(split.split(2, by: [1, 1, 1, 1], count: 4) && Array(split.parts[..<4]) == [1, 1, 0, 0])
        let hasParts = split.split(7, by: [0, 0], count: 2)
        #expect(!hasParts, "without weight there are no parts")
    }

    @Test("parts add up to the whole and stray less than one from their exact share", arguments: [11, 12] as [UInt64])
    func addsUp(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var split = LargestRemainder()
        for _ in 0..<300 {
            let count = Int.random(in: 1...60, using: &generator)
            let digits = Int64.random(in: 13...63, using: &generator)
            let total = Int64.random(in: 0...Int64.max, using: &generator) >> (63 - digits)
            let weights = (0..<count).map { _ in Int64.random(in: 0...(1 << 56), using: &generator) }
            guard split.split(total, by: weights, count: count) else { continue }
            #expect(split.parts[..<count].reduce(0, +) == total, "seed \(seed)")
            let sum = weights.reduce(0) { $0 + Double($1) }
            for (part, weight) in zip(split.parts, weights) {
                // One unit, and the rounding of the comparison itself in doubles.
                let exact = Double(total) * (Double(weight) / sum)
                #expect(abs(Double(part) - exact) <= 1 + exact * 1e-14, "seed \(seed)")
            }
        }
    }
}
