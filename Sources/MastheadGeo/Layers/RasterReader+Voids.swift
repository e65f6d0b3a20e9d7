public import MastheadCore

/// A cell for which a layer has no value, and why.
public struct LayerVoid: Sendable, Hashable {
    /// Why there is no value.
    public enum Kind: Sendable, Hashable {
        /// The source declares a void there.
        case declared
        /// Tiles lie around the place, and none of them holds it.
        case missingTile
        /// The layer does not reach there.
        case outside
    }

    /// Why there is no value.
    public let kind: Kind
    /// The first cell without a value, in columns and rows of the grid.
    public let column: Int
    /// The first cell's row.
    public let row: Int
    /// The place of the pixel that has no value, or of the cell where the layer does not reach.
    public let place: GeographicPosition?
    /// How many of the needed cells of the window have no value, for whatever reason.
    public let count: Int
    /// The layer, for the message.
    let layer: RasterLayer
    /// The file that holds the void, or the tile nearest to a gap.
    let file: String?
}

extension RasterReader {
    /// Scans a window for needed cells without a value.
    ///
    /// - Parameters:
    ///   - window: The cells to look at; large ones are best scanned tile by tile.
    ///   - method: As the layer will be read.
    ///   - isNeeded: Whether a cell, by column and row of the grid, must have a value; all of them otherwise.
    /// - Returns: The first void in row-major order with the count of all; nil when there is none.
    /// - Throws: `unreadable-layer` when the file cannot be read.
    public mutating func firstVoid(
        in window: GridWindow, method: Resampling = .bilinear, where isNeeded: ((Int, Int) -> Bool)? = nil
    ) throws(MastheadError) -> LayerVoid? {
        try scan(window, method: method, where: isNeeded) { _ in true }
    }

    /// Scans a window for needed cells that no file of the layer holds; voids that a source declares do not count.
    ///
    /// - Throws: `unreadable-layer` when the file cannot be read.
    mutating func firstUncovered(
        in window: GridWindow, method: Resampling = .nearest, where isNeeded: ((Int, Int) -> Bool)? = nil
    ) throws(MastheadError) -> LayerVoid? {
        let coordinates = coordinates(in: window)
        let layer = layer
        // Voids lie together, so the source of one mostly holds the next.
        var known: GridWindow?
        return try scan(window, method: method, where: isNeeded) { index in
            let column = coordinates.columns[index]
            let row = coordinates.rows[index]
            guard column.isFinite, row.isFinite, abs(column) < 1e12, abs(row) < 1e12 else { return true }
            let pixel = (column: Int(column.rounded(.down)), row: Int(row.rounded(.down)))
            if known?.contains(column: pixel.column, row: pixel.row) == true { return false }
            known = layer.source(column: pixel.column, row: pixel.row)
            return known == nil
        }
    }

    private mutating func scan(
        _ window: GridWindow, method: Resampling, where isNeeded: ((Int, Int) -> Bool)?, counts: (Int) -> Bool
    ) throws(MastheadError) -> LayerVoid? {
        let values = try values(in: window, method: method)
        var first: (column: Int, row: Int)?
        var count = 0
        for index in values.indices where values[index].isNaN {
            let column = window.column + index % window.columns
            let row = window.row + index / window.columns
            guard isNeeded?(column, row) ?? true, counts(index) else { continue }
            count += 1
            if first == nil { first = (column, row) }
        }
        guard let first else { return nil }
        return try explain(column: first.column, row: first.row, method: method, count: count)
    }

    private mutating func explain(
        column: Int, row: Int, method: Resampling, count: Int
    ) throws(MastheadError) -> LayerVoid {
        let found = coordinates(in: GridWindow(column: column, row: row, columns: 1, rows: 1))
        var kind = LayerVoid.Kind.outside
        var place: GeographicPosition?
        var file: String?
        if let pixel = frame.neighbours(column: found.columns[0], row: found.rows[0], method: method) {
            for (pixelColumn, pixelRow) in [
                (pixel.left, pixel.top), (pixel.right, pixel.top), (pixel.left, pixel.bottom),
                (pixel.right, pixel.bottom),
            ] where try isVoid(column: pixelColumn, row: pixelRow) {
                place = layer.position(column: Double(pixelColumn) + 0.5, row: Double(pixelRow) + 0.5)
                switch layer.absence(column: pixelColumn, row: pixelRow) {
                case .void:
                    kind = .declared
                    file = layer.tile(holding: pixelColumn, row: pixelRow)?.path
                case .missingTile:
                    kind = .missingTile
                    file = layer.tile(nearest: pixelColumn, row: pixelRow)?.path
                case .outside: kind = .outside
                }
                break
            }
        }
        if place == nil { place = try GridLocator(grid).geographic(of: grid.centre(column: column, row: row)) }
        return LayerVoid(
            kind: kind, column: column, row: row, place: place, count: count, layer: layer, file: file)
    }
}

extension LayerVoid {
    /// The refusal of a run that needs the cell.
    public var error: MastheadError {
        let more = count > 1 ? ", nor for \(count - 1) more cell\(count == 2 ? "" : "s") around" : ""
        switch kind {
        case .declared:
            return MastheadError(
                .layerVoid, "the \(layer.role) layer has a void where a value is needed" + more,
                at: .layer(role: layer.role, file: file ?? layer.path, place: place),
                remedy: "Fill the void, for example with: gdal_fillnodata.py IN OUT.tif, or leave the place out of the "
                    + "area.")
        case .missingTile:
            return MastheadError(
                .missingFile,
                "no \(layer.isMosaic ? "tile" : "source") of the \(layer.role) layer holds the place" + more,
                at: .layer(role: layer.role, file: layer.path, place: place),
                remedy: "Add the missing tile" + (file.map { "; the nearest one there is \($0)." } ?? "."))
        case .outside:
            return MastheadError(
                .layerDoesNotCover, "the \(layer.role) layer does not reach the place" + more + layer.extentText,
                at: .layer(role: layer.role, file: layer.path, place: place),
                remedy: "Give a raster that covers the area and the reach of its sites, or make either smaller.")
        }
    }
}

extension RasterLayer {
    /// The extent of the layer as words that end a sentence: between which corners it lies.
    var extentText: String {
        guard let northWest = position(column: 0, row: 0),
            let southEast = position(column: Double(columns), row: Double(rows))
        else { return "" }
        return "; it lies between \(northWest) and \(southEast)"
    }

    /// The tile whose middle lies nearest to a pixel.
    func tile(nearest column: Int, row: Int) -> MosaicTile? {
        func distance(_ tile: MosaicTile) -> Int {
            let across = abs(2 * (tile.window.column - column) + tile.window.columns)
            let down = abs(2 * (tile.window.row - row) + tile.window.rows)
            return across + down
        }
        return tiles.min { distance($0) < distance($1) }
    }
}
