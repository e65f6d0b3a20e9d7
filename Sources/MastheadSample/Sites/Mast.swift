import MastheadGeo

/// An existing structure that carries antennas, or could.
struct Mast {
    /// What it is, as the towers layer writes it.
    enum Kind: String {
        case rooftop, monopole, lattice
    }

    let id: String
    let cell: Int
    let point: PlanePoint
    let kind: Kind
    let heightMetres: Int
    /// Azimuth of the first sector, degrees clockwise from north.
    let azimuthDegrees: Int
    /// The region it stands in, from 0.
    let region: Int
}

/// A base station of the 700 MHz register.
struct BaseStation {
    let id: String
    let mast: Mast
    let network: String
    /// Height of the antennas above the ground, m.
    let heightMetres: Int
    let azimuthDegrees: Int
    let mechanicalDowntiltDegrees: Int
    let electricalTiltDegrees: Int
    let sectors: Int
}
