import MastheadCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Bits that a modulation symbol of one layer carries at a SINR.
///
/// The channel-quality indices of 3GPP TS 38.214, Table 5.2.2.1-3 (up to 256QAM), of which the highest is taken that an
/// attenuated Shannon limit allows: η ≤ α log₂(1 + SINR), α = 0.6 as 3GPP TR 36.942, Annex A takes it for LTE (from general
/// knowledge; the report was not read).
public enum SpectralEfficiency {
    /// A channel-quality index: bits of the modulation and code rate in 1024ths.
    struct Quality {
        let bits: Int
        let rate: Int

        /// Bits for each symbol.
        var efficiency: Double { Double(bits * rate) / 1024 }
    }

    /// Indices 1 to 15.
    static let qualities: [Quality] = [
        Quality(bits: 2, rate: 78), Quality(bits: 2, rate: 193), Quality(bits: 2, rate: 449),
        Quality(bits: 4, rate: 378), Quality(bits: 4, rate: 490), Quality(bits: 4, rate: 616),
        Quality(bits: 6, rate: 466), Quality(bits: 6, rate: 567), Quality(bits: 6, rate: 666),
        Quality(bits: 6, rate: 772), Quality(bits: 6, rate: 873), Quality(bits: 8, rate: 711),
        Quality(bits: 8, rate: 797), Quality(bits: 8, rate: 885), Quality(bits: 8, rate: 948),
    ]

    /// How much of the Shannon limit a link reaches.
    static let attenuation = 0.6

    /// The least SINR of each index, dB, in their order.
    public static let thresholdsDB: [Double] = qualities.map {
        10 * log10(pow(2, $0.efficiency / attenuation) - 1)
    }

    /// The curve in words, for definitions.
    public static let name = "CQI of 3GPP TS 38.214, Table 5.2.2.1-3, at 0.6 of the Shannon limit"

    /// Bits for each symbol and layer; 0 below the first index.
    public static func bitsPerSymbol(sinrDB: Double) -> Double {
        guard let index = thresholdsDB.lastIndex(where: { $0 <= sinrDB }) else { return 0 }
        return qualities[index].efficiency
    }
}
