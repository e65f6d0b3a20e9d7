import Foundation
import MastheadTestSupport
import Testing

@Suite("The README shows what is built")
struct ReadmeTests {
    @Test("its library program is the one that is compiled, in about fifteen lines")
    func libraryProgram() throws {
        func text(_ path: String) throws -> String {
            try String(contentsOf: SharedData.root.appending(path: path), encoding: .utf8)
        }
        let program = try text("Sources/LibraryExample/main.swift")
        #expect(try text("README.md").contains("```swift\n\(program)```"))
        #expect(program.split(separator: "\n").count <= 15)
    }
}
