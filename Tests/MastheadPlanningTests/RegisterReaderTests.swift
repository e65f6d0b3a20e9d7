import MastheadCore
import MastheadGeo
import MastheadPlanning
import MastheadPropagation
import MastheadRadio
import Testing

/// A 700 MHz band with plain values.
func testBand(id: String = "n28", pattern: any AntennaPattern = SectorElementPattern()) throws -> Band {
    Band(
        id: id, registerNames: [id],
        carrier: try Carrier(
            frequency: Frequency(megahertz: 773), bandwidth: Frequency(megahertz: 30),
            subcarrierSpacing: Frequency(hertz: 15e3)),
        power: PowerLevel(dBm: 46), feederLoss: Decibels(3), pattern: pattern, sectorCount: 3,
        antennaHeight: Length(metres: 30), mechanicalTilt: Angle(degrees: 0), electricalTilt: Angle(degrees: 3),
        receiverHeight: Length(metres: 1.5), radius: Length(kilometres: 15),
        criterion: CoverageCriterion(
            threshold: PowerLevel(dBm: -110), probability: Share(percent: 90), sigma: Decibels(8)),
        model: P1812.entry, polarization: .vertical, timePercent: 50, environment: "outdoor")
}

@Suite("A register row is used as it is, or set aside with its reason")
struct RegisterReaderTests {
    private let bounds = GeographicBounds(westDegrees: -122, southDegrees: 36, eastDegrees: -121, northDegrees: 37)
    private let columns: [RegisterRules.Field: String] = [
        .station: "id", .height: "h", .azimuth: "az", .band: "band", .tilt: "tilt", .sectors: "n", .power: "p",
    ]

    private func row(
        _ number: Int, _ fields: [String: String], longitude: Double? = -121.5, latitude: Double? = 36.5
    ) -> RegisterRow {
        var position: GeographicPosition?
        if let longitude, let latitude {
            position = GeographicPosition(longitudeDegrees: longitude, latitudeDegrees: latitude)
        }
        return RegisterRow(
            number: number, fields: ["id": "A\(number)", "band": "n28"].merging(fields) { $1 }, position: position)
    }

    private func register(
        _ rows: [RegisterRow], rowsAre: RegisterRules.Row = .station, limit: Share = Share(percent: 100)
    ) throws -> StationRegister {
        var reader = RegisterReader(
            bands: [try testBand()], knownBandNames: ["n41"], areaBounds: bounds,
            place: { (PlanePoint(x: $0.longitudeDegrees, y: $0.latitudeDegrees), 0) })
        reader.read(
            RegisterTable(file: "register.csv", columnNames: [], rows: rows),
            by: RegisterRules(rows: rowsAre, columns: columns))
        return try reader.finish(limit: limit)
    }

    @Test("a station row spreads its sectors evenly from the azimuth")
    func spreadsSectors() throws {
        let register = try register([row(2, ["az": "350", "n": "3", "h": "45"])])
        let sectors = try #require(register.stations.first).sectors
        #expect(sectors.map { $0.azimuth?.degrees.rounded() } == [350, 110, 230])
        #expect(sectors.map(\.ordinal) == [1, 2, 3])
        #expect(sectors.allSatisfy { $0.heightMetres == 45 })
    }

    @Test("what a row does not tell comes from the band; a missing azimuth is counted")
    func defaults() throws {
        let register = try register([row(2, [:])])
        let sector = try #require(register.stations.first?.sectors.first)
        #expect(sector.heightMetres == 30)
        #expect(register.caveats.counts[PlanningCaveats.assumedAzimuth.code] == 1)
    }

    @Test("rows of one sector each make one station")
    func cellRows() throws {
        let rows = [0, 120, 240].map { row(2 + $0 / 120, ["id": "S", "az": "\($0)"]) }
        let register = try register(rows, rowsAre: .cell)
        #expect(register.stations.count == 1)
        #expect(register.sectorCount == 3)
    }

    @Test(
        "a row that cannot be used is set aside with its number and reason",
        arguments: [
            (["id": ""], -121.5, 36.5, "missing-id"), (["h": "0"], -121.5, 36.5, "impossible-height"),
            (["h": "1200"], -121.5, 36.5, "impossible-height"), (["h": "tall"], -121.5, 36.5, "bad-number"),
            (["h": "nan"], -121.5, 36.5, "bad-number"), (["band": "n99"], -121.5, 36.5, "unknown-band"),
            (["band": ""], -121.5, 36.5, "unknown-band"), (["az": "400"], -121.5, 36.5, "impossible-azimuth"),
            (["tilt": "45"], -121.5, 36.5, "impossible-tilt"), (["n": "2.5"], -121.5, 36.5, "impossible-sectors"),
            (["p": "99"], -121.5, 36.5, "impossible-power"), ([:], 36.5, -121.5, "swapped-coordinates"),
            ([:], 0, 0, "missing-coordinates"),
        ] as [([String: String], Double, Double, String)])
    func quarantines(fields: [String: String], longitude: Double, latitude: Double, code: String) throws {
        let register = try register([
            row(2, [:]), row(7, fields, longitude: longitude, latitude: latitude),
        ])
        let refused = try #require(register.quarantined.first)
        #expect(register.quarantined.count == 1)
        #expect(refused.row == 7)
        #expect(refused.code == code)
        #expect(!refused.remedy.isEmpty)
        #expect(register.stations.count == 1)
    }

    @Test("a row without coordinates is set aside")
    func missingCoordinates() throws {
        let register = try register([row(2, [:]), row(3, [:], longitude: nil)])
        #expect(register.quarantined.map(\.code) == ["missing-coordinates"])
    }

    @Test("coordinates swapped within the valid ranges are recognised by the study area")
    func swappedInRange() throws {
        var reader = RegisterReader(
            bands: [try testBand()], knownBandNames: [],
            areaBounds: GeographicBounds(westDegrees: 30, southDegrees: 10, eastDegrees: 32, northDegrees: 12),
            place: { (PlanePoint(x: $0.longitudeDegrees, y: $0.latitudeDegrees), nil) })
        let swapped = RegisterRow(
            number: 2, fields: ["id": "A", "band": "n28"],
            position: GeographicPosition(longitudeDegrees: 11, latitudeDegrees: 31))
        let right = RegisterRow(
            number: 3, fields: ["id": "B", "band": "n28"],
            position: GeographicPosition(longitudeDegrees: 31, latitudeDegrees: 11))
        reader.read(
            RegisterTable(file: "r.csv", columnNames: [], rows: [swapped, right]),
            by: RegisterRules(rows: .station, columns: columns))
        let register = try reader.finish(limit: Share(percent: 100))
        #expect(register.quarantined.map(\.code) == ["swapped-coordinates"])
    }

    @Test("the second row of an identifier is set aside, and names the first")
    func duplicates() throws {
        let register = try register([row(2, ["id": "A"]), row(5, ["id": "A"])])
        #expect(register.quarantined.map(\.code) == ["duplicate-id"])
        #expect(register.quarantined.first?.problem.contains("row 2") == true)
    }

    @Test("rows of a band that the job does not compute are counted, not set aside")
    func otherBands() throws {
        let register = try register([row(2, [:]), row(3, ["band": "n41"])])
        #expect(register.quarantined.isEmpty)
        #expect(register.caveats.counts[PlanningCaveats.otherBandRow.code] == 1)
    }

    @Test("more bad rows than the limit stop the run, with the reasons counted")
    func limit() throws {
        let rows = [row(2, [:]), row(3, ["h": "0"]), row(4, ["h": "0"])]
        let error = #expect(throws: MastheadError.self) { try register(rows, limit: Share(percent: 50)) }
        #expect(error?.code == .badRegister)
        #expect(error?.problem.contains("2 of 3") == true)
        #expect(error?.problem.contains("2 impossible-height") == true)
    }

    @Test(
        "the counting rule decides what a base station is",
        arguments: [
            (CountingRule.site, 1), (.station, 2), (.cell, 6), (.bandLayer, 2),
        ])
    func counting(rule: CountingRule, expected: Int) throws {
        var reader = RegisterReader(
            bands: [try testBand()], knownBandNames: [], areaBounds: bounds, place: { _ in (PlanePoint(x: 0, y: 0), 0) }
        )
        reader.read(
            RegisterTable(file: "r.csv", columnNames: [], rows: [row(2, [:]), row(3, [:])]),
            by: RegisterRules(rows: .station, columns: columns, constants: [.site: "M1"]))
        let stations = try reader.finish(limit: Share(percent: 0)).stations
        #expect(StationCount.count(stations, by: rule) == expected)
    }
}
