import MastheadCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a receiver of one polarization leaves of an emission of another.
///
/// A slanted pair of ports that carries two streams of equal power is an unpolarized wave: a receiver of one polarization,
/// whatever it is and in whatever direction, takes half of it, 10 log₁₀ 2 dB less (derived). For all other pairs nothing
/// is counted: outside the main beam a dish holds no polarization that could be relied on.
enum PolarizationLoss {
    /// The emission of a pair of slanted ports.
    static let slant = "slant"

    /// The loss, dB; zero where the station's polarization is not known.
    static func lossDB(emitted: String, received: String?) -> Double {
        received != nil && emitted == slant ? 10 * log10(2) : 0
    }

    /// Where it comes from.
    static let citation = Citation("Half of an unpolarized wave", "two streams of equal power on slanted ports")
}
