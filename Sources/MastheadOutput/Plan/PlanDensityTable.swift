import MastheadCore
import MastheadGeo
import MastheadPlanning

/// The table of base stations by region before and after a plan; every row carries its definitions.
enum PlanDensityTable {
    /// The columns.
    static let header = [
        "region_id", "region_name", "people", "base_stations_before", "base_stations_after", "base_stations_needed",
        "missing_before", "missing_after", "per_10000_persons_before", "per_10000_persons_after",
        "target_per_10000_persons", "counting_rule", "population_source",
    ]

    /// The table as CSV.
    static func csv(_ content: PlanContent) -> String {
        var table = CSVText(header: header)
        for region in content.plan.density {
            table.add([
                region.region, region.name, RegionTable.people(region.people), "\(region.before)", "\(region.after)",
                "\(region.needed)", "\(region.missingBefore)", "\(region.missingAfter)",
                words(region.perTenThousand(region.before)), words(region.perTenThousand(region.after)),
                PlainText.number(region.target), content.definitions.countingRule.rawValue,
                content.definitions.populationSource,
            ])
        }
        return table.text
    }

    private static func words(_ density: Double?) -> String {
        density.map { FixedPoint.text($0, decimals: 3) } ?? RegionTable.noPeople
    }
}

extension PlanDensity {
    /// Base stations that missed to the target before the plan.
    var missingBefore: Int { max(0, needed - before) }

    /// Base stations that miss with the plan.
    var missingAfter: Int { max(0, needed - after) }

    /// A count for each 10,000 persons; nil where no one lives.
    func perTenThousand(_ count: Int) -> Double? {
        people > .zero ? Double(count) * 10_000 / people.persons : nil
    }
}
