import MastheadGeo
import MastheadPlanning

/// Routes and places by kind and region as JSON for programs, definitions first, units in the names.
enum ReachReport {
    /// The report.
    static func json(_ figures: ReachFigures, regions: [RegionFigures]) -> String {
        JSONValue.object([
            (
                "definitions",
                .object(ReachDefinitions.rows(figures).map { ($0.name, .text("\($0.value): \($0.meaning)")) })
            ),
            ("bands", .array(figures.bands.map { .text($0) })),
            ("services", .array(figures.kinds.map { .text($0.id) })),
            ("summary", .array(ReachSummary.all(figures).map { summary($0, figures, regions) })),
            ("routes", .array(figures.routes.map { route($0, figures, regions) })),
            ("places", .array(figures.places.map { place($0, figures, regions) })),
        ]).document
    }

    private static func summary(
        _ sum: ReachSummary, _ figures: ReachFigures, _ regions: [RegionFigures]
    ) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("subject", .text(sum.subject.rawValue)),
            ("region_id", sum.region.map { .text(regions[$0].id) } ?? .null), ("kind", .text(sum.kind)),
            ("count", .number("\(sum.count)")), ("underground_count", .number("\(sum.undergroundCount)")),
        ]
        if sum.subject == .routes { members += lengths(sum.lengths) }
        members.append(
            (
                "served",
                .array(
                    figures.columns.enumerated().map { index, column in
                        var served = name(column, figures) + [("covered_count", .number("\(sum.covered[index])"))]
                        if sum.subject == .routes { served += self.served(sum.lengths, index) }
                        return .object(served)
                    })
            ))
        return .object(members)
    }

    private static func route(
        _ route: RouteFigures, _ figures: ReachFigures, _ regions: [RegionFigures]
    ) -> JSONValue {
        let limit = route.rule.coveredAtMillionths
        return .object([
            ("route_id", .text(route.label.id)), ("route_name", .text(route.label.name)),
            ("kind", .text(route.label.kind)), ("service_that_counts", .text(figures.kinds[route.rule.service].id)),
            ("criterion", .text(ReachDefinitions.criterion(route.rule, figures))),
            ("covered_at_percent", .number(PlainText.number(Double(limit) / 10_000))),
            ("whole", part(route.lengths, limit: limit, figures)),
            (
                "regions",
                .array(
                    route.parts.map { one in
                        .object([
                            ("region_id", .text(regions[one.region].id)),
                            ("part", part(one.lengths, limit: limit, figures)),
                        ])
                    })
            ),
        ])
    }

    private static func part(_ lengths: RouteLengths, limit: Int, _ figures: ReachFigures) -> JSONValue {
        .object(
            self.lengths(lengths) + [
                (
                    "served",
                    .array(
                        figures.columns.enumerated().map { index, column in
                            .object(
                                name(column, figures) + served(lengths, index) + [
                                    (
                                        "covered",
                                        .text(
                                            ReachDefinitions.word(lengths.isCovered(index, atMillionths: limit)))
                                    )
                                ])
                        })
                )
            ])
    }

    private static func place(
        _ place: PlaceFigures, _ figures: ReachFigures, _ regions: [RegionFigures]
    ) -> JSONValue {
        .object([
            ("place_id", .text(place.label.id)), ("place_name", .text(place.label.name)),
            ("kind", .text(place.label.kind)), ("region_id", .text(regions[place.region].id)),
            ("service_that_counts", .text(figures.kinds[place.rule.service].id)),
            ("criterion", .text(ReachDefinitions.criterion(place.rule, figures))),
            ("open_key_points", .number("\(place.openPoints)")),
            ("underground_key_points", .number("\(place.undergroundPoints)")),
            (
                "served",
                .array(
                    figures.columns.enumerated().map { index, column in
                        .object(
                            name(column, figures) + [
                                ("served_key_points", .number("\(place.servedPoints[index])")),
                                ("covered", .text(ReachDefinitions.word(place.isCovered(index)))),
                            ])
                    })
            ),
        ])
    }

    private static func name(_ column: (kind: Int, band: Int?), _ figures: ReachFigures) -> [(String, JSONValue)] {
        [
            ("band", .text(ReachDefinitions.band(column, figures))),
            ("service", .text(figures.kinds[column.kind].id)),
        ]
    }

    private static func lengths(_ lengths: RouteLengths) -> [(String, JSONValue)] {
        [
            ("length_km", .number(ReachDefinitions.kilometres(lengths.totalMillimetres))),
            ("tunnel_km", .number(ReachDefinitions.kilometres(lengths.undergroundMillimetres))),
            ("open_km", .number(ReachDefinitions.kilometres(lengths.openMillimetres))),
        ]
    }

    private static func served(_ lengths: RouteLengths, _ index: Int) -> [(String, JSONValue)] {
        let served = lengths.servedMillimetres[index]
        return [
            ("served_km", .number(ReachDefinitions.kilometres(served))),
            (
                "served_percent_of_open",
                ReachDefinitions.percent(served, of: lengths.openMillimetres).map { .number($0) } ?? .null
            ),
        ]
    }
}
