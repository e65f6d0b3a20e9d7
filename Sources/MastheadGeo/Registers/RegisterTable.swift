public import MastheadCore

/// One row of a register as it was read.
public struct RegisterRow: Sendable, Hashable {
    /// The row as a spreadsheet shows it, the header being row 1; for files without rows, the feature counted from 1.
    public let number: Int
    /// The cells that are not empty, by column name.
    public let fields: [String: String]
    /// The position on WGS 84; nil where the row gives none that can be read.
    public let position: GeographicPosition?

    /// A row by its parts.
    public init(number: Int, fields: [String: String], position: GeographicPosition?) {
        self.number = number
        self.fields = fields
        self.position = position
    }
}

/// A register as it was read: rows of texts with their positions, nothing judged.
public struct RegisterTable: Sendable, Hashable {
    /// The file.
    public let file: String
    /// Every file that was read, sorted.
    public let files: [String]
    /// The names of the columns.
    public let columnNames: [String]
    /// The rows, in the order of the file.
    public let rows: [RegisterRow]

    /// A table by its parts.
    public init(file: String, files: [String]? = nil, columnNames: [String], rows: [RegisterRow]) {
        self.file = file
        self.files = files ?? [file]
        self.columnNames = columnNames
        self.rows = rows
    }

    /// The names of a register's columns.
    ///
    /// - Parameters:
    ///   - path: A CSV file (`.csv`, `.tsv`, `.txt`), or any vector file that OGR reads.
    ///   - layer: The layer of a file with several.
    /// - Throws: `missing-file`, `bad-register`, `unreadable-layer`, or `unknown-name` for a layer that is not there.
    public static func columnNames(path: String, layer: String? = nil) throws(MastheadError) -> [String] {
        if isText(path) { return try DelimitedText(path: path).header.filter { !$0.isEmpty } }
        return try VectorReader(path: path, layer: layer).fieldNames
    }

    /// Reads a register.
    ///
    /// - Parameters:
    ///   - path: A CSV file (`.csv`, `.tsv`, `.txt`), or any vector file that OGR reads.
    ///   - layer: The layer of a file with several.
    ///   - longitudeColumn: The column with the longitude or easting; nil takes the features' own points.
    ///   - latitudeColumn: The column with the latitude or northing; nil takes the features' own points.
    ///   - referenceSystem: The system of the two columns; points carry their own where their file states one.
    /// - Throws: `missing-file`, `unreadable-layer`, `unknown-name` for a column that is not there, `bad-crs`, or
    ///   `bad-register` when there are no rows or no positions.
    public static func read(
        path: String, layer: String? = nil, longitudeColumn: String? = nil, latitudeColumn: String? = nil,
        referenceSystem: ReferenceSystem = .wgs84
    ) throws(MastheadError) -> RegisterTable {
        let raw = try isText(path) ? RawTable(text: path) : RawTable(features: path, layer: layer)
        for column in [longitudeColumn, latitudeColumn] {
            guard let column, !raw.columnNames.contains(column) else { continue }
            let nearest = NearestName.suggestion(for: column, among: raw.columnNames)
            throw MastheadError(
                .unknownName, "the register has no column \"\(column)\"", at: .row(file: path, row: 1, column: column),
                remedy: nearest.map { "Write \($0)." }
                    ?? "Use one of its columns: \(raw.columnNames.joined(separator: ", ")).")
        }
        guard !raw.rows.isEmpty else {
            throw MastheadError(
                .badRegister, "the register has no rows below its header", at: .file(path),
                remedy: "Export the register with its stations, one in each row.")
        }
        let positions: [GeographicPosition?]
        if let longitudeColumn, let latitudeColumn {
            positions = try PositionReader(referenceSystem, path: path).positions(
                raw.rows.map { (number($0.fields[longitudeColumn]), number($0.fields[latitudeColumn])) })
        } else {
            guard raw.hasPoints else {
                throw MastheadError(
                    .badRegister,
                    "the register gives no positions: it has no points, and no columns are named for them",
                    at: .file(path),
                    remedy: "Name the columns in register[].columns.longitude and register[].columns.latitude; the "
                        + "columns are: \(raw.columnNames.joined(separator: ", ")).")
            }
            positions = try PositionReader(raw.referenceSystem ?? referenceSystem, path: path).positions(
                raw.rows.map { ($0.point?.x, $0.point?.y) })
        }
        return RegisterTable(
            file: path, files: raw.files, columnNames: raw.columnNames,
            rows: zip(raw.rows, positions).map { RegisterRow(number: $0.number, fields: $0.fields, position: $1) })
    }

    private static func isText(_ path: String) -> Bool {
        let ending = path.split(separator: ".").last?.lowercased() ?? ""
        return ["csv", "tsv", "txt"].contains(ending)
    }

    private static func number(_ text: String?) -> Double? { text.flatMap { Double($0.trimmed) } }
}

/// The rows of a register before their coordinates have become positions.
private struct RawTable {
    struct Row {
        var number: Int
        var fields: [String: String]
        var point: PlanePoint?
    }

    var columnNames: [String]
    var files: [String]
    var referenceSystem: ReferenceSystem?
    var rows: [Row] = []

    var hasPoints: Bool { rows.contains { $0.point != nil } }

    init(text path: String) throws(MastheadError) {
        let text = try DelimitedText(path: path)
        columnNames = text.header.filter { !$0.isEmpty }
        files = [path]
        rows = text.rows.map { row in
            var fields: [String: String] = [:]
            for (name, cell) in zip(text.header, row.cells) where !name.isEmpty && !cell.isEmpty { fields[name] = cell }
            return Row(number: row.number, fields: fields)
        }
    }

    init(features path: String, layer: String?) throws(MastheadError) {
        let reader = try VectorReader(path: path, layer: layer)
        columnNames = reader.fieldNames
        files = reader.files
        referenceSystem = reader.referenceSystem
        var rows: [Row] = []
        try reader.forEach { (feature) throws(MastheadError) in
            var point: PlanePoint?
            if case .points(let points)? = feature.geometry, points.count == 1 { point = points.first }
            rows.append(
                Row(number: feature.number, fields: feature.fields.filter { !$0.value.isEmpty }, point: point))
        }
        self.rows = rows
    }
}

/// Turns coordinates of any reference system into positions on WGS 84.
private struct PositionReader: ~Copyable {
    private let transform: CoordinateTransform?

    init(_ system: ReferenceSystem, path: String) throws(MastheadError) {
        try system.validate(at: .file(path))
        transform = system == .wgs84 ? nil : try CoordinateTransform(from: system, to: .wgs84)
    }

    /// Positions of coordinates; nil where a coordinate is absent or has no place on Earth.
    ///
    /// Coordinates that are on WGS 84 already stay as they are written, so that whoever judges the row sees them.
    func positions(_ coordinates: [(x: Double?, y: Double?)]) -> [GeographicPosition?] {
        var xs = coordinates.map { $0.y == nil ? .nan : $0.x ?? .nan }
        var ys = coordinates.map { $0.x == nil ? .nan : $0.y ?? .nan }
        transform?.forwardWhereDefined(&xs, &ys)
        return zip(xs, ys).map { x, y in
            x.isFinite && y.isFinite ? GeographicPosition(longitudeDegrees: x, latitudeDegrees: y) : nil
        }
    }
}
