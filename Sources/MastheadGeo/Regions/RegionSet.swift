public import MastheadCore

/// The regions of a study, valid and, unless it is allowed, without overlap, in the order of their source.
public struct RegionSet: Sendable {
    /// The file they come from.
    public let path: String
    /// Every file that was read, sorted.
    public let files: [String]
    /// The regions.
    public let regions: [Region]
    /// The reference system of their polygons.
    public let referenceSystem: ReferenceSystem
    /// The box of longitudes and latitudes around all of them.
    public let bounds: GeographicBounds

    /// Reads regions from a layer of polygons and checks all of them.
    ///
    /// - Parameters:
    ///   - path: Any vector file that OGR reads.
    ///   - layer: The layer; may be left out where the file has only one.
    ///   - idField: The field with the identifiers.
    ///   - nameField: The field with the names; nil takes the identifiers.
    ///   - select: The identifiers of the regions that are wanted; nil for all. Others are not checked.
    ///   - mayOverlap: Whether regions may lie over each other; where they do, a point belongs to the first that holds it.
    /// - Throws: `missing-file`, `unreadable-layer`, `unknown-name`, `bad-crs`, or `bad-region` for each region that cannot
    ///   be used, all of them in one error.
    public static func read(
        path: String, layer: String? = nil, idField: String, nameField: String? = nil, select: [String]? = nil,
        mayOverlap: Bool = false
    ) throws(MastheadError) -> RegionSet {
        let reader = try VectorReader(path: path, layer: layer)
        guard !reader.isEmpty else { throw RegionCollector.noFeatures(path: path) }
        guard let system = reader.referenceSystem else {
            throw MastheadError(
                .badReferenceSystem, "the region file carries no reference system", at: .file(path),
                remedy: "Find it out from the source and assign it, for example with: ogr2ogr -a_srs EPSG:4326 "
                    + "OUT.gpkg \(path).")
        }
        try system.validate(at: .file(path))
        var collector = RegionCollector(path: path, referenceSystem: system, idField: idField, nameField: nameField)
        try reader.requireField(idField, for: "the identifier of a region")
        if let nameField { try reader.requireField(nameField, for: "the name of a region") }
        try reader.forEach { (feature) throws(MastheadError) in collector.take(feature, select: select.map(Set.init)) }
        let regions = try collector.finish(select: select, mayOverlap: mayOverlap)
        return try RegionSet(path: path, files: reader.files, regions: regions, referenceSystem: system)
    }

    /// A set of regions that are checked already.
    init(path: String, files: [String], regions: [Region], referenceSystem: ReferenceSystem) throws(MastheadError) {
        self.path = path
        self.files = files
        self.regions = regions
        self.referenceSystem = referenceSystem
        let rings = try Self.geographicRings(of: regions, in: referenceSystem, path: path)
        bounds = Self.bounds(of: rings)
    }

    /// The outlines of all regions as places at most 500 m apart, so close that any projection keeps the lines between
    /// them straight to a few centimetres.
    ///
    /// - Throws: `bad-crs` naming a region that has no place on Earth.
    public func geographicRings() throws(MastheadError) -> [[GeographicPosition]] {
        try Self.geographicRings(of: regions, in: referenceSystem, path: path).map { ring in
            ring.map { point in
                GeographicPosition(
                    longitudeDegrees: ReferenceSystem.wrapped(point.x, from: -180), latitudeDegrees: point.y)
            }
        }
    }

    /// All outlines one after the other; see `geographicRings()`.
    public func geographicOutline() throws(MastheadError) -> [GeographicPosition] {
        try geographicRings().flatMap { $0 }
    }

    /// The regions in the plane of a grid.
    ///
    /// - Throws: `bad-crs` naming a region that the projection does not reach.
    public func projected(to grid: Grid) throws(MastheadError) -> ProjectedRegions {
        try ProjectedRegions(self, grid: grid)
    }

    /// Outer rings in longitude and latitude, counted through at the antimeridian.
    private static func geographicRings(
        of regions: [Region], in system: ReferenceSystem, path: String
    ) throws(MastheadError) -> [[PlanePoint]] {
        let mover = try RingMover(from: system, to: .wgs84)
        var rings: [[PlanePoint]] = []
        for region in regions {
            for polygon in region.polygons {
                let moved = try mover.moved(mover.densified(polygon.outer), of: region, path: path)
                guard let ring = PlaneRing.unwrapped(moved, turn: 360) else {
                    throw RegionCollector.aroundPole(id: region.id, path: path)
                }
                rings.append(ring)
            }
        }
        return rings
    }

    /// The smallest box of longitudes and latitudes around rings that are counted through.
    static func bounds(of rings: [[PlanePoint]]) -> GeographicBounds {
        let boxes = rings.map { PlaneBox(around: $0) }
        let arcs = boxes.map { box -> (west: Double, east: Double) in
            let west = ReferenceSystem.wrapped(box.low.x, from: -180)
            return (west, west + box.high.x - box.low.x)
        }.sorted { $0.west < $1.west }
        // The box that holds all is the circle without its widest gap.
        var west = arcs.first?.west ?? 0
        var reached = arcs.first?.east ?? 0
        for arc in arcs { reached = max(reached, arc.east) }
        var widest = west + 360 - reached
        var east = reached
        var sofar = -Double.infinity
        for arc in arcs {
            if arc.west - sofar > widest, sofar > -.infinity {
                widest = arc.west - sofar
                west = arc.west
                east = sofar + 360
            }
            sofar = max(sofar, arc.east)
        }
        return GeographicBounds(
            westDegrees: west, southDegrees: boxes.map(\.low.y).min() ?? 0, eastDegrees: min(east, west + 360),
            northDegrees: boxes.map(\.high.y).max() ?? 0)
    }
}
