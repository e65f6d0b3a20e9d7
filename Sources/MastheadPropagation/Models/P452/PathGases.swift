import MastheadCore

/// The attenuation by oxygen and water vapour along a path, for one carrier.
///
/// Source: Recommendation ITU-R P.452-18, Annex 1, §4.1, with specific attenuations by Recommendation ITU-R P.676.
struct PathGases {
    private let frequencyGigahertz: Double
    private let atmosphere: Atmosphere
    /// γo + γw over land, over sea, and for troposcatter, dB/km.
    private let landDBPerKilometre: Double
    private let seaDBPerKilometre: Double
    let scatterDBPerKilometre: Double

    init(frequencyGigahertz f: Double, atmosphere: Atmosphere) {
        frequencyGigahertz = f
        self.atmosphere = atmosphere
        landDBPerKilometre = Self.specificDB(f, atmosphere, Self.vapourDensity(seaShare: 0))
        seaDBPerKilometre = Self.specificDB(f, atmosphere, Self.vapourDensity(seaShare: 1))
        scatterDBPerKilometre = Self.specificDB(f, atmosphere, 3)
    }

    /// ρ, the density of water vapour for line of sight and ducting, g/m³.
    ///
    ///     ρ = 7.5 + 2.5 ω        (9a)
    static func vapourDensity(seaShare ω: Double) -> Double { 7.5 + 2.5 * ω }

    /// γo + γw(ρ) of (9), dB/km.
    func specificDB(seaShare ω: Double) -> Double {
        if ω == 0 { return landDBPerKilometre }
        if ω == 1 { return seaDBPerKilometre }
        return Self.specificDB(frequencyGigahertz, atmosphere, Self.vapourDensity(seaShare: ω))
    }

    /// The sum for the text's density, or for the one that the job gives.
    private static func specificDB(_ f: Double, _ atmosphere: Atmosphere, _ density: Double) -> Double {
        let γ = GaseousAttenuation.specific(
            frequencyGigahertz: f, dryPressureHectopascals: atmosphere.dryPressureHectopascals,
            temperatureKelvin: atmosphere.temperatureKelvin,
            vapourDensity: atmosphere.vapourDensityGramsPerCubicMetre ?? density)
        return γ.oxygen + γ.vapour
    }
}
