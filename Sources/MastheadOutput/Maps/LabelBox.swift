/// The room that a label takes on a sheet, pixels.
struct LabelBox {
    var x: Double
    var y: Double
    let width: Double
    let height: Double

    /// Whether two labels lie over each other, or nearly do side by side.
    func meets(_ other: LabelBox) -> Bool {
        x < other.x + other.width + 4 && other.x < x + width + 4 && y < other.y + other.height
            && other.y < y + height
    }

    /// Whether two labels lie over each other, however close they stand.
    func touches(_ other: LabelBox) -> Bool {
        x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
    }

    /// The same room, moved to lie in a map.
    func moved(into frame: MapFrame) -> LabelBox {
        var box = self
        box.x = max(frame.left + 4, min(frame.right - 4 - width, x))
        box.y = max(frame.top + 3, min(frame.bottom - 3 - height, y))
        return box
    }
}
