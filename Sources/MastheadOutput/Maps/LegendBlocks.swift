import Foundation
import MastheadCore
import MastheadGeo
import MastheadPlanning

/// The parts of a legend that several maps share.
enum LegendBlocks {
    static let heading = TextStyle(size: 15, isBold: true)
    static let plain = TextStyle(size: 13)
    static let small = TextStyle(size: 12, color: .paleInk, width: MapSheet.blockWidth)

    /// A swatch with its meaning; answers where the next line begins.
    static func key(_ color: Color, _ label: String, x: Double, y: Double, on canvas: borrowing Canvas) -> Double {
        canvas.fillRectangle(x: x, y: y + 2, width: 26, height: 13, color)
        canvas.strokeRectangle(x: x, y: y + 2, width: 26, height: 13, .frame, lineWidth: 1)
        canvas.text(label, x: x + 36, y: y, plain)
        return y + 23
    }

    /// The symbol of a site with their number; answers where the next line begins.
    static func siteKey(
        _ count: Int, _ name: String = "site", color: Color = CoverageColors.mast, x: Double, y: Double,
        on canvas: borrowing Canvas
    ) -> Double {
        canvas.fill([[(x + 13, y + 2), (x + 18.5, y + 13), (x + 7.5, y + 13)]], color)
        canvas.text("\(name) (\(MapText.grouped(count)))", x: x + 36, y: y, plain)
        return y + 23
    }

    /// Names on the left, values on the right, and a note below; answers the height.
    static func table(
        _ title: String, _ rows: [(name: String, value: String)], note: String, x: Double, y: Double,
        on canvas: borrowing Canvas
    ) -> Double {
        canvas.text(title, x: x, y: y, heading)
        var line = y + 26
        for row in rows {
            canvas.text(row.name, x: x, y: line, plain)
            canvas.text(row.value, x: x + MapSheet.blockWidth, y: line, plain, anchor: .right)
            line += 21
        }
        return line + 3 + canvas.text(note, x: x, y: line + 3, small).height - y
    }

    /// Projection, cell size, models and sources, for the foot of a map.
    static func foot(_ grid: Grid, _ definitions: Definitions, _ credits: [String]) -> String {
        (["\(grid.referenceSystem.name), cells of \(Length(metres: grid.cellMetres))"]
            + Array(Set(definitions.bands.map(\.model))).sorted() + credits).joined(separator: "  ·  ")
    }

    /// Scale bar and north arrow.
    static func scale(_ frame: MapFrame) -> MapSheet.Block {
        { canvas, x, y in
            let widest = (MapSheet.blockWidth - 100) * frame.metresPerPixel
            let decade = pow(10, log10(widest).rounded(.down))
            let length = [5, 2, 1].map { $0 * decade }.first { $0 <= widest } ?? decade
            let pixels = length / frame.metresPerPixel
            let top = y + 22
            for part in 0..<4 {
                let color: Color = part % 2 == 0 ? .ink : .paper
                canvas.fillRectangle(x: x + pixels * Double(part) / 4, y: top, width: pixels / 4, height: 7, color)
            }
            canvas.strokeRectangle(x: x, y: top, width: pixels, height: 7, .ink, lineWidth: 1)
            canvas.text("0", x: x, y: top + 11, plain)
            let unit = length >= 1000 ? "\(MapText.number(length / 1000)) km" : "\(MapText.number(length)) m"
            canvas.text(unit, x: x + pixels, y: top + 11, plain, anchor: .centre)
            let arrow = (x: x + MapSheet.blockWidth - 14, y: top + 4)
            canvas.fill([[(arrow.x, arrow.y - 26), (arrow.x + 9, arrow.y + 6), (arrow.x, arrow.y - 1)]], .ink)
            canvas.stroke(
                [(arrow.x, arrow.y - 26), (arrow.x - 9, arrow.y + 6), (arrow.x, arrow.y - 1)], .ink, lineWidth: 1.2,
                closed: true)
            canvas.text("N", x: arrow.x, y: arrow.y + 8, TextStyle(size: 13, isBold: true), anchor: .centre)
            return 52
        }
    }
}

extension RunContent {
    /// Number of different sites.
    var siteCount: Int { Set(stations.map(\.siteID)).count }

    /// Projection, cell size, model and sources, for the foot of a map.
    var foot: String { LegendBlocks.foot(tiles.grid, figures.definitions, credits) }

    /// Draws a triangle for each site.
    func drawSites(_ frame: MapFrame, on canvas: borrowing Canvas) {
        SiteSymbols.draw(stations.map(\.plane), CoverageColors.mast, in: frame, on: canvas)
    }
}
