import MastheadCore
import MastheadGeo
import MastheadPlanning

/// The layers `routes`, `places` and `key_points` of the GeoPackage.
///
/// Served means in the service that counts for the kind; pieces that follow each other along a line with the same answer
/// are one feature. A section is drawn as served in a band where more than half of its cell's parts are.
enum NetworkReach {
    /// Writes the layers that the run has.
    static func write(_ content: RunContent, to writer: inout VectorWriter) throws(MastheadError) {
        guard let reach = content.reach else { return }
        let answers = try ReachAnswers(reach.plan, tiles: content.tiles)
        if !reach.figures.routes.isEmpty { try writeRoutes(content, reach, answers, to: &writer) }
        guard !reach.figures.places.isEmpty else { return }
        try writePlaces(content, reach, to: &writer)
        try writePoints(content, reach, answers, to: &writer)
    }

    private static func writeRoutes(
        _ content: RunContent, _ reach: ReachContent, _ answers: ReachAnswers, to writer: inout VectorWriter
    ) throws(MastheadError) {
        try writer.beginLayer(
            VectorLayerSpec(
                name: "routes", geometryType: .lines, referenceSystem: content.tiles.grid.referenceSystem,
                fields: [
                    .init("route_id", .text), .init("route_name", .text), .init("kind", .text),
                    .init("region_id", .text), .init("service", .text), .init("tunnel", .text), .init("served", .text),
                    .init("length_m", .real),
                ] + reach.figures.bands.map { .init("\($0)_served", .text) }))
        let pieces = reach.plan.routes.pieces
        var first = 0
        while first < pieces.count {
            var points = [pieces[first].start]
            var millimetres: Int64 = 0
            var next = first
            repeat {
                points.append(pieces[next].end)
                millimetres += Int64(pieces[next].millimetres)
                next += 1
            } while next < pieces.count && pieces[next].continues
                && isAlike(pieces[first], pieces[next])
                && answers.routes[first] == answers.routes[next]
            let piece = pieces[first]
            let route = reach.figures.routes[Int(piece.route)]
            let bands = answers.routes[first]
            let isServed = route.rule.bands.indices.contains { route.rule.bands[$0] && bands.contains($0) }
            try writer.append(
                geometry: .lines([points]),
                values: [
                    .text(route.label.id), .text(route.label.name), .text(route.label.kind),
                    .text(content.figures.regions[Int(piece.region)].id),
                    .text(reach.figures.kinds[route.rule.service].id), .text(piece.isUnderground ? "yes" : "no"),
                    answer(isServed, isUnderground: piece.isUnderground), .real(Double(millimetres) / 1000),
                ]
                    + reach.figures.bands.indices.map {
                        answer(bands.contains($0), isUnderground: piece.isUnderground)
                    })
            first = next
        }
    }

    private static func isAlike(_ a: LinePiece, _ b: LinePiece) -> Bool {
        a.route == b.route && a.region == b.region && a.isUnderground == b.isUnderground
    }

    private static func answer(_ isServed: Bool, isUnderground: Bool) -> VectorValue {
        .text(isUnderground ? ReachDefinitions.underground : isServed ? "yes" : "no")
    }

    private static func writePlaces(
        _ content: RunContent, _ reach: ReachContent, to writer: inout VectorWriter
    ) throws(MastheadError) {
        let figures = reach.figures
        try writer.beginLayer(
            VectorLayerSpec(
                name: "places", geometryType: .point, referenceSystem: content.tiles.grid.referenceSystem,
                fields: [
                    .init("place_id", .text), .init("place_name", .text), .init("kind", .text),
                    .init("region_id", .text), .init("service", .text), .init("criterion", .text),
                    .init("key_points", .integer), .init("underground_key_points", .integer),
                    .init("served_key_points", .integer), .init("covered", .text),
                ] + figures.bands.map { .init("\($0)_covered", .text) }))
        let points = Dictionary(reach.plan.places.keyPoints.map { (Int($0.place), $0.point) }) { first, _ in first }
        for (index, place) in figures.places.enumerated() {
            let columns = figures.columns.enumerated().filter { $0.element.kind == place.rule.service }
            let any = columns.first { $0.element.band == nil }?.offset ?? 0
            try writer.append(
                geometry: points[index].map { .point($0) },
                values: [
                    .text(place.label.id), .text(place.label.name), .text(place.label.kind),
                    .text(content.figures.regions[place.region].id), .text(figures.kinds[place.rule.service].id),
                    .text(ReachDefinitions.criterion(place.rule, figures)),
                    .integer(place.openPoints + place.undergroundPoints), .integer(place.undergroundPoints),
                    .integer(place.servedPoints[any]), .text(ReachDefinitions.word(place.isCovered(any))),
                ]
                    + columns.filter { $0.element.band != nil }.map {
                        .text(ReachDefinitions.word(place.isCovered($0.offset)))
                    })
        }
    }

    private static func writePoints(
        _ content: RunContent, _ reach: ReachContent, _ answers: ReachAnswers, to writer: inout VectorWriter
    ) throws(MastheadError) {
        try writer.beginLayer(
            VectorLayerSpec(
                name: "key_points", geometryType: .point, referenceSystem: content.tiles.grid.referenceSystem,
                fields: [
                    .init("place_id", .text), .init("kind", .text), .init("underground", .text), .init("served", .text),
                ]))
        for (index, point) in reach.plan.places.keyPoints.enumerated() {
            let place = reach.figures.places[Int(point.place)]
            let isServed = place.rule.bands.indices.contains {
                place.rule.bands[$0] && answers.places[index].contains($0)
            }
            try writer.append(
                geometry: .point(point.point),
                values: [
                    .text(place.label.id), .text(place.label.kind), .text(point.isUnderground ? "yes" : "no"),
                    answer(isServed, isUnderground: point.isUnderground),
                ])
        }
    }
}
