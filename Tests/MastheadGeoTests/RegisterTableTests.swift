import Foundation
import MastheadCore
import MastheadGeo
import MastheadTestSupport
import Testing

@Suite("Registers as they are read")
struct RegisterTableTests {
    private func read(_ content: String, name: String = "r.csv", crs: String = "EPSG:4326") throws -> RegisterTable {
        let folder = try ScratchFolder()
        return try RegisterTable.read(
            path: folder.text(name, content), longitudeColumn: "lon", latitudeColumn: "lat",
            referenceSystem: ReferenceSystem(definition: crs))
    }

    @Test("a mark at the start, CRLF, quoted commas and quotes, and Chinese names all read")
    func readsSpreadsheetFiles() throws {
        let table = try read(
            "\u{FEFF}id,name,lon,lat\r\nS1,\"上海市, \"\"浦东\"\"\",121.5,31.2\r\nS2,北京,116.4,39.9\r\n")
        #expect(table.columnNames == ["id", "name", "lon", "lat"])
        #expect(table.rows.map(\.number) == [2, 3])
        #expect(table.rows[0].fields["name"] == "上海市, \"浦东\"")
        #expect(
            table.rows[1].position == GeographicPosition(longitudeDegrees: 116.4, latitudeDegrees: 39.9))
    }

    @Test("semicolons and tabs separate too", arguments: [";", "\t"])
    func readsOtherSeparators(separator: String) throws {
        let table = try read(
            "id;name;lon;lat\nS1;\"a;b\tc\";10,5;50\nS2;d;11.5;51\n".replacingOccurrences(of: ";", with: separator))
        #expect(table.columnNames == ["id", "name", "lon", "lat"])
        // A decimal comma is not a number; whoever judges the row sees the text.
        #expect(table.rows[0].position == nil && table.rows[0].fields["lon"] == "10,5")
        #expect(table.rows[1].position?.longitudeDegrees == 11.5)
    }

    @Test("rows are numbered as a spreadsheet shows them: empty rows and line breaks in quotes count for one each")
    func numbersRows() throws {
        let table = try read("id,note,lon,lat\nS1,\"two\nlines\",10,50\n\n,,,\nS2,,11,51\nS3,short,12\n")
        #expect(table.rows.map(\.number) == [2, 5, 6])
        #expect(table.rows[2].position == nil && table.rows[2].fields["lat"] == nil)
    }

    @Test("eastings and northings of UTM zone 11 become longitude and latitude")
    func readsProjected() throws {
        let table = try read("id,lon,lat\nS1,500000,3762155.0\n", crs: "EPSG:32611")
        let position = try #require(table.rows[0].position)
        // On the central meridian, 117° W, where the northing of 34° N is 3 762 155 m to the metre; 1e-4° are 11 m.
        #expect(abs(position.longitudeDegrees + 117) < 1e-9)
        #expect(abs(position.latitudeDegrees - 34.0) < 1e-4)
    }

    @Test("CGCS2000 coordinates stay where they are, longitude first")
    func readsChineseDatum() throws {
        let position = try #require(try read("id,lon,lat\nS1,121.5,31.2\n", crs: "EPSG:4490").rows[0].position)
        // The two datums agree within a metre; PROJ takes them for the same.
        #expect(abs(position.longitudeDegrees - 121.5) < 1e-5 && abs(position.latitudeDegrees - 31.2) < 1e-5)
    }

    @Test(
        "points of GeoJSON and GeoPackage files are positions, in the system of the file",
        arguments: ["geojson", "gpkg"])
    func readsFeatures(ending: String) throws {
        let folder = try ScratchFolder()
        let path = folder.file("stations.\(ending)")
        let isGeoJSON = ending == "geojson"
        var writer = try VectorWriter(path: path, format: isGeoJSON ? .geoJSON : .geoPackage)
        try writer.beginLayer(
            VectorLayerSpec(
                name: "stations", geometryType: .point,
                referenceSystem: isGeoJSON ? .wgs84 : ReferenceSystem(definition: "EPSG:32611"),
                fields: [.init("id", .text), .init("height", .real)]))
        let point = isGeoJSON ? PlanePoint(x: -117, y: 34) : PlanePoint(x: 500_000, y: 3_762_155)
        try writer.append(geometry: .point(point), values: [.text("S1"), .real(30.5)])
        try writer.append(geometry: nil, values: [.text("S2"), .null])
        try writer.finish()
        let table = try RegisterTable.read(path: path, layer: isGeoJSON ? nil : "stations")
        #expect(table.rows.map(\.number) == [1, 2])
        #expect(table.rows[0].fields == ["id": "S1", "height": "30.5"])
        #expect(abs((table.rows[0].position?.latitudeDegrees ?? 0) - 34) < 1e-4)
        #expect(table.rows[1].position == nil)
        #expect(try RegisterTable.columnNames(path: path, layer: isGeoJSON ? nil : "stations") == ["id", "height"])
    }

    @Test(
        "registers that cannot be read are refused with their place",
        arguments: [
            ("", "the register is empty", "r.csv"),
            ("id,lon,lat\n", "the register has no rows below its header", "r.csv"),
            ("id,lon,lat,lon\nS1,1,2,3\n", "two columns are called \"lon\"", "r.csv row 1, column lon"),
            ("id,lon,lat\nS1,1,2\nS2,1,2,3\n", "the row has 4 cells, and the header has 3", "r.csv row 3"),
            ("id,lon,lat\nS1,1,2\n\"S2,1,2\n", "a double quote is opened in the row and never closed", "r.csv row 3"),
        ])
    func refusesTexts(content: String, problem: String, place: String) throws {
        let error = try #require(throws: MastheadError.self) { _ = try read(content) }
        #expect(error.code == .badRegister && error.problem == problem)
        #expect(error.location.description.hasSuffix(place))
    }

    @Test("a missing file and a missing column are refused, the column with the nearest name")
    func refusesMissing() throws {
        let absent = try #require(throws: MastheadError.self) {
            _ = try RegisterTable.read(path: "/absent/r.csv", longitudeColumn: "lon", latitudeColumn: "lat")
        }
        #expect(absent.code == .missingFile)
        let column = try #require(throws: MastheadError.self) { _ = try read("id,lno,lat\nS1,1,2\n") }
        #expect(column.code == .unknownName && column.remedy == "Write lno.")
        let folder = try ScratchFolder()
        let path = try folder.text("r.csv", "id,lon,lat\nS1,1,2\n")
        let unnamed = try #require(throws: MastheadError.self) { _ = try RegisterTable.read(path: path) }
        #expect(unnamed.code == .badRegister && unnamed.remedy.contains("id, lon, lat"))
    }

    @Test("text in another encoding than UTF-8 is refused at its line")
    func refusesEncoding() throws {
        let folder = try ScratchFolder()
        let path = folder.file("gb.csv")
        let bytes = Array("id,lon,lat\nS1,1,2\n".utf8) + [0xB1, 0xB1, 0xBE, 0xA9] + Array(",3,4\n".utf8)
        try Data(bytes).write(to: URL(filePath: path))
        let error = try #require(throws: MastheadError.self) {
            _ = try RegisterTable.read(path: path, longitudeColumn: "lon", latitudeColumn: "lat")
        }
        #expect(error.location == .line(file: path, line: 3) && error.remedy.contains("UTF-8"))
    }

    @Test(
        "the towers beside the checkout read, each with a position",
        .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absence)),
        arguments: ["monterey", "missouri", "calgary"])
    func readsTowers(name: String) throws {
        let path = try #require(SharedData.path("data/\(name)/towers.csv"))
        let table = try RegisterTable.read(
            path: path, longitudeColumn: "longitude_deg", latitudeColumn: "latitude_deg")
        #expect(table.rows.count > 10 && table.rows.allSatisfy { $0.position != nil && $0.fields["id"] != nil })
        #expect(table.rows.first?.number == 2)
    }
}
