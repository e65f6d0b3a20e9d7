public import MastheadCore
public import MastheadGeo
public import MastheadRadio

/// Turns register rows into protected stations, and sets aside each row that cannot be used, with the reason.
///
/// A value that a verdict cannot do without is never guessed: its row is set aside. Where a missing value can be taken on
/// the safe side, it is, and the station carries that as an assumption that its verdicts repeat.
public struct ProtectedStationReader {
    private typealias Column = ProtectedStationColumn

    private let filters: [String: EdgeSelectivity]
    private var firstRow: [String: (file: String, row: Int)] = [:]
    /// The stations read so far, in the order of their rows.
    public private(set) var stations: [ProtectedStation] = []
    /// The rows that were set aside.
    public private(set) var quarantined: [QuarantinedRow] = []
    /// Number of rows read.
    public private(set) var rowCount = 0

    /// A reader.
    ///
    /// - Parameter filters: The filters that rows may name.
    public init(filters: [String: EdgeSelectivity] = [:]) { self.filters = filters }

    /// Reads a register: CSV with ``ProtectedStationColumn/longitude`` and ``ProtectedStationColumn/latitude``, or points
    /// of any vector file that OGR reads.
    ///
    /// - Throws: As `RegisterTable.read`, and `bad-register` for a register without a needed column.
    public static func table(path: String, layer: String? = nil) throws(MastheadError) -> RegisterTable {
        let names = try RegisterTable.columnNames(path: path, layer: layer)
        for column in Column.needed where !names.contains(column.rawValue) {
            let nearest = NearestName.suggestion(for: column.rawValue, among: names)
            throw MastheadError(
                .badRegister, "the register of protected stations has no column \"\(column.rawValue)\"",
                at: .file(path),
                remedy: (nearest.map { "Rename column \"\($0)\" if that is what it holds. " } ?? "")
                    + "Add the column; Geo/stations/README.md has all of them.")
        }
        let hasColumns = names.contains(Column.longitude.rawValue) && names.contains(Column.latitude.rawValue)
        return try RegisterTable.read(
            path: path, layer: layer, longitudeColumn: hasColumns ? Column.longitude.rawValue : nil,
            latitudeColumn: hasColumns ? Column.latitude.rawValue : nil)
    }

    /// Takes in all rows of a table.
    public mutating func read(_ table: RegisterTable) {
        for row in table.rows {
            rowCount += 1
            do {
                stations.append(try station(ProtectedStationCells(row: row, file: table.file)))
            } catch let refusal {
                quarantined.append(refusal)
            }
        }
    }

    private mutating func station(_ cells: ProtectedStationCells) throws(QuarantinedRow) -> ProtectedStation {
        let id = try cells.needed(.id)
        if let earlier = firstRow[id] {
            throw cells.refuse(
                "duplicate-id", "station \"\(id)\" stands in row \(earlier.row) of \(earlier.file) already",
                "Give each receiver and band an identifier of its own.")
        }
        let service = try service(cells)
        let position = try cells.position()
        let height = try cells.neededNumber(.antennaHeight, in: 0.1...3000)
        let band = try cells.band()
        var antenna = try ProtectedAntenna(cells, service: service, band: band, position: position)
        let filter = try filter(cells, band: band, &antenna.assumptions)
        let noise = try cells.number(.noiseTemperature, in: 1...100_000)
        if noise == nil, service.needsNoiseTemperature {
            throw cells.refuse(
                "missing-value", "column noise_temperature_k is empty, and \(service.rawValue) is protected by I/N",
                "Fill in the noise temperature of the receiving system in clear sky, K.")
        }
        firstRow[id] = (cells.file, cells.row.number)
        return ProtectedStation(
            id: id, name: cells.text(.name) ?? id, service: service.rawValue, position: position,
            antennaHeight: Length(metres: height), pointing: antenna.pointing, band: band, pattern: antenna.pattern,
            dishDiameter: antenna.diameter, noiseTemperatureKelvin: noise, filter: filter,
            polarization: try polarization(cells), assumptions: antenna.assumptions,
            basis: cells.text(.basis) ?? "not stated", file: cells.file, row: cells.row.number)
    }

    private func service(_ cells: ProtectedStationCells) throws(QuarantinedRow) -> StationService {
        let name = try cells.needed(.service)
        if let service = ProtectedStationWords.service(name) { return service }
        let names = ProtectedStationWords.serviceNames
        throw cells.refuse(
            "unknown-service", "service \"\(name)\" is not known",
            NearestName.suggestion(for: name, among: names).map { "Write \($0)." }
                ?? "Use one of: \(names.joined(separator: ", ")).")
    }

    private func filter(
        _ cells: ProtectedStationCells, band: ClosedRange<Frequency>,
        _ assumptions: inout [ProtectedStation.Assumption]
    ) throws(QuarantinedRow) -> SelectivityMask? {
        guard let name = cells.text(.filter) else {
            assumptions.append(
                .init(field: Column.filter.rawValue, value: "none", reason: "a filter would only take away"))
            return nil
        }
        guard let filter = filters[name] else {
            throw cells.refuse(
                "unknown-filter", "filter \"\(name)\" is not known",
                NearestName.suggestion(for: name, among: filters.keys.sorted()).map { "Write \($0)." }
                    ?? "Put its mask beside the others, or leave the column empty.")
        }
        do throws(MastheadError) {
            return try filter.mask(
                passband: Frequency(hertz: band.upperBound.hertz - band.lowerBound.hertz))
        } catch { throw cells.refuse(error.code.rawValue, error.problem, error.remedy) }
    }

    private func polarization(_ cells: ProtectedStationCells) throws(QuarantinedRow) -> String? {
        guard let text = cells.text(.polarization)?.lowercased() else { return nil }
        let names = ["vertical", "horizontal", "slant", "circular"]
        guard names.contains(text) else {
            throw cells.refuse(
                "unknown-polarization", "polarization \"\(text)\" is not known",
                "Use one of: \(names.joined(separator: ", ")); leave it empty where it is not known.")
        }
        return text
    }
}

extension StationService {
    /// Whether its receivers are protected by interference over their own noise.
    var needsNoiseTemperature: Bool {
        switch self {
        case .fixedSatellite, .satelliteControl, .earthExploration, .spaceResearch, .fixedLink: true
        case .observatory, .television: false
        }
    }
}
