public import MastheadCore

/// Points on a great circle of a spherical Earth.
///
/// Source: Recommendation ITU-R P.2001-4, Attachment H, to which P.1812 refers for the middle of a path; R = 6371 km.
public enum GreatCircle {
    /// The point at a distance from the start, on the great circle towards the end.
    ///
    /// Longitudes may lie on either side of ±180°; the result is between −180° and 180°.
    ///
    /// - Returns: Longitude and latitude in degrees, and the bearing at the start in degrees from north.
    public static func point(
        from start: GeographicPosition, towards end: GeographicPosition, atKilometres distance: Double
    ) -> (position: GeographicPosition, bearingDegrees: Double) {
        let radian = Double.pi / 180
        let φt = start.latitudeDegrees * radian
        let φr = end.latitudeDegrees * radian
        let Δλ = (end.longitudeDegrees - start.longitudeDegrees) * radian
        let r = Elementary.sin(φt) * Elementary.sin(φr) + Elementary.cos(φt) * Elementary.cos(φr) * Elementary.cos(Δλ)
        let x1 = Elementary.sin(φr) - r * Elementary.sin(φt)
        let y1 = Elementary.cos(φt) * Elementary.cos(φr) * Elementary.sin(Δλ)
        // Ends that coincide, or the poles: any bearing will do.
        let bearing = abs(x1) < 1e-9 && abs(y1) < 1e-9 ? 0 : Elementary.atan2(y1, x1)
        let δ = distance / PhysicalConstants.ituEarthRadiusKilometres
        let s = min(
            1,
            max(
                -1,
                Elementary.sin(φt) * Elementary.cos(δ)
                    + Elementary.cos(φt) * Elementary.sin(δ) * Elementary.cos(bearing)))
        let x2 = Elementary.cos(δ) - s * Elementary.sin(φt)
        let y2 = Elementary.cos(φt) * Elementary.sin(δ) * Elementary.sin(bearing)
        var longitude = start.longitudeDegrees + Elementary.atan2(y2, x2) / radian
        if longitude > 180 { longitude -= 360 }
        if longitude < -180 { longitude += 360 }
        return (
            GeographicPosition(longitudeDegrees: longitude, latitudeDegrees: Elementary.asin(s) / radian),
            bearing / radian
        )
    }
}
