public import MastheadCore
public import MastheadGeo

/// Turns rows of lists of masts into towers, and sets aside each row that cannot be used, with the reason.
public struct TowerReader: ~Copyable {
    private let areaBounds: GeographicBounds
    private let locator: GridLocator
    private var known: [String: (file: String, row: Int)] = [:]
    private var rowCount = 0
    /// The towers so far, in the order of their rows.
    public private(set) var towers: [Tower] = []
    /// Rows with a reason against them.
    public private(set) var quarantined: [QuarantinedRow] = []

    /// - Parameters:
    ///   - areaBounds: Bounds of the study area, to recognise swapped coordinates.
    ///   - grid: The study grid.
    /// - Throws: `bad-crs` where the grid's reference system cannot be read.
    public init(areaBounds: GeographicBounds, grid: Grid) throws(MastheadError) {
        self.areaBounds = areaBounds
        locator = try GridLocator(grid)
    }

    /// Takes in all rows of a table; of the rules, station, coordinates and height count.
    public mutating func read(_ table: RegisterTable, by rules: RegisterRules) {
        for row in table.rows {
            rowCount += 1
            do throws(QuarantinedRow) {
                towers.append(try tower(RegisterCells(row: row, file: table.file, rules: rules)))
            } catch {
                quarantined.append(error)
            }
        }
    }

    /// Refuses lists of which more is set aside than the job bears.
    ///
    /// - Throws: `bad-register` naming the first row.
    public func require(limit: Share) throws(MastheadError) {
        guard let first = quarantined.first, Double(quarantined.count) > limit.fraction * Double(rowCount) else {
            return
        }
        throw MastheadError(
            .badRegister,
            "\(quarantined.count) of \(rowCount) rows of masts cannot be used; the limit is \(limit)",
            at: .row(file: first.file, row: first.row),
            remedy: "Mend the rows, or raise limits.quarantine in the job; first reason: \(first.problem). "
                + first.remedy)
    }

    private mutating func tower(_ cells: RegisterCells) throws(QuarantinedRow) -> Tower {
        let id = try cells.stationID()
        if let earlier = known[id] {
            throw cells.refuse(
                "duplicate-id", "mast \"\(id)\" stands in row \(earlier.row) of \(earlier.file) already",
                "Give the mast another identifier, or delete one of the rows.")
        }
        let position = try cells.position(near: areaBounds)
        guard let plane = try? locator.plane(of: position) else {
            throw cells.refuse(
                "far-away", "position \(position) cannot be projected to the study grid",
                "Correct the coordinates, or delete the row.")
        }
        let height = cells.text(.height) == nil ? nil : try cells.height(default: Length(metres: 1)).metres
        known[id] = (cells.file, cells.number)
        return Tower(id: id, position: position, plane: plane, heightMetres: height)
    }
}
