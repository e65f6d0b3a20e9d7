public import MastheadCore

extension ReferenceSystem {
    /// Lambert's azimuthal equal-area projection on WGS 84 around places given by their outline.
    ///
    /// Areas are exact everywhere. Distances and angles are true at the centre and stray by (d / 2R)² / 2 towards the
    /// edge: 0.01 % at 180 km, 0.7 % at 1500 km. Wider areas stay correct in area, but their maps look bent.
    /// The centre is rounded to 0.01°, so that small changes of the outline keep the system.
    ///
    /// - Parameter extents: Corners or outlines, on either side of the antimeridian; empty gives 0° N 0° E.
    public static func equalArea(around extents: [GeographicPosition]) -> ReferenceSystem {
        let latitudes = extents.map(\.latitudeDegrees)
        let middle = ((latitudes.min() ?? 0) + (latitudes.max() ?? 0)) / 2
        let longitude = centralLongitude(of: extents.map(\.longitudeDegrees))
        return ReferenceSystem(
            definition: "+proj=laea +lat_0=\(hundredths(middle)) +lon_0=\(hundredths(longitude)) +x_0=0 +y_0=0 "
                + "+datum=WGS84 +units=m +no_defs +type=crs")
    }

    /// A name for people, where the definition is one that `equalArea(around:)` made.
    var equalAreaName: String? {
        let parts = definition.split(separator: " ")
        guard definition.hasPrefix("+proj=laea "), definition.contains("+datum=WGS84 +units=m"),
            let latitude = parts.first(where: { $0.hasPrefix("+lat_0=") }).flatMap({ Double($0.dropFirst(7)) }),
            let longitude = parts.first(where: { $0.hasPrefix("+lon_0=") }).flatMap({ Double($0.dropFirst(7)) })
        else { return nil }
        let ns = latitude < 0 ? "S" : "N"
        let ew = longitude < 0 ? "W" : "E"
        return "WGS 84 / Lambert azimuthal equal-area around \(hundredths(abs(latitude)))° \(ns) "
            + "\(hundredths(abs(longitude)))° \(ew)"
    }

    /// The middle of the shortest arc of longitudes that holds all of them, −180 to 180.
    static func centralLongitude(of longitudes: [Double]) -> Double {
        let sorted = longitudes.map { wrapped($0, from: -180) }.sorted()
        guard let first = sorted.first, let last = sorted.last else { return 0 }
        // The arc that holds all is the circle without its widest gap.
        var widest = first + 360 - last
        var start = first
        for (west, east) in zip(sorted, sorted.dropFirst()) where east - west > widest {
            widest = east - west
            start = east
        }
        return wrapped(start + (360 - widest) / 2, from: -180)
    }

    /// The same direction counted from `start` to `start + 360`.
    static func wrapped(_ degrees: Double, from start: Double) -> Double {
        degrees - 360 * ((degrees - start) / 360).rounded(.down)
    }

    private static func hundredths(_ degrees: Double) -> String { FixedPoint.text(degrees, decimals: 2) }

    private func hundredths(_ degrees: Double) -> String { Self.hundredths(degrees) }
}
