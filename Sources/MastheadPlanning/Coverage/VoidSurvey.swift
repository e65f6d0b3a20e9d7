public import MastheadCore
public import MastheadGeo

/// Finds voids of the ground under the paths that a run will need, before the first path is computed.
///
/// A void matters when a path from a mast to a cell of the study area crosses it, or when it lies under either end. The
/// survey reads the terrain of each tile once; where a tile has no void, that is all. Where it has one, each path whose
/// bounding box meets a void is walked on the terrain grid.
public struct VoidSurvey: ~Copyable {
    private let setup: CoverageSetup
    private let terrainReaders: GroupReaders
    private var censusReader: CensusReader

    /// What a survey found in a tile.
    public struct Finding: Sendable {
        /// Cells of the study area in the tile.
        public var areaCells = 0
        /// Paths within the radius of their band and the range of its model, before any pruning.
        public var paths = 0
        /// Parts of divided cells that a mast may reach, added up over the bands.
        public var parts = 0
        /// The first needed place without ground, in the plane of the grid; nil when there is none.
        public var firstVoid: PlanePoint?
        /// Cells of the largest terrain window that the tile needs.
        public var terrainCells = 0
        /// Parts of the largest block that the tile needs.
        public var blockParts = 0
    }

    /// A survey that owns its readers.
    ///
    /// - Throws: As `TerrainReader`.
    public init(setup: CoverageSetup, census: consuming CensusReader) throws(MastheadError) {
        terrainReaders = try GroupReaders(setup)
        self.setup = setup
        censusReader = census
    }

    /// Surveys one tile of the study grid.
    public mutating func survey(_ window: GridWindow) throws(MastheadError) -> Finding {
        let census = try censusReader.tile(window)
        let cells = Self.areaCells(census, window: window)
        var finding = Finding(areaCells: cells.count)
        guard !cells.isEmpty else { return finding }
        for (index, group) in setup.groups.enumerated() {
            guard group.isRefined else {
                try survey(
                    cells, in: window, masts: setup.masts(near: window, group: group), group: index, into: &finding)
                continue
            }
            for block in RefinedBlock.blocks(of: cells, in: window, group: group, setup: setup) {
                try survey(block.cells, in: block.window, masts: block.masts, group: index, into: &finding)
                finding.blockParts = max(finding.blockParts, block.cells.count * group.parts)
                for band in group.bands {
                    let masts = block.masts.filter { setup.masts[$0].band == band }
                    let reached = block.cells.count { cell in masts.contains { setup.reaches(cell, mast: $0) } }
                    finding.parts += reached * group.parts
                }
            }
        }
        return finding
    }

    /// Surveys cells of the study grid for one group.
    private func survey(
        _ cells: [AreaCell], in window: GridWindow, masts near: [Int], group index: Int, into finding: inout Finding
    ) throws(MastheadError) {
        let group = setup.groups[index]
        let factor = group.refinement * group.factor
        let needed = Set(cells.map { PlaneCell(column: $0.column, row: $0.row) })
        try terrainReaders[index].reader.requireCover(in: window.scaled(by: factor)) {
            needed.contains(PlaneCell(column: $0 / factor, row: $1 / factor))
        }
        let terrain = try terrainReaders[index].reader.tile(
            group.terrainWindow(cells: group.parts(of: window), masts: near.map { setup.masts[$0] }))
        finding.terrainCells = max(finding.terrainCells, terrain.window.cellCount)
        let voids = VoidTable(tile: terrain, grid: group.terrainGrid)
        for cell in cells {
            for part in cell.parts(of: group) {
                let centre = group.grid.centre(column: part.column, row: part.row)
                if near.isEmpty, voids.hasAny, let place = voids.first(from: centre, to: centre) {
                    finding.firstVoid = finding.firstVoid ?? place
                }
                for index in near {
                    let mast = setup.masts[index]
                    let distance = mast.scale.groundDistanceMetres(to: centre)
                    guard distance <= min(mast.reachMetres, mast.farthestMetres) else { continue }
                    finding.paths += 1
                    guard voids.hasAny, finding.firstVoid == nil else { continue }
                    finding.firstVoid = voids.first(from: mast.plane, to: centre)
                }
            }
        }
    }

    private static func areaCells(_ census: CensusTile, window: GridWindow) -> [AreaCell] {
        var cells: [AreaCell] = []
        for share in census.shares where cells.last?.index != Int(share.cell) {
            let index = Int(share.cell)
            cells.append(
                AreaCell(
                    column: window.column + index % window.columns, row: window.row + index / window.columns,
                    index: index))
        }
        return cells
    }
}

/// A cell of the study grid, to look up.
private struct PlaneCell: Hashable {
    let column: Int
    let row: Int
}

/// Voids of a terrain tile with a summed-area table, so that a box without voids is known at once.
private struct VoidTable {
    private let window: GridWindow
    private let grid: Grid
    private let isVoidCell: [Bool]
    private let sums: [Int32]

    init(tile: TerrainTile, grid: Grid) {
        window = tile.window
        self.grid = grid
        isVoidCell = tile.groundMetres.map(\.isNaN)
        let width = window.columns + 1
        var sums = [Int32](repeating: 0, count: width * (window.rows + 1))
        if isVoidCell.contains(true) {
            for row in 0..<window.rows {
                var line: Int32 = 0
                for column in 0..<window.columns {
                    line += isVoidCell[row * window.columns + column] ? 1 : 0
                    sums[(row + 1) * width + column + 1] = sums[row * width + column + 1] + line
                }
            }
        }
        self.sums = sums
    }

    var hasAny: Bool { (sums.last ?? 0) > 0 }

    /// The first place without ground on the way between two points.
    func first(from start: PlanePoint, to end: PlanePoint) -> PlanePoint? {
        let a = grid.cell(at: start)
        let b = grid.cell(at: end)
        guard meetsBox(a, b) else { return nil }
        // The same points that the tracer will ask for.
        let dx = end.x - start.x
        let dy = end.y - start.y
        let intervals = max(4, Int(((dx * dx + dy * dy).squareRoot() / grid.cellMetres - 1e-9).rounded(.up)))
        for index in 0...intervals {
            let t = Double(index) / Double(intervals)
            let point = PlanePoint(x: start.x + t * dx, y: start.y + t * dy)
            let cell = grid.cell(at: point)
            if isVoid(column: cell.column, row: cell.row) { return point }
        }
        return nil
    }

    private func isVoid(column: Int, row: Int) -> Bool {
        guard window.contains(column: column, row: row) else { return true }
        return isVoidCell[window.index(column: column, row: row)]
    }

    /// Whether the box between two cells, one cell wider on each side, holds a void.
    private func meetsBox(_ a: (column: Int, row: Int), _ b: (column: Int, row: Int)) -> Bool {
        let width = window.columns + 1
        let left = max(0, min(a.column, b.column) - window.column - 1)
        let right = min(window.columns, max(a.column, b.column) - window.column + 2)
        let top = max(0, min(a.row, b.row) - window.row - 1)
        let bottom = min(window.rows, max(a.row, b.row) - window.row + 2)
        guard right > left, bottom > top else { return true }
        return sums[bottom * width + right] - sums[top * width + right] - sums[bottom * width + left]
            + sums[top * width + left] > 0
    }
}
