public import MastheadGeo
public import MastheadPlanning

import MastheadCore

/// The table of reach and density by region: one row for each region and band, the study area last.
///
/// Every row carries its definitions, so that a row that is copied elsewhere still says what it means.
public enum RegionTable {
    /// The columns.
    public static let header = [
        "region_id", "region_name", "people", "area_km2", "base_stations", "counting_rule",
        "base_stations_per_10000_persons", "target_per_10000_persons", "missing_base_stations", "band",
        "covered_people", "covered_people_percent", "expected_people", "covered_area_km2", "covered_area_percent",
        "unknown_people", "threshold_dbm", "probability_percent", "sigma_db", "environment", "penetration_db",
        "receiver_height_m", "carrier_mhz", "model", "time_percent", "population_source",
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

    private static func add(_ region: RegionFigures, to table: inout CSVText, _ definitions: Definitions) {
        for (definition, band) in zip(definitions.bands, region.bands) {
            table.add(
                [
                    region.id, region.name, people(region.people),
                    FixedPoint.text(region.squareKilometres, decimals: 3),
                    "\(region.stations)", definitions.countingRule.rawValue,
                    region.stationsPerTenThousand.map { FixedPoint.text($0, decimals: 3) } ?? noPeople,
                    PlainNumber.text(definitions.targetPerTenThousand), "\(region.missingStations)", definition.id,
                    people(band.coveredPeople), percent(region.coveredPeopleShare(band)), people(band.expectedPeople),
                    FixedPoint.text(Double(band.coveredSquareCentimetres) / 1e10, decimals: 3),
                    percent(region.coveredAreaShare(band)), people(band.unknownPeople),
                ] + definitionFields(definition) + [definitions.populationSource])
        }
    }

    private static func definitionFields(_ definition: Definitions.Band) -> [String] {
        [
            PlainNumber.text(definition.thresholdDBm), PlainNumber.text(definition.probability * 100),
            PlainNumber.text(definition.sigmaDB), definition.environment, PlainNumber.text(definition.penetrationDB),
            PlainNumber.text(definition.receiverHeightMetres), PlainNumber.text(definition.carrierMegahertz),
            definition.model, PlainNumber.text(definition.timePercent),
        ]
    }

    static func people(_ count: PersonCount) -> String { FixedPoint.text(count.persons, decimals: 2) }

    static func percent(_ share: Double?) -> String {
        share.map { FixedPoint.text($0 * 100, decimals: 3) } ?? noPeople
    }
}
