import MastheadCore
import MastheadProtection
import Testing

@Suite("What differs between two editions of a rule pack")
struct RulePackDifferenceTests {
    private static let shortTerm = RuleSamples.criterion("short-term", limit: -1.3, percent: 0.001667, entries: .worst)

    /// The long-term criterion with each of its values changed, by the key that has to be named.
    private static let variants: [(key: String, criterion: Criterion)] = [
        ("title", RuleSamples.criterion(title: "Other")),
        ("services", RuleSamples.criterion(services: ["a"])),
        ("band", RuleSamples.criterion(band: nil)),
        ("case", RuleSamples.criterion(interference: .unwanted)),
        ("limit", RuleSamples.criterion(limit: -12.200000000000001)),
        ("reference-bandwidth", RuleSamples.criterion(bandwidth: Frequency(megahertz: 4))),
        ("time", RuleSamples.criterion(percent: 19.9)),
        ("entries", RuleSamples.criterion(entries: .single)),
        ("model", RuleSamples.criterion(model: "p452-17")),
        ("search-distance", RuleSamples.criterion(distance: Length(kilometres: 149))),
        ("assumed-pattern", RuleSamples.criterion(pattern: "s465")),
        ("power", RuleSamples.criterion(mean: false)),
        ("assumed-filter", RuleSamples.criterion(filter: "filter")),
        ("citation.document", RuleSamples.criterion(citation: Citation("Other", "recommends 2"))),
        ("citation.clause", RuleSamples.criterion(citation: Citation("Recommendation ITU-R S.1432-1", "3"))),
        ("basis", RuleSamples.criterion(basis: .verified)),
        ("assumed", RuleSamples.criterion(assumed: ["time"])),
    ]

    @Test("every single value that changes is named, with its criterion and no other")
    func oneValue() {
        let before = RuleSamples.pack([RuleSamples.criterion(), Self.shortTerm])
        for (key, criterion) in Self.variants {
            let difference = RulePackDifference(from: before, to: RuleSamples.pack([criterion, Self.shortTerm]))
            #expect(difference.changed.map(\.id) == ["long-term"], "\(key)")
            #expect(difference.changed.first?.changes.map(\.key) == [key])
            #expect(difference.concerns("long-term") && !difference.concerns("short-term"))
            #expect(difference.header.isEmpty && difference.added.isEmpty && difference.removed.isEmpty)
        }
        // A criterion has more values than these only by its id and its quantity, which changes the limit's unit too.
        #expect(Self.variants.count + 2 == RuleSamples.criterion().values.count)
    }

    @Test("another quantity changes the unit of the limit as well")
    func quantity() {
        let before = RuleSamples.pack([RuleSamples.criterion()])
        let after = RuleSamples.pack([RuleSamples.criterion(quantity: .receivedPower)])
        let changes = RulePackDifference(from: before, to: after).changed.first?.changes
        #expect(changes?.map(\.key) == ["quantity", "limit"])
        #expect(changes?.last?.before == "-12.2 dB" && changes?.last?.after == "-12.2 dBm")
    }

    @Test("another order, and services in another order, are no difference; a date alone concerns no criterion")
    func sameCriteria() {
        let before = RuleSamples.pack([RuleSamples.criterion(), Self.shortTerm])
        let after = RuleSamples.pack(
            [Self.shortTerm, RuleSamples.criterion(services: ["b", "a"])], date: "2007-01-01", remarks: ["New."])
        let difference = RulePackDifference(from: before, to: after)
        #expect(difference.isEmpty && !difference.concerns("long-term"))
        #expect(difference.header.map(\.key) == ["date", "remarks"])
    }

    @Test("criteria that come and go are named, and an open one that is filled has changed")
    func comeAndGo() {
        let before = RuleSamples.pack([Self.shortTerm], open: [RuleSamples.open("long-term")])
        let filled = RulePackDifference(
            from: before, to: RuleSamples.pack([Self.shortTerm, RuleSamples.criterion()]))
        #expect(filled.changed.map(\.id) == ["long-term"])
        #expect(filled.changed.first?.changes.map(\.key) == ["limit"])
        #expect(filled.description == "long-term: limit to be set → -12.2 dB")
        let gone = RulePackDifference(from: before, to: RuleSamples.pack([RuleSamples.criterion("new")]))
        #expect(gone.added == ["new"] && gone.removed == ["short-term", "long-term"] && !gone.isEmpty)
        #expect(RulePackDifference(from: before, to: before).isEmpty)
    }

    @Test("a line break in a value cannot make one criterion read as another")
    func lineBreaks() {
        let plain = RuleSamples.criterion(title: "A\nservices: c")
        let lines = plain.canonicalText.split(separator: "\n")
        #expect(lines.count == plain.values.count)
    }
}
