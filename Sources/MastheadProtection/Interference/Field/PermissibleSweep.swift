import MastheadCore
import MastheadGeo
import MastheadPropagation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The radial sweep behind a ``PermissibleField``: radials half a cell apart at the rim, shared out among threads; each cell
/// belongs to one of them.
struct PermissibleSweep: Sendable {
    /// A cell within the radius.
    struct Cell: Sendable {
        var place: Int32
        var radial: Int32
        var east: Float
        var north: Float
        var distanceMetres: Double
    }

    /// What one piece of the sweep found.
    struct Part: Sendable {
        struct Value: Sendable {
            var place: Int32
            var lossDB: Float
            var gainDBi: Float
        }

        var values: [Value] = []
        var voidCount = 0
    }

    let request: PermissibleField.Request
    let reading: StationReading
    let terrain: ProtectionTerrain
    let climate: InterferenceClimate
    let model: PathLossModel
    let origin: PathTracer.Origin
    let scale: LocalScale
    let fan: RadialFan
    /// The cells that the field is of.
    let window: GridWindow
    /// Cells by radial, on each from the station outward.
    let cells: [Cell]
    /// The first cell of each radial, and the end.
    let starts: [Int]

    /// Radials in a piece of work.
    private static let pieceRadials = 64

    /// The frequency of the losses.
    static func frequency(_ request: PermissibleField.Request, _ reading: StationReading) -> Frequency {
        reading.criterion.interference == .unwanted ? reading.middle : request.carrier
    }

    init(
        _ request: PermissibleField.Request, reading: StationReading, terrain: ProtectionTerrain,
        climate: InterferenceClimate
    ) throws(MastheadError) {
        self.request = request
        self.reading = reading
        self.terrain = terrain
        self.climate = climate
        let station = request.station
        model = try PathLossModel(
            LossKind(
                model: reading.criterion.model, hertz: Self.frequency(request, reading).hertz,
                timePercent: reading.criterion.threshold.timePercent, isHorizontal: false), climate: climate)
        do throws(MastheadError) {
            try model.require(stationMetres: station.antennaHeight.metres, emitterMetres: 30)
        } catch { throw error.located(at: .row(file: station.file, row: station.row)) }
        try model.require(stationMetres: 30, emitterMetres: request.antennaHeight.metres)
        let locator = try GridLocator(terrain.grid)
        let plane = try locator.plane(of: station.position)
        origin = PathTracer.Origin(
            plane: plane, latitudeDegrees: station.position.latitudeDegrees,
            longitudeDegrees: station.position.longitudeDegrees, antennaMetres: station.antennaHeight.metres,
            foot: terrain.sample(at: plane))
        scale = try LocalScale(locator, site: plane, reach: Length(metres: 1.03 * request.radius.metres))
        fan = RadialFan(radiusMetres: request.radius.metres, cellMetres: request.grid.cellMetres)
        let around = ProtectionTerrain.window(around: [plane], reach: request.radius, on: request.grid)
        window =
            around.flatMap { $0.intersection(request.grid.window) }
            ?? GridWindow(column: 0, row: 0, columns: 0, rows: 0)
        (cells, starts) = Self.order(
            Self.cells(window, request.grid, plane, scale, fan, radius: request.radius.metres), fan.count)
    }

    /// The cells of a window within a true distance, with their radials.
    private static func cells(
        _ window: GridWindow, _ grid: Grid, _ plane: PlanePoint, _ scale: LocalScale, _ fan: RadialFan, radius: Double
    ) -> [Cell] {
        var cells: [Cell] = []
        for row in 0..<window.rows {
            for column in 0..<window.columns {
                let centre = grid.centre(column: window.column + column, row: window.row + row)
                let (dx, dy) = (centre.x - plane.x, centre.y - plane.y)
                guard dx * dx + dy * dy <= 1.07 * radius * radius else { continue }
                let (east, north) = scale.trueVector(to: centre)
                let distance = (east * east + north * north).squareRoot()
                guard distance <= radius else { continue }
                cells.append(
                    Cell(
                        place: Int32(row * window.columns + column), radial: 0, east: Float(east), north: Float(north),
                        distanceMetres: distance))
            }
        }
        for start in stride(from: 0, to: cells.count, by: 16) {
            var east = SIMD16<Float>(repeating: 0)
            var north = SIMD16<Float>(repeating: 1)
            let lanes = min(16, cells.count - start)
            for lane in 0..<lanes {
                let place = Int(cells[start + lane].place)
                let centre = grid.centre(
                    column: window.column + place % window.columns, row: window.row + place / window.columns)
                east[lane] = Float(centre.x - plane.x)
                north[lane] = Float(centre.y - plane.y)
            }
            // A cell under the station has no direction; it is too near for any radial.
            north.replace(with: 1, where: (east .== 0) .& (north .== 0))
            let nearest = fan.nearest(east, north)
            for lane in 0..<lanes { cells[start + lane].radial = nearest[lane] }
        }
        return cells
    }

    /// By radial, and on each by distance; at one distance by place.
    private static func order(_ unordered: [Cell], _ count: Int) -> ([Cell], [Int]) {
        var starts = [Int](repeating: 0, count: count + 1)
        for cell in unordered { starts[Int(cell.radial) + 1] += 1 }
        for index in 1...count { starts[index] += starts[index - 1] }
        var next = starts
        var cells = unordered
        for cell in unordered {
            cells[next[Int(cell.radial)]] = cell
            next[Int(cell.radial)] += 1
        }
        for radial in 0..<count where starts[radial + 1] - starts[radial] > 1 {
            cells[starts[radial]..<starts[radial + 1]].sort {
                $0.distanceMetres != $1.distanceMetres
                    ? $0.distanceMetres < $1.distanceMetres : $0.place < $1.place
            }
        }
        return (cells, starts)
    }

    /// Computes all cells.
    func run(threads: Int, isStopped: @escaping @Sendable () -> Bool) throws(MastheadError) -> [Part] {
        let count = (fan.count + Self.pieceRadials - 1) / Self.pieceRadials
        let results = PieceResults<Part>(count: count)
        try SharedWork.run(count: count, threads: threads, isStopped: isStopped) {
            () throws(MastheadError) -> RadialWorker in
            RadialWorker(self)
        } body: { (worker, number) throws(MastheadError) in
            var part = Part()
            let first = number * Self.pieceRadials
            for radial in first..<min(first + Self.pieceRadials, fan.count) { worker.sweep(radial, into: &part) }
            results.set(part, at: number)
        }
        return results.all()
    }
}
