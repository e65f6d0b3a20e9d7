import MastheadCore
import MastheadGeo
import MastheadPlanning
import MastheadRadio

/// Turns what a job says of kinds of routes and places into rules, and refuses what no run can judge by.
struct ReachRules {
    let bands: [Band]
    let kinds: [ServiceKind]

    /// Refuses unknown services and bands, and thresholds that change nothing, wherever the layer names them.
    func check(_ layer: FeatureSpec, what: String) throws(MastheadError) {
        var problems = ProblemList()
        if layer.service.isWritten {
            _ = problems.collect { () throws(MastheadError) in try service(layer.service) }
        }
        for kind in layer.kinds {
            _ = problems.collect { () throws(MastheadError) in try require(kind) }
        }
        try problems.require()
    }

    /// Refuses a kind that the job names and no feature of the layer has.
    func requireKinds(of layer: FeatureSpec, among seen: Set<String>) throws(MastheadError) {
        for kind in layer.kinds where !seen.contains(kind.name) {
            let names = seen.sorted()
            throw MastheadError(
                .unknownName, "no feature of \(layer.path.value.written) is of the kind \"\(kind.name)\"",
                at: kind.entry.location,
                remedy: NearestName.suggestion(for: kind.name, among: names).map { "Write \($0)." }
                    ?? "Use some of: \(names.prefix(12).joined(separator: ", ")).")
        }
    }

    private func require(_ kind: NamedEntry<FeatureSpec.Kind>) throws(MastheadError) {
        var problems = ProblemList()
        let value = kind.entry.value
        if let stated = value.service {
            _ = problems.collect { () throws(MastheadError) in try service(stated) }
        }
        let chosen = problems.collect { () throws(MastheadError) in try flags(value.bands) }
        if let threshold = value.threshold, let chosen {
            for (band, _) in zip(bands, chosen).filter(\.1) where threshold.value <= band.criterion.threshold {
                _ = problems.collect { () throws(MastheadError) in
                    throw MastheadError(
                        .badJob,
                        "the threshold \(threshold.value) of \(kind.name) is not above that of the band \(band.id), "
                            + "\(band.criterion.threshold), and would change nothing",
                        at: threshold.location,
                        remedy: "Write a threshold above \(band.criterion.threshold), or leave it out.")
                }
            }
        }
        try problems.require()
    }

    /// The rule of a route or place by its kind.
    func rule(_ label: FeatureLabel, in layer: FeatureSpec) throws(MastheadError) -> ReachRule {
        let stated = layer.kinds.first { $0.name == label.kind }?.entry.value
        let service = try index(of: label.kind, stated: stated, in: layer)
        let chosen = try flags(stated?.bands)
        return ReachRule(
            service: service, bands: chosen,
            leastHundredthsDBm: bands.map { band in
                stated?.threshold.map { threshold in
                    // Rounded up: a level as published, in hundredths, reaches it or does not.
                    Int(((threshold.value + band.criterion.margin).dBm * 100 - 1e-6).rounded(.up))
                }
            },
            coveredAtMillionths: Int(((layer.coveredAt?.value.fraction ?? 1) * 1e6).rounded()))
    }

    private func index(
        of kind: String, stated: FeatureSpec.Kind?, in layer: FeatureSpec
    ) throws(MastheadError) -> Int {
        if let named = stated?.service { return try service(named) }
        if layer.service.isWritten { return try service(layer.service) }
        let usual = FeatureSpec.usualServices[kind.lowercased()] ?? layer.service.value
        guard let index = kinds.firstIndex(where: { $0.id == usual }) else {
            throw MastheadError(
                .unknownName,
                "the kind \"\(kind)\" counts in the service \"\(usual)\" unless the job says otherwise, and the job "
                    + "has no such service",
                at: layer.location,
                remedy: "Write kinds: { \(kind): { service: \(kinds.first?.id ?? "outdoor") } }, with one of: \(names)."
            )
        }
        return index
    }

    private func service(_ stated: Entry<String>) throws(MastheadError) -> Int {
        guard let index = kinds.firstIndex(where: { $0.id == stated.value }) else {
            let nearest = NearestName.suggestion(for: stated.value, among: kinds.map(\.id))
            throw MastheadError(
                .unknownName, "there is no service \"\(stated.value)\"", at: stated.location,
                remedy: nearest.map { "Write \($0)." } ?? "Use one of: \(names).")
        }
        return index
    }

    private var names: String { kinds.map(\.id).joined(separator: ", ") }

    private func flags(_ stated: Entry<[Entry<String>]>?) throws(MastheadError) -> [Bool] {
        guard let stated else { return Array(repeating: true, count: bands.count) }
        let ids = bands.map(\.id)
        for entry in stated.value where !ids.contains(entry.value) {
            let nearest = NearestName.suggestion(for: entry.value, among: ids)
            throw MastheadError(
                .unknownName, "the job has no band \"\(entry.value)\"", at: entry.location,
                remedy: nearest.map { "Write \($0)." } ?? "Use some of: \(ids.joined(separator: ", ")).")
        }
        return ids.map { id in stated.value.contains { $0.value == id } }
    }
}
