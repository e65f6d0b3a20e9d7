import MastheadCore

/// Finds regions that share ground.
struct RegionOverlaps {
    private let regions: [Region]
    private let referenceSystem: ReferenceSystem
    private let path: String
    private let isGeographic: Bool

    /// Two regions may share so much of the smaller one: borders drawn twice never meet to the last digit.
    private static let sliverShare = 1e-6

    init(_ regions: [Region], in referenceSystem: ReferenceSystem, path: String) {
        self.regions = regions
        self.referenceSystem = referenceSystem
        self.path = path
        isGeographic = referenceSystem.isGeographic
    }

    /// Pairs whose polygons share more than slivers, in the order of the set.
    func problems(limit: Int) -> [MastheadError] {
        let boxes = regions.map { PlaneBox(around: $0.rings) }
        let order = boxes.indices.sorted { boxes[$0].low.y < boxes[$1].low.y }
        let turns: [Double] = isGeographic ? [-360, 0, 360] : [0]
        var found: [(first: Int, second: Int, error: MastheadError)] = []
        for (position, index) in order.enumerated() {
            var shape: HeapShape?
            for other in order[(position + 1)...] {
                // Sorted by their southern ends: all further ones begin north of this one.
                if boxes[other].low.y >= boxes[index].high.y { break }
                for turn in turns where boxes[index].overlaps(boxes[other].moved(byX: turn)) {
                    let known = shape ?? HeapShape(OGRShape(.polygons(regions[index].polygons)))
                    shape = known
                    guard let error = overlap(known, index, other, turn: turn) else { continue }
                    found.append((min(index, other), max(index, other), error))
                }
            }
        }
        return found.sorted { ($0.first, $0.second) < ($1.first, $1.second) }.prefix(limit).map(\.error)
    }

    /// A shape on the heap, so that it can be made late and kept.
    private final class HeapShape {
        let shape: OGRShape
        init(_ shape: consuming OGRShape) { self.shape = shape }
    }

    private func overlap(_ known: HeapShape, _ index: Int, _ other: Int, turn: Double) -> MastheadError? {
        let polygons = regions[other].polygons.map { polygon in
            VectorPolygon(
                outer: polygon.outer.map { PlanePoint(x: $0.x + turn, y: $0.y) },
                holes: polygon.holes.map { $0.map { PlanePoint(x: $0.x + turn, y: $0.y) } })
        }
        let ids = [index, other].sorted().map { regions[$0].id }
        do throws(MastheadError) {
            guard let shared = try known.shape.overlap(with: OGRShape(.polygons(polygons))) else { return nil }
            let areas = [index, other].map { regions[$0].rings.reduce(0) { $0 + PlaneRing.signedArea($1) } }
            let share = shared.area / (areas.min() ?? 1)
            guard share > Self.sliverShare else { return nil }
            return MastheadError(
                .badRegion,
                "regions \"\(ids[0])\" and \"\(ids[1])\" overlap over \(Self.percent(share)) of the smaller one",
                at: .feature(
                    file: path, id: ids[1], place: referenceSystem.position(of: shared.place)),
                remedy: "Cut the shared part out of one of them, or select regions of one administrative level only.")
        } catch {
            return error.located(at: .feature(file: path, id: ids[1]))
        }
    }

    /// A share in words, never "0.00 %" for something.
    static func percent(_ share: Double) -> String {
        share < 0.0001 ? "less than 0.01 %" : FixedPoint.text(share * 100, decimals: 2) + " %"
    }
}

extension ReferenceSystem {
    /// The place of a point, for messages; nil where it has none.
    func position(of point: PlanePoint) -> GeographicPosition? {
        guard let transform = try? CoordinateTransform(from: self, to: .wgs84),
            let place = try? transform.forward(point)
        else { return nil }
        return GeographicPosition(
            longitudeDegrees: ReferenceSystem.wrapped(place.x, from: -180), latitudeDegrees: place.y)
    }
}
