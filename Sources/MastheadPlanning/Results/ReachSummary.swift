import MastheadGeo

/// Routes or places of one kind in one region, or in the whole study area, added up.
public struct ReachSummary: Sendable, Equatable {
    /// What is counted.
    public enum Subject: String, Sendable {
        /// Routes, by length.
        case routes
        /// Places, by number.
        case places
    }

    /// Routes or places.
    public let subject: Subject
    /// Index of the region; nil for the study area.
    public let region: Int?
    /// The kind.
    public let kind: String
    /// How many there are; a route counts in every region that it passes through.
    public var count = 0
    /// How many are underground all along; they are never covered.
    public var undergroundCount = 0
    /// Lengths of routes; zero for places.
    public var lengths: RouteLengths
    /// How many are covered, in the columns of the figures; a route in a region by its part there.
    public var covered: [Int]

    /// Adds up all kinds in all regions that have any, the study area first.
    public static func all(_ figures: ReachFigures) -> [ReachSummary] {
        var sums: [Key: ReachSummary] = [:]
        let columns = figures.columns.count
        func change(_ subject: Subject, _ region: Int?, _ kind: String, _ body: (inout ReachSummary) -> Void) {
            let key = Key(subject: subject.rawValue, region: region ?? -1, kind: kind)
            var sum =
                sums.removeValue(forKey: key)
                ?? ReachSummary(
                    subject: subject, region: region, kind: kind, lengths: RouteLengths(columns: columns),
                    covered: Array(repeating: 0, count: columns))
            body(&sum)
            sums[key] = sum
        }
        for route in figures.routes {
            change(.routes, nil, route.label.kind) { $0.add(route.lengths, rule: route.rule) }
            for part in route.parts {
                change(.routes, part.region, route.label.kind) { $0.add(part.lengths, rule: route.rule) }
            }
        }
        for place in figures.places {
            for region in [nil, place.region] {
                change(.places, region, place.label.kind) { $0.add(place) }
            }
        }
        return sums.sorted { $0.key < $1.key }.map(\.value)
    }

    private mutating func add(_ lengths: RouteLengths, rule: ReachRule) {
        count += 1
        self.lengths.add(lengths)
        if lengths.openMillimetres == 0 { undergroundCount += 1 }
        for column in covered.indices where lengths.isCovered(column, atMillionths: rule.coveredAtMillionths) == true {
            covered[column] += 1
        }
    }

    private mutating func add(_ place: PlaceFigures) {
        count += 1
        if place.openPoints == 0 { undergroundCount += 1 }
        for column in covered.indices where place.isCovered(column) == true { covered[column] += 1 }
    }

    private struct Key: Hashable, Comparable {
        var subject: String
        var region: Int
        var kind: String

        static func < (a: Key, b: Key) -> Bool {
            // Routes before places, the study area before its regions.
            (b.subject, a.region, a.kind) < (a.subject, b.region, b.kind)
        }
    }
}
