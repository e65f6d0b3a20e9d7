/// Rural macro cells: 0.5 to 30 GHz, base stations above the roofs of low buildings.
///
/// Source: 3GPP TR 38.901 V18.0.0, Table 7.4.1-1 (RMa) and Table 7.4.2-1 (RMa).
public struct RuralMacro: Sendable, Hashable {
    /// W: average width of the streets, m; 5 to 50 m.
    public var streetWidthMetres: Double
    /// h: average height of the buildings, m; 5 to 50 m.
    public var buildingHeightMetres: Double

    /// Surroundings; the text's defaults unless given.
    public init(streetWidthMetres: Double = 20, buildingHeightMetres: Double = 5) {
        self.streetWidthMetres = streetWidthMetres
        self.buildingHeightMetres = buildingHeightMetres
    }

    /// dBP: the break point, m.
    ///
    ///     dBP = 2π hBS hUT fc / c        (note 5)
    public func breakPointMetres(_ link: TR38901.Link) -> Double {
        2 * Double.pi * link.baseHeightMetres * link.userHeightMetres * (link.frequencyGigahertz * 1e9)
            / TR38901.speedOfLight
    }

    /// Median loss in line of sight, dB.
    ///
    ///     PL1(d3D) up to dBP,   PL1(dBP) + 40 log₁₀(d3D / dBP) beyond
    ///
    /// dBP enters PL1 in the place of d3D, as it stands in the table.
    public func lineOfSightDB(_ link: TR38901.Link) -> Double {
        let dBP = breakPointMetres(link)
        let d3D = link.slantMetres
        let fc = link.frequencyGigahertz
        return link.groundMetres <= dBP
            ? nearLossDB(d3D, frequencyGigahertz: fc)
            : nearLossDB(dBP, frequencyGigahertz: fc) + 40 * Elementary.log10(d3D / dBP)
    }

    /// PL1 of a distance, dB.
    ///
    ///     PL1 = 20 log₁₀(40π d fc / 3) + min(0.03 h^1.72, 10) log₁₀ d − min(0.044 h^1.72, 14.77) + 0.002 log₁₀(h) d
    func nearLossDB(_ d: Double, frequencyGigahertz fc: Double) -> Double {
        let h = buildingHeightMetres
        return 20 * Elementary.log10(40 * Double.pi * d * fc / 3) + distanceFactor * Elementary.log10(d)
            - min(0.044 * Elementary.pow(h, 1.72), 14.77) + 0.002 * Elementary.log10(h) * d
    }

    /// min(0.03 h^1.72, 10).
    private var distanceFactor: Double { min(0.03 * Elementary.pow(buildingHeightMetres, 1.72), 10) }

    /// Median loss without line of sight, dB; not below the one with it.
    ///
    ///     PL' = 161.04 − 7.1 log₁₀ W + 7.5 log₁₀ h − (24.37 − 3.7 (h/hBS)²) log₁₀ hBS
    ///           + (43.42 − 3.1 log₁₀ hBS)(log₁₀ d3D − 3) + 20 log₁₀ fc − (3.2 log₁₀²(11.75 hUT) − 4.97)
    public func nonLineOfSightDB(_ link: TR38901.Link) -> Double {
        let (W, h) = (streetWidthMetres, buildingHeightMetres)
        let hBS = link.baseHeightMetres
        let logBS = Elementary.log10(hBS)
        let logUT = Elementary.log10(11.75 * link.userHeightMetres)
        let surroundings =
            161.04 - 7.1 * Elementary.log10(W) + 7.5 * Elementary.log10(h)
            - (24.37 - 3.7 * (h / hBS) * (h / hBS)) * logBS
        let distance = (43.42 - 3.1 * logBS) * (Elementary.log10(link.slantMetres) - 3)
        let user = 20 * Elementary.log10(link.frequencyGigahertz) - (3.2 * logUT * logUT - 4.97)
        return max(lineOfSightDB(link), surroundings + distance + user)
    }

    /// The probability of line of sight at a distance along the ground.
    ///
    ///     1 up to 10 m,   exp(−(d2D − 10) / 1000) beyond
    public func lineOfSightProbability(groundMetres d2D: Double) -> Double {
        d2D <= 10 ? 1 : Elementary.exp(-(d2D - 10) / 1000)
    }

    /// A loss that no link of this slant distance falls below, dB.
    ///
    /// PL2 of a break point b has the value g(b) + 40 log₁₀ d3D with g(b) = PL1(b) − 40 log₁₀ b, which falls up to the b
    /// where PL1 rises by 40 dB per decade, and rises beyond. PL1 itself is the case b = d3D.
    func lowestLossDB(slantMetres d3D: Double, frequencyGigahertz fc: Double) -> Double {
        // 20 + min(…) + 0.002 log₁₀(h) ln(10) b = 40
        let rise = 0.002 * Elementary.log10(buildingHeightMetres) * Elementary.log(10)
        let b = min(d3D, (20 - distanceFactor) / rise)
        return nearLossDB(b, frequencyGigahertz: fc) + 40 * Elementary.log10(d3D / b)
    }
}
