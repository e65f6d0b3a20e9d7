import Foundation
import MastheadCore
import MastheadSample
import MastheadTestSupport
import Testing

@Suite("Each committed sample is what its own note says")
struct CommittedSampleTests {
    /// What a sample's note says of how it was made.
    private struct Note: Decodable {
        let seed: String
        let size_km: Double
        let cell_arc_seconds: Int
        let centre_longitude_deg: Double
        let centre_latitude_deg: Double
        let generator_version: Int
    }

    private static let root = SharedData.root.appending(path: "Geo/samples").path

    /// The folders below `Geo/samples`.
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).sorted()

    @Test("there is one at least, and all together are smaller than 3 MB")
    func areSmall() throws {
        #expect(!Self.names.isEmpty)
        var bytes = 0
        for name in Self.names {
            let folder = "\(Self.root)/\(name)"
            for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
                bytes += try Data(contentsOf: URL(filePath: "\(folder)/\(file)")).count
            }
        }
        #expect(bytes < 3_000_000)
    }

    // Tables byte for byte; rasters cell for cell, as another build of zlib may pack the same cells differently.
    @Test("masthead sample makes every table and every raster cell again from its seed and size", arguments: names)
    func isMadeAgain(name: String) throws {
        let folder = "\(Self.root)/\(name)"
        let data = try Data(contentsOf: URL(filePath: folder + "/sample.json"))
        let note = try JSONDecoder().decode(Note.self, from: data)
        #expect(note.generator_version == SampleRegion.generatorVersion)
        let options = SampleOptions(
            size: Length(kilometres: note.size_km), seed: try #require(UInt64(note.seed)),
            cellArcSeconds: note.cell_arc_seconds,
            centre: GeographicPosition(
                longitudeDegrees: note.centre_longitude_deg, latitudeDegrees: note.centre_latitude_deg))
        let made = SampleWorld.freshFolder()
        defer { try? FileManager.default.removeItem(atPath: made) }
        try SampleRegion.write(to: made, options: options)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(try Set(files) == Set(FileManager.default.contentsOfDirectory(atPath: made)))
        for file in files {
            if file.hasSuffix(".tif") {
                let committed = try SampleWorld.raster("\(folder)/\(file)").map(\.bitPattern)
                let again = try SampleWorld.raster("\(made)/\(file)").map(\.bitPattern)
                #expect(committed == again, "\(file) differs: make \(name) again and say why in the commit")
            } else {
                let committed = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
                let again = try String(contentsOfFile: "\(made)/\(file)", encoding: .utf8)
                #expect(committed == again, "\(file) differs: make \(name) again and say why in the commit")
            }
        }
    }
}
