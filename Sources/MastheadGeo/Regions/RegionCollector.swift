import MastheadCore

/// Takes in the features of a region layer, checks each of them, and keeps what is wrong with any.
struct RegionCollector {
    let path: String
    let referenceSystem: ReferenceSystem
    let idField: String
    let nameField: String?
    private let isGeographic: Bool
    private var regions: [Region] = []
    private var firstNumber: [String: Int] = [:]
    private var problems: [MastheadError] = []

    /// The most problems that are told at once; a wrong file would otherwise fill the screen.
    private static let problemLimit = 20

    init(path: String, referenceSystem: ReferenceSystem, idField: String, nameField: String?) {
        self.path = path
        self.referenceSystem = referenceSystem
        self.idField = idField
        self.nameField = nameField
        isGeographic = referenceSystem.isGeographic
    }

    /// Takes in a feature, or notes why it cannot be a region.
    mutating func take(_ feature: VectorFeature, select: Set<String>?) {
        let id = feature.fields[idField]?.trimmed ?? ""
        if let select, !select.contains(id) {
            if firstNumber[id] == nil { firstNumber[id] = feature.number }
            return
        }
        guard problems.count < Self.problemLimit else { return }
        do throws(MastheadError) {
            try regions.append(region(feature, id: id))
            firstNumber[id] = feature.number
        } catch {
            problems.append(error)
        }
    }

    /// The regions that were taken in.
    ///
    /// - Throws: Everything that is wrong with them, as one error.
    mutating func finish(select: [String]?, mayOverlap: Bool = false) throws(MastheadError) -> [Region] {
        for id in select ?? [] where firstNumber[id] == nil {
            let nearest = NearestName.suggestion(for: id, among: firstNumber.keys.sorted())
            problems.append(
                MastheadError(
                    .unknownName, "there is no region \"\(id)\"", at: .file(path),
                    remedy: nearest.map { "Write \($0)." } ?? "Select identifiers that stand in the field \(idField)."))
        }
        if problems.isEmpty, !mayOverlap {
            problems = RegionOverlaps(regions, in: referenceSystem, path: path).problems(limit: Self.problemLimit)
        }
        if let error = MastheadError.combining(problems) { throw error }
        guard !regions.isEmpty else {
            throw MastheadError(
                .badRegion, "no region is selected", at: .file(path),
                remedy: "List at least one identifier in regions.select, or leave the key out for all regions.")
        }
        return regions
    }

    // MARK: - One feature

    private func region(_ feature: VectorFeature, id: String) throws(MastheadError) -> Region {
        guard !id.isEmpty else {
            throw MastheadError(
                .badRegion, "feature \(feature.number) has no identifier in the field \"\(idField)\"", at: .file(path),
                remedy: "Give every region an identifier of its own.")
        }
        if let first = firstNumber[id] {
            throw refuse(
                id, "the identifier stands at features \(first) and \(feature.number)",
                remedy: "Give each region its own identifier, or join the parts of one region into one feature.")
        }
        guard let geometry = feature.geometry else {
            throw refuse(
                id, "the region has no polygon, or a mixture of polygons with lines or points",
                remedy: "Draw the region's polygon, or keep polygons only, for example with: ogr2ogr -nlt "
                    + "MULTIPOLYGON OUT IN.")
        }
        guard case .polygons(let polygons) = geometry else {
            throw refuse(
                id, "the region consists of \(geometry.kind), not of polygons",
                remedy: "Name a layer with polygons, or turn the lines into polygons first.")
        }
        let name = nameField.flatMap { feature.fields[$0]?.trimmed } ?? ""
        let region = Region(id: id, name: name.isEmpty ? id : name, polygons: try unwrapped(polygons, id: id))
        try validate(region)
        return region
    }

    private func unwrapped(_ polygons: [VectorPolygon], id: String) throws(MastheadError) -> [VectorPolygon] {
        for point in polygons.flatMap(\.rings).joined() {
            guard point.x.isFinite, point.y.isFinite else {
                throw refuse(
                    id, "a corner of the region is not a number", remedy: "Draw the region's polygon again.")
            }
            guard !isGeographic || (abs(point.y) <= 90 && abs(point.x) <= 540) else {
                throw refuse(
                    id,
                    "a corner lies at longitude \(PlainNumber.text(point.x)), latitude \(PlainNumber.text(point.y))",
                    remedy: "Write longitude before latitude, or assign the reference system that the coordinates are "
                        + "in, for example with: ogr2ogr -a_srs EPSG:32633 OUT IN.")
            }
        }
        guard isGeographic else { return polygons }
        var result: [VectorPolygon] = []
        for polygon in polygons {
            guard let through = PlaneRing.unwrapped(polygon, turn: 360) else {
                throw Self.aroundPole(id: id, path: path)
            }
            result.append(through)
        }
        return result
    }

    private func validate(_ region: Region) throws(MastheadError) {
        let shape = OGRShape(.polygons(region.polygons))
        if let (reason, place) = shape.invalidity() {
            throw MastheadError(
                .badRegion, "the polygon of region \"\(region.id)\" is not valid: \(Self.plain(reason))",
                at: .feature(file: path, id: region.id, place: place.flatMap(referenceSystem.position)),
                remedy: "Mend the border there, for example with: ogr2ogr -makevalid OUT IN.", cause: reason)
        }
        let area = region.rings.reduce(0) { $0 + PlaneRing.signedArea($1) }
        guard area > 0 else {
            throw refuse(region.id, "the region has no area", remedy: "Draw the region's polygon again.")
        }
    }

    // MARK: - Words

    static func noFeatures(path: String) -> MastheadError {
        MastheadError(
            .badRegion, "the region layer has no features", at: .file(path),
            remedy: "Name a layer with polygons, or export the regions again.")
    }

    static func aroundPole(id: String, path: String) -> MastheadError {
        MastheadError(
            .badRegion, "the border of region \"\(id)\" goes around a pole or the whole Earth",
            at: .feature(file: path, id: id),
            remedy: "Split the region at a meridian into parts that are less than 180 degrees wide.")
    }

    private func refuse(_ id: String, _ problem: String, remedy: String) -> MastheadError {
        MastheadError(.badRegion, problem, at: .feature(file: path, id: id), remedy: remedy)
    }

    /// GEOS's reason without the coordinates, which the location tells.
    private static func plain(_ reason: String) -> String {
        let words = reason.split(separator: " ").prefix { word in !word.contains { $0.isNumber } }
        var text = words.joined(separator: " ")
        for ending in [" at or near point", " at or near", "["] where text.hasSuffix(ending) {
            text = String(text.dropLast(ending.count))
        }
        return text.isEmpty ? reason : text.prefix(1).lowercased() + text.dropFirst()
    }
}
