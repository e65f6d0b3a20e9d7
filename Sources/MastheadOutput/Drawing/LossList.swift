import MastheadCore

/// What models say about a path, as a list below its drawing: in two columns, down the first and then the second.
struct LossList {
    let losses: [ProfilePlot.Loss]

    private static let left = 78.0
    private static let columnWidth = 552.0
    private static let rowHeight = 21.0
    private static let foot = 16.0

    private static let modelStyle = TextStyle(size: 13, isBold: true)
    private static let valueStyle = TextStyle(size: 13)
    private static let absentStyle = TextStyle(size: 13, color: .paleInk)
    private static let editionStyle = TextStyle(size: 12, color: .paleInk)

    /// Rows of a list of so many losses: a short one stands in one column.
    private static func rows(_ count: Int) -> Int { count <= 2 ? count : (count + 1) / 2 }

    /// The height that a list takes, pixels.
    static func height(_ count: Int) -> Double { count == 0 ? 0 : Double(rows(count)) * rowHeight + foot }

    func draw(on canvas: borrowing Canvas, top: Double) {
        let rows = Self.rows(losses.count)
        for (index, loss) in losses.enumerated() {
            let x = Self.left + Double(index / rows) * Self.columnWidth
            let y = top + Double(index % rows) * Self.rowHeight
            canvas.text(loss.model, x: x, y: y, Self.modelStyle)
            let value = loss.decibels.map { "\(MapText.fixed($0, 2)) dB" }
            canvas.text(
                value ?? "no loss", x: x + 194, y: y, value == nil ? Self.absentStyle : Self.valueStyle, anchor: .right)
            canvas.text(Self.shortened(loss.edition), x: x + 208, y: y + 1, Self.editionStyle)
        }
    }

    /// An edition without its remarks, cut to what fits beside its loss.
    private static func shortened(_ whole: String) -> String {
        let limit = 46
        var edition = String(whole.prefix { $0 != "(" })
        while edition.last == " " { edition.removeLast() }
        return edition.count <= limit ? edition : String(edition.prefix(limit - 1)) + "…"
    }
}
