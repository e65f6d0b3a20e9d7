import Foundation
import MastheadConformance
import MastheadCore
import MastheadTestSupport
import Testing

/// The maps that `make maps` installs; they may not be passed on, so that most checkouts have none.
private enum InstalledMaps {
    static let folder = SharedData.root.appending(path: "Geo/local").path
    static let areThere = ["DN50.TXT", "N050.TXT", "v7_r001.npz"].allSatisfy {
        FileManager.default.fileExists(atPath: "\(folder)/\($0)")
    }
    static let absence = "Geo/local does not hold the maps of the ITU: run make maps to compare with them"
}

@Suite("Files that check maps of the ITU")
struct MapsCheckTests {
    /// One path along the equator, whose middle is at 1° E, over maps that hold 40 and 320 everywhere.
    private static let path = [
        "case_id,profile_id,tx_lat_deg,tx_lon_deg,rx_lat_deg,rx_lon_deg,length_km,mid_lat_deg,mid_lon_deg,"
            + "DN_official_Nunits_per_km,N0_official_Nunits",
        // Two degrees on the sphere of 6371 km.
        "one,none,0,0,0,2,222.389853289,0,1,40,320",
    ]
    private static let rain = ["case_id,lat_deg,lon_deg,p_pct,R001_official_mm_per_h", "r,3.133,101.7,0.01,99.1481136"]

    /// Runs both files, over the maps that are named.
    private func run(
        path: [String] = path, rain: [String] = rain, maps: [String: Double] = [:]
    ) throws -> [ConformanceResult] {
        let folder = try ScratchFolder()
        let vectors = URL(filePath: folder.file("vectors/maps"))
        try FileManager.default.createDirectory(at: vectors, withIntermediateDirectories: true)
        try folder.text("vectors/maps/dn50_n050_midpath_official.csv", path.joined(separator: "\n"))
        try folder.text("vectors/maps/p837_7_R001_official.csv", rain.joined(separator: "\n"))
        for (name, value) in maps {
            let line = Array(repeating: "\(value)", count: 241).joined(separator: " ")
            try folder.text(name, Array(repeating: line, count: 121).joined(separator: "\n"))
        }
        return try ConformanceSuite.run(folder: folder.file("vectors"), maps: folder.path)
    }

    @Test("without their maps they are neither met nor missed, and the report says how to install them")
    func notInstalled() throws {
        let results = try run()
        #expect(results.map(\.verdict) == [.notInstalled, .notInstalled])
        #expect(results.allSatisfy { $0.cases == 1 && $0.comparisons == 0 && $0.reason.contains("make maps") })
        #expect(!ConformanceReport.hasMiss(results))
        let text = ConformanceReport.text(results)
        for word in ["maps/p837_7_R001_official.csv", "`make maps`", "0 met, 0 missed, 0 not implemented, 2 without"] {
            #expect(text.contains(word), "\(text)")
        }
        #expect(try ConformanceReport.json(results).contains("\"map not installed\""))
    }

    @Test("with its maps the file of paths is met, and the other one still waits for its own")
    func installed() throws {
        let results = try run(maps: ["DN50.TXT": 40, "N050.TXT": 320])
        #expect(results.filter { $0.verdict == .met }.map(\.comparisons) == [2, 2])
        #expect(results.filter { $0.verdict == .notInstalled }.map(\.file) == ["maps/p837_7_R001_official.csv"])
    }

    @Test(
        "a map value, a middle or a map that is off is a miss",
        arguments: [
            (40.00002, 320.0, "0,1,40,320"), (40, 320.00002, "0,1,40,320"), (40, 320, "0.00000001,1,40,320"),
            (40, 320, "0,1.00000001,40,320"), (40, 320, "0,1,40.00002,320"),
        ])
    func missed(deltaN: Double, n0: Double, values: String) throws {
        let path = [Self.path[0], Self.path[1].replacing("0,1,40,320", with: values)]
        let results = try run(path: path, maps: ["DN50.TXT": deltaN, "N050.TXT": n0])
        #expect(results.filter { $0.verdict == .missed }.count == 1)
    }

    @Test("one of the two maps of refractivity without the other is a miss that names the missing one")
    func half() throws {
        let result = try #require(try run(maps: ["DN50.TXT": 40]).first)
        #expect(result.verdict == .missed)
        #expect(result.errors.first?.problem.contains("N050.TXT") == true)
    }

    @Test(
        "the maps of the ITU give the official values at every place",
        .enabled(if: SharedData.isPresent, "\(SharedData.absence)"),
        .enabled(if: InstalledMaps.areThere, "\(InstalledMaps.absence)"))
    func official() throws {
        let folder = try #require(SharedData.path("conformance"))
        let results = try ConformanceSuite.run(folder: folder, maps: InstalledMaps.folder)
            .filter { $0.file.hasPrefix("maps/") }
        #expect(results.count == 3 && results.allSatisfy { $0.verdict == .met }, "\(ConformanceReport.text(results))")
        #expect(results.map(\.cases) == [17, 17, 8])
    }
}
