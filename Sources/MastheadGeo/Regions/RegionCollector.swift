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
    private var featureCount = 0

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
        featureCount += 1
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
    mutating func finish(select: [String]?) throws(MastheadError) -> [Region] {
        guard featureCount > 0 else {
            throw MastheadError(
                .badRegion, "the region layer has no features", at: .file(path),
                remedy: "Name a layer with polygons, or export the regions again.")
        }
        for id in select ?? [] where firstNumber[id] == nil {
            let nearest = NearestName.suggestion(for: id, among: firstNumber.keys.sorted())
            problems.append(
                MastheadError(
                    .unknownName, "there is no region \"\(id)\"", at: .file(path),
                    remedy: nearest.map { "Write \($0)." } ?? "Select identifiers that stand in the field \(idField)."))
        }
        if problems.isEmpty { problems = overlaps() }
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
                at: .feature(file: path, id: region.id, place: place.flatMap(geographic)),
                remedy: "Mend the border there, for example with: ogr2ogr -makevalid OUT IN.", cause: reason)
        }
        let area = region.rings.reduce(0) { $0 + PlaneRing.signedArea($1) }
        guard area > 0 else {
            throw refuse(region.id, "the region has no area", remedy: "Draw the region's polygon again.")
        }
    }

    // MARK: - Words

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

    private func geographic(_ point: PlanePoint) -> GeographicPosition? {
        guard let transform = try? CoordinateTransform(from: referenceSystem, to: .wgs84),
            let place = try? transform.forward(point)
        else { return nil }
        return GeographicPosition(
            longitudeDegrees: ReferenceSystem.wrapped(place.x, from: -180), latitudeDegrees: place.y)
    }

    // MARK: - Pairs

    /// Neighbours whose polygons share more than slivers.
    private func overlaps() -> [MastheadError] {
        let boxes = regions.map { PlaneBox(around: $0.rings) }
        let order = boxes.indices.sorted { boxes[$0].low.y < boxes[$1].low.y }
        let turns: [Double] = isGeographic ? [-360, 0, 360] : [0]
        var found: [(Int, Int, MastheadError)] = []
        for (position, index) in order.enumerated() {
            var shape: OGRShapeBox?
            for other in order[(position + 1)...] {
                if boxes[other].low.y >= boxes[index].high.y { break }
                for turn in turns {
                    var moved = boxes[other]
                    moved.low.x += turn
                    moved.high.x += turn
                    guard boxes[index].overlaps(moved) else { continue }
                    if shape == nil { shape = OGRShapeBox(OGRShape(.polygons(regions[index].polygons))) }
                    guard let shape, let error = overlap(shape, index, other, turn: turn) else { continue }
                    found.append((min(index, other), max(index, other), error))
                }
            }
        }
        return found.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(Self.problemLimit).map(\.2)
    }

    /// A shape on the heap, so that it can be made late and kept.
    private final class OGRShapeBox {
        let shape: OGRShape
        init(_ shape: consuming OGRShape) { self.shape = shape }
    }

    private func overlap(_ shape: OGRShapeBox, _ index: Int, _ other: Int, turn: Double) -> MastheadError? {
        let polygons = regions[other].polygons.map { polygon in
            VectorPolygon(
                outer: polygon.outer.map { PlanePoint(x: $0.x + turn, y: $0.y) },
                holes: polygon.holes.map { $0.map { PlanePoint(x: $0.x + turn, y: $0.y) } })
        }
        let ids = [index, other].sorted().map { regions[$0].id }
        do throws(MastheadError) {
            guard let shared = try shape.shape.overlap(with: OGRShape(.polygons(polygons))) else { return nil }
            let areas = [index, other].map { regions[$0].rings.reduce(0) { $0 + PlaneRing.signedArea($1) } }
            let share = shared.area / (areas.min() ?? 1)
            guard share > RegionSet.sliverShare else { return nil }
            return MastheadError(
                .badRegion,
                "regions \"\(ids[0])\" and \"\(ids[1])\" overlap over \(Self.percent(share)) of the smaller one",
                at: .feature(file: path, id: ids[1], place: geographic(shared.place)),
                remedy: "Cut the shared part out of one of them, or select regions of one administrative level only.")
        } catch {
            return error.located(at: .feature(file: path, id: ids[1]))
        }
    }

    private static func percent(_ share: Double) -> String {
        share < 0.0001 ? "less than 0.01 %" : FixedPoint.text(share * 100, decimals: 2) + " %"
    }
}

extension RegionSet {
    /// Two regions may share so much of the smaller one: borders drawn twice never meet to the last digit.
    static let sliverShare = 1e-6
}
