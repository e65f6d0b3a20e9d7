import MastheadCore

/// Takes in the features of place layers and finds their key points.
struct PlaceCollector {
    private let regions: ProjectedRegions
    private var book = LabelBook()
    private var keyPoints: [KeyPoint] = []
    private var probes: [HeightProbe] = []
    private var outside: [Int] = []
    private var notes = FeatureNotes()

    init(regions: ProjectedRegions) { self.regions = regions }

    /// Takes in one layer, a feature at a time.
    mutating func read(_ layer: consuming FeatureLayer) throws(MastheadError) {
        let layer = layer
        let mover = try LineMover(from: layer.system, to: regions.grid)
        book.beginSource()
        notes.kinds.append([])
        var collector = self
        try layer.reader.forEach { (feature) throws(MastheadError) in
            do throws(RefusedFeature) {
                try collector.take(feature, of: layer, mover: mover)
            } catch {
                collector.notes.refused.append(error)
            }
            try FeatureLimit.require(collector.keyPoints.count, path: layer.source.path)
        }
        self = collector
        try layer.requireSelected(book.identifiers.union(notes.refused.map(\.id)), what: "place")
        notes.files.append(layer.reader.files)
    }

    private mutating func take(
        _ feature: VectorFeature, of layer: borrowing FeatureLayer, mover: borrowing LineMover
    ) throws(RefusedFeature) {
        guard let label = try layer.label(of: feature) else { return }
        notes.featureCount += 1
        notes.kinds[label.source].insert(label.kind)
        guard let geometry = feature.geometry else {
            throw layer.refuse(
                feature, "no-point", "the feature has no point or polygon, or a mixture of shapes",
                "Draw its point or its outline.")
        }
        let heights = FeatureLayer.heights(of: feature, flatCount: &notes.flatHeights)?.flatMap { $0 }
        let points = try points(of: geometry, feature, layer: layer, mover: mover)
        let place = book.index(of: label)
        if place == outside.count { outside.append(0) }
        let isUnderground = UndergroundRule.isUnderground(feature.fields)
        for (number, point) in points.enumerated() {
            let cell = regions.grid.cell(at: point)
            guard regions.grid.window.contains(column: cell.column, row: cell.row),
                let region = regions.region(at: point)
            else {
                outside[place] += 1
                continue
            }
            keyPoints.append(
                KeyPoint(point: point, place: Int32(place), region: Int32(region), isUnderground: isUnderground))
            guard let heights, !isUnderground, heights.count == points.count else { continue }
            probes.append(
                HeightProbe(
                    item: keyPoints.count - 1, point: point, altitudeMetres: heights[number],
                    depthMetres: layer.source.depthMetres))
        }
    }

    /// The key points of a shape in the plane of the grid.
    private func points(
        of geometry: VectorGeometry, _ feature: VectorFeature, layer: borrowing FeatureLayer,
        mover: borrowing LineMover
    ) throws(RefusedFeature) -> [PlanePoint] {
        switch geometry {
        case .points(let points):
            guard let moved = mover.moved(points) else { throw noPlace(feature, layer) }
            return moved
        case .lines:
            throw layer.refuse(
                feature, "no-point", "the feature consists of lines, not of points or polygons",
                "Name a layer with points or polygons, or turn closed lines into polygons first.")
        case .polygons(let polygons):
            var points: [PlanePoint] = []
            for polygon in polygons {
                var rings: [[PlanePoint]] = []
                for ring in polygon.rings {
                    guard let moved = mover.movedRing(ring) else { throw noPlace(feature, layer) }
                    rings.append(moved)
                }
                guard
                    let inside = PolygonKeyPoints.points(
                        of: rings, spacing: layer.source.keySpacingMetres, limit: FeatureLimit.keyPoints)
                else {
                    throw layer.refuse(
                        feature, "bad-polygon", "the polygon encloses no area", "Draw its outline again, or a point.")
                }
                points += inside
            }
            guard points.count <= FeatureLimit.keyPoints else {
                throw layer.refuse(
                    feature, "too-many-points",
                    "the polygon holds more than \(FeatureLimit.keyPoints) key points at a spacing of "
                        + "\(Length(metres: layer.source.keySpacingMetres))",
                    "Write a wider key-spacing for this layer.")
            }
            return points
        }
    }

    private func noPlace(_ feature: VectorFeature, _ layer: borrowing FeatureLayer) -> RefusedFeature {
        layer.refuse(
            feature, "no-place", "a point of the feature has no place in the plane of the study grid",
            "Check its coordinates and their order, and the layer's reference system.")
    }

    /// The places that have a key point in a region.
    mutating func finish(terrain: TerrainSource) throws(MastheadError) -> PlaceSet {
        let found = try GroundProbe.underground(probes, terrain: terrain)
        for item in found.items { keyPoints[item].isUnderground = true }
        notes.unknownDepths = found.unknown
        var isInside = [Bool](repeating: false, count: book.labels.count)
        for point in keyPoints { isInside[Int(point.place)] = true }
        var renumbered = [Int32](repeating: 0, count: isInside.count)
        var next: Int32 = 0
        for place in isInside.indices where isInside[place] {
            renumbered[place] = next
            next += 1
        }
        for index in keyPoints.indices { keyPoints[index].place = renumbered[Int(keyPoints[index].place)] }
        notes.outside = isInside.count { !$0 }
        return PlaceSet(
            places: zip(book.labels, isInside).filter(\.1).map(\.0), keyPoints: keyPoints, grid: regions.grid,
            outsidePoints: zip(outside, isInside).filter(\.1).map(\.0), notes: notes)
    }
}
