import MastheadCore

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
        PlanCurvePlot.entry,
        PlanMap.entry,
        PlanFile.entry,
    ]
}
