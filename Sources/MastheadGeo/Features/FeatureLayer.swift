import MastheadCore

/// An opened layer of routes or places, with the checks that both need.
struct FeatureLayer: ~Copyable {
    let source: FeatureSource
    let number: Int
    let reader: VectorReader
    let system: ReferenceSystem
    private let nameField: String?
    private let wanted: Set<String>?

    /// Opens a layer and looks for its fields.
    ///
    /// - Parameter what: What its features are, for messages: `"route"`.
    /// - Throws: `missing-file`, `unreadable-layer`, `unknown-name` for a field, `bad-crs`.
    init(_ source: FeatureSource, number: Int, what: String) throws(MastheadError) {
        let reader = try VectorReader(path: source.path, layer: source.layer)
        guard let system = reader.referenceSystem else {
            throw MastheadError(
                .badReferenceSystem, "the \(what) file carries no reference system", at: .file(source.path),
                remedy: "Find it out from the source and assign it, for example with: ogr2ogr -a_srs EPSG:4326 "
                    + "OUT.gpkg \(source.path).")
        }
        try system.validate(at: .file(source.path))
        guard !reader.isEmpty else {
            throw MastheadError(
                .badLayerValue, "the \(what) file has no features", at: .file(source.path),
                remedy: "Name a file with features, or leave the entry out of the job.")
        }
        try reader.requireField(source.idField, for: "the identifier of a \(what)")
        if case .field(let name) = source.kind { try reader.requireField(name, for: "the kind of a \(what)") }
        if let name = source.nameField, source.requiresName {
            try reader.requireField(name, for: "the name of a \(what)")
        }
        nameField = source.nameField.flatMap { reader.fieldNames.contains($0) ? $0 : nil }
        wanted = source.select.map(Set.init)
        self.source = source
        self.number = number
        self.system = system
        self.reader = reader
    }

    /// The label of a feature; nil for one that is not wanted.
    func label(of feature: VectorFeature) throws(RefusedFeature) -> FeatureLabel? {
        let id = feature.fields[source.idField]?.trimmed ?? ""
        if let wanted, !wanted.contains(id) { return nil }
        guard !id.isEmpty else {
            throw refuse(
                feature, "missing-id", "the feature has no identifier in the field \"\(source.idField)\"",
                "Give it an identifier, or name another field with the key id.")
        }
        let kind: String
        switch source.kind {
        case .constant(let value): kind = value
        case .field(let field):
            guard let value = feature.fields[field]?.trimmed, !value.isEmpty else {
                throw refuse(
                    feature, "missing-kind", "the feature has no kind in the field \"\(field)\"",
                    "Give it a kind, or write kind: { value: … } for all features.")
            }
            kind = value
        }
        let name = nameField.flatMap { feature.fields[$0]?.trimmed } ?? ""
        return FeatureLabel(id: id, name: name.isEmpty ? id : name, kind: kind, source: number)
    }

    func refuse(_ feature: VectorFeature, _ code: String, _ problem: String, _ remedy: String) -> RefusedFeature {
        RefusedFeature(
            file: source.path, number: feature.number, id: feature.fields[source.idField]?.trimmed ?? "", code: code,
            problem: problem, remedy: remedy)
    }

    /// Refuses identifiers that are selected and stand nowhere.
    func requireSelected(_ seen: Set<String>, what: String) throws(MastheadError) {
        for id in source.select ?? [] where !seen.contains(id) {
            throw MastheadError(
                .unknownName, "there is no \(what) \"\(id)\"", at: .file(source.path),
                remedy: NearestName.suggestion(for: id, among: knownIDs()).map { "Write \($0)." }
                    ?? "Select identifiers that stand in the field \(source.idField).")
        }
    }

    private func knownIDs() -> [String] {
        var ids: Set<String> = []
        try? reader.forEach { (feature) throws(MastheadError) in
            if let id = feature.fields[source.idField]?.trimmed { ids.insert(id) }
        }
        return ids.sorted()
    }

    /// The heights of a feature, or nil where it has none or all are zero, as exports without heights write them.
    static func heights(of feature: VectorFeature, flatCount: inout Int) -> [[Double]]? {
        guard let heights = feature.heights else { return nil }
        guard heights.contains(where: { $0.contains { $0 != 0 } }) else {
            flatCount += 1
            return nil
        }
        return heights
    }
}

/// Gives each identifier and kind of a source one index: a road and a railway of one name are two routes.
struct LabelBook {
    private(set) var labels: [FeatureLabel] = []
    private var known: [String: [String: Int]] = [:]

    /// Forgets what it knows of the source before.
    mutating func beginSource() { known = [:] }

    /// The identifiers of the source that was begun last.
    var identifiers: Set<String> { Set(known.keys) }

    /// The index of a label; a new one where its identifier and kind do not stand yet.
    mutating func index(of label: FeatureLabel) -> Int {
        if let index = known[label.id]?[label.kind] { return index }
        known[label.id, default: [:]][label.kind] = labels.count
        labels.append(label)
        return labels.count - 1
    }
}
