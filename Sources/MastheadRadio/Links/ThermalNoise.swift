public import MastheadCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The noise that a receiver at 290 K has even if it adds none.
public enum ThermalNoise {
    /// The power in a bandwidth, dBm; −173.98 dBm in 1 Hz.
    ///
    ///     10 log₁₀( k T₀ B / 1 mW ),   k = 1.380649 · 10⁻²³ J/K,  T₀ = 290 K
    public static func dBm(in bandwidth: Frequency) -> Double {
        10 * log10(1.380649e-23 * 290 * bandwidth.hertz * 1000)
    }
}
