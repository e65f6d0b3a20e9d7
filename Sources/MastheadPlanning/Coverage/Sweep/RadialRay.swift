import MastheadGeo
import MastheadPropagation

/// Where a radial runs: its line over the terrain of a window, and the true distance between its points.
///
/// Points stand one terrain cell apart in the plane. Over the reach of a mast the true length of that step changes by less
/// than the projections that are accepted may stretch it; it is taken at the rim of the fan.
struct RadialRay {
    let line: RasterLine
    let stepKilometres: Double

    /// The ray of a swept cell: that of its radial, or through the cell itself where there is no fan.
    init(
        to cell: SweptCells.Cell, of places: CellPlaces, from mast: Mast, fan: RadialFan?, grid: Grid,
        reachMetres: Double, window: GridWindow
    ) {
        let step = grid.cellMetres
        var direction: (east: Double, north: Double)
        if let fan {
            direction = fan.direction(Int(cell.radial))
            let rim = PlanePoint(
                x: mast.plane.x + direction.east * reachMetres, y: mast.plane.y + direction.north * reachMetres)
            stepKilometres = mast.scale.groundDistanceMetres(to: rim) / reachMetres * step / 1000
        } else {
            let centre = places.centres[Int(cell.place)]
            let (dx, dy) = (centre.x - mast.plane.x, centre.y - mast.plane.y)
            let length = max(1e-3, (dx * dx + dy * dy).squareRoot())
            direction = (dx / length, dy / length)
            stepKilometres = max(1e-3, cell.distanceMetres) / length * step / 1000
        }
        // In cells from the centre of the window's first cell.
        let u = (mast.plane.x - grid.westMetres) / step - 0.5
        let v = (grid.northMetres - mast.plane.y) / step - 0.5
        let (column, row) = (u.rounded(.down), v.rounded(.down))
        line = RasterLine(
            column: Int(column) - window.column, row: Int(row) - window.row, east: Float(u - column),
            south: Float(v - row), eastPerPoint: Float(direction.east), southPerPoint: Float(-direction.north))
    }
}
