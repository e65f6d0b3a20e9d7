import MastheadCore

/// Brings the regions onto the pixels of a population raster.
struct SourceOutline: ~Copyable {
    private let set: RegionSet
    private let layer: RasterLayer
    private let mover: RingMover
    private let isGeographic: Bool

    /// A border that jumps so far between two neighbouring points, at most 500 m apart on the ground, crosses the place
    /// where the raster's projection is torn open, m.
    private static let tear = 100_000.0
    /// How far from the antimeridian a region is cut where the raster is torn there, degrees; 0.1 mm on the ground.
    private static let cutMargin = 1e-9
    /// A region may reach so far over the edge of the raster, pixels: rasters are often cut half a pixel short.
    private static let edgeMargin = 1.0
    /// What is left of a region outside the raster and still taken for rounding, as a share of its area.
    private static let uncoveredShare = 1e-9

    init(_ set: RegionSet, layer: RasterLayer) throws(MastheadError) {
        self.set = set
        self.layer = layer
        mover = try RingMover(from: set.referenceSystem, to: layer.referenceSystem)
        isGeographic = layer.referenceSystem.isGeographic
    }

    /// The regions in pixels, in the order of the set; a region that the raster's ends cut is there in several pieces.
    ///
    /// - Throws: `layer-does-not-cover` naming each region that reaches over the raster's edge.
    func regions() throws(MastheadError) -> [LatticeRegion] {
        var result: [LatticeRegion] = []
        var problems: [MastheadError] = []
        for index in set.regions.indices {
            let rings = try pixelRings(of: set.regions[index])
            let copies = turns(of: rings)
            if let problem = uncovered(rings, copies, of: set.regions[index]) { problems.append(problem) }
            for copy in copies {
                let lattice = copy.map { ring in
                    LatticeRing(ring.map { LatticePoint(column: $0.x, row: $0.y) })
                }
                if let region = LatticeRegion(region: index, rings: lattice) { result.append(region) }
            }
        }
        if let error = MastheadError.combining(problems) { throw error }
        return result
    }

    /// The columns that are read: all, but never more than once around the Earth.
    var columns: Int { layer.columnTurn.map { min(layer.columns, Int($0.rounded())) } ?? layer.columns }

    // MARK: - Rings

    /// Rings in fractional columns and rows, counter-clockwise on the map where they are outer ones.
    private func pixelRings(of region: Region) throws(MastheadError) -> [[PlanePoint]] {
        var rings: [[PlanePoint]] = []
        for polygon in region.polygons { rings += try moved(polygon, of: region) }
        let isMirrored = layer.pixels.determinant > 0
        return rings.map { ring in
            let points = ring.map { point -> PlanePoint in
                let pixel = layer.pixels.pixel(at: point)
                return PlanePoint(x: pixel.column, y: pixel.row)
            }
            return isMirrored ? points.reversed() : points
        }
    }

    private func moved(_ polygon: VectorPolygon, of region: Region) throws(MastheadError) -> [[PlanePoint]] {
        var rings: [[PlanePoint]] = []
        for ring in polygon.rings { try rings.append(mover.moved(ring, of: region, path: set.path)) }
        guard let outer = rings.first else { return [] }
        if isGeographic {
            let whole = VectorPolygon(outer: outer, holes: Array(rings.dropFirst()))
            guard let through = PlaneRing.unwrapped(whole, turn: 360) else {
                throw RegionCollector.aroundPole(id: region.id, path: set.path)
            }
            return through.rings
        }
        guard rings.contains(where: Self.isTorn) else { return rings }
        let parts = try cutAtAntimeridian(polygon, of: region)
        guard !parts.contains(where: Self.isTorn) else {
            throw MastheadError(
                .layerDoesNotCover,
                "the projection of the population raster (\(layer.referenceSystem.name)) is torn open inside region "
                    + "\"\(region.id)\"",
                at: .layer(role: layer.role, file: layer.path),
                remedy: "Use the population raster in longitude and latitude, or in a projection made for the area.")
        }
        return parts
    }

    private static func isTorn(_ ring: [PlanePoint]) -> Bool {
        guard var last = ring.last else { return false }
        for point in ring {
            if abs(point.x - last.x) > tear || abs(point.y - last.y) > tear { return true }
            last = point
        }
        return false
    }

    /// The parts of a polygon on either side of 180°, moved each for itself.
    private func cutAtAntimeridian(_ polygon: VectorPolygon, of region: Region) throws(MastheadError)
        -> [[PlanePoint]]
    {
        let toGeographic = try RingMover(from: set.referenceSystem, to: .wgs84)
        let toRaster = try RingMover(from: .wgs84, to: layer.referenceSystem)
        var moved: [[PlanePoint]] = []
        for ring in polygon.rings { try moved.append(toGeographic.moved(ring, of: region, path: set.path)) }
        let whole = VectorPolygon(outer: moved.first ?? [], holes: Array(moved.dropFirst()))
        guard let through = PlaneRing.unwrapped(whole, turn: 360) else {
            throw RegionCollector.aroundPole(id: region.id, path: set.path)
        }
        var parts: [[PlanePoint]] = []
        for ring in through.rings {
            let box = PlaneBox(around: ring)
            var west = -180 + 360 * ((box.low.x + 180) / 360).rounded(.down)
            while west < box.high.x {
                var part = RingClip.clipped(ring, \.x, atLeast: west + Self.cutMargin)
                part = RingClip.clipped(part, \.x, atMost: west + 360 - Self.cutMargin)
                let shift = west + 180
                let home = part.map { PlanePoint(x: $0.x - shift, y: $0.y) }
                if !home.isEmpty { try parts.append(toRaster.moved(home, of: region, path: set.path)) }
                west += 360
            }
        }
        return parts
    }

    // MARK: - Around the Earth

    /// The rings moved by whole turns of the Earth to wherever they meet the raster.
    private func turns(of rings: [[PlanePoint]]) -> [[[PlanePoint]]] {
        guard let turn = layer.columnTurn else { return [rings] }
        // Each ring with its own turns: islands on both sides of the antimeridian may be a turn apart.
        var copies: [Int: [[PlanePoint]]] = [:]
        for ring in rings {
            let box = PlaneBox(around: ring)
            let first = Int(((-Self.edgeMargin - box.high.x) / turn).rounded(.up))
            let last = Int(((Double(columns) + Self.edgeMargin - box.low.x) / turn).rounded(.down))
            for number in stride(from: first, through: last, by: 1) {
                let shift = Double(number) * turn
                copies[number, default: []].append(
                    shift == 0 ? ring : ring.map { PlanePoint(x: $0.x + shift, y: $0.y) })
            }
            if first > last { copies[0, default: []].append(ring) }
        }
        return copies.keys.sorted().compactMap { copies[$0] }
    }

    /// What is wrong with a region that reaches over the edge of the raster.
    private func uncovered(
        _ rings: [[PlanePoint]], _ copies: [[[PlanePoint]]], of region: Region
    ) -> MastheadError? {
        let margin = Self.edgeMargin
        let across = -margin...Double(columns) + margin
        let down = -margin...Double(layer.rows) + margin
        let whole = rings.reduce(0) { $0 + PlaneRing.signedArea($1) }
        // Rows run down, so areas are negative here; their ratio is not.
        let inside = copies.joined().reduce(0) { sum, ring in
            sum + PlaneRing.signedArea(RingClip.clipped(ring, toColumns: across, rows: down))
        }
        let share = 1 - inside / whole
        guard share > Self.uncoveredShare else { return nil }
        let outside = copies.joined().joined().first { !across.contains($0.x) || !down.contains($0.y) }
        return MastheadError(
            .layerDoesNotCover,
            "the population raster does not reach over \(RegionOverlaps.percent(share)) of region \"\(region.id)\"",
            at: .layer(
                role: layer.role, file: layer.path,
                place: outside.flatMap { layer.position(column: $0.x, row: $0.y) }),
            remedy: "Use a population raster that covers the region, or leave the region out with regions.select.")
    }
}
