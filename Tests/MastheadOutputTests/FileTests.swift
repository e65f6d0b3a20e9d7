import Foundation
import MastheadCore
import MastheadOutput
import MastheadTestSupport
import Testing

@Suite("A file appears whole or not at all")
struct AtomicFileTests {
    @Test("the bytes stand under the name, and nothing else in the folder")
    func writes() throws {
        let folder = try ScratchFolder()
        try AtomicFile.write("text", to: folder.file("a.csv"))
        try AtomicFile.write("other", to: folder.file("a.csv"))
        #expect(try String(contentsOfFile: folder.file("a.csv"), encoding: .utf8) == "other")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.csv"])
    }

    @Test("a writer that fails half-way leaves the old file and no other")
    func keepsOld() throws {
        let folder = try ScratchFolder()
        try AtomicFile.write("old", to: folder.file("a.csv"))
        let failure = MastheadError(.internalFault, "half-way", remedy: "None.")
        #expect(throws: MastheadError.self) {
            try AtomicFile.replace(folder.file("a.csv")) { (path) throws(MastheadError) in
                try AtomicFile.write("half", to: path)
                throw failure
            }
        }
        #expect(try String(contentsOfFile: folder.file("a.csv"), encoding: .utf8) == "old")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.csv"])
    }

    @Test("a folder that is not there is an error with its path and exit status 73")
    func missingFolder() throws {
        let error = #expect(throws: MastheadError.self) { try AtomicFile.write("x", to: "/nonexistent-folder/a.csv") }
        #expect(error?.code.exitStatus == .cannotWrite)
        #expect(error?.description.contains("/nonexistent-folder/") == true)
    }

    // The digest of "abc" is the first example of FIPS 180-4.
    @Test("digests are SHA-256")
    func digest() throws {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(FileDigest.digest(of: Array("abc".utf8)) == abc)
        let folder = try ScratchFolder()
        try AtomicFile.write("abc", to: folder.file("abc"))
        let digest = try FileDigest.digest(ofFile: folder.file("abc"))
        #expect(digest.bytes == 3 && digest.sha256 == abc)
    }
}

@Suite("Tables open in a spreadsheet without harm")
struct CSVTextTests {
    @Test(
        "names with commas, quotes and line ends are quoted",
        arguments: [
            ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("南区", "南区"), ("-110", "-110"), ("=1+1", "'=1+1"), ("@x", "'@x"), ("+49 30", "'+49 30"),
            ("-x,y", "\"'-x,y\""),
        ])
    func quotes(value: String, field: String) {
        var table = CSVText(header: ["name"])
        table.add([value])
        #expect(table.text == "name\n\(field)\n")
    }
}
