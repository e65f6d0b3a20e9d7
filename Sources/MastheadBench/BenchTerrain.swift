import MastheadPropagation

/// Terrain that a bench can make again: a quarter of a disc around a mast in the north-western corner, in cells of 30 m.
///
/// Fractal: octaves of value noise from 15 km down to 120 m, each half as high as the one before, and clutter patches.
struct BenchTerrain {
    static let cellMetres = 30.0
    let side: Int
    let ground: [Float]
    let clutter: [Float]
    let raster: TerrainRaster

    init(side: Int) {
        self.side = side
        var ground = [Float](repeating: 300, count: side * side)
        var height: Float = 160
        var width = 512
        while width >= 4 {
            Self.addOctave(&ground, side: side, width: width, height: height)
            height /= 2
            width /= 2
        }
        let clutter = (0..<side * side).map { index in
            Self.noise(index % side / 9, index / side / 9, 99) > 0.75 ? Float(15) : 0
        }
        self.ground = ground
        self.clutter = clutter
        raster = TerrainRaster(
            columns: side, rows: side, groundMetres: ground, clutterMetres: clutter,
            clutterKinds: Array(repeating: ClutterKind.buildings.rawValue, count: side * side),
            zones: Array(repeating: RadioZone.inland.rawValue, count: side * side))
    }

    /// The same terrain with a sea where the ground is low, which is coastal land up to 100 m above it.
    func raster(seaBelowMetres level: Float) -> TerrainRaster {
        TerrainRaster(
            columns: side, rows: side, groundMetres: ground, clutterMetres: clutter,
            clutterKinds: Array(repeating: ClutterKind.buildings.rawValue, count: side * side),
            zones: ground.map {
                ($0 < level ? RadioZone.sea : $0 < level + 100 ? .coastalLand : .inland).rawValue
            })
    }

    private static func addOctave(_ ground: inout [Float], side: Int, width: Int, height: Float) {
        for row in 0..<side {
            let (j, v) = (row / width, smooth(Float(row % width) / Float(width)))
            for column in 0..<side {
                let (i, u) = (column / width, smooth(Float(column % width) / Float(width)))
                let north = noise(i, j, width) * (1 - u) + noise(i + 1, j, width) * u
                let south = noise(i, j + 1, width) * (1 - u) + noise(i + 1, j + 1, width) * u
                ground[row * side + column] += height * (north * (1 - v) + south * v)
            }
        }
    }

    private static func smooth(_ t: Float) -> Float { t * t * (3 - 2 * t) }

    /// A number from 0 to 1 for a place of a lattice.
    private static func noise(_ i: Int, _ j: Int, _ salt: Int) -> Float {
        var z = UInt64(truncatingIfNeeded: i &* 73_856_093 ^ j &* 19_349_663 ^ salt &* 83_492_791)
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return Float((z ^ (z >> 31)) >> 40) / Float(1 << 24)
    }

    /// What stands at a place, in cells from the centre of the first one, as a profile is drawn point by point.
    func sample(_ u: Double, _ v: Double) -> PathSample {
        let (column, row) = (Int(u), Int(v))
        let (du, dv) = (u - Double(column), v - Double(row))
        let index = row * side + column
        let north = Double(ground[index]) * (1 - du) + Double(ground[index + 1]) * du
        let south = Double(ground[index + side]) * (1 - du) + Double(ground[index + side + 1]) * du
        let nearest = (du < 0.5 ? column : column + 1) + (dv < 0.5 ? row : row + 1) * side
        return PathSample(
            groundMetres: north * (1 - dv) + south * dv, clutterMetres: Double(clutter[nearest]),
            clutterKind: .buildings)
    }
}
