import Synchronization

/// One terrain tile put together from parts that several threads read.
///
/// The parts may come in any order; each cell is written by one of them.
package final class TerrainAssembly: Sendable {
    /// The cells of the whole.
    package let window: GridWindow
    private let arrays: Mutex<Arrays>

    private struct Arrays {
        var ground: [Float]
        var clutter: [Float]
        var kinds: [UInt8]
        var zones: [UInt8]
        var clutterVoids = 0
    }

    /// An empty tile: void ground with nothing on it.
    package init(window: GridWindow) {
        self.window = window
        let count = window.cellCount
        arrays = Mutex(
            Arrays(
                ground: Array(repeating: .nan, count: count), clutter: Array(repeating: 0, count: count),
                kinds: Array(repeating: ClutterObstacle.none.rawValue, count: count),
                zones: Array(repeating: ZoneCode.inland, count: count)))
    }

    /// Takes in a part, which lies inside the window.
    package func add(_ part: TerrainTile) {
        arrays.withLock { whole in
            for row in 0..<part.window.rows {
                let from = row * part.window.columns..<(row + 1) * part.window.columns
                let start = window.index(column: part.window.column, row: part.window.row + row)
                let to = start..<start + part.window.columns
                whole.ground.replaceSubrange(to, with: part.groundMetres[from])
                whole.clutter.replaceSubrange(to, with: part.clutterMetres[from])
                whole.kinds.replaceSubrange(to, with: part.clutterKinds[from])
                whole.zones.replaceSubrange(to, with: part.zones[from])
            }
            whole.clutterVoids += part.clutterVoidCount
        }
    }

    /// The tile, once all parts are in.
    package func tile() -> TerrainTile {
        arrays.withLock { whole in
            TerrainTile(
                window: window, groundMetres: whole.ground, surfaceMetres: nil, clutterMetres: whole.clutter,
                clutterKinds: whole.kinds, zones: whole.zones, clutterVoidCount: whole.clutterVoids)
        }
    }
}
