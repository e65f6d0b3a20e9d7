import MastheadCore

/// Something with a height, to be compared with the ground below it.
struct HeightProbe {
    /// Number of the piece or key point.
    var item: Int
    var point: PlanePoint
    /// Height above sea level in the datum of the ground layer, m.
    var altitudeMetres: Double
    /// Depth from which it counts as underground, m.
    var depthMetres: Double
}

/// Tells which of many points with heights lie below the ground, window by window of the terrain grid.
enum GroundProbe {
    /// Cells along the side of a window that is read at once; 4 MB of altitudes.
    private static let side = 1024

    /// The items that lie more than their depth below the ground, and how many could not be told for want of ground.
    ///
    ///     underground: altitude < ground − depth
    static func underground(
        _ probes: [HeightProbe], terrain: TerrainSource
    ) throws(MastheadError) -> (items: [Int], unknown: Int) {
        guard !probes.isEmpty else { return ([], 0) }
        let grid = terrain.terrainGrid
        var reader = try RasterReader(
            terrain.ground, on: grid, edgeReach: terrain.edgeReach, plausible: TerrainSource.plausibleGroundMetres)
        var byWindow: [Int: [Int]] = [:]
        let across = (grid.columns + side - 1) / side
        var unknown = 0
        for (number, probe) in probes.enumerated() {
            let cell = grid.cell(at: probe.point)
            guard grid.window.contains(column: cell.column, row: cell.row) else {
                unknown += 1
                continue
            }
            byWindow[cell.row / side * across + cell.column / side, default: []].append(number)
        }
        var items: [Int] = []
        for (key, members) in byWindow.sorted(by: { $0.key < $1.key }) {
            let tile = GridWindow(column: key % across * side, row: key / across * side, columns: side, rows: side)
            guard let window = tile.intersection(grid.window) else { continue }
            let ground = try reader.values(in: window, method: .bilinear)
            for number in members {
                let cell = grid.cell(at: probes[number].point)
                let altitude = Double(ground[window.index(column: cell.column, row: cell.row)])
                if altitude.isNaN { unknown += 1 }
                if probes[number].altitudeMetres < altitude - probes[number].depthMetres {
                    items.append(probes[number].item)
                }
            }
        }
        return (items, unknown)
    }
}
