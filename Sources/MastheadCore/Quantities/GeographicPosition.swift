/// A place on the ellipsoid: longitude and latitude in degrees, east and north positive.
///
/// Longitude first, as `--at LON,LAT` and GeoJSON write it.
@frozen
public struct GeographicPosition: Sendable, Hashable, Codable {
    /// Longitude in degrees, −180 to 180, east positive.
    public let longitudeDegrees: Double
    /// Latitude in degrees, −90 to 90, north positive.
    public let latitudeDegrees: Double

    /// A place by longitude and latitude in degrees.
    @inlinable public init(longitudeDegrees: Double, latitudeDegrees: Double) {
        self.longitudeDegrees = longitudeDegrees
        self.latitudeDegrees = latitudeDegrees
    }
}

extension GeographicPosition: CustomStringConvertible {
    /// The place as `36.50000° N 121.25000° W`.
    public var description: String {
        let ns = latitudeDegrees < 0 ? "S" : "N"
        let ew = longitudeDegrees < 0 ? "W" : "E"
        return "\(FixedPoint.text(abs(latitudeDegrees), decimals: 5))° \(ns) "
            + "\(FixedPoint.text(abs(longitudeDegrees), decimals: 5))° \(ew)"
    }
}

/// Numbers with a fixed count of decimals, the same on every platform and in every locale.
public enum FixedPoint {
    /// `value` with `decimals` digits after the point, rounded half away from zero; not for |value| ≥ 9e15 / 10^decimals.
    public static func text(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return "\(value)" }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (abs(value) * scale).rounded()
        guard scaled < 9e15 else { return "\(value)" }
        let digits = Int64(scaled)
        let sign = value < 0 && digits != 0 ? "-" : ""
        guard decimals > 0 else { return sign + String(digits) }
        let unit = Int64(scale)
        let fraction = String(digits % unit)
        return sign + String(digits / unit) + "." + String(repeating: "0", count: decimals - fraction.count) + fraction
    }
}
