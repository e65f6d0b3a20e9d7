/// Urban micro cells in street canyons: 0.5 to 100 GHz, base stations below the roofs.
///
/// Source: 3GPP TR 38.901 V18.0.0, Table 7.4.1-1 (UMi - Street Canyon) and Table 7.4.2-1 (UMi - Street canyon).
public struct UrbanMicro: Sendable, Hashable {
    /// The scenario; it has no settings.
    public init() {}

    /// d'BP: the break point over the street, whose effective height is 1 m, m.
    public func breakPointMetres(_ link: TR38901.Link) -> Double {
        TR38901.breakPointMetres(link, environmentHeightMetres: 1)
    }

    /// Median loss in line of sight, dB.
    ///
    ///     PL1 = 32.4 + 21 log₁₀ d3D + 20 log₁₀ fc                                           up to d'BP
    ///     PL2 = 32.4 + 40 log₁₀ d3D + 20 log₁₀ fc − 9.5 log₁₀(d'BP² + (hBS − hUT)²)         beyond
    public func lineOfSightDB(_ link: TR38901.Link) -> Double {
        let dBP = breakPointMetres(link)
        let common = 32.4 + 20 * Elementary.log10(link.frequencyGigahertz)
        let logD = Elementary.log10(link.slantMetres)
        guard link.groundMetres > dBP else { return common + 21 * logD }
        return common + 40 * logD - 9.5 * Elementary.log10(dBP * dBP + link.riseMetres * link.riseMetres)
    }

    /// Median loss without line of sight, dB; not below the one with it.
    ///
    ///     PL' = 35.3 log₁₀ d3D + 22.4 + 21.3 log₁₀ fc − 0.3 (hUT − 1.5)
    public func nonLineOfSightDB(_ link: TR38901.Link) -> Double {
        let scattered =
            35.3 * Elementary.log10(link.slantMetres) + 22.4 + 21.3 * Elementary.log10(link.frequencyGigahertz)
            - 0.3 * (link.userHeightMetres - 1.5)
        return max(lineOfSightDB(link), scattered)
    }

    /// The probability of line of sight at a distance along the ground.
    ///
    ///     1 up to 18 m,   18/d2D + exp(−d2D/36) (1 − 18/d2D) beyond
    public func lineOfSightProbability(groundMetres d2D: Double) -> Double {
        guard d2D > 18 else { return 1 }
        let near = 18 / d2D
        return near + Elementary.exp(-d2D / 36) * (1 - near)
    }
}
