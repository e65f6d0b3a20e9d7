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

extension ServiceKind {
    /// In the open.
    public static let outdoor = ServiceKind(id: "outdoor", title: "outdoors")
    /// Inside buildings; the band decides the loss.
    public static let indoor = ServiceKind(id: "indoor", title: "indoors")

    /// Vehicles of a job that names none.
    ///
    /// 9 dB for cars: 3GPP TR 38.901, clause 7.4.3.2 (mean, from general knowledge). 20 dB for trains: of the order measured
    /// on carriages with coated windows; no source was read.
    public static let usualVehicles = [
        ServiceKind(id: "car", title: "in a car", penetrationDB: 9),
        ServiceKind(id: "train", title: "in a train", penetrationDB: 20),
    ]

    /// The kinds of a run whose job names no vehicles.
    public static let usual = [outdoor, indoor] + usualVehicles
}
