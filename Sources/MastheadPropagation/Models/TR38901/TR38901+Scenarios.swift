import MastheadCore

extension RuralMacro: TR38901Scenario {
    static let id = "tr38901-rma"
    static let title = "Rural macro path loss"
    static let purpose = "Rural coverage without data on terrain and clutter."
    static let frequencies = TR38901Range.frequencies(upToGigahertz: 30)
    static let baseHeights = TR38901Range.baseHeights(10...150, by: TR38901.citation("Table 7.4.1-1"))
    static let userHeights = TR38901Range.userHeights(1...10)
    static let sightDistances = TR38901Range.sightDistances(upToKilometres: 10)
    static let hiddenDistances = TR38901Range.hiddenDistances
    static let nominalBaseMetres = 35.0
    static let sigmasDB = [4.0, 6, 8]

    init() { self.init(streetWidthMetres: 20) }

    func breakPoint(_ link: TR38901.Link) -> Double { breakPointMetres(link) }
    func sightMedianDB(_ link: TR38901.Link) -> Double { lineOfSightDB(link) }
    func hiddenMedianDB(_ link: TR38901.Link) -> Double { nonLineOfSightDB(link) }
    func probability(_ link: TR38901.Link) -> Double { lineOfSightProbability(groundMetres: link.groundMetres) }

    func shadowSigmaDB(_ link: TR38901.Link, isInSight: Bool) -> Double {
        guard isInSight else { return Self.sigmasDB[2] }
        return link.groundMetres <= breakPointMetres(link) ? Self.sigmasDB[0] : Self.sigmasDB[1]
    }

    func lowestMedianDB(slantMetres: Double, frequencyGigahertz: Double) -> Double {
        lowestLossDB(slantMetres: slantMetres, frequencyGigahertz: frequencyGigahertz)
    }

    /// The catalogue's entry.
    public static let entry = catalogueEntry
}

extension UrbanMacro: TR38901Scenario {
    static let id = "tr38901-uma"
    static let title = "Urban macro path loss"
    static let purpose = "Urban coverage from above the roofs without data on buildings."
    static let frequencies = TR38901Range.frequencies(upToGigahertz: 100)
    /// The table names a default only, 25 m; the range is that of the same scenario in ITU-R M.2135-1.
    static let baseHeights = TR38901Range.baseHeights(
        10...150, by: Citation("Report ITU-R M.2135-1 for urban macro cells", "Table A1-2"))
    static let userHeights = TR38901Range.userHeights(1.5...22.5)
    static let sightDistances = TR38901Range.sightDistances(upToKilometres: 5)
    static let hiddenDistances = TR38901Range.hiddenDistances
    static let nominalBaseMetres = 25.0
    static let sigmasDB = [4.0, 6]

    func breakPoint(_ link: TR38901.Link) -> Double { breakPointMetres(link) }
    func sightMedianDB(_ link: TR38901.Link) -> Double { expectedLineOfSightDB(link) }
    func hiddenMedianDB(_ link: TR38901.Link) -> Double { expectedNonLineOfSightDB(link) }

    func probability(_ link: TR38901.Link) -> Double {
        lineOfSightProbability(groundMetres: link.groundMetres, userHeightMetres: link.userHeightMetres)
    }

    func shadowSigmaDB(_ link: TR38901.Link, isInSight: Bool) -> Double { Self.sigmasDB[isInSight ? 0 : 1] }

    /// PL1 of a slant distance, dB: PL2 is PL1 + 9 log₁₀(d3D² / (d'BP² + (hBS − hUT)²)), and never below it.
    func lowestMedianDB(slantMetres d3D: Double, frequencyGigahertz fc: Double) -> Double {
        28.0 + 22 * Elementary.log10(d3D) + 20 * Elementary.log10(fc)
    }

    /// The catalogue's entry.
    public static let entry = catalogueEntry
}

extension UrbanMicro: TR38901Scenario {
    static let id = "tr38901-umi"
    static let title = "Urban micro street canyon path loss"
    static let purpose = "Small cells in streets without data on buildings."
    static let frequencies = TR38901Range.frequencies(upToGigahertz: 100)
    /// The table names a default only, 10 m. Below the roofs (clause 7.2) means at most 8 floors of 3 m, and one floor at least.
    static let baseHeights = TR38901Range.baseHeights(3...24, by: TR38901.citation("clause 7.2"))
    static let userHeights = TR38901Range.userHeights(1.5...22.5)
    static let sightDistances = TR38901Range.sightDistances(upToKilometres: 5)
    static let hiddenDistances = TR38901Range.hiddenDistances
    static let nominalBaseMetres = 10.0
    static let sigmasDB = [4.0, 7.82]

    func breakPoint(_ link: TR38901.Link) -> Double { breakPointMetres(link) }
    func sightMedianDB(_ link: TR38901.Link) -> Double { lineOfSightDB(link) }
    func hiddenMedianDB(_ link: TR38901.Link) -> Double { nonLineOfSightDB(link) }
    func probability(_ link: TR38901.Link) -> Double { lineOfSightProbability(groundMetres: link.groundMetres) }
    func shadowSigmaDB(_ link: TR38901.Link, isInSight: Bool) -> Double { Self.sigmasDB[isInSight ? 0 : 1] }

    /// PL1 of a slant distance, dB: PL2 is PL1 + 9.5 log₁₀(d3D² / (d'BP² + (hBS − hUT)²)), and never below it.
    func lowestMedianDB(slantMetres d3D: Double, frequencyGigahertz fc: Double) -> Double {
        32.4 + 21 * Elementary.log10(d3D) + 20 * Elementary.log10(fc)
    }

    /// The catalogue's entry.
    public static let entry = catalogueEntry
}
