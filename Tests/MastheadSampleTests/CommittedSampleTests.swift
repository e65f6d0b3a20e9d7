import Foundation
import MastheadCore
import MastheadSample
import MastheadTestSupport
import Testing

@Suite("The committed sample is what the command makes")
struct CommittedSampleTests {
    private static let folder = SharedData.root.appending(path: "Geo/samples/small-bay").path

    @Test("it is smaller than 3 MB")
    func isSmall() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
        var bytes = 0
        for name in names {
            bytes += try Data(contentsOf: URL(filePath: "\(Self.folder)/\(name)")).count
        }
        #expect(bytes < 3_000_000)
    }

    @Test("masthead sample Geo/samples/small-bay --size 24km --seed 3 makes every table byte for byte")
    func tablesAreTheSame() throws {
        let world = try SampleWorld.small.get()
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
        #expect(try Set(names) == Set(FileManager.default.contentsOfDirectory(atPath: world.folder)))
        for name in names where !name.hasSuffix(".tif") {
            let committed = try String(contentsOfFile: "\(Self.folder)/\(name)", encoding: .utf8)
            let made = try String(contentsOfFile: "\(world.folder)/\(name)", encoding: .utf8)
            #expect(committed == made, "\(name) differs: make the sample again and say why in the commit")
        }
    }

    // Values, not bytes: another build of zlib may pack the same pixels differently.
    @Test("and every raster cell for cell", arguments: ["ground", "surface", "clutter", "population"])
    func rastersAreTheSame(name: String) throws {
        let committed = try SampleWorld.raster("\(Self.folder)/\(name).tif").map(\.bitPattern)
        let made = try SampleWorld.raster("\(try SampleWorld.small.get().folder)/\(name).tif").map(\.bitPattern)
        #expect(committed == made, "make the sample again and say why in the commit")
    }
}
