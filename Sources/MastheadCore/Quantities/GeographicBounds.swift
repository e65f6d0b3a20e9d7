/// A box of longitudes and latitudes; the eastern bound exceeds 180 where the box crosses the antimeridian.
public struct GeographicBounds: Sendable, Hashable, Codable {
    /// Western bound, degrees, −180 to 180.
    public var westDegrees: Double
    /// Southern bound, degrees.
    public var southDegrees: Double
    /// Eastern bound, degrees, from west up to west + 360.
    public var eastDegrees: Double
    /// Northern bound, degrees.
    public var northDegrees: Double

    /// A box by its bounds in degrees.
    public init(westDegrees: Double, southDegrees: Double, eastDegrees: Double, northDegrees: Double) {
        self.westDegrees = westDegrees
        self.southDegrees = southDegrees
        self.eastDegrees = eastDegrees
        self.northDegrees = northDegrees
    }

    /// Whether a place lies in the box or within a margin of it, whichever way its longitude is counted.
    public func contains(_ place: GeographicPosition, marginDegrees: Double = 0) -> Bool {
        guard place.latitudeDegrees >= southDegrees - marginDegrees,
            place.latitudeDegrees <= northDegrees + marginDegrees
        else { return false }
        return [-360.0, 0, 360].contains { turn in
            let longitude = place.longitudeDegrees + turn
            return longitude >= westDegrees - marginDegrees && longitude <= eastDegrees + marginDegrees
        }
    }
}
