import MastheadCore
import MastheadGeo
public import MastheadPlanning

/// Reach and density by region as JSON for readers: definitions first, units in the names, fixed decimals.
public enum RegionReport {
    /// The report.
    public static func json(_ figures: RunFigures) -> String {
        JSONValue.object([
            ("definitions", definitions(figures.definitions)),
            ("study_area", region(figures.total, figures.definitions)),
            ("regions", .array(figures.regions.map { region($0, figures.definitions) })),
            ("base_stations_outside_all_regions", .number("\(figures.stationsOutside)")),
        ]).document
    }

    private static func definitions(_ definitions: Definitions) -> JSONValue {
        .object([
            ("counting_rule", .text(definitions.countingRule.rawValue)),
            ("counting_rule_meaning", .text(definitions.countingRule.meaning)),
            ("target_per_10000_persons", number(definitions.targetPerTenThousand)),
            ("population_source", .text(definitions.populationSource)),
            ("rays", .text(definitions.rays.meaning)),
            ("covered", .text("cells whose predicted SS-RSRP reaches the threshold with the probability of the band")),
            ("expected", .text("people weighted by the probability that the threshold is reached in their cell")),
            ("bands", .array(definitions.bands.map(band))),
        ])
    }

    private static func band(_ band: Definitions.Band) -> JSONValue {
        .object([
            ("band", .text(band.id)),
            ("carrier_mhz", number(band.carrierMegahertz)),
            ("model", .text(band.model)),
            ("time_percent", number(band.timePercent)),
            ("threshold_dbm", number(band.thresholdDBm)),
            ("probability_percent", number(band.probability * 100)),
            ("sigma_db", number(band.sigmaDB)),
            ("margin_db", .number(FixedPoint.text(band.marginDB, decimals: 2))),
            ("environment", .text(band.environment)),
            ("penetration_db", number(band.penetrationDB)),
            ("receiver_height_m", number(band.receiverHeightMetres)),
            ("radius_m", number(band.radiusMetres)),
        ])
    }

    private static func region(_ region: RegionFigures, _ definitions: Definitions) -> JSONValue {
        let density = RegionTable.density(region)
        return .object([
            ("region_id", region.id.isEmpty ? .null : .text(region.id)),
            ("region_name", .text(region.name)),
            ("people", .number(RegionTable.people(region.people))),
            ("area_km2", .number(RegionTable.area(region.squareCentimetres))),
            ("base_stations", .number("\(region.stations)")),
            ("counting_rule", .text(definitions.countingRule.rawValue)),
            (
                "base_stations_per_10000_persons",
                region.stationsPerTenThousand == nil ? .text(density) : .number(density)
            ),
            ("target_per_10000_persons", number(definitions.targetPerTenThousand)),
            ("missing_base_stations", .number("\(region.missingStations)")),
            ("bands", .array(region.bands.map { reach($0, in: region) })),
        ])
    }

    private static func reach(_ band: RegionFigures.Band, in region: RegionFigures) -> JSONValue {
        func percent(_ share: Double?, _ words: String) -> JSONValue {
            RegionTable.percent(share).map { .number($0) } ?? .text(words)
        }
        return .object([
            ("band", .text(band.id)),
            ("covered_people", .number(RegionTable.people(band.coveredPeople))),
            ("covered_people_percent", percent(region.coveredPeopleShare(band), RegionTable.noPeople)),
            ("expected_people", .number(RegionTable.people(band.expectedPeople))),
            ("covered_area_km2", .number(RegionTable.area(band.coveredSquareCentimetres))),
            ("covered_area_percent", percent(region.coveredAreaShare(band), RegionTable.noArea)),
            ("unknown_people", .number(RegionTable.people(band.unknownPeople))),
        ])
    }

    private static func number(_ value: Double) -> JSONValue { .number(PlainText.number(value)) }
}
