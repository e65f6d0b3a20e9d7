import CGDAL
import MastheadCore

/// A geometry as OGR holds it, freed with the value; one thread at a time.
@safe
struct OGRShape: ~Copyable {
    /// The foreign handle, for calls that borrow it.
    let handle: OGRGeometryH

    /// Takes over a foreign geometry.
    init(adopting handle: OGRGeometryH) { unsafe self.handle = unsafe handle }

    /// The foreign form of a shape; parts of one are single geometries, several are a multi-geometry.
    init(_ geometry: VectorGeometry, asMulti: Bool = false) {
        GDALRuntime.prepare()
        switch geometry {
        case .points(let points):
            unsafe handle = Self.collection(of: points.count, wkbPoint, wkbMultiPoint, asMulti) { index in
                let made = unsafe Self.create(wkbPoint)
                unsafe OGR_G_SetPoint_2D(made, 0, points[index].x, points[index].y)
                return unsafe made
            }
        case .lines(let lines):
            unsafe handle = Self.collection(of: lines.count, wkbLineString, wkbMultiLineString, asMulti) { index in
                unsafe Self.line(lines[index], as: wkbLineString, closing: false)
            }
        case .polygons(let polygons):
            unsafe handle = Self.collection(of: polygons.count, wkbPolygon, wkbMultiPolygon, asMulti) { index in
                let made = unsafe Self.create(wkbPolygon)
                for ring in polygons[index].rings {
                    _ = unsafe OGR_G_AddGeometryDirectly(made, Self.line(ring, as: wkbLinearRing, closing: true))
                }
                return unsafe made
            }
        }
    }

    deinit { unsafe OGR_G_DestroyGeometry(handle) }

    private static func collection(
        of count: Int, _ single: OGRwkbGeometryType, _ multi: OGRwkbGeometryType, _ asMulti: Bool,
        part: (Int) -> OGRGeometryH
    ) -> OGRGeometryH {
        if count == 1, !asMulti { return unsafe part(0) }
        let whole = unsafe create(multi)
        for index in 0..<count { _ = unsafe OGR_G_AddGeometryDirectly(whole, part(index)) }
        return unsafe whole
    }

    private static func create(_ type: OGRwkbGeometryType) -> OGRGeometryH {
        guard let made = unsafe OGR_G_CreateGeometry(type) else { preconditionFailure("OGR makes an empty geometry") }
        return unsafe made
    }

    private static func line(_ points: [PlanePoint], as type: OGRwkbGeometryType, closing: Bool) -> OGRGeometryH {
        let made = unsafe create(type)
        let closed = closing && points.first != points.last ? points + points.prefix(1) : points
        let stride = Int32(MemoryLayout<Double>.stride)
        let xs = closed.map(\.x)
        let ys = closed.map(\.y)
        unsafe xs.withUnsafeBufferPointer { x in
            unsafe ys.withUnsafeBufferPointer { y in
                unsafe OGR_G_SetPoints(
                    made, Int32(closed.count), x.baseAddress, stride, y.baseAddress, stride, nil, 0)
            }
        }
        return unsafe made
    }

    // MARK: - Questions

    /// Why GEOS does not take the shape for a valid one, in its words, and the place that it names; nil when it does.
    func invalidity() -> (reason: String, place: PlanePoint?)? {
        CPLErrorReset()
        guard unsafe OGR_G_IsValid(handle) == 0 else { return nil }
        let reason = GDALRuntime.lastMessage() ?? "the geometry is not valid"
        // "Self-intersection at or near point 12.5 48.25"; other numbers in the reason are no place.
        let words = reason.split { $0 == " " || $0 == "[" || $0 == "]" }
        guard let mark = words.lastIndex(of: "point"), mark + 2 < words.count, let x = Double(words[mark + 1]),
            let y = Double(words[mark + 2])
        else { return (reason, nil) }
        return (reason, PlanePoint(x: x, y: y))
    }

    /// The area shared with another shape, in the square of the plane's unit, and a place in it; nil where none is.
    ///
    /// - Throws: GEOS's words, when it cannot tell.
    func overlap(with other: borrowing OGRShape) throws(MastheadError) -> (area: Double, place: PlanePoint)? {
        let shared = try unsafe GDALRuntime.require({ unsafe OGR_G_Intersection(handle, other.handle) }) { cause in
            MastheadError(
                .badRegion, "two regions cannot be compared",
                remedy: "Mend their borders, for example with: ogr2ogr -makevalid OUT IN.", cause: cause)
        }
        let shape = unsafe OGRShape(adopting: shared)
        let area = unsafe OGR_G_Area(shape.handle)
        guard area > 0 else { return nil }
        var box = OGREnvelope()
        unsafe OGR_G_GetEnvelope(shape.handle, &box)
        var place = PlanePoint(x: (box.MinX + box.MaxX) / 2, y: (box.MinY + box.MaxY) / 2)
        if let inside = unsafe OGR_G_PointOnSurface(shape.handle) {
            let point = unsafe OGRShape(adopting: inside)
            place = unsafe PlanePoint(x: OGR_G_GetX(point.handle, 0), y: OGR_G_GetY(point.handle, 0))
        }
        return (area, place)
    }
}
