import MastheadCore

/// Regions in the plane of a grid: for maps, areas, and the question in which region a point lies.
public struct ProjectedRegions: Sendable {
    /// The grid whose plane the rings lie in.
    public let grid: Grid
    /// The rings of each region, in the order of the set: outer ones counter-clockwise, holes clockwise, with points at
    /// most 500 m apart.
    public let rings: [[[PlanePoint]]]
    /// The box around each region.
    package let boxes: [PlaneBox]
    private let edges: [EdgeIndex]

    init(_ set: RegionSet, grid: Grid) throws(MastheadError) {
        self.grid = grid
        let mover = try RingMover(from: set.referenceSystem, to: grid.referenceSystem)
        var all: [[[PlanePoint]]] = []
        for region in set.regions {
            var rings: [[PlanePoint]] = []
            for ring in region.rings { try rings.append(mover.moved(ring, of: region, path: set.path)) }
            all.append(rings)
        }
        rings = all
        boxes = all.map { PlaneBox(around: $0) }
        edges = all.map { EdgeIndex($0) }
    }

    /// The region that a point of the plane lies in, as an index into the set; nil outside all of them.
    ///
    /// A point on a common border belongs to exactly one of the two regions.
    public func region(at point: PlanePoint) -> Int? {
        boxes.indices.first { boxes[$0].contains(point) && edges[$0].encloses(point) }
    }

    /// The area of a region in the plane of the grid, m².
    public func squareMetres(of region: Int) -> Double {
        rings[region].reduce(0) { $0 + PlaneRing.signedArea($1) }
    }
}

/// The edges of some rings, sorted into bands of y, to count how often a ray from a point crosses them.
private struct EdgeIndex: Sendable {
    private let lowest: Double
    private let perBand: Double
    /// Edges by band; an edge stands in every band that it passes.
    private let bands: [[Edge]]

    private struct Edge: Sendable {
        var start: PlanePoint
        var end: PlanePoint
    }

    init(_ rings: [[PlanePoint]]) {
        let box = PlaneBox(around: rings)
        let count = rings.reduce(0) { $0 + $1.count }
        let number = max(1, min(4096, count / 8))
        lowest = box.low.y
        let height = max(box.high.y - box.low.y, .leastNormalMagnitude)
        perBand = height / Double(number)
        var bands = [[Edge]](repeating: [], count: number)
        for ring in rings {
            guard var last = ring.last else { continue }
            for point in ring {
                let edge = last.y <= point.y ? Edge(start: last, end: point) : Edge(start: point, end: last)
                last = point
                guard edge.start.y < edge.end.y else { continue }
                let first = Self.band(edge.start.y, lowest: lowest, perBand: perBand, count: number)
                let final = Self.band(edge.end.y, lowest: lowest, perBand: perBand, count: number)
                for band in first...final { bands[band].append(edge) }
            }
        }
        self.bands = bands
    }

    private static func band(_ y: Double, lowest: Double, perBand: Double, count: Int) -> Int {
        max(0, min(count - 1, Int(((y - lowest) / perBand).rounded(.down))))
    }

    func encloses(_ point: PlanePoint) -> Bool {
        let band = Self.band(point.y, lowest: lowest, perBand: perBand, count: bands.count)
        var isInside = false
        for edge in bands[band] where edge.start.y <= point.y && point.y < edge.end.y {
            let t = (point.y - edge.start.y) / (edge.end.y - edge.start.y)
            if edge.start.x + t * (edge.end.x - edge.start.x) > point.x { isInside.toggle() }
        }
        return isInside
    }
}
