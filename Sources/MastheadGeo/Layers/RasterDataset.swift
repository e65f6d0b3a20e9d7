package import MastheadCore

/// Raw access to the pixels of a layer, in the layer's own columns and rows.
///
/// A handle: one thread at a time; each worker opens its own. Columns may run beyond the edge of a geographic layer and
/// come back at its other end, once around the Earth.
package struct RasterDataset: ~Copyable {
    /// The layer that is read.
    package let layer: RasterLayer
    private var open: [OpenTile] = []

    /// The most tiles that are held open at a time: a tile of work and its neighbours, with room for a second scale.
    private static let openLimit = 24

    /// An opened file on the heap, so that several can wait in an array.
    private final class OpenTile {
        let tile: Int
        let file: RasterFile

        init(tile: Int, file: consuming RasterFile) {
            self.tile = tile
            self.file = file
        }
    }

    /// A block of pixels, row-major, as `RasterDataset` hands them out.
    package struct Block<Sample: Sendable>: Sendable {
        /// Where the block lies in the layer's columns and rows.
        package let window: GridWindow
        /// One value per pixel; NaN where the layer has none.
        package var values: [Sample]
        /// The index of the first NaN that is stored as a value although NaN is not declared to mean a void.
        package var undeclaredNaN: Int?
    }

    /// Makes ready to read a layer; files are opened when they are first needed.
    package init(_ layer: RasterLayer) {
        GDALRuntime.prepare()
        self.layer = layer
    }

    /// The values of a window in double precision; NaN where the layer declares a void or does not reach.
    package mutating func doubles(in window: GridWindow) throws(MastheadError) -> [Double] {
        try block(in: window, as: Double.self).values
    }

    /// The values of a window in single precision; NaN where the layer declares a void or does not reach.
    package mutating func floats(in window: GridWindow) throws(MastheadError) -> [Float] {
        try block(in: window, as: Float.self).values
    }

    /// The values of a window in double precision, with word of a NaN that no one declared.
    package mutating func block(in window: GridWindow) throws(MastheadError) -> Block<Double> {
        try block(in: window, as: Double.self)
    }

    private mutating func block<Sample: PixelReal>(in window: GridWindow, as type: Sample.Type)
        throws(MastheadError) -> Block<Sample>
    {
        let pieces = layer.pieces(of: window)
        if pieces.count == 1, let only = pieces.first, only.target == window, only.mask == nil {
            let read = try file(only.tile).read(only.source, as: type)
            return Block(window: window, values: read.values, undeclaredNaN: read.undeclaredNaN)
        }
        var block = Block<Sample>(
            window: window, values: Array(repeating: .nan, count: window.cellCount), undeclaredNaN: nil)
        for piece in pieces {
            let read = try file(piece.tile).read(piece.source, as: type)
            merge(read.values, undeclaredNaN: read.undeclaredNaN, of: piece, into: &block)
        }
        return block
    }

    /// Copies a piece into a block; where tiles overlap, the first one that has a value keeps the pixel.
    private func merge<Sample: PixelReal>(
        _ values: [Sample], undeclaredNaN: Int?, of piece: MosaicPiece, into block: inout Block<Sample>
    ) {
        var from = 0
        for row in 0..<piece.target.rows {
            var to = block.window.index(column: piece.target.column, row: piece.target.row + row)
            for _ in 0..<piece.target.columns {
                let isFilled = piece.mask?[from] ?? true
                if isFilled, block.values[to].isNaN { block.values[to] = values[from] }
                if isFilled, from == undeclaredNaN, block.undeclaredNaN == nil { block.undeclaredNaN = to }
                from += 1
                to += 1
            }
        }
    }

    private mutating func file(_ tile: Int) throws(MastheadError) -> OpenTileReader {
        if let place = open.firstIndex(where: { $0.tile == tile }) {
            let found = open.remove(at: place)
            open.append(found)
            return OpenTileReader(tile: found)
        }
        if open.count >= Self.openLimit { open.removeFirst() }
        let opened = try OpenTile(tile: tile, file: RasterFile(role: layer.role, path: layer.tiles[tile].path))
        open.append(opened)
        return OpenTileReader(tile: opened)
    }

    /// Reads from a tile that is held open.
    private struct OpenTileReader {
        let tile: OpenTile

        func read<Sample: PixelReal>(_ window: GridWindow, as type: Sample.Type)
            throws(MastheadError) -> (values: [Sample], undeclaredNaN: Int?)
        {
            try tile.file.read(window, as: type)
        }
    }
}
