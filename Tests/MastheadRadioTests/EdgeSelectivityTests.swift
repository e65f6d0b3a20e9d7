import MastheadCore
import MastheadRadio
import MastheadTestSupport
import Testing

@Suite("Filters told from the edges of their band")
struct EdgeSelectivityTests {
    private func reference() throws -> EdgeSelectivity {
        try MaskReader.edgeSelectivity(
            path: SharedData.root.appending(path: "Jobs/masks/us-3650-reference-filter.csv").path)
    }

    @Test("the curve begins in the middle with the insertion loss, and its slopes begin at the edge of any band")
    func movedToBand() throws {
        for megahertz in [100.0, 500] {
            let mask = try reference().mask(passband: Frequency(megahertz: megahertz))
            let edge = megahertz / 2
            #expect(mask.points.map(\.offset.megahertz) == [0, edge, edge + 50, edge + 200])
            #expect(mask.points.map(\.attenuation.value) == [0.5, 0.5, 30.5, 68])
        }
    }

    @Test("a band without width, and points that begin outside the edge, are refused")
    func refusals() throws {
        let filter = try reference()
        #expect(throws: MastheadError.self) { try filter.mask(passband: Frequency(megahertz: 0)) }
        let far = SelectivityMask.Point(offset: Frequency(megahertz: 5), attenuation: Decibels(3))
        #expect(throws: MastheadError.self) { try EdgeSelectivity(id: "far", points: [far]) }
    }
}
