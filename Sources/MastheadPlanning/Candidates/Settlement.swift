public import MastheadCore
public import MastheadGeo

/// A settlement of a list, which lends its name to what stays unserved near it.
public struct Settlement: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its position in the plane of the study grid.
    public var plane: PlanePoint
    /// Its people by the list; nil where the list does not tell.
    public var people: Double?
    /// How far it lends its name, m.
    public var reachMetres: Double

    /// A settlement by its parts.
    public init(name: String, plane: PlanePoint, people: Double?, reachMetres: Double) {
        self.name = name
        self.plane = plane
        self.people = people
        self.reachMetres = reachMetres
    }
}

/// Turns rows of lists of settlements into settlements, and sets aside each row that cannot be used, with the reason.
public struct SettlementReader: ~Copyable {
    private let areaBounds: GeographicBounds
    private let locator: GridLocator
    private var rowCount = 0
    /// The settlements so far, in the order of their rows.
    public private(set) var settlements: [Settlement] = []
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

    /// Takes in all rows of a table; of the rules, station (the name), coordinates and population count.
    public mutating func read(_ table: RegisterTable, by rules: RegisterRules, reachMetres: Double) {
        for row in table.rows {
            rowCount += 1
            do throws(QuarantinedRow) {
                settlements.append(
                    try settlement(RegisterCells(row: row, file: table.file, rules: rules), reachMetres: reachMetres))
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
            "\(quarantined.count) of \(rowCount) rows of settlements cannot be used; the limit is \(limit)",
            at: .row(file: first.file, row: first.row),
            remedy: "Mend the rows, or raise limits.quarantine in the job; first reason: \(first.problem). "
                + first.remedy)
    }

    private func settlement(
        _ cells: RegisterCells, reachMetres: Double
    ) throws(QuarantinedRow) -> Settlement {
        guard let name = cells.text(.station) else {
            throw cells.refuse("missing-name", "the settlement has no name", "Name it, or delete the row.")
        }
        let position = try cells.position(near: areaBounds)
        guard let plane = try? locator.plane(of: position), plane.x.isFinite, plane.y.isFinite else {
            throw cells.refuse(
                "far-away", "position \(position) cannot be projected to the study grid",
                "Correct the coordinates, or delete the row.")
        }
        return Settlement(name: name, plane: plane, people: try cells.population(), reachMetres: reachMetres)
    }
}
