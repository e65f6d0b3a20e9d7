import Foundation
import MastheadConformance
import MastheadCore
import MastheadTestSupport
import Testing

@Suite("Published vectors are met")
struct PublishedVectorTests {
    static let sample = SharedData.root.appending(path: "Tests/Vectors").path

    @Test("the committed sample is met, and all of it is checked")
    func sample() throws {
        let results = try ConformanceSuite.run(folder: Self.sample)
        #expect(!ConformanceReport.hasMiss(results), "\(ConformanceReport.text(results))")
        #expect(results.allSatisfy { $0.verdict == .met && $0.comparisons > 0 })
        #expect(results.allSatisfy { $0.unknownColumns.isEmpty && $0.absentColumns.isEmpty })
    }

    @Test("the full reference data are met", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
    func fullSet() throws {
        let path = try #require(SharedData.path("conformance"))
        let results = try ConformanceSuite.run(folder: path)
        #expect(!ConformanceReport.hasMiss(results), "\(ConformanceReport.text(results))")
        let official = try #require(results.first { $0.file == "p1812/p1812_official.csv" && $0.subject == "loss" })
        #expect(official.cases == 63)
        let generated = try #require(results.first { $0.file == "p1812/p1812_generated.csv" && $0.subject == "loss" })
        #expect(generated.cases == 1048)
        let element = try #require(results.first { $0.file == "antenna/m2101_element.csv" })
        #expect(element.cases == 206 && element.verdict == .met)
    }

    @Test("the committed sample is part of the full set", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
    func sampleIsPart() throws {
        let full = try #require(SharedData.path("conformance"))
        let names = try #require(FileManager.default.enumerator(atPath: Self.sample)).compactMap { $0 as? String }
        for name in names where name.hasSuffix(".csv") {
            let sample = try String(contentsOfFile: "\(Self.sample)/\(name)", encoding: .utf8).split(separator: "\n")
            let whole = Set(try String(contentsOfFile: "\(full)/\(name)", encoding: .utf8).split(separator: "\n"))
            #expect(sample.allSatisfy { whole.contains($0) }, "\(name)")
        }
    }
}

@Suite("The conformance harness says what it found")
struct ConformanceHarnessTests {
    /// A folder with some of the sample's files, changed on the way; removed at the end.
    private func run(
        _ files: [String], also extra: [String: String] = [:], change: (String, String) -> String = { $1 }
    ) throws -> [ConformanceResult] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "masthead-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ name: String, _ text: String) throws {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        for name in files {
            let text = try String(contentsOfFile: "\(PublishedVectorTests.sample)/\(name)", encoding: .utf8)
            try write(name, change(name, text))
        }
        for (name, text) in extra { try write(name, text) }
        return try ConformanceSuite.run(folder: folder.path)
    }

    @Test("a wrong number is a miss with its case and column")
    func wrongNumber() throws {
        let results = try run(["p525/p525_free_space.csv"]) { $1.replacing("51.8144707369", with: "51.8144707389") }
        let result = try #require(results.first)
        #expect(result.verdict == .missed && ConformanceReport.hasMiss(results))
        #expect(result.worst?.caseID == "p525_00001" && result.worst?.column == "Lbf_exact_dB")
        // 1e-10 dB: the numbers of the file have ten decimals.
        #expect(abs((result.worst?.deviation ?? 0) - 2e-9) < 1e-10)
    }

    @Test("an antenna gain that is off by more than its tolerance is a miss")
    func wrongGain() throws {
        for (gain, verdict) in [("-17.2860364504", true), ("-17.2860364484", false)] {
            let header = "case_id,phi_deg,theta_zenith_deg,phi_3dB_deg,theta_3dB_deg,A_m_dB,SLA_v_dB,G_E_max_dBi,"
            let row = "elem_00007,82.517,122.5,65.0,54.0,30.0,30.0,6.4,\(gain),-17.2860364504"
            let file = ["antenna/m2101_element.csv": "\(header)gain_dBi,gain_pycraf_dBi\n\(row)\n"]
            let result = try #require(try run([], also: file).first)
            #expect((result.verdict == .met) == verdict && result.comparisons == 2)
            #expect(verdict || result.worst?.column == "gain_dBi")
        }
    }

    @Test("it does not matter which rows a file holds, nor in which order")
    func anyRows() throws {
        let results = try run(["p525/p525_free_space.csv"]) { _, text in
            let lines = text.split(separator: "\n")
            return ([lines[0]] + lines[5...9].reversed()).joined(separator: "\n")
        }
        #expect(results.first?.cases == 5 && results.first?.verdict == .met)
    }

    @Test("a profile that is not there is an error with file and row, and the other rows are run")
    func missingProfile() throws {
        let results = try run(["p526/p526_delta_bullington.csv", "profiles/prof_001_flat.csv"])
        let result = try #require(results.first)
        let error = try #require(result.errors.first)
        #expect(result.verdict == .missed && result.comparisons > 0)
        #expect(error.description.contains("p526_delta_bullington.csv row "))
        #expect(error.problem.contains("prof_"))
    }

    @Test("a file and a column that nothing knows are named")
    func unknownNames() throws {
        let results = try run(["p525/p525_free_space.csv"], also: ["hata/hata.csv": "case_id,L_dB\nh1,120\n"]) {
            $1.replacing("Lbf_92_5_form_dB", with: "Lbf_new_dB")
        }
        #expect(results.first?.unknownColumns == ["Lbf_new_dB"])
        #expect(results.first?.absentColumns == ["Lbf_92_5_form_dB"])
        let hata = try #require(results.last)
        #expect(hata.verdict == .notImplemented && hata.file == "hata/hata.csv" && hata.cases == 1)
        let text = ConformanceReport.text(results)
        for word in ["Lbf_new_dB", "hata/hata.csv", "not implemented", "1 met, 0 missed, 1 not implemented"] {
            #expect(text.contains(word))
        }
    }

    @Test(
        "a row that cannot be read is an error with its place",
        arguments: [
            ("p525_00001,4.9", "p525_00001,abc", "column f_GHz"), ("p525_00002,3.5", "p525_00002,", "row 3"),
            ("p525_00002,", "p525_00001,", "occurs twice"), ("p525_00001,4.9,", "p525_00001,4.9,1,", "fields"),
            ("p525_00001,4.9", "p525_00001,nan", "finite"),
        ])
    func badRow(old: String, new: String, mention: String) throws {
        let results = try run(["p525/p525_free_space.csv"]) { $1.replacing(old, with: new) }
        let error = try #require(results.first?.errors.first)
        #expect(results.first?.verdict == .missed && error.description.contains(mention), "\(error)")
    }

    @Test("a profile with a zone that does not exist, or distances that fall back, is refused by name")
    func badProfile() throws {
        for (old, new) in [("4\n", "7\n"), ("\n0.020833", "\n-0.020833")] {
            let results = try run(["p526/p526_delta_bullington.csv", "profiles/prof_001_flat.csv"]) {
                $0.hasPrefix("profiles") ? $1.replacing(old, with: new, maxReplacements: 1) : $1
            }
            let text = results.first?.errors.map(\.description).joined() ?? ""
            #expect(text.contains("prof_001_flat.csv"))
        }
    }

    @Test("a folder that is not there, or holds nothing to check, is refused")
    func noFolder() throws {
        let error = #expect(throws: MastheadError.self) { try ConformanceSuite.run(folder: "/nowhere/at/all") }
        #expect(error?.code == .missingFile)
        #expect(throws: MastheadError.self) { try run([], also: ["README.txt": "none"]) }
    }

    @Test("JSON holds the same results")
    func json() throws {
        let results = try ConformanceSuite.run(folder: PublishedVectorTests.sample)
        let text = try ConformanceReport.json(results)
        let lines = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
        #expect(lines.count == results.count)
        #expect(lines.first?["verdict"] as? String == "met" && lines.first?["tolerance"] as? Double == 1e-6)
    }

    @Test("every check names a file, a tolerance with its reason and columns of its own")
    func checks() {
        #expect(Set(VectorChecks.all.map(\.file)).count == VectorChecks.all.count)
        for check in VectorChecks.all {
            #expect(!check.outputs.isEmpty && check.outputs.allSatisfy { !$0.tolerance.reason.isEmpty })
            // A column may be compared with two forms, under two tolerances.
            let outputs = Set(check.outputs.map { "\($0.name) \($0.tolerance.subject)" })
            #expect(outputs.count == check.outputs.count)
            let names = check.inputs + Set(check.outputs.map(\.name)) + check.unchecked.keys
            // The location sigma is read and compared.
            #expect(Set(names).union(["sigmaL_dB"]).count >= names.count - 1)
        }
    }
}
