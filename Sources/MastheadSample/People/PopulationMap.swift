import MastheadGeo

/// People in every raster cell: settlements with dense middles and ragged edges, farms between, no one on water.
struct PopulationMap {
    /// Persons in each cell, in whole 256ths; −99999 at sea, as WorldPop writes it.
    private(set) var persons: [Float]
    private let ground: CellGround
    private let streets: Noise
    private let outline: Noise

    static let nodata: Float = -99_999

    init(_ ground: CellGround, settlements: [Settlement], ruralPeople: Double, reliefMetres: Double, seed: UInt64) {
        self.ground = ground
        streets = Noise(seed: seed, stream: "streets")
        outline = Noise(seed: seed, stream: "outline")
        persons = [Float](repeating: 0, count: ground.frame.cellCount)
        for settlement in settlements { settle(settlement) }
        settleFarms(people: ruralPeople, reliefMetres: reliefMetres, seed: seed)
        for cell in persons.indices {
            persons[cell] = ground.metres[cell] == 0 ? Self.nodata : (persons[cell] * 256).rounded() / 256
        }
    }

    /// All people, in Double and row by row.
    var total: Double { persons.reduce(0) { $1 > 0 ? $0 + Double($1) : $0 } }

    /// Shares a settlement's people among the cells around its centre.
    private mutating func settle(_ settlement: Settlement) {
        let frame = ground.frame
        let radius = settlement.radiusMetres
        let reach = 5.5 * radius
        let firstColumn = max(Int(frame.column(x: settlement.point.x - reach)), 0)
        let lastColumn = min(Int(frame.column(x: settlement.point.x + reach)), frame.columns - 1)
        let firstRow = max(Int(frame.row(y: settlement.point.y + reach)), 0)
        let lastRow = min(Int(frame.row(y: settlement.point.y - reach)), frame.rows - 1)
        var shares: [(cell: Int, share: Double)] = []
        var sum = 0.0
        for row in firstRow...max(lastRow, firstRow) {
            for column in firstColumn...max(lastColumn, firstColumn) {
                let share = self.share(settlement, radius: radius, column: column, row: row)
                guard share > 0 else { continue }
                shares.append((row * frame.columns + column, share))
                sum += share
            }
        }
        guard sum > 0 else { return }
        for (cell, share) in shares { persons[cell] += Float(settlement.people * share / sum) }
    }

    private func share(_ settlement: Settlement, radius: Double, column: Int, row: Int) -> Double {
        let frame = ground.frame
        let cell = row * frame.columns + column
        guard ground.metres[cell] > 0, !ground.isRiver[cell] else { return 0 }
        let x = frame.x(column: Double(column))
        let y = frame.y(row: Double(row))
        let (dx, dy) = (x - settlement.point.x, y - settlement.point.y)
        let bent = 1 + 0.7 * outline.fractal(x / (1.3 * radius), y / (1.3 * radius), octaves: 3)
        let distance = (dx * dx + dy * dy).squareRoot() / radius * max(bent, 0.35)
        guard distance < 5 else { return 0 }
        let near = Shape.hump(distance)
        let slope = ground.slope(column: column, row: row)
        let flat = 1 / (1 + slope * slope / 0.01)
        // Towards the edge more and more cells stand empty.
        guard streets.scatter(column, row) < 2.2 * near.squareRoot() * flat else { return 0 }
        let texture = 0.55 + 0.9 * streets.fractal(x / 420, y / 420, octaves: 3)
        return near * flat * max(texture, 0.06)
    }

    /// Scatters farms over the land that can be worked.
    private mutating func settleFarms(people: Double, reliefMetres: Double, seed: UInt64) {
        let frame = ground.frame
        let farms = Noise(seed: seed, stream: "farms")
        var sum = 0.0
        func share(_ column: Int, _ row: Int) -> Double {
            let cell = row * frame.columns + column
            guard ground.metres[cell] > 0, !ground.isRiver[cell] else { return 0 }
            guard farms.scatter(column, row) < 0.16 else { return 0 }
            let low = Shape.hump(Double(ground.metres[cell]) / (0.45 * reliefMetres))
            let slope = ground.slope(column: column, row: row)
            let flat = Shape.hump(slope / 0.15)
            let x = frame.x(column: Double(column))
            let y = frame.y(row: Double(row))
            let worked = 0.5 + farms.fractal(x / 5000, y / 5000, octaves: 4)
            return low * flat * max(worked, 0) * (0.4 + farms.scatter(row, column))
        }
        for row in 0..<frame.rows { for column in 0..<frame.columns { sum += share(column, row) } }
        guard sum > 0 else { return }
        for row in 0..<frame.rows {
            for column in 0..<frame.columns {
                let part = share(column, row)
                if part > 0 { persons[row * frame.columns + column] += Float(people * part / sum) }
            }
        }
    }
}
