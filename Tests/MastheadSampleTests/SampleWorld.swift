import Foundation
import MastheadCore
import MastheadGeo
import MastheadSample
import MastheadTestSupport
import Testing

/// A sample written once and read back through the doors that every user has: files.
struct SampleWorld {
    let folder: String
    let summary: SampleSummary
    let columns: Int
    let rows: Int
    let pixels: PixelTransform
    let ground: [Float]
    let surface: [Float]
    let clutter: [Float]
    let population: [Float]

    /// A quarter of the usual size: half a second.
    static let small = Result { try SampleWorld(SampleOptions(size: Length(kilometres: 24), seed: 3)) }
    /// The usual size.
    static let usual = Result { try SampleWorld(SampleOptions(size: Length(kilometres: 60), seed: 7)) }
    /// The same land as `small` on the other side of the antimeridian and the equator.
    static let farSide = Result {
        try SampleWorld(
            SampleOptions(
                size: Length(kilometres: 24), seed: 3,
                centre: GeographicPosition(longitudeDegrees: 180, latitudeDegrees: -35)))
    }

    init(_ options: SampleOptions) throws {
        let folder = Self.freshFolder()
        summary = try SampleRegion.write(to: folder, options: options)
        self.folder = folder
        let layer = try RasterLayer.open(role: "ground", path: folder + "/ground.tif")
        columns = layer.columns
        rows = layer.rows
        pixels = layer.pixels
        ground = try Self.raster(folder + "/ground.tif")
        surface = try Self.raster(folder + "/surface.tif")
        clutter = try Self.raster(folder + "/clutter.tif")
        population = try Self.raster(folder + "/population.tif")
    }

    /// A path for a folder that is not there yet.
    static func freshFolder() -> String {
        FileManager.default.temporaryDirectory.appending(path: "sample-\(UUID().uuidString)").path
    }

    /// All pixels of a raster in its own lattice; NaN where it has no value.
    static func raster(_ path: String) throws -> [Float] {
        let layer = try RasterLayer.open(role: "sample", path: path)
        let grid = Grid(
            referenceSystem: layer.referenceSystem, westMetres: layer.pixels.west, northMetres: layer.pixels.north,
            cellMetres: layer.pixels.columnX, columns: layer.columns, rows: layer.rows)
        var reader = try RasterReader(layer, on: grid)
        return try reader.values(in: grid.window, method: .nearest)
    }

    /// The cell that holds a place; longitudes west of the raster are taken once around.
    func cell(_ longitude: Double, _ latitude: Double) -> Int? {
        let turned = longitude < pixels.west ? longitude + 360 : longitude
        let place = pixels.pixel(at: PlanePoint(x: turned, y: latitude))
        let (column, row) = (Int(place.column.rounded(.down)), Int(place.row.rounded(.down)))
        guard column >= 0, row >= 0, column < columns, row < rows else { return nil }
        return row * columns + column
    }

    func isSea(_ cell: Int) -> Bool { ground[cell] == 0 }
    func isWater(_ cell: Int) -> Bool { clutter[cell] == 80 }

    /// Everyone in the population raster.
    var people: Double { population.reduce(0) { $1.isNaN ? $0 : $0 + Double($1) } }

    /// The rows of a table by column name.
    func table(_ name: String) throws -> [[String: String]] {
        let lines = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8).split(separator: "\n")
        let header = try #require(lines.first).split(separator: ",", omittingEmptySubsequences: false)
        return lines.dropFirst().map { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return Dictionary(uniqueKeysWithValues: zip(header.map(String.init), fields))
        }
    }

    /// The features of a layer.
    func features(_ name: String) throws -> [SampleFeature] {
        let data = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
        return try JSONDecoder().decode(SampleFeatureCollection.self, from: data).features
    }
}

/// GeoJSON as far as the sample writes it.
struct SampleFeatureCollection: Decodable { let features: [SampleFeature] }

/// A feature with its texts and its coordinates as rings: a point is one ring of one place, a line one ring.
struct SampleFeature: Decodable {
    let texts: [String: String]
    let isTunnel: Bool?
    let polygons: [[[[Double]]]]

    var id: String { texts["id"] ?? "" }
    var kind: String { texts["kind"] ?? "" }
    var line: [[Double]] { polygons.first?.first ?? [] }

    private enum Keys: CodingKey { case properties, geometry, type, coordinates }
    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        let root = try decoder.container(keyedBy: Keys.self)
        let properties = try root.nestedContainer(keyedBy: Name.self, forKey: .properties)
        var texts: [String: String] = [:]
        for key in properties.allKeys { texts[key.stringValue] = try? properties.decode(String.self, forKey: key) }
        self.texts = texts
        isTunnel = try Name(stringValue: "tunnel").flatMap { try properties.decodeIfPresent(Bool.self, forKey: $0) }
        let geometry = try root.nestedContainer(keyedBy: Keys.self, forKey: .geometry)
        switch try geometry.decode(String.self, forKey: .type) {
        case "Point": polygons = [[[try geometry.decode([Double].self, forKey: .coordinates)]]]
        case "LineString": polygons = [[try geometry.decode([[Double]].self, forKey: .coordinates)]]
        case "Polygon": polygons = [try geometry.decode([[[Double]]].self, forKey: .coordinates)]
        default: polygons = try geometry.decode([[[[Double]]]].self, forKey: .coordinates)
        }
    }
}
