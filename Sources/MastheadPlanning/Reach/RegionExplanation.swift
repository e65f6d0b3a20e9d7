public import MastheadCore
import MastheadGeo

/// How the figures of one region come about: the people, the stations that were counted, and what misses.
public struct RegionExplanation: Sendable, Codable {
    /// The region's figures.
    public var figures: RegionFigures
    /// What is counted, in words.
    public var countingRule: String
    /// Identifiers of what was counted: sites, stations, sectors or band layers, in the order of the register.
    public var counted: [String]
    /// Base stations needed for the target, less those that stand there; adds up to those that miss.
    public var density: Ledger
    /// People covered, not covered and unknown for each band; adds up to the people of the region.
    public var reach: [Ledger]

    /// Explains a region of a finished run.
    ///
    /// - Parameters:
    ///   - region: The region's figures; those of the study area for the whole.
    ///   - figures: The run's figures.
    public init(of region: RegionFigures, in figures: RunFigures) {
        self.figures = region
        let definitions = figures.definitions
        countingRule = definitions.countingRule.meaning
        let sectors = figures.sectors.filter {
            region.id.isEmpty ? $0.regionID != nil : $0.regionID == region.id
        }
        counted = Self.counted(sectors, by: definitions.countingRule)
        density = Self.densityLedger(region, definitions)
        reach = zip(definitions.bands, region.bands).map { Self.reachLedger(region, $0, $1) }
    }

    private static func counted(_ sectors: [SectorFigures], by rule: CountingRule) -> [String] {
        var seen: Set<String> = []
        return sectors.map {
            switch rule {
            case .site: $0.siteID
            case .station: $0.stationID
            case .cell: $0.id
            case .bandLayer: "\($0.stationID) \($0.band)"
            }
        }.filter { seen.insert($0).inserted }
    }

    private static func densityLedger(_ region: RegionFigures, _ definitions: Definitions) -> Ledger {
        let needed = region.stations + region.missingStations
        let isShort = region.missingStations > 0
        let rule = Citation("Masthead", "missing = max(0, ⌈target · people / 10,000⌉ − stations)")
        var ledger = Ledger("base stations that miss in \(region.name)", unit: "stations")
        ledger.add(isShort ? "needed for the target" : "standing, target met", Double(needed), from: rule)
        ledger.add("standing there, \(definitions.countingRule.meaning)", -Double(region.stations))
        ledger.detail(
            "people", region.people.persons, unit: "persons",
            from: Citation("population layer", definitions.populationSource))
        ledger.detail("target", definitions.targetPerTenThousand, unit: "per 10,000 persons")
        if let density = region.stationsPerTenThousand {
            ledger.detail("density", density, unit: "per 10,000 persons")
        }
        return ledger
    }

    private static func reachLedger(
        _ region: RegionFigures, _ definition: Definitions.Band, _ band: RegionFigures.Band
    ) -> Ledger {
        var ledger = Ledger("people of \(region.name) by coverage in \(definition.id)", unit: "persons")
        let rest = region.people - band.coveredPeople - band.unknownPeople
        ledger.add("in covered cells", band.coveredPeople.persons)
        ledger.add("in cells that are not covered", rest.persons)
        ledger.add("in cells that could not be computed", band.unknownPeople.persons)
        ledger.detail("expected people, weighted by probability", band.expectedPeople.persons, unit: "persons")
        ledger.detail("threshold", definition.thresholdDBm, unit: "dBm")
        ledger.detail("margin for the probability", definition.marginDB, unit: "dB")
        ledger.detail("penetration loss", definition.penetrationDB, unit: "dB")
        return ledger
    }
}
