import MastheadConformance
import MastheadTestSupport
import Testing

@Suite("Published vectors are met")
struct PublishedVectorTests {
    @Test("the full reference data are met", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
    func fullSet() throws {
        let path = try #require(SharedData.path("conformance"))
        let results = try ConformanceSuite.run(folder: path)
        print(ConformanceReport.text(results))
        #expect(!ConformanceReport.hasMiss(results))
    }
}
