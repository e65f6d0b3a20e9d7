import MastheadGeo

/// Land cover of every raster cell in the codes of ESA WorldCover.
struct ClutterMap {
    /// One code for each cell.
    private(set) var codes: [UInt8]

    /// The classes that the sample uses, by ESA's code.
    enum Cover {
        static let trees: UInt8 = 10
        static let shrubs: UInt8 = 20
        static let grass: UInt8 = 30
        static let crops: UInt8 = 40
        static let builtUp: UInt8 = 50
        static let bare: UInt8 = 60
        static let water: UInt8 = 80
        static let wetland: UInt8 = 90
    }

    /// People per square kilometre from which a cell counts as built up.
    private static let builtUpDensity = 420.0

    /// - Parameter yards: Ground of ports and industry, built up although no one lives there.
    init(
        _ ground: CellGround, valleys: Valleys, population: PopulationMap, yards: [Yard], reliefMetres: Double,
        seed: UInt64
    ) {
        let frame = ground.frame
        let patches = Noise(seed: seed, stream: "patches")
        let perCell = Self.builtUpDensity * frame.cellSquareKilometres
        codes = [UInt8](repeating: Cover.water, count: frame.cellCount)
        for row in 0..<frame.rows {
            let y = frame.y(row: Double(row))
            for column in 0..<frame.columns {
                let cell = row * frame.columns + column
                guard ground.metres[cell] > 0, !ground.isRiver[cell] else { continue }
                let x = frame.x(column: Double(column))
                let place = PlanePoint(x: x, y: y)
                if Double(population.persons[cell]) > perCell || yards.contains(where: { $0.contains(place) }) {
                    codes[cell] = Cover.builtUp
                    continue
                }
                codes[cell] = Self.nature(
                    slope: ground.slope(column: column, row: row),
                    altitude: Double(ground.metres[cell]) / reliefMetres, metres: Double(ground.metres[cell]),
                    above: valleys.lattice.value(of: valleys.aboveStream, x: x, y: y),
                    wide: patches.fractal(x / 2600, y / 2600, octaves: 4),
                    near: patches.fractal(x / 480 + 30, y / 480, octaves: 3))
            }
        }
    }

    /// Woods on slopes, crops on flat low ground, grass and scrub between, bare ground high up, reeds by slow water.
    private static func nature(
        slope: Double, altitude: Double, metres: Double, above: Double, wide: Double, near: Double
    ) -> UInt8 {
        if metres < 5, above < 1.2, wide > 0.12 { return Cover.wetland }
        if slope > 0.7 || altitude + 0.15 * near > 1 { return Cover.bare }
        if altitude + 0.2 * wide > 0.88 { return near > 0.1 ? Cover.shrubs : Cover.grass }
        if slope < 0.07, altitude < 0.4 {
            if near > 0.42 { return Cover.trees }
            return wide < -0.28 ? (near < -0.2 ? Cover.shrubs : Cover.grass) : Cover.crops
        }
        let woods = 1.6 * min(slope, 0.35) + 0.8 * wide + 0.35 * near - 0.15
        if woods > 0.05 { return Cover.trees }
        return near > 0.12 ? Cover.shrubs : Cover.grass
    }
}

/// A piece of ground that is built over: a port, an industrial park.
struct Yard {
    var centre: PlanePoint
    var halfWidth: Double
    var halfHeight: Double

    /// The corners, counter-clockwise and closed, as GeoJSON has them.
    var corners: [PlanePoint] {
        [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1), (-1, -1)].map {
            PlanePoint(x: centre.x + $0.0 * halfWidth, y: centre.y + $0.1 * halfHeight)
        }
    }

    func contains(_ point: PlanePoint) -> Bool {
        abs(point.x - centre.x) <= halfWidth && abs(point.y - centre.y) <= halfHeight
    }
}
