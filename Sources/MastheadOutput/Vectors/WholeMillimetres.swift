import MastheadGeo

// Coordinates that the C library's sines and PROJ give differ in their last bits between processors: the library has
// functions of its own for those with FMA. In whole millimetres the GeoPackage is the same to the last byte.

extension PlanePoint {
    /// The place in whole millimetres.
    var inWholeMillimetres: PlanePoint {
        PlanePoint(x: (x * 1000).rounded() / 1000, y: (y * 1000).rounded() / 1000)
    }
}

extension VectorPolygon {
    /// The polygon with corners in whole millimetres.
    var inWholeMillimetres: VectorPolygon {
        VectorPolygon(outer: outer.map(\.inWholeMillimetres), holes: holes.map { $0.map(\.inWholeMillimetres) })
    }
}
