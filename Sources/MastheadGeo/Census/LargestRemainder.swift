/// Splits a whole number by weights so that the parts are whole and add up to it.
///
/// Each part is first rounded down; the units that are left go to the largest remainders, the earlier part first where two
/// are equal (Hamilton's method).
package struct LargestRemainder: Sendable {
    /// The parts of the last split.
    package private(set) var parts: [Int64] = []
    private var remainders: [UInt64] = []

    /// A splitter with room for later parts.
    package init() {}

    /// Splits `total` by weights; `total` and the weights are not negative, and the weights add up to less than 2⁶³.
    ///
    /// - Returns: false, and no parts, where all weights are zero.
    package mutating func split(_ total: Int64, by weights: borrowing [Int64], count: Int) -> Bool {
        var sum: UInt64 = 0
        for index in 0..<count { sum += UInt64(weights[index]) }
        guard sum > 0 else { return false }
        if parts.count < count {
            parts = Array(repeating: 0, count: count)
            remainders = Array(repeating: 0, count: count)
        }
        var left = total
        for index in 0..<count {
            let product = UInt64(total).multipliedFullWidth(by: UInt64(weights[index]))
            let (quotient, remainder) =
                product.high == 0
                ? product.low.quotientAndRemainder(dividingBy: sum) : sum.dividingFullWidth(product)
            parts[index] = Int64(quotient)
            remainders[index] = remainder
            left -= Int64(quotient)
        }
        if left > 0 { handOut(left, count: count) }
        return true
    }

    /// Gives one unit each to the largest remainders; fewer units are left than there are parts.
    private mutating func handOut(_ left: Int64, count: Int) {
        if count <= 16 {
            for _ in 0..<left {
                var best = 0
                for index in 1..<max(1, count) where remainders[index] > remainders[best] { best = index }
                parts[best] += 1
                remainders[best] = 0
            }
            return
        }
        let order = (0..<count).sorted { (remainders[$1], $0) < (remainders[$0], $1) }
        for index in order.prefix(Int(left)) { parts[index] += 1 }
    }
}
