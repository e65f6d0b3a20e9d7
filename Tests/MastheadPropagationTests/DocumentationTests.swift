import Foundation
import MastheadPropagation
import MastheadTestSupport
import Testing

@Suite("Every method has its page")
struct DocumentationTests {
    static let folder = SharedData.root.appending(path: "Sources/MastheadPropagation/MastheadPropagation.docc")

    /// Pages that are not about one method.
    static let articles = ["MastheadPropagation", "radial-form"]

    /// The sections of a page, in their order.
    static let sections = [
        "What it is for", "Edition", "Range", "Inputs", "Equations", "Accuracy", "Differences to other programs",
    ]

    /// What a page has to say of a method.
    struct Method: Sendable, CustomTestStringConvertible {
        let id: String
        let validity: [String]

        var testDescription: String { id }
    }

    static let methods =
        ModelCatalogue.entries.map { Method(id: $0.id, validity: $0.validity) }
        + EffectCatalogue.entries.map { Method(id: $0.id, validity: $0.validity) }

    @Test("a page has a title, all sections in their order, and something in each", arguments: methods)
    func pageIsWhole(_ method: Method) throws {
        let page = try Page(id: method.id)
        #expect(page.title?.isEmpty == false)
        #expect(page.sections.map(\.heading) == Self.sections)
        for section in page.sections {
            #expect(section.lines.contains { !$0.isEmpty }, "\(section.heading) of \(method.id) is empty")
        }
    }

    @Test("the list of ranges on a page is the catalogue's, word for word", arguments: methods)
    func rangesAreTheCatalogues(_ method: Method) throws {
        let range = try #require(try Page(id: method.id).sections.first { $0.heading == "Range" })
        #expect(range.lines.filter { $0.hasPrefix("- ") }.map { String($0.dropFirst(2)) } == method.validity)
    }

    @Test("the landing page links every method, and only methods")
    func landingPage() throws {
        let text = try String(
            contentsOf: Self.folder.appending(path: "MastheadPropagation.md"), encoding: .utf8)
        let links = text.matches(of: /- <doc:([a-z0-9-]+)>/).map { String($0.output.1) }
        #expect(Set(links).count == links.count)
        #expect(Set(links) == Set(Self.methods.map(\.id)))
    }

    @Test("no page stands without an entry, and no two methods share an id")
    func noStrayPages() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        let pages = names.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }
        #expect(Set(pages) == Set(Self.methods.map(\.id)).union(Self.articles))
        #expect(Set(Self.methods.map(\.id)).count == Self.methods.count)
    }

    @Test("a link to a page leads to one")
    func links() throws {
        let known = Set(Self.methods.map(\.id)).union(Self.articles)
        for id in Self.methods.map(\.id) + Self.articles {
            let text = try Page.text(id: id)
            for link in text.matches(of: /<doc:([^>]+)>/) {
                #expect(known.contains(String(link.output.1)), "\(id) links \(link.output.1)")
            }
        }
    }
}

/// A page taken apart into title and sections.
private struct Page {
    let title: String?
    let sections: [(heading: String, lines: [String])]

    init(id: String) throws {
        let lines = try Self.text(id: id).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        title = lines.first.flatMap { $0.hasPrefix("# ") ? String($0.dropFirst(2)) : nil }
        var sections: [(heading: String, lines: [String])] = []
        for line in lines.dropFirst() {
            if line.hasPrefix("## ") {
                sections.append((String(line.dropFirst(3)), []))
            } else if !sections.isEmpty {
                sections[sections.count - 1].lines.append(line)
            }
        }
        self.sections = sections
    }

    static func text(id: String) throws -> String {
        try String(contentsOf: DocumentationTests.folder.appending(path: "\(id).md"), encoding: .utf8)
    }
}
