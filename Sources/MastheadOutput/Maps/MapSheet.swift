import MastheadCore
import MastheadGeo

/// The layout of a map's sheet: heading, map, blocks of legend beside or below it, and a foot.
///
/// Areas much wider than high carry their legend below, all others beside. Texts are measured before anything is placed,
/// so that long titles, many credits and extreme shapes of area find room.
struct MapSheet {
    /// A part of the legend: draws itself with its upper left corner at a place, and answers how high it is.
    typealias Block = (_ canvas: borrowing Canvas, _ x: Double, _ y: Double) -> Double

    static let margin = 30.0
    /// Width of a block of the legend.
    static let blockWidth = 330.0
    private static let gap = 30.0
    /// Room for the labels of meridians and parallels.
    private static let labelRoom = 20.0
    /// The longest side of a map with its legend beside it, and of one with its legend below.
    private static let longSideBeside = 1150.0
    private static let longSideBelow = 1500.0
    /// Width over height from which the legend goes below.
    private static let wideRatio = 1.9
    /// The narrowest heading, for areas much higher than wide.
    private static let leastWidth = 560.0

    private static let titleStyle = TextStyle(size: 26, isBold: true)
    private static let subtitleStyle = TextStyle(size: 15, color: .paleInk)
    private static let footStyle = TextStyle(size: 12, color: .paleInk)

    /// Where the map lies.
    let frame: MapFrame
    private let title: String
    private let subtitle: String
    private let foot: String
    private let isWide: Bool
    private let textWidth: Double
    private let subtitleTop: Double
    private let footHeight: Double

    /// A layout for a grid and its texts.
    init(grid: Grid, title: String, subtitle: String, foot: String) throws(MastheadError) {
        let ratio = Double(grid.columns) / Double(grid.rows)
        isWide = ratio > Self.wideRatio
        let left = Self.margin + Self.labelRoom
        let longSide = isWide ? Self.longSideBelow : Self.longSideBeside
        let draft = MapFrame(grid: grid, left: left, top: 0, longSide: longSide)
        let inner = Self.labelRoom + Double(draft.width) + (isWide ? 0 : Self.gap + Self.blockWidth)
        textWidth = max(inner, Self.leastWidth)
        let probe = try Canvas(width: 1, height: 1)
        let titleHeight = probe.measure(title, Self.within(Self.titleStyle, textWidth)).height
        let subtitleHeight = probe.measure(subtitle, Self.within(Self.subtitleStyle, textWidth)).height
        footHeight = probe.measure(foot, Self.within(Self.footStyle, textWidth)).height
        subtitleTop = 22 + titleHeight + 4
        frame = MapFrame(grid: grid, left: left, top: subtitleTop + subtitleHeight + 16, longSide: longSide)
        self.title = title
        self.subtitle = subtitle
        self.foot = foot
    }

    private static func within(_ style: TextStyle, _ width: Double) -> TextStyle {
        var style = style
        style.width = width
        return style
    }

    /// The sheet as PNG.
    ///
    /// - Parameters:
    ///   - blocks: The legend, first things first.
    ///   - map: Draws what lies in the frame; nothing outside the frame is touched.
    func png(blocks: [Block], map: (borrowing Canvas) -> Void) throws(MastheadError) -> [UInt8] {
        let probe = try Canvas(width: 1, height: 1)
        let places = places(of: blocks.map { $0(probe, 0, 0) })
        let footTop = max(frame.bottom + Self.labelRoom, places.bottom) + 18
        let canvas = try Canvas(
            width: Int((textWidth + 2 * Self.margin).rounded(.up)),
            height: Int((footTop + footHeight + Self.margin * 0.6).rounded(.up)))
        canvas.text(title, x: Self.margin, y: 22, Self.within(Self.titleStyle, textWidth))
        canvas.text(subtitle, x: Self.margin, y: subtitleTop, Self.within(Self.subtitleStyle, textWidth))
        canvas.clipped(x: frame.left, y: frame.top, width: Double(frame.width), height: Double(frame.height)) {
            map(canvas)
        }
        Graticule(frame: frame)?.draw(on: canvas)
        canvas.strokeRectangle(
            x: frame.left, y: frame.top, width: Double(frame.width), height: Double(frame.height), .frame, lineWidth: 1)
        for (block, place) in zip(blocks, places.corners) { _ = block(canvas, place.x, place.y) }
        canvas.text(foot, x: Self.margin, y: footTop, Self.within(Self.footStyle, textWidth))
        return try canvas.finish()
    }

    /// Where blocks of these heights stand, and where the lowest ends.
    private func places(of heights: [Double]) -> (corners: [SheetPoint], bottom: Double) {
        guard isWide else {
            var y = frame.top
            let corners = heights.map { height in
                defer { y += height + Self.gap }
                return (x: frame.right + Self.gap, y: y)
            }
            return (corners, y - Self.gap)
        }
        let top = frame.bottom + Self.labelRoom + Self.gap * 0.7
        let step = max(Self.blockWidth + Self.gap, Double(frame.width) / Double(max(1, heights.count)))
        let corners = heights.indices.map { (x: frame.left + Double($0) * step, y: top) }
        return (corners, top + (heights.max() ?? 0))
    }
}
