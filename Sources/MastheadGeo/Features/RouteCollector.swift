import MastheadCore

/// Takes in the features of route layers and cuts their lines.
struct RouteCollector {
    private let regions: ProjectedRegions
    private let cutter: CellCutter
    private var book = LabelBook()
    private var pieces: [LinePiece] = []
    private var probes: [HeightProbe] = []
    private var outside: [Int64] = []
    private var notes = FeatureNotes()

    init(regions: ProjectedRegions) {
        self.regions = regions
        cutter = CellCutter(grid: regions.grid)
    }

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
            try FeatureLimit.require(collector.pieces.count, path: layer.source.path)
        }
        self = collector
        try layer.requireSelected(book.identifiers.union(notes.refused.map(\.id)), what: "route")
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
                feature, "no-line", "the feature has no line, or a mixture of lines with other shapes",
                "Draw its line, or keep lines only, for example with: ogr2ogr -nlt MULTILINESTRING OUT IN.")
        }
        guard case .lines(let lines) = geometry else {
            throw layer.refuse(
                feature, "no-line", "the feature consists of \(geometry.kind), not of lines",
                "Name a layer with lines.")
        }
        guard !lines.joined().contains(where: { !$0.x.isFinite || !$0.y.isFinite }) else {
            throw layer.refuse(feature, "bad-line", "a point of the line is not a number", "Draw the line again.")
        }
        let heights = FeatureLayer.heights(of: feature, flatCount: &notes.flatHeights)
        var moved: [[LineVertex]] = []
        for (number, line) in lines.enumerated() {
            guard let vertices = mover.moved(line, altitudes: heights?[number]) else {
                throw layer.refuse(
                    feature, "no-place", "a point of the line has no place in the plane of the study grid",
                    "Check its coordinates and their order, and the layer's reference system.")
            }
            moved.append(vertices)
        }
        guard moved.contains(where: { ($0.last?.metres ?? 0) > 0 }) else {
            throw layer.refuse(feature, "bad-line", "the line has no length", "Draw the line again, or remove it.")
        }
        let route = book.index(of: label)
        if route == outside.count { outside.append(0) }
        let isUnderground = UndergroundRule.isUnderground(feature.fields)
        for vertices in moved {
            cut(vertices, route: route, isUnderground: isUnderground, depth: layer.source.depthMetres)
        }
    }

    /// Cuts one line; its pieces add up to its length in whole millimetres, as each takes the difference of the rounded
    /// distances at its ends.
    private mutating func cut(_ vertices: [LineVertex], route: Int, isUnderground: Bool, depth: Double) {
        var continues = false
        var reached: Int64 = 0
        for (start, end) in zip(vertices, vertices.dropFirst()) {
            var last = 0.0
            for t in cutter.cuts(from: start.point, to: end.point) + [1] {
                let metres = start.metres + (end.metres - start.metres) * t
                let millimetres = Int64((metres * 1000).rounded())
                defer {
                    last = t
                    reached = millimetres
                }
                guard millimetres > reached else { continue }
                let piece = LinePiece(
                    start: Self.point(start.point, end.point, last), end: Self.point(start.point, end.point, t),
                    route: Int32(route), region: 0, millimetres: Int32(millimetres - reached),
                    isUnderground: isUnderground, continues: continues)
                continues = add(piece)
                let middle = (last + t) / 2
                let altitude = start.altitude + (end.altitude - start.altitude) * middle
                guard continues, !isUnderground, !altitude.isNaN else { continue }
                probes.append(
                    HeightProbe(
                        item: pieces.count - 1, point: piece.middle, altitudeMetres: altitude, depthMetres: depth))
            }
        }
    }

    /// Keeps a piece that lies in a region; counts the length of another, and tells so.
    private mutating func add(_ piece: LinePiece) -> Bool {
        let middle = piece.middle
        let cell = regions.grid.cell(at: middle)
        guard regions.grid.window.contains(column: cell.column, row: cell.row),
            let region = regions.region(at: middle)
        else {
            outside[Int(piece.route)] += Int64(piece.millimetres)
            return false
        }
        var kept = piece
        kept.region = Int32(region)
        pieces.append(kept)
        return true
    }

    private static func point(_ a: PlanePoint, _ b: PlanePoint, _ t: Double) -> PlanePoint {
        t == 1 ? b : PlanePoint(x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t)
    }

    /// The routes that have a piece in a region.
    mutating func finish(terrain: TerrainSource) throws(MastheadError) -> RouteSet {
        let found = try GroundProbe.underground(probes, terrain: terrain)
        for item in found.items { pieces[item].isUnderground = true }
        notes.unknownDepths = found.unknown
        var isInside = [Bool](repeating: false, count: book.labels.count)
        for piece in pieces { isInside[Int(piece.route)] = true }
        var renumbered = [Int32](repeating: 0, count: isInside.count)
        var next: Int32 = 0
        for route in isInside.indices where isInside[route] {
            renumbered[route] = next
            next += 1
        }
        for index in pieces.indices { pieces[index].route = renumbered[Int(pieces[index].route)] }
        notes.outside = isInside.count { !$0 }
        return RouteSet(
            routes: zip(book.labels, isInside).filter(\.1).map(\.0), pieces: pieces, grid: regions.grid,
            outsideMillimetres: zip(outside, isInside).filter(\.1).map(\.0), notes: notes)
    }
}
