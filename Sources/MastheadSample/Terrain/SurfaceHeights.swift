import MastheadGeo

/// The tops of what stands on the ground: crowns, roofs, standing crops.
enum SurfaceHeights {
    /// Altitude of the surface of every cell, m.
    static func metres(
        _ ground: CellGround, clutter: ClutterMap, population: PopulationMap, seed: UInt64
    ) -> [Int16] {
        let frame = ground.frame
        let growth = Noise(seed: seed, stream: "growth")
        var surface = ground.metres
        for row in 0..<frame.rows {
            for column in 0..<frame.columns {
                let cell = row * frame.columns + column
                let code = clutter.codes[cell]
                guard code != ClutterMap.Cover.water else { continue }
                let x = frame.x(column: Double(column))
                let y = frame.y(row: Double(row))
                let stand = 0.5 + 0.6 * growth.fractal(x / 900, y / 900, octaves: 3)
                let single = growth.scatter(column, row)
                let height: Double
                switch code {
                case ClutterMap.Cover.trees: height = 6 + 16 * min(max(stand, 0), 1) + 3 * single
                case ClutterMap.Cover.shrubs: height = 1 + 2 * single
                case ClutterMap.Cover.builtUp:
                    // Roofs of two storeys at the edge of a village, of ten in the middle of a large town.
                    let density = Double(population.persons[cell]) / frame.cellSquareKilometres
                    height = 4 + 3 * single + min(density / 600, 24) * (0.4 + 0.9 * single)
                case ClutterMap.Cover.crops: height = single < 0.4 ? 1 : 0
                default: height = 0
                }
                surface[cell] += Int16(height.rounded())
            }
        }
        return surface
    }
}
