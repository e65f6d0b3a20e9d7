import CPROJ
import Foundation
public import MastheadCore

/// Shortest lines on the WGS 84 ellipsoid.
///
/// Distances and bearings are PROJ's (Karney's method, exact to nanometres); places along a line come from Vincenty's
/// direct formulas, exact to a tenth of a millimetre.
public enum Geodesic {
    /// Equatorial radius of WGS 84, m (EPSG:7030).
    static let equatorialRadiusMetres = 6_378_137.0
    /// Flattening of WGS 84 (EPSG:7030).
    static let flattening = 1 / 298.257223563

    /// The length of the shortest line between two places.
    public static func distance(from start: GeographicPosition, to end: GeographicPosition) -> Length {
        Length(metres: inverse(from: start, to: end).metres)
    }

    /// The direction, clockwise from north, in which the shortest line leaves `start`; zero between equal places.
    public static func bearing(from start: GeographicPosition, to end: GeographicPosition) -> Angle {
        Angle(degrees: inverse(from: start, to: end).bearingDegrees)
    }

    /// The place halfway along the shortest line.
    public static func midpoint(from start: GeographicPosition, to end: GeographicPosition) -> GeographicPosition {
        let line = inverse(from: start, to: end)
        return destination(
            from: start, bearing: Angle(degrees: line.bearingDegrees), distance: Length(metres: line.metres / 2))
    }

    /// Distance and bearing together: metres, and degrees from −180 to 180.
    static func inverse(from start: GeographicPosition, to end: GeographicPosition) -> (
        metres: Double, bearingDegrees: Double
    ) {
        guard start != end else { return (0, 0) }
        let radians = Double.pi / 180
        let line = unsafe proj_geod(
            ellipsoid.object, proj_coord(start.longitudeDegrees * radians, start.latitudeDegrees * radians, 0, 0),
            proj_coord(end.longitudeDegrees * radians, end.latitudeDegrees * radians, 0, 0))
        return unsafe (line.v.0, line.v.1)
    }

    /// The place at a distance in a direction.
    ///
    /// Source: T. Vincenty, Survey Review XXIII 176 (1975), direct formulas.
    ///
    ///     σ = s / (b A) + Δσ,   Δσ = B sin σ ( cos 2σₘ + B/4 ( cos σ (2 cos² 2σₘ − 1) − … ) )      (6, 7)
    public static func destination(
        from start: GeographicPosition, bearing: Angle, distance: Length
    ) -> GeographicPosition {
        let f = flattening
        let b = equatorialRadiusMetres * (1 - f)
        let alpha1 = bearing.radians
        let tanU1 = (1 - f) * tan(start.latitudeDegrees * .pi / 180)
        let cosU1 = 1 / (1 + tanU1 * tanU1).squareRoot()
        let sinU1 = tanU1 * cosU1
        let sigma1 = atan2(tanU1, cos(alpha1))
        let sinAlpha = cosU1 * sin(alpha1)
        let cosSquaredAlpha = 1 - sinAlpha * sinAlpha
        let secondEccentricity = (equatorialRadiusMetres * equatorialRadiusMetres - b * b) / (b * b)
        let u2 = cosSquaredAlpha * secondEccentricity
        let A = 1 + u2 / 16384 * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)))
        let B = u2 / 1024 * (256 + u2 * (-128 + u2 * (74 - 47 * u2)))
        var sigma = distance.metres / (b * A)
        // Each round gains three digits; eight are more than double precision holds.
        for _ in 0..<8 {
            let c = cos(2 * sigma1 + sigma)
            let correction =
                B * sin(sigma)
                * (c + B / 4
                    * (cos(sigma) * (2 * c * c - 1)
                        - B / 6 * c * (4 * sin(sigma) * sin(sigma) - 3) * (4 * c * c - 3)))
            sigma = distance.metres / (b * A) + correction
        }
        let c = cos(2 * sigma1 + sigma)
        let across = sinU1 * sin(sigma) - cosU1 * cos(sigma) * cos(alpha1)
        let latitude = atan2(
            sinU1 * cos(sigma) + cosU1 * sin(sigma) * cos(alpha1),
            (1 - f) * (sinAlpha * sinAlpha + across * across).squareRoot())
        let lambda = atan2(sin(sigma) * sin(alpha1), cosU1 * cos(sigma) - sinU1 * sin(sigma) * cos(alpha1))
        let C = f / 16 * cosSquaredAlpha * (4 + f * (4 - 3 * cosSquaredAlpha))
        let inner = c + C * cos(sigma) * (2 * c * c - 1)
        let difference = lambda - (1 - C) * f * sinAlpha * (sigma + C * sin(sigma) * inner)
        return GeographicPosition(
            longitudeDegrees: ReferenceSystem.wrapped(start.longitudeDegrees + difference * 180 / .pi, from: -180),
            latitudeDegrees: latitude * 180 / .pi)
    }

    private static let ellipsoid = Ellipsoid()

    /// The ellipsoid as PROJ holds it for the life of the process.
    ///
    /// SAFETY: `proj_geod` takes the object as constant and reads only the numbers set when it was made, so that threads
    /// may share it.
    @safe
    private final class Ellipsoid: @unchecked Sendable {
        let object: OpaquePointer

        init() {
            let context = unsafe ProjectionObject.makeContext()
            guard let made = unsafe proj_create(context, "+proj=longlat +ellps=WGS84") else {
                preconditionFailure("PROJ knows WGS 84")
            }
            unsafe object = unsafe made
        }
    }
}
