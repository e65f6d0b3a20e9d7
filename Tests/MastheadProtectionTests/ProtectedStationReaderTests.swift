import Foundation
import MastheadCore
import MastheadGeo
import MastheadProtection
import MastheadRadio
import MastheadTestSupport
import Testing

@Suite("Reading a register of protected stations")
struct ProtectedStationReaderTests {
    private static let good: [String: String] = [
        "id": "ES1", "name": "Teleport", "service": "fss-earth-station", "antenna_height_m": "6",
        "satellite_longitude_deg": "-125", "dish_diameter_m": "11", "noise_temperature_k": "85", "lower_mhz": "3700",
        "upper_mhz": "4200", "pattern": "itu-r-s.465", "basis": "assumed",
    ]

    private static func read(
        _ changes: [String: String?] = [:],
        position: GeographicPosition? = .init(
            longitudeDegrees: -121.65, latitudeDegrees: 36.4)
    ) throws -> (station: ProtectedStation?, refusal: QuarantinedRow?) {
        var fields = good
        for (column, value) in changes { fields[column] = value }
        var reader = ProtectedStationReader(
            filters: [
                "c-band": try EdgeSelectivity(
                    id: "c-band",
                    points: [
                        .init(offset: Frequency(megahertz: 0), attenuation: Decibels(0)),
                        .init(offset: Frequency(megahertz: 20), attenuation: Decibels(60)),
                    ])
            ])
        reader.read(
            RegisterTable(
                file: "stations.csv", columnNames: fields.keys.sorted(),
                rows: [RegisterRow(number: 7, fields: fields, position: position)]))
        #expect(reader.rowCount == 1 && reader.stations.count + reader.quarantined.count == 1)
        return (reader.stations.first, reader.quarantined.first)
    }

    @Test("a whole row gives a station that assumes only the gain of its dish and no filter")
    func whole() throws {
        let station = try #require(Self.read().station)
        #expect(station.id == "ES1" && station.service == "fss-earth-station" && station.row == 7)
        #expect(station.band == Frequency(megahertz: 3700)...Frequency(megahertz: 4200))
        #expect(station.pattern.id == "s465" && station.noiseTemperatureKelvin == 85)
        // 20 log₁₀(11 m · 3.95 GHz / c) + 7.7 = 50.92 dBi.
        #expect(abs(station.pattern.peakGainDBi - 50.92) < 0.01)
        #expect(station.pointing?.satelliteLongitudeDegrees == -125)
        #expect(station.assumptions.map(\.field) == ["peak_gain_dbi", "filter"])
    }

    @Test("what no verdict can do without sets the row aside, and says which column")
    func missing() throws {
        for column in ["id", "service", "antenna_height_m", "lower_mhz", "upper_mhz", "noise_temperature_k"] {
            let refusal = try #require(Self.read([column: nil]).refusal)
            #expect(refusal.code == "missing-value" && refusal.problem.contains(column), "\(column)")
            #expect(refusal.file == "stations.csv" && refusal.row == 7)
        }
        #expect(try Self.read(position: nil).refusal?.code == "missing-coordinates")
        #expect(try Self.read(["pattern": nil, "dish_diameter_m": nil]).refusal?.code == "missing-value")
    }

    @Test(
        "a value that cannot be sets the row aside under a name of its own",
        arguments: [
            ("service", "fss-earth-staton", "unknown-service"), ("pattern", "s456", "unknown-pattern"),
            ("filter", "d-band", "unknown-filter"), ("polarization", "vertcal", "unknown-polarization"),
            ("antenna_height_m", "six", "bad-number"), ("antenna_height_m", "-3", "impossible-value"),
            ("upper_mhz", "3700", "empty-band"), ("satellite_longitude_deg", "60", "satellite-below-horizon"),
            ("azimuth_deg", "200", "ambiguous-pointing"), ("noise_temperature_k", "inf", "bad-number"),
            ("dish_diameter_m", "0.11", "antenna-refused"),
        ])
    func wrong(column: String, value: String, code: String) throws {
        let refusal = try #require(
            Self.read([column: value, "peak_gain_dbi": column == "dish_diameter_m" ? "-5" : nil]).refusal)
        #expect(refusal.code == code && !refusal.remedy.isEmpty, "\(refusal)")
    }

    @Test("a dish whose pointing is not known keeps the gain of its axis in all directions, and says so")
    func unknownPointing() throws {
        let station = try #require(Self.read(["satellite_longitude_deg": nil]).station)
        #expect(station.pointing == nil)
        let assumption = try #require(station.assumptions.first { $0.field == "azimuth_deg" })
        #expect(assumption.value.contains("in all directions") && !assumption.reason.isEmpty)
    }

    @Test(
        "an observatory and a television receiver need neither pattern nor noise temperature, and say what was assumed")
    func assumedPatterns() throws {
        let bare: [String: String?] = [
            "pattern": nil, "noise_temperature_k": nil, "satellite_longitude_deg": nil, "dish_diameter_m": nil,
        ]
        for (service, pattern) in [("radio-astronomy", "ra769-sidelobe"), ("television-reception", "bt419-uhf")] {
            let station = try #require(Self.read(bare.merging(["service": service]) { $1 }).station)
            #expect(station.pattern.id == pattern)
            #expect(station.assumptions.contains { $0.field == "pattern" && $0.value == pattern })
        }
        #expect(try Self.read(["service": "radio-astronomy"]).station?.service == StationService.observatory.rawValue)
    }

    @Test("a filter by name passes the station's own band")
    func filter() throws {
        let mask = try #require(Self.read(["filter": "c-band"]).station?.filter)
        // 500 MHz wide: the edge is 250 MHz from the middle.
        #expect(mask.points.map(\.offset.megahertz) == [0, 250, 270])
        #expect(mask.points.map(\.attenuation.value) == [0, 0, 60])
    }

    @Test("the second row of an identifier is set aside with the place of the first")
    func duplicates() {
        var reader = ProtectedStationReader()
        let position = GeographicPosition(longitudeDegrees: -121.65, latitudeDegrees: 36.4)
        reader.read(
            RegisterTable(
                file: "stations.csv", columnNames: [],
                rows: [2, 3].map { RegisterRow(number: $0, fields: Self.good, position: position) }))
        #expect(reader.stations.count == 1 && reader.quarantined.first?.code == "duplicate-id")
        #expect(reader.quarantined.first?.problem.contains("row 2") == true)
    }

    @Test("a register without a needed column is refused with the column")
    func columns() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "stations-\(UUID().uuidString).csv").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try "id,service,longitude_deg,latitude_deg,antenna_height,lower_mhz,upper_mhz\nA,fixed-link,1,2,3,4,5\n".write(
            toFile: path, atomically: true, encoding: .utf8)
        let error = #expect(throws: MastheadError.self) { try ProtectedStationReader.table(path: path) }
        #expect(error?.code == .badRegister && error?.problem.contains("antenna_height_m") == true)
        #expect(error?.remedy.contains("\"antenna_height\"") == true)
    }

    @Test(
        "every row of the real regions is read",
        .enabled(if: SharedData.isPresent, "\(SharedData.absence)"), arguments: [("monterey", 7), ("missouri", 3)])
    func shared(region: String, count: Int) throws {
        let path = try #require(SharedData.path("data/\(region)/stations.csv"))
        var reader = ProtectedStationReader()
        reader.read(try ProtectedStationReader.table(path: path))
        #expect(reader.quarantined.isEmpty && reader.stations.count == count, "\(reader.quarantined)")
    }

    @Test("damaged rows are set aside or give a station of finite values, never a trap")
    func fuzz() throws {
        var chance = SeededGenerator(seed: 20_260_723)
        let values = ["", " ", "nan", "-1", "1e308", "0", "\u{FEFF}6", "6,5", "s465", "uniform", "360", "-180", "§"]
        for _ in 0..<3000 {
            var changes: [String: String?] = [:]
            for _ in 0..<Int(chance.uniform(in: 1...4)) {
                let column = ProtectedStationColumn.allCases[
                    min(
                        Int(chance.uniform(in: 0...Double(ProtectedStationColumn.allCases.count))),
                        ProtectedStationColumn.allCases.count - 1)]
                changes[column.rawValue] =
                    values[min(Int(chance.uniform(in: 0...Double(values.count))), values.count - 1)]
            }
            let (station, refusal) = try Self.read(changes)
            if let station {
                #expect(station.pattern.peakGainDBi.isFinite && station.antennaHeight.metres.isFinite)
                #expect(station.pointing?.azimuth.degrees.isFinite != false)
            } else {
                #expect(refusal?.remedy.isEmpty == false)
            }
        }
    }
}
