public import MastheadCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The noise of a receiving system, which I/N is counted from.
public enum StationNoise {
    /// Noise in a bandwidth, dBm.
    ///
    ///     N = 10 log₁₀( k T B / 1 mW ),   k = 1.380649 · 10⁻²³ J/K
    public static func dBm(kelvin: Double, bandwidth: Frequency) -> Double {
        10 * log10(PhysicalConstants.boltzmann * 1000) + 10 * log10(kelvin) + 10 * log10(bandwidth.hertz)
    }
}
