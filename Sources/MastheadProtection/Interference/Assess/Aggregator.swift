#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Brings entries together as their criterion says.
///
/// - `aggregate`: the sum of powers, added in the order of the ranking, so that it does not depend on threads. Each entry has
///   the loss for the criterion's own percentage of time; percentages are never added.
/// - `worst`: the strongest entry, each with the loss for the small percentage: enhancements of two paths are not taken to
///   come at one time.
/// - `single`: each entry alone, of which the strongest decides.
public enum Aggregator {
    /// 10 log₁₀ Σ 10^(x/10) in the order given; nil for no values.
    public static func powerSum(_ valuesDB: some Sequence<Double>) -> Double? {
        var sum = 0.0
        var isEmpty = true
        for value in valuesDB {
            sum += pow(10, value / 10)
            isEmpty = false
        }
        return isEmpty ? nil : 10 * log10(sum)
    }

    /// Entries from the strongest down, equal ones by emitter.
    public static func ranked(_ entries: [InterferenceEntry]) -> [InterferenceEntry] {
        entries.sorted { $0.value != $1.value ? $0.value > $1.value : $0.emitter < $1.emitter }
    }

    /// The same order before entries are made of their numbers.
    static func ranked(_ entries: [PathEntry]) -> [PathEntry] {
        entries.sorted { $0.value != $1.value ? $0.value > $1.value : $0.emitter < $1.emitter }
    }

    /// The value that a criterion judges, of ranked entries; nil for none.
    public static func value(of ranked: [InterferenceEntry], _ entries: Threshold.Entries) -> Double? {
        entries == .aggregate ? powerSum(ranked.lazy.map(\.value)) : ranked.first?.value
    }

    /// The part of an entry in the power of all that are judged together, 0 to 1.
    public static func share(of entry: InterferenceEntry, in value: Double) -> Double {
        pow(10, (entry.value - value) / 10)
    }
}
