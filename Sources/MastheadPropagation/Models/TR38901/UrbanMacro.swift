/// Urban macro cells: 0.5 to 100 GHz, base stations above the roofs.
///
/// Source: 3GPP TR 38.901 V18.0.0, Table 7.4.1-1 (UMa) and Table 7.4.2-1 (UMa).
public struct UrbanMacro: Sendable, Hashable {
    /// The scenario; it has no settings.
    public init() {}

    /// d'BP: the break point over surroundings of effective height hE, m.
    public func breakPointMetres(_ link: TR38901.Link, environmentHeightMetres hE: Double = 1) -> Double {
        TR38901.breakPointMetres(link, environmentHeightMetres: hE)
    }

    /// Median loss in line of sight over surroundings of effective height hE, dB.
    ///
    ///     PL1 = 28.0 + 22 log₁₀ d3D + 20 log₁₀ fc                                           up to d'BP
    ///     PL2 = 28.0 + 40 log₁₀ d3D + 20 log₁₀ fc − 9 log₁₀(d'BP² + (hBS − hUT)²)           beyond
    public func lineOfSightDB(_ link: TR38901.Link, environmentHeightMetres hE: Double = 1) -> Double {
        let dBP = breakPointMetres(link, environmentHeightMetres: hE)
        let common = 28.0 + 20 * Elementary.log10(link.frequencyGigahertz)
        let logD = Elementary.log10(link.slantMetres)
        guard link.groundMetres > dBP else { return common + 22 * logD }
        return common + 40 * logD - 9 * Elementary.log10(dBP * dBP + link.riseMetres * link.riseMetres)
    }

    /// Median loss without line of sight, dB; not below the one with it.
    ///
    ///     PL' = 13.54 + 39.08 log₁₀ d3D + 20 log₁₀ fc − 0.6 (hUT − 1.5)
    public func nonLineOfSightDB(_ link: TR38901.Link, environmentHeightMetres hE: Double = 1) -> Double {
        max(lineOfSightDB(link, environmentHeightMetres: hE), scatteredDB(link))
    }

    private func scatteredDB(_ link: TR38901.Link) -> Double {
        13.54 + 39.08 * Elementary.log10(link.slantMetres) + 20 * Elementary.log10(link.frequencyGigahertz)
            - 0.6 * (link.userHeightMetres - 1.5)
    }

    /// Loss in line of sight where hE is drawn as note 1 says, dB: the mean of the powers over the draws.
    ///
    /// hE is 1 m with the probability 1 / (1 + C) and otherwise one of 12, 15, …, hUT − 1.5 m, all alike. Users below
    /// 13 m have 1 m only.
    public func expectedLineOfSightDB(_ link: TR38901.Link) -> Double {
        let street = lineOfSightDB(link)
        let C = height(link.userHeightMetres) * shape(link.groundMetres)
        guard C > 0 else { return street }
        var roofs = 0.0
        var count = 0.0
        var hE = 12.0
        repeat {
            let loss = lineOfSightDB(link, environmentHeightMetres: hE)
            roofs = count == 0 ? loss : TR38901.meanDB(share: count / (count + 1), roofs, loss)
            count += 1
            hE += 3
        } while hE <= link.userHeightMetres - 1.5
        return TR38901.meanDB(share: 1 / (1 + C), street, roofs)
    }

    /// Loss without line of sight where hE is drawn, dB; not below the one with it.
    public func expectedNonLineOfSightDB(_ link: TR38901.Link) -> Double {
        max(expectedLineOfSightDB(link), scatteredDB(link))
    }

    /// The probability of line of sight as Table 7.4.2-1 prints it; it reaches 1.006 just beyond 18 m for tall users.
    ///
    ///     1 up to 18 m,   (18/d2D + exp(−d2D/63) (1 − 18/d2D)) (1 + C' (5/4) (d2D/100)³ exp(−d2D/150)) beyond
    public func tabulatedProbability(groundMetres d2D: Double, userHeightMetres hUT: Double) -> Double {
        guard d2D > 18 else { return 1 }
        let near = 18 / d2D
        return (near + Elementary.exp(-d2D / 63) * (1 - near)) * (1 + height(hUT) * shape(d2D))
    }

    /// The probability of line of sight, which the table's formula gives, not above 1.
    public func lineOfSightProbability(groundMetres: Double, userHeightMetres: Double) -> Double {
        min(1, tabulatedProbability(groundMetres: groundMetres, userHeightMetres: userHeightMetres))
    }

    /// C' of Table 7.4.2-1.
    ///
    ///     0 up to 13 m,   ((hUT − 13) / 10)^1.5 beyond
    private func height(_ hUT: Double) -> Double { hUT <= 13 ? 0 : Elementary.pow((hUT - 13) / 10, 1.5) }

    /// g(d2D) of note 1: (5/4) (d2D/100)³ exp(−d2D/150), and 0 up to 18 m.
    private func shape(_ d2D: Double) -> Double {
        guard d2D > 18 else { return 0 }
        let x = d2D / 100
        return 1.25 * x * x * x * Elementary.exp(-d2D / 150)
    }
}
