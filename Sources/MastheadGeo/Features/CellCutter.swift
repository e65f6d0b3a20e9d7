/// Cuts straight lines of the plane exactly at the borders of a grid's cells.
struct CellCutter {
    let grid: Grid

    /// The fractions between 0 and 1, without both, at which a line crosses borders between cells; ascending.
    ///
    /// A line that runs along a border is not cut by it: it belongs to the cells east or south, as points on an edge do.
    func cuts(from start: PlanePoint, to end: PlanePoint) -> [Double] {
        var cuts: [Double] = []
        Self.crossings(
            (start.x - grid.westMetres) / grid.cellMetres, (end.x - grid.westMetres) / grid.cellMetres, into: &cuts)
        Self.crossings(
            (grid.northMetres - start.y) / grid.cellMetres, (grid.northMetres - end.y) / grid.cellMetres, into: &cuts)
        cuts.sort()
        var kept: [Double] = []
        for cut in cuts where cut != kept.last { kept.append(cut) }
        return kept
    }

    /// Whole numbers between `a` and `b` as fractions of the way.
    private static func crossings(_ a: Double, _ b: Double, into cuts: inout [Double]) {
        guard a != b else { return }
        let low = min(a, b).rounded(.down) + 1
        let high = max(a, b).rounded(.up) - 1
        guard low <= high else { return }
        var border = low
        while border <= high {
            let t = (border - a) / (b - a)
            if t > 0, t < 1 { cuts.append(t) }
            border += 1
        }
    }
}
