import MastheadCore
import MastheadGeo
import MastheadPlanning

/// The layer `candidates` of a plan's GeoPackage: one point for each, those that were left out among them.
enum PlanCandidateLayer {
    static func write(_ content: PlanContent, to writer: inout VectorWriter) throws(MastheadError) {
        var fields: [VectorLayerSpec.Field] = [
            .init("site_id", .text), .init("origin", .text), .init("origin_meaning", .text), .init("status", .text),
            .init("site_order", .integer), .init("region_id", .text), .init("mast_m", .real),
            .init("site_cost", .integer), .init("currency", .text),
        ]
        for band in content.planBands {
            let names = PlanCandidateTable.columns(band)
            fields += [.init(names[0], .real), .init(names[1], .integer), .init(names[2], .real)]
        }
        fields += [
            .init("added_band", .text), .init("added_people", .real), .init("added_route_km", .real),
            .init("added_places", .integer), .init("added_cost", .integer), .init("cost_per_added_person", .integer),
            .init("adds_less_than_last", .text), .init("reason", .text),
        ]
        try writer.beginLayer(
            VectorLayerSpec(
                name: "candidates", geometryType: .point, referenceSystem: content.grid.referenceSystem,
                fields: fields))
        let last = LastChosen(content.plan)
        for candidate in content.candidates {
            var values: [VectorValue] = [
                .text(candidate.id), .text(candidate.origin.rawValue), .text(candidate.origin.meaning),
                .text(candidate.status.rawValue), candidate.order.map { .integer($0) } ?? .null,
                candidate.region.map { .text($0) } ?? .null, candidate.mastMetres.map { .real($0) } ?? .null,
                candidate.siteCost.map { .integer(Int($0)) } ?? .null, .text(content.plan.currency),
            ]
            for band in content.planBands {
                let offer = candidate.offer(band)
                values += [
                    offer.map { .real($0.heightMetres) } ?? .null, offer.map { .integer(Int($0.cost)) } ?? .null,
                    offer.map { .real($0.alone.persons) } ?? .null,
                ]
            }
            try writer.append(
                geometry: .point(candidate.plane.inWholeMillimetres),
                values: values + addition(candidate, last) + [.text(candidate.reason)])
        }
    }

    private static func addition(_ candidate: ReviewedCandidate, _ last: LastChosen?) -> [VectorValue] {
        guard candidate.status == .notChosen else { return Array(repeating: .null, count: 7) }
        let addition = candidate.addition
        let amounts = addition?.amounts ?? ServedAmounts()
        return [
            addition.map { .text($0.band) } ?? .null, .real(amounts.people.persons),
            .real(Double(amounts.routeMillimetres) / 1e6), .integer(amounts.places),
            addition.map { .integer(Int($0.cost)) } ?? .null,
            addition?.costPerPerson.map { .integer(Int($0)) } ?? .null,
            last.map { .text(candidate.addsLess(than: $0) ? "yes" : "no") } ?? .null,
        ]
    }
}
