public import MastheadCore

/// The products that a run can write; a new one is one file and one line here, and its row in Output/README.md.
public enum ProductCatalogue {
    /// All products, in the order they are written.
    public static let entries: [ProductEntry] = [
        CoverageRasters.level,
        FineRasters.level,
        CoverageRasters.bestServer,
        CoverageRasters.covered,
        ServiceRasters.sinr,
        ServiceRasters.throughput,
        ServiceRasters.limit,
        ServiceRasters.anyBand,
        NetworkPackage.entry,
        TableProducts.regionsCSV,
        TableProducts.regionsJSON,
        TableProducts.servicesCSV,
        TableProducts.stationsCSV,
        TableProducts.sectorsCSV,
        TableProducts.quarantineCSV,
        TableProducts.figuresJSON,
        ReachProducts.routesCSV,
        ReachProducts.placesCSV,
        ReachProducts.summaryCSV,
        ReachProducts.reachJSON,
        CoverageMap.entry,
        DensityMap.entry,
    ]

    /// The products of those names, in the catalogue's order; all of them for nil. Names of plan products are passed over.
    ///
    /// The exact figures are always among them: `masthead explain` reads them.
    ///
    /// - Throws: `unknown-name` with the nearest name, or the names there are.
    public static func entries(_ ids: [(id: String, location: ErrorLocation)]?) throws(MastheadError) -> [ProductEntry]
    {
        try ProductNames.chosen(ids, of: entries)
    }
}
