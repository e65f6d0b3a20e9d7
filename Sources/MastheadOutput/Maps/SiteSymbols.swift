import MastheadGeo

/// Sites on a map as triangles.
enum SiteSymbols {
    /// Draws one triangle for each place, smaller where there are many; places that occur again are drawn once.
    static func draw(_ places: [PlanePoint], _ color: Color, in frame: MapFrame, on canvas: borrowing Canvas) {
        let size = places.count > 2000 ? 2.2 : places.count > 300 ? 3.4 : 4.8
        var seen: Set<PlanePoint> = []
        for place in places where seen.insert(place).inserted {
            let point = frame.point(place)
            let corners = [
                (x: point.x, y: point.y - size * 1.2), (x: point.x + size, y: point.y + size * 0.8),
                (x: point.x - size, y: point.y + size * 0.8),
            ]
            canvas.stroke(corners, .paper, lineWidth: size / 2.4, closed: true)
            canvas.fill([corners], color)
        }
    }
}
