import CGDAL

extension OGRShape {
    /// The shape of a foreign geometry that stays with its owner; nil for empty ones and for mixed collections.
    static func geometry(of handle: OGRGeometryH?) -> VectorGeometry? {
        guard let handle = unsafe handle, unsafe OGR_G_IsEmpty(handle) == 0 else { return nil }
        if unsafe OGR_G_HasCurveGeometry(handle, 1) != 0 {
            // Arcs become chords of OGR's own step, 4 degrees of the circle.
            guard let straight = unsafe OGR_G_GetLinearGeometry(handle, 0, nil) else { return nil }
            let shape = unsafe OGRShape(adopting: straight)
            return unsafe geometry(of: shape.handle)
        }
        switch unsafe OGR_GT_Flatten(OGR_G_GetGeometryType(handle)) {
        case wkbPoint: return unsafe .points(points(of: handle))
        case wkbLineString: return unsafe .lines([points(of: handle)])
        case wkbPolygon, wkbTriangle: return unsafe polygon(of: handle).map { .polygons([$0]) }
        case wkbMultiPoint, wkbMultiLineString, wkbMultiPolygon, wkbGeometryCollection, wkbPolyhedralSurface, wkbTIN:
            return unsafe merged(parts(of: handle).compactMap { unsafe geometry(of: $0) })
        default: return nil
        }
    }

    /// Parts of one kind as one shape; nil when the kinds differ.
    private static func merged(_ parts: [VectorGeometry]) -> VectorGeometry? {
        guard let first = parts.first else { return nil }
        return parts.dropFirst().reduce(first) { (sum: VectorGeometry?, part) in
            switch (sum, part) {
            case (.points(let a), .points(let b)): return .points(a + b)
            case (.lines(let a), .lines(let b)): return .lines(a + b)
            case (.polygons(let a), .polygons(let b)): return .polygons(a + b)
            default: return nil
            }
        }
    }

    private static func parts(of handle: OGRGeometryH) -> [OGRGeometryH] {
        let count = unsafe OGR_G_GetGeometryCount(handle)
        return unsafe (0..<count).compactMap { unsafe OGR_G_GetGeometryRef(handle, $0) }
    }

    private static func polygon(of handle: OGRGeometryH) -> VectorPolygon? {
        let rings = unsafe parts(of: handle).map { ring in
            let points = unsafe points(of: ring)
            return points.count > 1 && points.first == points.last ? Array(points.dropLast()) : points
        }
        guard let outer = rings.first, !outer.isEmpty else { return nil }
        return VectorPolygon(outer: outer, holes: rings.dropFirst().filter { !$0.isEmpty })
    }

    private static func points(of handle: OGRGeometryH) -> [PlanePoint] {
        let count = Int(unsafe OGR_G_GetPointCount(handle))
        var xs = [Double](repeating: 0, count: count)
        var ys = xs
        let stride = Int32(MemoryLayout<Double>.stride)
        unsafe xs.withUnsafeMutableBufferPointer { x in
            unsafe ys.withUnsafeMutableBufferPointer { y in
                _ = unsafe OGR_G_GetPoints(handle, x.baseAddress, stride, y.baseAddress, stride, nil, 0)
            }
        }
        return zip(xs, ys).map { PlanePoint(x: $0, y: $1) }
    }

    /// The heights of a geometry's points in the order of `geometry(of:)`; nil where it has none or holds polygons.
    static func heights(of handle: OGRGeometryH?) -> [[Double]]? {
        guard let handle = unsafe handle, unsafe OGR_G_Is3D(handle) != 0, unsafe OGR_G_IsEmpty(handle) == 0 else {
            return nil
        }
        if unsafe OGR_G_HasCurveGeometry(handle, 1) != 0 {
            guard let straight = unsafe OGR_G_GetLinearGeometry(handle, 0, nil) else { return nil }
            let shape = unsafe OGRShape(adopting: straight)
            return unsafe heights(of: shape.handle)
        }
        switch unsafe OGR_GT_Flatten(OGR_G_GetGeometryType(handle)) {
        case wkbPoint, wkbLineString:
            let count = unsafe OGR_G_GetPointCount(handle)
            return [(0..<count).map { unsafe OGR_G_GetZ(handle, $0) }]
        case wkbMultiPoint, wkbMultiLineString, wkbGeometryCollection:
            let own = unsafe parts(of: handle).filter { unsafe OGR_G_IsEmpty($0) == 0 }
            var lists: [[Double]] = []
            for index in unsafe own.indices {
                guard let list = unsafe heights(of: own[index]) else { return nil }
                lists += list
            }
            return lists
        default: return nil
        }
    }
}
