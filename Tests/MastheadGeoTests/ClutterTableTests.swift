import MastheadCore
import MastheadGeo
import MastheadTestSupport
import Testing

@Suite("Clutter tables")
struct ClutterTableTests {
    static let worldCover = SharedData.root.appending(path: "Geo/clutter/esa-worldcover.csv").path

    @Test("the WorldCover table knows every class, with height, basis and citation")
    func worldCover() throws {
        let table = try ClutterTable.read(path: Self.worldCover)
        #expect(table.entries.keys.sorted() == [10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 100])
        #expect(table.entries[10]?.representativeHeightMetres == 15)
        #expect(table.entries[80]?.isWater == true)
        #expect(table.entries.values.filter(\.isWater).count == 1)
        #expect(table.entries.values.allSatisfy { !$0.citation.isEmpty && !$0.name.isEmpty && !$0.category.isEmpty })
        // A citation with a comma in quotation marks is one field.
        #expect(table.entries[10]?.citation.contains("P.1812, §3.2, Table 2") == true)
    }

    @Test("trees and mangroves are vegetation, built-up land is buildings, and nothing else stands in a ray's way")
    func obstacles() throws {
        let table = try ClutterTable.read(path: Self.worldCover)
        #expect(table.entries.values.filter { $0.obstacle == .vegetation }.map(\.code).sorted() == [10, 95])
        #expect(table.entries.values.filter { $0.obstacle == .buildings }.map(\.code) == [50])
        #expect(table.entries.values.allSatisfy { ($0.obstacle == .none) == ($0.representativeHeightMetres == 0) })
    }

    @Test("without the column, whatever has a height counts as buildings; a word that is none is refused")
    func obstacleColumn() throws {
        let folder = try ScratchFolder()
        let old = try folder.text(
            "old.csv", "code,name,category,height_m,water,basis,citation\n1,A,a,9,no,derived,c\n2,B,b,0,no,derived,c\n")
        let table = try ClutterTable.read(path: old)
        #expect(table.entries[1]?.obstacle == .buildings && table.entries[2]?.obstacle == ClutterObstacle.none)
        let odd = try folder.text(
            "odd.csv", "code,name,category,height_m,water,obstacle,basis,citation\n1,A,a,15,no,hedge,derived,c\n")
        let error = #expect(throws: MastheadError.self) { try ClutterTable.read(path: odd) }
        #expect(error?.problem.contains("hedge") == true && error?.location == .line(file: odd, line: 2))
        #expect(error?.remedy == "Write one of: none, vegetation, buildings.")
    }

    @Test(
        "a row that cannot be used is refused by its line",
        arguments: [
            ("x,Trees,trees,15,no,derived,c", "\"x\""), ("10,Trees,trees,tall,no,derived,c", "tall"),
            ("10,Trees,trees,-1,no,derived,c", "-1"), ("10,Trees,trees,15,maybe,derived,c", "maybe"),
            ("10,Trees,trees,15,no,hearsay,c", "hearsay"), ("5,A,a,1,no,derived,c", "twice"),
        ])
    func badRows(row: String, named: String) throws {
        let folder = try ScratchFolder()
        let path = try folder.text(
            "t.csv", "code,name,category,height_m,water,basis,citation\n5,First,a,1,no,derived,c\n\(row)\n")
        let error = #expect(throws: MastheadError.self) { try ClutterTable.read(path: path) }
        #expect(error?.location == .line(file: path, line: 3))
        #expect(error?.problem.contains(named) == true)
    }

    @Test("a table without a needed column, or without rows, or absent, is refused")
    func badTables() throws {
        let folder = try ScratchFolder()
        let short = try folder.text("s.csv", "code,name\n1,A\n")
        let empty = try folder.text("e.csv", "code,name,category,height_m,water,basis,citation\n")
        for path in [short, empty, folder.file("absent.csv")] {
            #expect(throws: MastheadError.self) { try ClutterTable.read(path: path) }
        }
    }
}
