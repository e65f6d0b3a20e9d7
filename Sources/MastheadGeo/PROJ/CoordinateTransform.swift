import CPROJ
public import MastheadCore

/// The way from one reference system to another and back; x is always longitude or easting, y latitude or northing.
///
/// A handle: one thread at a time; each worker makes its own. Longitudes and latitudes are in degrees.
public struct CoordinateTransform: ~Copyable {
    private let operation: ProjectionObject
    private let source: ReferenceSystem
    private let target: ReferenceSystem

    /// The transformation between two reference systems.
    ///
    /// - Throws: `bad-crs` when either cannot be read or PROJ knows no way from one to the other.
    public init(from source: ReferenceSystem, to target: ReferenceSystem) throws(MastheadError) {
        self.source = source
        self.target = target
        let start = try source.projectionObject(at: .none)
        let end = try target.projectionObject(at: .none)
        let context = unsafe ProjectionObject.makeContext()
        guard let way = unsafe proj_create_crs_to_crs_from_pj(context, start.object, end.object, nil, nil),
            let normal = unsafe proj_normalize_for_visualization(context, way)
        else {
            unsafe proj_context_destroy(context)
            throw MastheadError(
                .badReferenceSystem, "PROJ knows no way from \(source.name) to \(target.name)",
                remedy: "Convert the layer to a reference system of the same planet and datum family, for example "
                    + "with: gdalwarp -t_srs EPSG:4326 IN OUT.")
        }
        unsafe proj_destroy(way)
        unsafe operation = ProjectionObject(adopting: normal, in: context)
    }

    /// The place of a point of the source in the target.
    ///
    /// - Throws: `bad-crs` when the point has no place there.
    public func forward(_ point: PlanePoint) throws(MastheadError) -> PlanePoint {
        try single(point, PJ_FWD, from: source, to: target)
    }

    /// The place of a point of the target in the source.
    ///
    /// - Throws: `bad-crs` when the point has no place there.
    public func inverse(_ point: PlanePoint) throws(MastheadError) -> PlanePoint {
        try single(point, PJ_INV, from: target, to: source)
    }

    /// Moves points of the source, given as one x and one y each, into the target.
    ///
    /// - Throws: `bad-crs` naming the first point that has no place there; the arrays then hold the rest.
    public func forward(_ xs: inout [Double], _ ys: inout [Double]) throws(MastheadError) {
        let first = zip(xs, ys)
        let before = Array(first)
        forwardWhereDefined(&xs, &ys)
        guard let bad = xs.indices.first(where: { xs[$0].isNaN }) else { return }
        throw Self.noPlace(PlanePoint(x: before[bad].0, y: before[bad].1), from: source, to: target)
    }

    /// Moves points into the target; points that have no place there become NaN.
    func forwardWhereDefined(_ xs: inout [Double], _ ys: inout [Double]) {
        move(&xs, &ys, PJ_FWD)
    }

    /// Moves points of the target into the source; points that have no place there become NaN.
    func inverseWhereDefined(_ xs: inout [Double], _ ys: inout [Double]) {
        move(&xs, &ys, PJ_INV)
    }

    private func move(_ xs: inout [Double], _ ys: inout [Double], _ direction: PJ_DIRECTION) {
        precondition(xs.count == ys.count, "one x and one y for each point")
        let count = xs.count
        let stride = MemoryLayout<Double>.stride
        unsafe xs.withUnsafeMutableBufferPointer { x in
            unsafe ys.withUnsafeMutableBufferPointer { y in
                _ = unsafe proj_trans_generic(
                    operation.object, direction, x.baseAddress, stride, count, y.baseAddress, stride, count, nil, 0, 0,
                    nil, 0, 0)
            }
        }
        for index in 0..<count where !(xs[index].isFinite && ys[index].isFinite) {
            xs[index] = .nan
            ys[index] = .nan
        }
    }

    private func single(
        _ point: PlanePoint, _ direction: PJ_DIRECTION, from: ReferenceSystem, to: ReferenceSystem
    ) throws(MastheadError) -> PlanePoint {
        unsafe proj_errno_reset(operation.object)
        let moved = unsafe proj_trans(operation.object, direction, proj_coord(point.x, point.y, 0, 0))
        let place = unsafe PlanePoint(x: moved.xy.x, y: moved.xy.y)
        guard place.x.isFinite, place.y.isFinite else { throw Self.noPlace(point, from: from, to: to) }
        return place
    }

    private static func noPlace(_ point: PlanePoint, from: ReferenceSystem, to: ReferenceSystem) -> MastheadError {
        MastheadError(
            .badReferenceSystem,
            "the point \(PlainNumber.text(point.x)), \(PlainNumber.text(point.y)) of \(from.name) has no place in "
                + "\(to.name)",
            remedy: "Check the coordinates and their order (longitude or easting first), and the reference system.")
    }
}
