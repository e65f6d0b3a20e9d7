/// What a model asks of the search along a radial; models with the same needs share one search.
package struct RadialNeeds: Sendable, Hashable {
    /// ae, the median effective Earth radius, km.
    package var medianRadiusKilometres: Double
    /// Whether the surface is searched over the enhanced effective radius too: for less than half of the time.
    package var searchesEnhanced: Bool
    /// Clutter nearer than this to either antenna does not count, km: 0 for P.1812, 50 m for P.452-18.
    package var clutterFreeKilometres: Double

    init(medianRadiusKilometres: Double, searchesEnhanced: Bool, clutterFreeKilometres: Double = 0) {
        self.medianRadiusKilometres = medianRadiusKilometres
        self.searchesEnhanced = searchesEnhanced
        self.clutterFreeKilometres = clutterFreeKilometres
    }
}
