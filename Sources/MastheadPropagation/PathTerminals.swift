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

    /// The two ends of a path; distances to the coast come from the profile's zones unless given.
    public init(
        transmitterHeightMetres: Double, receiverHeightMetres: Double, midpointLatitudeDegrees: Double,
        transmitterToCoastKilometres: Double? = nil, receiverToCoastKilometres: Double? = nil
    ) {
        self.transmitterHeightMetres = transmitterHeightMetres
        self.receiverHeightMetres = receiverHeightMetres
        self.midpointLatitudeDegrees = midpointLatitudeDegrees
        self.transmitterToCoastKilometres = transmitterToCoastKilometres
        self.receiverToCoastKilometres = receiverToCoastKilometres
    }

    /// The ends of the same path walked the other way.
    public var reversed: PathTerminals {
        PathTerminals(
            transmitterHeightMetres: receiverHeightMetres, receiverHeightMetres: transmitterHeightMetres,
            midpointLatitudeDegrees: midpointLatitudeDegrees,
            transmitterToCoastKilometres: receiverToCoastKilometres,
            receiverToCoastKilometres: transmitterToCoastKilometres)
    }
}
