import MastheadCore
import MastheadGeo
import MastheadTestSupport
import Testing

@Suite("Refractivity maps")
struct RefractivityMapsTests {
    /// A map that is linear in latitude and, but for the way back at 360°, in longitude.
    private func map(rows: Int = 121, columns: Int = 241, _ value: (_ latitude: Double, _ longitude: Double) -> Double)
        -> String
    {
        (0..<rows).map { row in
            (0..<columns).map { column in "\(value(90 - 1.5 * Double(row), 1.5 * Double(column)))" }
                .joined(separator: "   ")
        }.joined(separator: "\r\n") + "\r\n"
    }

    private func folder(_ files: [String: String]) throws -> ScratchFolder {
        let folder = try ScratchFolder()
        for (name, content) in files { try folder.text(name, content) }
        return folder
    }

    @Test(
        "a map that is linear between its points reads exactly between them, east and west, to both poles",
        arguments: [
            (0.0, 0.0), (4.37, 50.66), (-4.7727, 53.6866), (-179.9, -17.2), (179.9, 88.9), (12, -90), (12, 90),
        ])
    func interpolates(longitude: Double, latitude: Double) throws {
        let folder = try folder([
            "DN50.TXT": map { 40 + $0 / 10 + abs($1 - 180) / 90 },
            "n050.txt": map { 320 + $0 / 3 + abs($1 - 180) / 30 },
        ])
        let maps = try #require(try RefractivityMaps.open(folder: folder.path))
        let values = maps.values(
            at: GeographicPosition(longitudeDegrees: longitude, latitudeDegrees: latitude))
        let east = longitude < 0 ? longitude + 360 : longitude
        // 1e-9: the numbers are written in full, and interpolation rounds a few times.
        #expect(abs(values.deltaN - (40 + latitude / 10 + abs(east - 180) / 90)) < 1e-9)
        #expect(abs(values.n0 - (320 + latitude / 3 + abs(east - 180) / 30)) < 1e-9)
    }

    @Test("a folder without maps gives none, and a folder with one of two is refused")
    func needsBoth() throws {
        #expect(try RefractivityMaps.open(folder: folder([:]).path) == nil)
        #expect(try RefractivityMaps.open(folder: "/absent") == nil)
        let half = try folder(["DN50.TXT": map { _, _ in 45 }])
        let error = #expect(throws: MastheadError.self) { _ = try RefractivityMaps.open(folder: half.path) }
        #expect(error?.code == .missingFile && error?.problem.contains("N050.TXT") == true)
    }

    @Test("maps of another shape, and values that cannot be, are refused at their line")
    func refusesShapes() throws {
        let good = map { _, _ in 325 }
        let short = try folder(["DN50.TXT": map(rows: 120) { _, _ in 45 }, "N050.TXT": good])
        #expect(throws: MastheadError.self) { _ = try RefractivityMaps.open(folder: short.path) }
        let narrow = try folder(["DN50.TXT": map(columns: 240) { _, _ in 45 }, "N050.TXT": good])
        let error = #expect(throws: MastheadError.self) { _ = try RefractivityMaps.open(folder: narrow.path) }
        #expect(error?.location == .line(file: narrow.file("DN50.TXT"), line: 1))
        for bad in [Double.nan, -37.7, 1e30] {
            let wrong = try folder(["DN50.TXT": map { $0 == 0 && $1 == 0 ? bad : 45 }, "N050.TXT": good])
            let error = #expect(throws: MastheadError.self) { _ = try RefractivityMaps.open(folder: wrong.path) }
            #expect(error?.location == .line(file: wrong.file("DN50.TXT"), line: 61))
        }
    }
}
