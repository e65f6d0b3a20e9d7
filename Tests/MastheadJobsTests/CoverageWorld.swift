import Foundation
import MastheadCore
import MastheadGeo
import MastheadTestSupport

/// Smooth hills around 10° E 50° N, some 28 by 22 km, and calls of `masthead coverage` on them.
struct CoverageWorld {
    let folder: ScratchFolder
    let ground: String

    /// - Parameter hole: Whether a square of 1 km, 2 km east of the middle, has no ground.
    init(hole: Bool = false) throws {
        folder = try ScratchFolder()
        ground = try SyntheticRaster.write(
            folder.file("ground.tif"), west: 9.8, north: 50.1, pixel: 0.001, columns: 400, rows: 200, nodata: -9999
        ) { column, row in
            let (x, y) = (Double(column) * 0.0717, Double(row) * 0.1112)
            let isHole = hole && abs(x - 16.3) < 0.5 && abs(y - 11.1) < 0.5
            return isHole ? Float(-9999) : Float(200 + 60 * sin(x / 1.1) * cos(y / 1.3))
        }
    }

    /// A call with the usual place and carriers.
    func coverage(_ out: String, _ more: [String], carrier: String? = "763MHz,2.6GHz", radius: String = "5km") throws
        -> CommandRunner.Result
    {
        try CommandRunner.run(
            ["coverage", "--at", "10,50", "--height", "30", "--radius", radius, "--ground", ground, "--out", file(out)]
                + (carrier.map { ["--carrier", $0] } ?? []) + more)
    }

    func file(_ name: String) -> String { folder.file(name) }

    /// The report of a result.
    func report(_ out: String) throws -> [String: Any] {
        let bytes = try Data(contentsOf: URL(filePath: file("\(out)/site.json")))
        return try JSONSerialization.jsonObject(with: bytes) as? [String: Any] ?? [:]
    }

    /// The carriers of a report.
    func carriers(_ out: String) throws -> [[String: Any]] { try report(out)["carriers"] as? [[String: Any]] ?? [] }

    /// What the cells of a carrier come to.
    func tally(_ out: String, _ carrier: Int) throws -> [String: Int] {
        try carriers(out)[carrier]["tally"] as? [String: Int] ?? [:]
    }

    /// The grid of a result.
    func grid(_ out: String) throws -> Grid {
        let cells = try report(out)["cells"] as? [String: Any] ?? [:]
        func number(_ key: String) -> Double { (cells[key] as? NSNumber)?.doubleValue ?? .nan }
        return Grid(
            referenceSystem: ReferenceSystem(definition: cells["referenceSystem"] as? String ?? ""),
            westMetres: number("westMetres"), northMetres: number("northMetres"), cellMetres: number("metres"),
            columns: Int(number("columns")), rows: Int(number("rows")))
    }

    /// All values of a raster, row-major; NaN where it has none.
    func values(_ out: String, _ name: String) throws -> [Float] {
        let grid = try grid(out)
        let layer = try RasterLayer.open(role: "loss", path: file("\(out)/\(name)"))
        var reader = try RasterReader(layer, on: grid, edgeReach: Length(metres: 0))
        return try reader.values(in: grid.window, method: .nearest)
    }

    /// The bytes of a file.
    func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: file(name))) }
}
