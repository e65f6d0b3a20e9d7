public import MastheadCore

/// A kind of product of a site plan.
public typealias PlanProductEntry = CatalogueEntry<PlanContent>

/// The products that a site plan can write; a new one is one file and one line here, and its row in Output/README.md.
public enum PlanProductCatalogue {
    /// All products, in the order they are written.
    public static let entries: [PlanProductEntry] = [
        PlanPackage.entry,
        PlanTables.sites,
        PlanTables.sectors,
        PlanTables.curve,
        PlanTables.targets,
        PlanTables.unserved,
        PlanTables.density,
        PlanTables.choices,
        PlanTables.candidates,
        PlanCurvePlot.entry,
        PlanMap.entry,
        PlanFile.entry,
    ]

    /// The products of those names, in the catalogue's order; all of them for nil. Names of a run's products are passed over.
    ///
    /// The plan as JSON is always among them: `masthead run` and `masthead explain` read it.
    ///
    /// - Throws: `unknown-name` with the nearest name, or the names there are.
    public static func entries(
        _ ids: [(id: String, location: ErrorLocation)]?
    ) throws(MastheadError) -> [PlanProductEntry] {
        try ProductNames.chosen(ids, of: entries)
    }
}
