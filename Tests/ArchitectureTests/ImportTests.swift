import Foundation
import MastheadTestSupport
import Testing

/// The arrows of the house: what each target may import of ours and of the system.
private let allowedImports: [String: Set<String>] = [
    "MastheadCore": [],
    "MastheadPropagation": ["MastheadCore", "CWide"],
    "MastheadRadio": ["MastheadCore"],
    "MastheadGeo": ["MastheadCore", "CGDAL", "CPROJ"],
    "MastheadPlanning": ["MastheadCore", "MastheadPropagation", "MastheadGeo", "MastheadRadio"],
    "MastheadProtection": ["MastheadCore", "MastheadPropagation", "MastheadGeo", "MastheadRadio"],
    "MastheadOutput": [
        "MastheadCore", "MastheadPropagation", "MastheadGeo", "MastheadRadio", "MastheadPlanning", "MastheadProtection",
        "CCairo", "Crypto",
    ],
    "MastheadJobs": [
        "MastheadCore", "MastheadPropagation", "MastheadGeo", "MastheadRadio", "MastheadPlanning", "MastheadProtection",
        "MastheadOutput",
        "Yams", "Logging", "Crypto",
    ],
    "LibraryExample": ["MastheadCore", "MastheadPropagation"],
    "MastheadConformance": ["MastheadCore", "MastheadPropagation", "MastheadGeo", "MastheadRadio"],
    "MastheadSample": ["MastheadCore", "MastheadGeo"],
    "MastheadCommand": [
        "MastheadCore", "MastheadPropagation", "MastheadGeo", "MastheadRadio", "MastheadPlanning", "MastheadProtection",
        "MastheadOutput",
        "MastheadJobs", "MastheadConformance", "MastheadSample", "ArgumentParser", "Logging",
    ],
    "MastheadBench": [
        "CAllocationCount", "MastheadCore", "MastheadPropagation", "MastheadGeo", "MastheadRadio", "MastheadPlanning",
        "MastheadProtection",
    ],
]

/// What anyone may import: the language's own libraries.
private let common: Set<String> = ["Foundation", "Glibc", "Musl", "Darwin", "Dispatch", "Synchronization"]

@Suite("The arrows between the modules point one way")
struct ImportTests {
    @Test("no file imports a module that its target may not know", arguments: allowedImports.keys.sorted())
    func importsFollowArrows(target: String) throws {
        let allowed = try #require(allowedImports[target]).union(common)
        for file in try swiftFiles(below: "Sources/\(target)") {
            for module in try imports(of: file) {
                #expect(allowed.contains(module), "\(file.lastPathComponent) of \(target) imports \(module)")
            }
        }
    }

    @Test("every target under Sources has its arrows declared")
    func allTargetsDeclared() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: SharedData.root.appending(path: "Sources").path)
        let undeclared = Set(folders).subtracting(allowedImports.keys).subtracting([
            "CGDAL", "CPROJ", "CCairo", "CAllocationCount", "CWide",
        ])
        #expect(undeclared.isEmpty)
    }

    @Test("GDAL is named only in Geo/GDAL, PROJ only in Geo/PROJ")
    func foreignLibrariesStayBehindTheirDoor() throws {
        for file in try swiftFiles(below: "Sources/MastheadGeo") {
            let modules = try imports(of: file)
            let folder = file.deletingLastPathComponent().lastPathComponent
            if modules.contains("CGDAL") { #expect(["GDAL", "PROJ"].contains(folder), "\(file.path)") }
            if modules.contains("CPROJ") { #expect(folder == "PROJ", "\(file.path)") }
        }
    }

    private func swiftFiles(below folder: String) throws -> [URL] {
        let root = SharedData.root.appending(path: folder)
        let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
        return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    }

    private func imports(of file: URL) throws -> [String] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let keyword = words.firstIndex(of: "import"), keyword <= 1, keyword + 1 < words.count else {
                return nil
            }
            return String(words[keyword + 1])
        }
    }
}

@Suite("The top level stays as small as the design says")
struct TreeTests {
    @Test("the top level holds nothing but the declared names and dotfiles")
    func topLevel() throws {
        let declared: Set<String> = [
            "Package.swift", "README.md", "LICENSE", "Makefile", "Sources", "Tests", "Geo", "Jobs", "Output",
            "Package.resolved",
        ]
        let names = try FileManager.default.contentsOfDirectory(atPath: SharedData.root.path)
        let strays = Set(names.filter { !$0.hasPrefix(".") }).subtracting(declared)
        #expect(strays.isEmpty, "\(strays.sorted())")
    }
}
