import Foundation
import MastheadCore
import MastheadGeo
import MastheadOutput
import MastheadTestSupport
import Testing

@Suite("Maps are drawn for any area")
struct MapTests {
    /// Width and height of a PNG file.
    private func size(_ path: String) throws -> (width: Int, height: Int) {
        let bytes = Array(try Data(contentsOf: URL(filePath: path)).prefix(24))
        #expect(Array(bytes[1...3]) == Array("PNG".utf8))
        func number(_ start: Int) -> Int { bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
        return (number(16), number(20))
    }

    @Test(
        "sheets stay within 1650 pixels whatever the shape of the area",
        arguments: [(150, 110), (900, 60), (40, 900), (3, 3), (1, 1), (2500, 1200)])
    func shapes(columns: Int, rows: Int) throws {
        let run = try SyntheticRun(columns: columns, rows: rows)
        try run.write(["map", "density-map"])
        for name in ["map-n28.png", "map-density.png"] {
            let size = try size(run.folder.file("out/\(name)"))
            #expect((500...1650).contains(size.width), "\(size)")
            #expect((500...1650).contains(size.height), "\(size)")
        }
    }

    @Test(
        "areas over the antimeridian, near a pole and in the south are drawn",
        arguments: [(179.99, -17.2), (-180, 65), (10, 89.9), (0, 0)])
    func places(longitude: Double, latitude: Double) throws {
        let place = GeographicPosition(longitudeDegrees: longitude, latitudeDegrees: latitude)
        try SyntheticRun(columns: 60, rows: 50, place: place).write(["map"])
    }

    @Test(
        "titles and names in any script, of any length, with any character are drawn",
        arguments: [
            "", "北京市朝阳区", "مرحبا بالعالم", "Île-de-France\nzweite Zeile", "nul\0inside", "<b>&amp;%s",
            String(repeating: "long ", count: 200), "\u{202E}turned", "🗼📶",
        ])
    func names(name: String) throws {
        try SyntheticRun(columns: 40, rows: 30, title: name, names: [name, "plain"]).write(["map", "density-map"])
    }

    @Test("a map does not depend on how the grid is cut into tiles", arguments: [(1400, 37), (60, 11)])
    func tiling(columns: Int, side: Int) throws {
        let coarse = try SyntheticRun(columns: columns, rows: 50).write(["map"])
        let fine = try SyntheticRun(columns: columns, rows: 50, tileSide: side).write(["map"])
        #expect(coarse == fine)
    }
}

@Suite("The profile plot")
struct ProfilePlotTests {
    private func plot(_ count: Int = 101, length: Double = 20, horizons: [Double] = [8, 13]) -> ProfilePlot {
        let distances = (0..<count).map { length * Double($0) / Double(max(1, count - 1)) }
        return ProfilePlot(
            distanceKilometres: distances, groundMetres: distances.map { 100 + 60 * sin($0) },
            clutterMetres: distances.map { $0 > 4 && $0 < 6 ? 15 : 0 }, transmitterHeightMetres: 40,
            receiverHeightMetres: 1.5, effectiveRadiusKilometres: 8931, wavelengthMetres: 0.39,
            horizonKilometres: horizons, title: "A to B", subtitle: "140 dB for 50 % of time")
    }

    @Test("PNG and SVG are written whole, by the path's ending, and the same each time")
    func writes() throws {
        let folder = try ScratchFolder()
        for name in ["a.png", "a.svg", "b.PNG", "b.SVG"] { try plot().write(to: folder.file(name)) }
        func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: folder.file(name))) }
        #expect(try bytes("a.png") == bytes("b.PNG"))
        #expect(try bytes("a.svg") == bytes("b.SVG"))
        #expect(try bytes("a.png").prefix(4).elementsEqual([0x89, 0x50, 0x4E, 0x47]))
        #expect(try String(decoding: bytes("a.svg"), as: UTF8.self).hasSuffix("</svg>\n"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 4)
    }

    @Test("two points, flat ground and a sea path are drawn")
    func extremes() throws {
        let folder = try ScratchFolder()
        try plot(2, length: 0.05, horizons: []).write(to: folder.file("short.png"))
        var sea = plot(500, length: 400, horizons: [])
        sea.groundMetres = sea.groundMetres.map { _ in 0 }
        try sea.write(to: folder.file("sea.png"))
    }

    @Test("a profile that cannot be drawn is refused, and no file appears")
    func refuses() throws {
        let folder = try ScratchFolder()
        var void = plot()
        void.groundMetres[50] = .nan
        var uneven = plot()
        uneven.clutterMetres.removeLast()
        for bad in [plot(1), plot(5, length: 0), void, uneven] {
            let error = #expect(throws: MastheadError.self) { try bad.write(to: folder.file("a.png")) }
            #expect(error?.code == .badProfile)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
}
