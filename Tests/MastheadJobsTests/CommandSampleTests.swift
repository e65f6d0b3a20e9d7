import Foundation
import MastheadCore
import MastheadTestSupport
import Testing

@Suite("masthead sample and check", .enabled(if: CommandRunner.path != nil, Comment(rawValue: CommandRunner.absence)))
struct CommandSampleTests {
    /// The quickstart job moved to a small sample of its own, with changes.
    private func withSample<Value>(_ body: (_ job: (String) throws -> String) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "masthead-sample-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let sample = try CommandRunner.run(["sample", folder.path + "/land", "--size", "20km", "--seed", "3"])
        #expect(sample.status == 0, "\(sample.err)")
        #expect(sample.out.contains("Nothing in it is real."))
        let quickstart = try String(
            contentsOf: SharedData.root.appending(path: "Jobs/examples/quickstart.yaml"), encoding: .utf8)
        let text = quickstart.replacing("../../Output/sample-region", with: "land")
            .replacing("output: ../../Output", with: "output: runs")
            .replacing("template: n28-700", with: "template: \(SharedData.root.path)/Jobs/bands/n28-700.yaml")
            .replacing(
                "path: land/clutter.tif",
                with: "path: land/clutter.tif\n    classes: \(SharedData.root.path)/Geo/clutter/esa-worldcover.csv")
        return try body { change in
            let file = folder.appending(path: "job.yaml")
            try Data((text + change).utf8).write(to: file)
            return file.path
        }
    }

    @Test("the quickstart job is sound on a generated sample, and a check computes and writes nothing")
    func quickstart() throws {
        try withSample { job in
            let file = try job("")
            let result = try CommandRunner.run(["check", file, "--json"])
            #expect(result.status == 0, "\(result.err)")
            let report = try #require(
                try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
            #expect((report["cells"] as? Int ?? 0) > 1000)
            #expect((report["stations"] as? Int ?? 0) > 0)
            let runs = URL(filePath: file).deletingLastPathComponent().appending(path: "runs").path
            #expect(!FileManager.default.fileExists(atPath: runs))
        }
    }

    @Test("names that lead nowhere are refused with the nearest one and their place in the job")
    func unknownNames() throws {
        try withSample { job in
            let products = try CommandRunner.run(["check", job("products: [level, netwrok]\n")])
            #expect(products.status == ExitStatus.badData.rawValue)
            #expect(products.err.contains("products[1]") && products.err.contains("network"), "\(products.err)")
        }
    }

    @Test("a sample does not write over files that are not its own")
    func occupied() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "masthead-taken-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("mine".utf8).write(to: folder.appending(path: "thesis.txt"))
        let result = try CommandRunner.run(["sample", folder.path, "--size", "20km"])
        #expect(result.status == ExitStatus.cannotWrite.rawValue, "\(result)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["thesis.txt"])
    }

    @Test(
        "sizes and centres that cannot be made are usage",
        arguments: [
            ["--size", "20"], ["--size", "1 km"], ["--size", "9000 km"], ["--cell", "4"], ["--seed", "-1"],
            ["--centre", "0,89"], ["--centre", "here"],
        ])
    func usage(options: [String]) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "masthead-none-\(UUID().uuidString)")
        let result = try CommandRunner.run(["sample", folder.path] + options)
        #expect(result.status == ExitStatus.usage.rawValue, "\(result)")
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }
}
