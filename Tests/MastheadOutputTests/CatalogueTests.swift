import Foundation
import MastheadCore
import MastheadOutput
import MastheadTestSupport
import Testing

@Suite("The catalogue, its description and its colours agree")
struct CatalogueTests {
    private func text(_ path: String) throws -> String {
        try String(contentsOf: SharedData.root.appending(path: "Output/\(path)"), encoding: .utf8)
    }

    @Test("each product has an id and a file name of its own and says what it is")
    func complete() {
        let entries = ProductCatalogue.entries
        #expect(Set(entries.map(\.id)).count == entries.count)
        #expect(Set(entries.map(\.fileName)).count == entries.count)
        for entry in entries {
            #expect(!entry.format.isEmpty && !entry.summary.isEmpty && !entry.opening.isEmpty, "\(entry.id)")
        }
    }

    @Test("Output/README.md has the row of each product, and no other")
    func readme() throws {
        let lines = try text("README.md").split(separator: "\n").map(String.init)
        let start = try #require(lines.firstIndex { $0.hasPrefix("| Id | File |") })
        let rows = lines[(start + 2)...].prefix { $0.hasPrefix("|") }
        #expect(Array(rows) == ProductCatalogue.entries.map(\.readmeRow))
    }

    @Test("the README explains each column of the region table")
    func columns() throws {
        let readme = try text("README.md")
        for column in RegionTable.header { #expect(readme.contains("`\(column)`"), "\(column)") }
    }

    @Test(
        "the files in Output/styles hold the colours of the maps",
        arguments: [
            ("level.txt", CoverageColors.levelFile), ("density.csv", CoverageColors.densityFile),
            ("classes.csv", CoverageColors.classesFile),
        ])
    func styles(name: String, expected: String) throws {
        #expect(try text("styles/\(name)") == expected)
    }

    @Test("a job that names a product gets it, and the figures that explain reads")
    func selection() throws {
        #expect(try ProductCatalogue.entries([("map", .none)]).map(\.id) == ["figures", "map"])
        #expect(try ProductCatalogue.entries(nil).count == ProductCatalogue.entries.count)
    }

    @Test("a product that there is not is refused with the nearest name")
    func unknown() throws {
        let place = ErrorLocation.job(file: "a.yaml", key: "products[0]")
        let error = #expect(throws: MastheadError.self) { try ProductCatalogue.entries([("levle", place)]) }
        #expect(error?.code == .unknownName)
        #expect(error?.location == place)
        #expect(error?.remedy == "Write \"level\".")
    }

    // Luma by the weights of ITU-R BT.709.
    @Test("the level ramp grows lighter with the level, so that it reads in grey")
    func lightness() {
        let luminances = stride(from: -120.0, through: -50, by: 1).map { level -> Double in
            let color = CoverageColors.level.color(level)
            return 0.2126 * color.red + 0.7152 * color.green + 0.0722 * color.blue
        }
        #expect(zip(luminances, luminances.dropFirst()).allSatisfy { $0 < $1 })
    }
}
