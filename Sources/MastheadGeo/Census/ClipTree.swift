/// The regions cut into blocks of a grid, on demand: each block from the next larger one, so that a long border is walked
/// once on the way down and not for every block.
///
/// The blocks are anchored at the grid's corner, so a block's pieces are the same whoever asks for them. Coordinates are
/// in cells, row down.
struct ClipTree {
    /// Side of the smallest blocks, cells.
    static let blockSide = 16
    /// A block is split so many times along each side.
    private static let fan = 4

    /// A ring of a region within a block.
    struct Piece {
        let region: Int32
        let ring: [PlanePoint]
    }

    private struct Key: Hashable {
        let level: Int
        let column: Int
        let row: Int
    }

    private let root: [Piece]
    private let rootLevel: Int
    private var blocks: [Key: [Piece]] = [:]
    private var pointCount = 0
    private let pointLimit: Int

    /// A tree over the rings of all regions of a grid.
    init(_ pieces: [Piece], grid: Grid) {
        root = pieces
        var level = 0
        var side = Self.blockSide
        while side < max(grid.columns, grid.rows) {
            side *= Self.fan
            level += 1
        }
        rootLevel = level
        // The upper levels hold each border about once per level; what lies below is a few blocks around a tile.
        pointLimit = max(1 << 18, 4 * pieces.reduce(0) { $0 + $1.ring.count })
    }

    /// Forgets blocks when they take much room; to be called between tiles.
    mutating func trim() {
        guard pointCount > pointLimit else { return }
        blocks = [:]
        pointCount = 0
    }

    /// The pieces of the regions in a smallest block.
    mutating func pieces(blockColumn: Int, blockRow: Int) -> [Piece] {
        pieces(Key(level: 0, column: blockColumn, row: blockRow))
    }

    private mutating func pieces(_ key: Key) -> [Piece] {
        if key.level >= rootLevel, key.column == 0, key.row == 0 { return root }
        guard key.level < rootLevel else { return [] }
        if let known = blocks[key] { return known }
        let parent = pieces(
            Key(level: key.level + 1, column: key.column / Self.fan, row: key.row / Self.fan))
        var side = Double(Self.blockSide)
        for _ in 0..<key.level { side *= Double(Self.fan) }
        let columns = Double(key.column) * side...Double(key.column + 1) * side
        let rows = Double(key.row) * side...Double(key.row + 1) * side
        let cut = parent.compactMap { piece -> Piece? in
            let ring = RingClip.clipped(piece.ring, toColumns: columns, rows: rows)
            return ring.isEmpty ? nil : Piece(region: piece.region, ring: ring)
        }
        blocks[key] = cut
        pointCount += cut.reduce(8) { $0 + $1.ring.count }
        return cut
    }
}
