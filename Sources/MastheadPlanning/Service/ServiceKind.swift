/// A use of a band at a place: outdoors, indoors, or in a kind of vehicle.
public struct ServiceKind: Sendable, Codable, Hashable {
    /// `"outdoor"`, `"indoor"`, or a vehicle's name such as `"car"`.
    public var id: String
    /// The kind in words.
    public var title: String
    /// The loss between the street and the receiver, dB; nil where the band decides it.
    public var penetrationDB: Double?

    /// A kind of use by its parts.
    public init(id: String, title: String, penetrationDB: Double? = nil) {
        self.id = id
        self.title = title
        self.penetrationDB = penetrationDB
    }
}
