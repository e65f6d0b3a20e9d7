import Foundation
import MastheadCore
import MastheadGeo

/// The symbol of a sector in a GeoPackage: a small wedge along its azimuth, and not its range.
enum SectorWedge {
    /// Length of the wedge, m.
    private static let metres = 400.0
    /// Half the angle of the wedge, degrees.
    private static let halfAngle = 25.0

    /// A wedge that points on the ground where the antenna does, or a ring of twelve corners for one without azimuth.
    static func polygon(
        at position: GeographicPosition, plane: PlanePoint, azimuthDegrees: Double?, _ locator: borrowing GridLocator
    ) throws(MastheadError) -> VectorPolygon {
        func corner(_ degrees: Double) -> PlanePoint {
            let angle = degrees * .pi / 180
            return PlanePoint(x: plane.x + metres * sin(angle), y: plane.y + metres * cos(angle))
        }
        guard let azimuthDegrees else {
            return VectorPolygon(outer: (0..<12).map { corner(Double($0) * 30) }).inWholeMillimetres
        }
        // North on the ground is not quite up in the plane.
        let north = try locator.plane(
            of: Geodesic.destination(from: position, bearing: Angle(radians: 0), distance: Length(kilometres: 1)))
        let turn = atan2(north.x - plane.x, north.y - plane.y) * 180 / .pi
        let tip = [-1.0, -0.5, 0, 0.5, 1].map { corner(azimuthDegrees + turn + $0 * halfAngle) }
        return VectorPolygon(outer: [plane] + tip).inWholeMillimetres
    }
}
