import MastheadGeo
import MastheadPlanning

/// The table of places: one row for each place, band and service, then any band.
enum PlaceTable {
    /// The columns.
    static let header = [
        "place_id", "place_name", "kind", "region_id", "band", "service", "counts", "key_points",
        "underground_key_points", "open_key_points", "served_key_points", "covered", "key_points_outside_regions",
        "criterion",
    ]

    /// The table as CSV.
    ///
    /// - Parameter regions: The regions' identifiers.
    static func csv(_ figures: ReachFigures, regions: [String]) -> String {
        var table = CSVText(header: header)
        for place in figures.places {
            for (index, column) in figures.columns.enumerated() {
                table.add([
                    place.label.id, place.label.name, place.label.kind, regions[place.region],
                    ReachDefinitions.band(column, figures), figures.kinds[column.kind].id,
                    figures.counts(column, for: place.rule) ? "yes" : "no",
                    "\(place.openPoints + place.undergroundPoints)", "\(place.undergroundPoints)",
                    "\(place.openPoints)", "\(place.servedPoints[index])",
                    ReachDefinitions.word(place.isCovered(index)), "\(place.outsidePoints)",
                    ReachDefinitions.criterion(place.rule, figures),
                ])
            }
        }
        return table.text
    }
}
