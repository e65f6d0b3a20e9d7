import Foundation
import MastheadCore
import MastheadGeo
import MastheadJobs
import MastheadTestSupport

/// A complete job on a few synthetic pixels, each part of which a test can spoil.
final class TinyWorld {
    let folder: ScratchFolder
    /// Pixels of 0.002° from 10° E 50.1° N: 60 columns, 50 rows.
    static let columns = 60
    static let rows = 50

    var regions = TinyWorld.collection([
        TinyWorld.square("A", west: 10.01, south: 50.01, east: 10.06, north: 50.09),
        TinyWorld.square("B", west: 10.06, south: 50.01, east: 10.11, north: 50.09),
    ])
    var register = """
        station,longitude,latitude,height,azimuth,band
        S1,10.03,50.05,30,0,n28
        S2,10.08,50.06,25,120,n28
        S3,10.05,50.03,40,240,n28

        """
    var groundPath = "ground.tif"
    var extra = ""
    /// Further layers, as lines of the job.
    var moreLayers = ""
    var template = "n28-700"
    var radius = "5 km"
    /// Further keys of the band, as lines of the job.
    var moreBand = ""
    var resolution = "200 m"
    var limits = "{ quarantine: 100 % }"
    /// Further keys of the job, such as routes and places.
    var moreKeys = ""

    /// A world whose files are sound.
    init() throws {
        folder = try ScratchFolder()
        try writeGround()
        try writePopulation()
        try writeClasses("clutter.tif") { column, row in (column + row) % 7 == 0 ? 10 : 30 }
    }

    /// Writes a raster of codes: land cover or zones.
    func writeClasses(
        _ name: String, columns: Int = TinyWorld.columns, referenceSystem: ReferenceSystem? = .wgs84,
        code: (Int, Int) -> UInt8
    ) throws {
        try SyntheticRaster.write(
            folder.file(name), west: 10, north: 50.1, pixel: 0.002, columns: columns, rows: Self.rows,
            referenceSystem: referenceSystem, nodata: 0, value: code)
    }

    func writeGround(
        columns: Int = TinyWorld.columns, west: Double = 10, referenceSystem: ReferenceSystem? = .wgs84,
        name: String = "ground.tif", isVoid: (Int, Int) -> Bool = { _, _ in false }
    ) throws {
        try SyntheticRaster.write(
            folder.file(name), west: west, north: 50.1, pixel: 0.002, columns: columns, rows: Self.rows,
            referenceSystem: referenceSystem, nodata: -32768
        ) { column, row in isVoid(column, row) ? Int16.min : Int16(100 + 40 * ((column / 9 + row / 7) % 3)) }
    }

    func writePopulation(_ value: (Int, Int) -> Float = { column, row in Float((column * 7 + row * 3) % 11) }) throws {
        try SyntheticRaster.write(
            folder.file("population.tif"), west: 10, north: 50.1, pixel: 0.002, columns: Self.columns, rows: Self.rows,
            nodata: -99999, value: value)
    }

    /// Writes the job and what belongs to it; answers its path.
    func write() throws -> String {
        try regions.write(toFile: folder.file("regions.geojson"), atomically: true, encoding: .utf8)
        try register.write(toFile: folder.file("register.csv"), atomically: true, encoding: .utf8)
        let job = """
            job: tiny
            regions: { path: regions.geojson }
            grid: { resolution: \(resolution) }
            layers:
              ground: { path: \(groundPath)\(extra) }
              clutter: { path: clutter.tif }
              population: { path: population.tif, name: Tiny people }
            \(moreLayers)
            bands:
              - template: \(SharedData.root.path)/Jobs/bands/\(template).yaml
                name: n28
                radius: \(radius)
            \(moreBand)
            register: [ { path: register.csv } ]
            limits: \(limits)
            \(moreKeys)
            output: out

            """
        try job.write(toFile: folder.file("tiny.yaml"), atomically: true, encoding: .utf8)
        return folder.file("tiny.yaml")
    }

    func check() throws -> CheckReport {
        try RunService.check(jobPath: write(), options: RunOptions(threads: 2))
    }

    func run(threads: Int = 2) throws -> RunSummary {
        try RunService.run(jobPath: write(), options: RunOptions(threads: threads))
    }

    /// Whether any tile was computed.
    var hasComputed: Bool {
        let files = FileManager.default.enumerator(atPath: folder.file("out"))
        return files?.contains { ($0 as? String)?.contains("tile-") == true } ?? false
    }

    static func collection(_ features: [String]) -> String {
        "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
    }

    static func polygon(_ id: String, _ ring: [(Double, Double)]) -> String {
        let points = (ring + ring.prefix(1)).map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
        return "{\"type\":\"Feature\",\"properties\":{\"id\":\"\(id)\",\"name\":\"Region \(id)\"},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[\(points)]]}}"
    }

    static func square(_ id: String, west: Double, south: Double, east: Double, north: Double) -> String {
        polygon(id, [(west, south), (east, south), (east, north), (west, north)])
    }
}
