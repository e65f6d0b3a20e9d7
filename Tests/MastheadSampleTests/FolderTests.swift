import Foundation
import MastheadCore
import MastheadSample
import MastheadTestSupport
import Testing

@Suite("A sample is written whole, the same again, or not at all")
struct FolderTests {
    private let options = SampleOptions(size: Length(kilometres: 20), seed: 11)

    @Test("the same options give the same bytes, another seed another land")
    func sameBytes() throws {
        let first = SampleWorld.freshFolder()
        let second = SampleWorld.freshFolder()
        defer { for folder in [first, second] { try? FileManager.default.removeItem(atPath: folder) } }
        try SampleRegion.write(to: first, options: options)
        try SampleRegion.write(to: second, options: options)
        let names = try FileManager.default.contentsOfDirectory(atPath: first).sorted()
        #expect(names.count == 12)
        for name in names {
            #expect(
                try Data(contentsOf: URL(filePath: "\(first)/\(name)"))
                    == Data(contentsOf: URL(filePath: "\(second)/\(name)")), "\(name)")
        }
        var other = options
        other.seed = 12
        try SampleRegion.write(to: second, options: other)
        #expect(try SampleWorld.raster("\(first)/ground.tif") != SampleWorld.raster("\(second)/ground.tif"))
    }

    @Test("a folder with anything but a sample in it is left alone")
    func strangersAreSafe() throws {
        let folder = SampleWorld.freshFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let letter = folder + "/letter.txt"
        try Data("keep me".utf8).write(to: URL(filePath: letter))
        let error = #expect(throws: MastheadError.self) { try SampleRegion.write(to: folder, options: options) }
        #expect(error?.code == .cannotWrite)
        #expect(error?.problem.contains("letter.txt") == true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["letter.txt"])
    }

    @Test("a file of the user's inside a sample's folder stops its replacement")
    func ownFilesAreSafe() throws {
        let folder = SampleWorld.freshFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try SampleRegion.write(to: folder, options: options)
        try SampleRegion.write(to: folder, options: options)
        try Data("mine".utf8).write(to: URL(filePath: folder + "/my-sites.csv"))
        let error = #expect(throws: MastheadError.self) { try SampleRegion.write(to: folder, options: options) }
        #expect(error?.problem.contains("my-sites.csv") == true)
        #expect(FileManager.default.fileExists(atPath: folder + "/my-sites.csv"))
    }

    @Test("a file in the place of the folder, or of the folder above, is an error that leaves nothing behind")
    func filesInTheWay() throws {
        let file = SampleWorld.freshFolder()
        try Data().write(to: URL(filePath: file))
        defer { try? FileManager.default.removeItem(atPath: file) }
        let above = (file as NSString).deletingLastPathComponent
        for folder in [file, file + "/below"] {
            let error = #expect(throws: MastheadError.self) { try SampleRegion.write(to: folder, options: options) }
            #expect(error?.code == .cannotWrite)
        }
        let mine = (file as NSString).lastPathComponent
        let left = try FileManager.default.contentsOfDirectory(atPath: above).filter { $0.hasPrefix(mine) }
        #expect(left == [mine])
    }

    @Test(
        "what cannot be made is refused with the option's name and a remedy",
        arguments: [
            (SampleOptions(size: Length(kilometres: 5)), "--size"),
            (SampleOptions(size: Length(kilometres: 900)), "--size"),
            (SampleOptions(size: Length(kilometres: .nan)), "--size"),
            (SampleOptions(cellArcSeconds: 7), "--cell"),
            (SampleOptions(size: Length(kilometres: 600), cellArcSeconds: 1), "--cell"),
            (SampleOptions(size: Length(kilometres: 20), cellArcSeconds: 30), "--cell"),
            (SampleOptions(centre: GeographicPosition(longitudeDegrees: 0, latitudeDegrees: 80)), "--centre"),
            (SampleOptions(centre: GeographicPosition(longitudeDegrees: 270, latitudeDegrees: 0)), "--centre"),
        ])
    func badOptions(options: SampleOptions, name: String) throws {
        let folder = SampleWorld.freshFolder()
        let error = #expect(throws: MastheadError.self) { try SampleRegion.write(to: folder, options: options) }
        #expect(error?.code == .usage)
        #expect(error?.location == .option(name))
        #expect(error?.remedy.hasPrefix("Choose") == true)
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test("the largest region of the usual cells is accepted")
    func largestIsAccepted() throws {
        try SampleOptions(size: Length(kilometres: 600)).validate()
    }
}
