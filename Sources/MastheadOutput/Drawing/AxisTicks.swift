import Foundation

/// The numbers along an axis.
enum AxisTicks {
    /// Round numbers between two ends, four to ten of them.
    static func between(_ low: Double, _ high: Double) -> [Double] {
        let raw = (high - low) / 8
        guard raw > 0, raw.isFinite else { return [] }
        let decade = pow(10, log10(raw).rounded(.down))
        let step = [1.0, 2, 5, 10].map { $0 * decade }.first { $0 >= raw } ?? raw
        let first = Int((low / step).rounded(.up))
        let last = Int((high / step).rounded(.down))
        return first <= last ? (first...last).map { Double($0) * step } : []
    }
}
