import MastheadCore
import MastheadGeo
public import MastheadPlanning

/// The table of reach and density by region: one row for each region and band, the study area last.
///
/// Every row carries its definitions, so that a row that is copied elsewhere still says what it means.
public enum RegionTable {
    /// The columns.
    public static let header = [
        "region_id", "region_name", "people", "area_km2", "base_stations", "counting_rule",
        "base_stations_per_10000_persons", "target_per_10000_persons", "missing_base_stations", "band",
        "covered_people", "covered_people_percent", "expected_people", "covered_area_km2", "covered_area_percent",
        "unknown_people", "threshold_dbm", "probability_percent", "sigma_db", "margin_db", "environment",
        "penetration_db", "receiver_height_m", "carrier_mhz", "radius_m", "model", "time_percent",
        "population_source",
    ]

    /// The table as CSV.
    public static func csv(_ figures: RunFigures) -> String {
        var table = CSVText(header: header)
        for region in figures.regions { add(region, to: &table, figures.definitions) }
        add(figures.total, to: &table, figures.definitions)
        return table.text
    }

    /// What stands in place of a density where no one lives.
    public static let noPeople = "no people"

    /// What stands in place of a share of no area.
    static let noArea = "no area"

    private static func add(_ region: RegionFigures, to table: inout CSVText, _ definitions: Definitions) {
        for (definition, band) in zip(definitions.bands, region.bands) {
            table.add(
                [
                    region.id, region.name, people(region.people), area(region.squareCentimetres),
                    "\(region.stations)", definitions.countingRule.rawValue, density(region),
                    PlainText.number(definitions.targetPerTenThousand), "\(region.missingStations)", definition.id,
                    people(band.coveredPeople), percent(region.coveredPeopleShare(band)) ?? noPeople,
                    people(band.expectedPeople), area(band.coveredSquareCentimetres),
                    percent(region.coveredAreaShare(band)) ?? noArea, people(band.unknownPeople),
                ] + definitionFields(definition) + [definitions.populationSource])
        }
    }

    private static func definitionFields(_ definition: Definitions.Band) -> [String] {
        [
            PlainText.number(definition.thresholdDBm), PlainText.number(definition.probability * 100),
            PlainText.number(definition.sigmaDB), FixedPoint.text(definition.marginDB, decimals: 2),
            definition.environment, PlainText.number(definition.penetrationDB),
            PlainText.number(definition.receiverHeightMetres), PlainText.number(definition.carrierMegahertz),
            PlainText.number(definition.radiusMetres), definition.model, PlainText.number(definition.timePercent),
        ]
    }

    /// Persons with two decimals.
    static func people(_ count: PersonCount) -> String { FixedPoint.text(count.persons, decimals: 2) }

    /// Square kilometres with three decimals.
    static func area(_ squareCentimetres: Int64) -> String {
        FixedPoint.text(Double(squareCentimetres) / 1e10, decimals: 3)
    }

    /// Per cent with three decimals; nil for a share of nothing.
    static func percent(_ share: Double?) -> String? { share.map { FixedPoint.text($0 * 100, decimals: 3) } }

    /// Base stations per 10,000 persons with three decimals, or the words for a region without people.
    static func density(_ region: RegionFigures) -> String {
        region.stationsPerTenThousand.map { FixedPoint.text($0, decimals: 3) } ?? noPeople
    }
}
