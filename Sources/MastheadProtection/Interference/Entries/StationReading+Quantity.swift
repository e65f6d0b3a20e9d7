import MastheadCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension StationReading {
    /// One term of a conversion, but for its value.
    struct ConversionTerm {
        var name: String
        var unit: String
        var symbol: String
        var source: Citation
    }

    /// What turns the power that an isotropic antenna receives, dBm, into the criterion's quantity: up to two terms, dB.
    ///
    ///     I/N = I − N
    ///     PFD = P_iso − 30 − 10 log₁₀(λ²/4π)         dB(W/m²)
    ///     E   = P_iso + 20 log₁₀(f/MHz) + 77.2       dB(µV/m)
    ///
    /// The last constant is 10 log₁₀(480 π² · 10²¹ / c²) to a tenth, as texts on planning write it.
    func conversionDB(middleHertz: Double) -> (Double, Double) {
        switch criterion.threshold.quantity {
        case .interferenceToNoise: return (-(noiseDBm ?? 0), 0)
        case .receivedPower: return (0, 0)
        case .powerFluxDensity:
            let wavelength = Frequency(hertz: middleHertz).wavelengthMetres
            return (-30, -10 * log10(wavelength * wavelength / (4 * .pi)))
        case .fieldStrength: return (20 * log10(middleHertz / 1e6), 77.2)
        }
    }

    /// The same terms in words.
    var conversionTerms: [ConversionTerm] {
        switch criterion.threshold.quantity {
        case .interferenceToNoise:
            [
                ConversionTerm(
                    name: "noise of the receiver", unit: "dBm", symbol: "−10 log₁₀(k T B)",
                    source: Citation("CGPM 2018", "k = 1.380649 · 10⁻²³ J/K"))
            ]
        case .receivedPower: []
        case .powerFluxDensity:
            [
                ConversionTerm(name: "from dBm to dBW", unit: "dB", symbol: "", source: Self.isotropic),
                ConversionTerm(
                    name: "effective area of the isotropic antenna", unit: "dB(1/m²)", symbol: "−10 log₁₀(λ²/4π)",
                    source: Self.isotropic),
            ]
        case .fieldStrength:
            [
                ConversionTerm(name: "frequency", unit: "dB", symbol: "20 log₁₀(f/MHz)", source: Self.isotropic),
                ConversionTerm(
                    name: "from isotropic power to field strength", unit: "dB", symbol: "77.2", source: Self.isotropic),
            ]
        }
    }

    /// What the total is.
    var title: String {
        switch criterion.threshold.quantity {
        case .interferenceToNoise: "interference to noise"
        case .receivedPower: "received power"
        case .powerFluxDensity: "power flux-density"
        case .fieldStrength: "field strength"
        }
    }

    private static let isotropic = Citation("Isotropic antenna", "effective area λ²/4π, 120π Ω")
}
