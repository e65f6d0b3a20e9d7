public import MastheadCore
public import MastheadGeo
import MastheadRadio

/// Turns register rows into stations, and sets aside each row that cannot be used, with the reason.
public struct RegisterReader {
    /// The place of a station in the plane of the study grid and the region it stands in.
    public typealias Placement = (plane: PlanePoint, region: Int?)

    private let bands: [Band]
    private let knownBandNames: Set<String>
    private let areaBounds: GeographicBounds
    private let place: (GeographicPosition) -> Placement?

    private var stations: [Station] = []
    private var stationIndex: [String: Int] = [:]
    private var firstRow: [String: (file: String, row: Int)] = [:]
    private var quarantined: [QuarantinedRow] = []
    private var caveats = Caveats()
    private var rowCount = 0
    private var nextOrdinal: UInt32 = 1

    /// A reader for the bands of a run.
    ///
    /// - Parameters:
    ///   - bands: The bands that are computed; their defaults fill what a row does not tell.
    ///   - knownBandNames: Bands that may occur without being computed; any other name is refused.
    ///   - areaBounds: Bounds of the study area, to recognise swapped coordinates.
    ///   - place: Position to plane and region; nil where the projection does not reach.
    public init(
        bands: [Band], knownBandNames: Set<String>, areaBounds: GeographicBounds,
        place: @escaping (GeographicPosition) -> Placement?
    ) {
        self.bands = bands
        self.knownBandNames = knownBandNames
        self.areaBounds = areaBounds
        self.place = place
    }

    /// Takes in all rows of a table.
    public mutating func read(_ table: RegisterTable, by rules: RegisterRules) {
        for row in table.rows {
            rowCount += 1
            do {
                try take(row, of: table.file, by: rules)
            } catch let refusal {
                quarantined.append(refusal)
            }
        }
    }

    /// The register that was read.
    ///
    /// - Parameters:
    ///   - limit: The share of quarantined rows up to which the run goes on.
    ///   - needsAllBands: Whether every band of the run must have a station; not so where a plan adds some.
    /// - Throws: `bad-register` when more rows are quarantined than `limit` allows, or none is left.
    public func finish(limit: Share, needsAllBands: Bool = true) throws(MastheadError) -> StationRegister {
        let share = rowCount > 0 ? Double(quarantined.count) / Double(rowCount) : 0
        if share > limit.fraction, let first = quarantined.first {
            let reasons = Dictionary(grouping: quarantined, by: \.code).mapValues(\.count)
                .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(4)
                .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
            throw MastheadError(
                .badRegister,
                "\(quarantined.count) of \(rowCount) register rows cannot be used (\(reasons)); the limit is \(limit)",
                at: .row(file: first.file, row: first.row),
                remedy: "Mend the rows, or raise limits.quarantine in the job; first reason: \(first.problem). "
                    + first.remedy)
        }
        guard !stations.isEmpty || !needsAllBands else {
            throw MastheadError(
                .badRegister, "no row of the register is a station in a band of the job",
                remedy: "Name the band of the rows in register[].band, or add the register's band to bands.")
        }
        for index in bands.indices
        where needsAllBands && !stations.contains(where: { $0.sectors.contains { $0.band == index } }) {
            throw MastheadError(
                .badRegister,
                "no row of the register is for band \"\(bands[index].id)\", so nothing would cover anyone",
                remedy: "Add its stations to the register under one of the names "
                    + "\(bands[index].registerNames.sorted().joined(separator: ", ")), or remove the band from the job."
            )
        }
        var counted = caveats
        counted.add(PlanningCaveats.quarantinedRow, count: quarantined.count)
        counted.add(PlanningCaveats.stationOutside, count: stations.count { $0.region == nil })
        return StationRegister(
            stations: stations, quarantined: quarantined, rowCount: rowCount, caveats: counted)
    }

    // MARK: - One row

    private mutating func take(_ row: RegisterRow, of file: String, by rules: RegisterRules) throws(QuarantinedRow) {
        let cells = RegisterCells(row: row, file: file, rules: rules)
        let stationID = try cells.stationID()
        let position = try cells.position(near: areaBounds)
        let indices = try bandIndices(cells)
        if indices.isEmpty { caveats.add(PlanningCaveats.otherBandRow) }
        // Several bands of a job may go by one name in the register, such as n28 outdoors and indoors.
        for band in indices { try takeBand(band, cells, stationID: stationID, position: position, rows: rules.rows) }
    }

    private mutating func takeBand(
        _ band: Int, _ cells: RegisterCells, stationID: String, position: GeographicPosition, rows: RegisterRules.Row
    ) throws(QuarantinedRow) {
        let site = cells.text(.site) ?? stationID
        let height = try cells.height(default: bands[band].antennaHeight)
        let azimuths = try azimuths(cells, band: bands[band], rows: rows)
        let mechanical = try cells.tilt(.tilt) ?? bands[band].mechanicalTilt
        let electrical = try cells.tilt(.electricalTilt) ?? bands[band].electricalTilt
        let power = try cells.power() ?? bands[band].power
        try refuseDuplicate(cells, stationID: stationID, band: band, azimuths: azimuths, rows: rows)
        let index = try station(stationID, site: site, at: position, cells: cells)

        for azimuth in azimuths {
            let number = stations[index].sectors.filter { $0.band == band }.count + 1
            let name = bands.count > 1 ? "\(stationID)/\(bands[band].id)/\(number)" : "\(stationID)/\(number)"
            let antenna = MountedAntenna(
                pattern: bands[band].pattern, azimuth: azimuth ?? Angle(radians: 0), mechanicalTilt: mechanical,
                electricalTilt: electrical)
            stations[index].sectors.append(
                Sector(
                    ordinal: nextOrdinal, id: name, band: band, heightMetres: height.metres,
                    transmitter: SectorTransmitter(
                        carrier: bands[band].carrier, power: power, feederLoss: bands[band].feederLoss,
                        antenna: antenna, height: height),
                    azimuth: azimuth, tilt: Angle(radians: mechanical.radians + electrical.radians)))
            nextOrdinal += 1
        }
    }

    /// The bands of the job that a row is for; none where the job does not compute its band.
    private func bandIndices(_ cells: RegisterCells) throws(QuarantinedRow) -> [Int] {
        guard let name = cells.text(.band) else {
            if bands.count == 1, !cells.has(.band) { return [0] }
            throw cells.refuse(
                "unknown-band", "the row names no band", "Fill the band column, or give register[].band a value.")
        }
        let key = name.lowercased()
        // A band's own name is meant alone; the 3GPP number means every band of that number.
        if let index = bands.firstIndex(where: { $0.id.lowercased() == key }) { return [index] }
        let indices = bands.indices.filter { bands[$0].registerNames.contains(key) }
        if !indices.isEmpty || knownBandNames.contains(key) { return indices }
        let known = bands.flatMap(\.registerNames).sorted()
        throw cells.refuse(
            "unknown-band", "band \"\(name)\" is not known",
            "Use one of: \(known.joined(separator: ", ")).")
    }

    private mutating func azimuths(_ cells: RegisterCells, band: Band, rows: RegisterRules.Row)
        throws(QuarantinedRow) -> [Angle?]
    {
        let first = try cells.azimuth()
        let count = rows == .cell ? 1 : try cells.sectorCount() ?? band.sectorCount
        guard band.pattern.isDirectional else { return Array(repeating: nil, count: count) }
        if first == nil { caveats.add(PlanningCaveats.assumedAzimuth) }
        let start = first ?? Angle(degrees: 0)
        return (0..<count).map { index in
            let degrees = start.degrees + 360 * Double(index) / Double(count)
            return Angle(degrees: degrees >= 360 ? degrees - 360 : degrees)
        }
    }

    private mutating func refuseDuplicate(
        _ cells: RegisterCells, stationID: String, band: Int, azimuths: [Angle?], rows: RegisterRules.Row
    ) throws(QuarantinedRow) {
        let azimuth = azimuths.first.flatMap { $0 }.map { "\($0.degrees)" } ?? ""
        let key = rows == .station ? "\(stationID)\u{1F}\(band)" : "\(stationID)\u{1F}\(band)\u{1F}\(azimuth)"
        if let earlier = firstRow[key] {
            let what = rows == .station ? "station \"\(stationID)\"" : "sector \(azimuth)° of station \"\(stationID)\""
            throw cells.refuse(
                "duplicate-id", "\(what) stands in row \(earlier.row) of \(earlier.file) already",
                "Give the station another identifier, or delete one of the rows.")
        }
        firstRow[key] = (cells.file, cells.number)
    }

    private mutating func station(
        _ id: String, site: String, at position: GeographicPosition, cells: RegisterCells
    ) throws(QuarantinedRow) -> Int {
        if let index = stationIndex[id] {
            let known = stations[index].position
            guard position == known else {
                throw cells.refuse(
                    "moved-station", "station \"\(id)\" stands at \(known) in an earlier row, and at \(position) here",
                    "Give all rows of a station the same position.")
            }
            return index
        }
        guard let placement = place(position) else {
            throw cells.refuse(
                "far-away", "position \(position) cannot be projected to the study grid",
                "Correct the coordinates, or delete the row.")
        }
        stationIndex[id] = stations.count
        stations.append(
            Station(
                id: id, siteID: site, position: position, plane: placement.plane, region: placement.region, sectors: [])
        )
        return stations.count - 1
    }
}
