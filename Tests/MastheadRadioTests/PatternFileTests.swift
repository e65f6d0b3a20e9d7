import Foundation
import MastheadCore
import MastheadRadio
import MastheadTestSupport
import Testing

@Suite("A pattern file is read by its name")
struct PatternFileTests {
    @Test("a CSV file is a measured pattern, and any other name an MSI file")
    func kinds() throws {
        let folder = try ScratchFolder()
        let cuts =
            (-36..<36).map { "azimuth,\($0 * 5),\($0 == 0 ? 0 : -10)" }
            + (-36..<36).map { "elevation,\($0 * 5),\($0 == 0 ? 0 : -10)" }
        let lines = ["peak_gain_dbi,15", "cut,angle_deg,gain_db"] + cuts
        let csv = folder.file("sector.CSV")
        try lines.joined(separator: "\n").write(toFile: csv, atomically: true, encoding: .utf8)
        #expect(try PatternFileReader.read(path: csv).peakGainDBi == 15)
        let msi = folder.file("sector.msi")
        try lines.joined(separator: "\n").write(toFile: msi, atomically: true, encoding: .utf8)
        let error = #expect(throws: MastheadError.self) { try PatternFileReader.read(path: msi) }
        #expect(error?.code == .badPattern)
    }

    @Test("a file that is not there is named, whatever its kind", arguments: ["none.csv", "none.msi"])
    func missing(name: String) throws {
        let folder = try ScratchFolder()
        let error = #expect(throws: MastheadError.self) { try PatternFileReader.read(path: folder.file(name)) }
        #expect(error?.code == .missingFile && error?.description.contains(name) == true)
    }
}
