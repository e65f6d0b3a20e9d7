public import MastheadCore
public import MastheadGeo
import MastheadPropagation
import Synchronization

/// The terrain around a site, read piece by piece by any number of threads.
public final class SiteTerrain: Sendable {
    /// The parts in which it is read.
    public let pieces: [GridWindow]

    private let assembly: TerrainAssembly
    private let grid: Grid
    private let plane: PlanePoint
    private let scale: LocalScale
    private let reachMetres: Double
    private let found = Mutex(Found())

    private struct Found {
        var groundVoids = 0
        var surfaceVoids = 0
        /// The first void cell of the ground, row-major in the window.
        var firstVoid = Int.max
    }

    /// Side of a piece, cells: a power of two near the block size of usual rasters.
    private static let pieceCells = 256

    init(window: GridWindow, grid: Grid, plane: PlanePoint, scale: LocalScale, reachMetres: Double) {
        pieces = window.tiles(side: Self.pieceCells)
        assembly = TerrainAssembly(window: window)
        self.grid = grid
        self.plane = plane
        self.scale = scale
        self.reachMetres = reachMetres
    }

    /// Takes in a piece.
    public func add(_ tile: TerrainTile) {
        var own = Found()
        for index in tile.groundMetres.indices {
            let isVoid = tile.groundMetres[index].isNaN
            let hasNoSurface = tile.surfaceMetres?[index].isNaN ?? false
            guard isVoid || hasNoSurface else { continue }
            let column = tile.window.column + index % tile.window.columns
            let row = tile.window.row + index / tile.window.columns
            guard isWithinReach(column: column, row: row) else { continue }
            if hasNoSurface { own.surfaceVoids += 1 }
            if isVoid {
                own.groundVoids += 1
                own.firstVoid = min(own.firstVoid, assembly.window.index(column: column, row: row))
            }
        }
        assembly.add(tile)
        found.withLock { all in
            all.groundVoids += own.groundVoids
            all.surfaceVoids += own.surfaceVoids
            all.firstVoid = min(all.firstVoid, own.firstVoid)
        }
    }

    private func isWithinReach(column: Int, row: Int) -> Bool {
        scale.groundDistanceMetres(to: grid.centre(column: column, row: row)) <= reachMetres
    }

    /// Cells within the radius where the surface layer has a void.
    public var surfaceVoidCount: Int { found.withLock(\.surfaceVoids) }
    /// Cells within the radius where the ground has a void.
    public var groundVoidCount: Int { found.withLock(\.groundVoids) }

    /// The place of the first cell within the radius where the ground has a void; nil where it has none.
    public func firstVoid() throws(MastheadError) -> GeographicPosition? {
        let index = found.withLock(\.firstVoid)
        guard index < Int.max else { return nil }
        let window = assembly.window
        return try GridLocator(grid).geographic(
            of: grid.centre(column: window.column + index % window.columns, row: window.row + index / window.columns))
    }

    /// The whole, once all pieces are in.
    public func view() -> View {
        let tile = assembly.tile()
        let view = TerrainView(tile: tile, grid: grid)
        return View(view: view, raster: view.raster(), hasFoot: !view.sample(x: plane.x, y: plane.y).groundMetres.isNaN)
    }

    /// All terrain around a site, for reading.
    public struct View: Sendable {
        let view: TerrainView
        let raster: TerrainRaster
        /// Whether the ground under the site is known.
        public let hasFoot: Bool

        /// Cells without a clutter class, which count as bare.
        public var clutterVoidCount: Int { view.tile.clutterVoidCount }
    }
}
