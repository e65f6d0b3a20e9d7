import MastheadGeo

/// An administrative region of the sample: a name and its ground.
struct AdministrativeRegion {
    let id: String
    let name: String
    /// The parts of its ground; of each the outer ring first, counter-clockwise, then its holes; rings are closed.
    var polygons: [[[PlanePoint]]]
}
