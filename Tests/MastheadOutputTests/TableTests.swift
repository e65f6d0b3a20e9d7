import Foundation
import MastheadCore
import MastheadGeo
import MastheadOutput
import MastheadPlanning
import Testing

@Suite("Tables say what they mean")
struct TableTests {
    private let hostile = ["=cmd|' /C calc'!A0", "Quote \" comma , line\nend", "No one's land"]

    /// Reads CSV as RFC 4180 has it.
    private func parse(_ text: String) -> [[String]] {
        var rows: [[String]] = [[]]
        var field = String.UnicodeScalarView()
        var isQuoted = false
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch (scalar, isQuoted) {
            case ("\"", true) where scalars.first == "\"":
                field.append(scalar)
                scalars.removeFirst()
            case ("\"", _): isQuoted.toggle()
            case (",", false):
                rows[rows.count - 1].append(String(field))
                field = .init()
            case ("\n", false):
                rows[rows.count - 1].append(String(field))
                field = .init()
                rows.append([])
            default: field.append(scalar)
            }
        }
        return rows.filter { !$0.isEmpty }
    }

    @Test("every row of the region table has a value for each column, and the study area comes last")
    func regionTableIsWhole() throws {
        let run = try SyntheticRun(names: hostile, bands: ["n28", "n41"])
        let rows = parse(RegionTable.csv(run.content.figures))
        #expect(rows.first == RegionTable.header)
        #expect(rows.allSatisfy { $0.count == RegionTable.header.count })
        #expect(rows.count == 1 + 2 * (hostile.count + 1))
        #expect(rows.last?[1] == "Study area")
        #expect(rows[1][1] == "'" + hostile[0])
        #expect(rows[3][1] == hostile[1])
    }

    @Test("definitions stand in every row: rule, target, threshold, probability, environment, band and source")
    func definitionsTravel() throws {
        let run = try SyntheticRun()
        for row in parse(RegionTable.csv(run.content.figures)).dropFirst() {
            let named = Dictionary(zip(RegionTable.header, row)) { first, _ in first }
            #expect(named["counting_rule"] == "station")
            #expect(named["target_per_10000_persons"] == "18")
            #expect(named["threshold_dbm"] == "-110")
            #expect(named["probability_percent"] == "90")
            #expect(named["environment"] == "outdoor")
            #expect(named["band"] == "n28")
            #expect(named["population_source"] == "Formula, 2026")
        }
    }

    @Test("a region without people says so in words, in the table and in the report")
    func noPeople() throws {
        let run = try SyntheticRun()
        let rows = parse(RegionTable.csv(run.content.figures))
        let density = try #require(RegionTable.header.firstIndex(of: "base_stations_per_10000_persons"))
        #expect(rows[2][density] == "no people")
        let report = try report(run)
        let regions = try #require(report["regions"] as? [[String: Any]])
        #expect(regions[1]["base_stations_per_10000_persons"] as? String == "no people")
    }

    @Test("the report is JSON whatever the names, with the table's figures")
    func reportIsJSON() throws {
        let names = hostile + ["tab\tnul\0bell\u{7}", "\u{2028}\u{1F5FC} ‮مرحبا", "C:\\x"]
        let run = try SyntheticRun(names: names)
        let regions = try #require(try report(run)["regions"] as? [[String: Any]])
        #expect(regions.map { $0["region_name"] as? String } == names)
        #expect(regions[0]["people"] as? Double == 1234.57)
        #expect(try report(run)["base_stations_outside_all_regions"] as? Int == 1)
    }

    private func report(_ run: SyntheticRun) throws -> [String: Any] {
        let json = RegionReport.json(run.content.figures)
        return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    }

    @Test("numbers have fixed decimals and a point")
    func decimals() throws {
        let run = try SyntheticRun()
        let row = parse(RegionTable.csv(run.content.figures))[1]
        #expect(row[2] == "1234.57")
        #expect(row[3] == "500.000")
        #expect(row[6] == "0.000")
    }

    @Test("a row for each station and band adds up its sectors")
    func stationTable() throws {
        let run = try SyntheticRun()
        let rows = parse(StationTable.csv(run.content.figures))
        #expect(rows.count == 1 + 5)
        #expect(rows.allSatisfy { $0.count == StationTable.header.count })
        #expect(rows[2][0] == "'=HYPERLINK(\"x\"),1")
        // Three sectors of ten cells and 2.5 persons.
        #expect(Array(rows[1][6...8]) == ["3", "30", "7.50"])
        #expect(parse(SectorTable.csv(run.content.figures)).count == 1 + 15)
    }

    @Test("a refused row stands in the quarantine table with row, reason and remedy")
    func quarantine() throws {
        let rows = parse(QuarantineTable.csv(try SyntheticRun().content.quarantined))
        #expect(rows.count == 2)
        #expect(rows[1].prefix(4) == ["register.csv", "7", "T5", "impossible-height"])
        #expect(rows[1].allSatisfy { !$0.isEmpty })
    }
}
