/// What stands around a terminal that has no clutter on its profile: buildings or trees of one nominal height, from one
/// nominal distance on.
///
/// Source: Recommendation ITU-R P.452-17, Annex 1, §4.5 and Table 4.
public struct NominalClutter: Sendable, Hashable {
    /// Height of the clutter above the ground, m.
    public var heightMetres: Double
    /// Distance of the clutter from the antenna, km.
    public var distanceKilometres: Double

    /// Clutter by its height and its distance.
    public init(heightMetres: Double, distanceKilometres: Double) {
        self.heightMetres = heightMetres
        self.distanceKilometres = distanceKilometres
    }
}

/// The two ends of a path: what a terrain-based model needs to know beside the profile.
public struct PathTerminals: Sendable, Hashable {
    /// Height of the transmitting antenna's centre above the ground, m.
    public var transmitterHeightMetres: Double
    /// Height of the receiving antenna's centre above the ground, m.
    public var receiverHeightMetres: Double
    /// Latitude of the middle of the path, degrees, north positive.
    public var midpointLatitudeDegrees: Double
    /// Distance over land from the transmitter to the coast along the path, km; nil to take it from the zones.
    public var transmitterToCoastKilometres: Double?
    /// Distance over land from the receiver to the coast along the path, km; nil to take it from the zones.
    public var receiverToCoastKilometres: Double?
    /// Nominal clutter around the transmitter, which P.452-17 reads; nil where there is none.
    public var transmitterClutter: NominalClutter?
    /// Nominal clutter around the receiver, which P.452-17 reads; nil where there is none.
    public var receiverClutter: NominalClutter?

    /// The two ends of a path; distances to the coast come from the profile's zones unless given.
    public init(
        transmitterHeightMetres: Double, receiverHeightMetres: Double, midpointLatitudeDegrees: Double,
        transmitterToCoastKilometres: Double? = nil, receiverToCoastKilometres: Double? = nil,
        transmitterClutter: NominalClutter? = nil, receiverClutter: NominalClutter? = nil
    ) {
        self.transmitterHeightMetres = transmitterHeightMetres
        self.receiverHeightMetres = receiverHeightMetres
        self.midpointLatitudeDegrees = midpointLatitudeDegrees
        self.transmitterToCoastKilometres = transmitterToCoastKilometres
        self.receiverToCoastKilometres = receiverToCoastKilometres
        self.transmitterClutter = transmitterClutter
        self.receiverClutter = receiverClutter
    }

    /// The ends of the same path walked the other way.
    public var reversed: PathTerminals {
        PathTerminals(
            transmitterHeightMetres: receiverHeightMetres, receiverHeightMetres: transmitterHeightMetres,
            midpointLatitudeDegrees: midpointLatitudeDegrees,
            transmitterToCoastKilometres: receiverToCoastKilometres,
            receiverToCoastKilometres: transmitterToCoastKilometres,
            transmitterClutter: receiverClutter, receiverClutter: transmitterClutter)
    }
}
