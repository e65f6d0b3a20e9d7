import MastheadCore
import MastheadPropagation
import Testing

@Suite("Free space, great circles and the catalogue")
struct FreeSpaceTests {
    @Test("twice the distance costs 6.02 dB")
    func doubling() {
        let near = FreeSpace.lossDB(distanceKilometres: 3, frequencyGigahertz: 0.763)
        let far = FreeSpace.lossDB(distanceKilometres: 6, frequencyGigahertz: 0.763)
        // 1e-12 dB: two logarithms.
        #expect(abs(far - near - 6.020599913279624) < 1e-12)
    }

    @Test("the constants of the forms in use differ as the texts say")
    func constants() {
        // 1e-6 dB: 20 log(4π · 1e12 / 299 792 458), worked out by hand.
        #expect(abs(FreeSpace.Constant.exact.valueDB - 92.4477832) < 1e-6)
        #expect(FreeSpace.Constant.rounded.valueDB == 92.4 && FreeSpace.Constant.roundedUp.valueDB == 92.5)
    }

    @Test("free space over a path is its own lowest loss, and the ledger says it")
    func slant() throws {
        let model = try FreeSpace.prepare(for: PropagationParameters(frequency: Frequency(megahertz: 763)))
        let profile = P1812TrapTests.profile { PathSample(groundMetres: $0 == 40 ? 500 : 0) }
        let terminals = P1812TrapTests.terminals
        let loss = model.lossDB(over: profile, terminals: terminals)
        // 1e-12 dB: the same formula.
        #expect(abs(loss - model.lowestLossDB(distanceKilometres: 8, altitudeDifferenceMetres: 471.5)) < 1e-12)
        #expect(try model.ledger(over: profile, terminals: terminals).total == loss)
    }

    @Test("a frequency that is not above zero is refused", arguments: [0, -1, Double.nan, .infinity])
    func refusesFrequency(hertz: Double) {
        #expect(throws: MastheadError.self) {
            try FreeSpace.prepare(for: PropagationParameters(frequency: Frequency(hertz: hertz)))
        }
    }

    @Test(
        "the middle of a path over the date line lies on it",
        arguments: [(179.0, -179.0), (-179.0, 179.0), (181.0, 179.0)])
    func dateLine(from: Double, to: Double) {
        let start = GeographicPosition(longitudeDegrees: from, latitudeDegrees: 0)
        let end = GeographicPosition(longitudeDegrees: to, latitudeDegrees: 0)
        let half = 6371 * Double.pi / 180
        let (middle, _) = GreatCircle.point(from: start, towards: end, atKilometres: half)
        // 1e-9°: a tenth of a millimetre.
        #expect(abs(abs(middle.longitudeDegrees) - 180) < 1e-9 && abs(middle.latitudeDegrees) < 1e-9)
    }

    @Test("a path over the pole has the pole in its middle")
    func pole() {
        let (middle, bearing) = GreatCircle.point(
            from: GeographicPosition(longitudeDegrees: 10, latitudeDegrees: 89),
            towards: GeographicPosition(longitudeDegrees: -170, latitudeDegrees: 89),
            atKilometres: 6371 * Double.pi / 180)
        // 1e-6°: the arcsine is flat at the pole.
        #expect(abs(middle.latitudeDegrees - 90) < 1e-6 && abs(bearing) < 1e-9)
    }

    @Test("every model of the catalogue has an id of its own, a citation, ranges and a working prepare")
    func catalogue() throws {
        #expect(Set(ModelCatalogue.entries.map(\.id)).count == ModelCatalogue.entries.count)
        for entry in ModelCatalogue.entries {
            #expect(!entry.title.isEmpty && !entry.edition.isEmpty && !entry.purpose.isEmpty && !entry.validity.isEmpty)
            #expect(!entry.citation.document.isEmpty)
            let model = try entry.preparedForSomeCarrier()
            // Small cells are made for short paths and low antennas.
            let paths = [(8, P1812TrapTests.terminals), (0.1, Self.streetTerminals)].map {
                (P1812TrapTests.profile(kilometres: $0.0), $0.1)
            }
            let (profile, terminals) = try #require(paths.first { (try? model.require($0.0, $0.1)) != nil })
            let loss = model.lossDB(over: profile, terminals: terminals)
            // 1e-9 dB: a ledger adds its terms.
            #expect(abs(try model.ledger(over: profile, terminals: terminals).total - loss) < 1e-9)
        }
    }

    private static let streetTerminals = PathTerminals(
        transmitterHeightMetres: 10, receiverHeightMetres: 1.5, midpointLatitudeDegrees: 45)

    @Test("an unknown model is refused with the nearest name or all names")
    func unknownModel() {
        let near = #expect(throws: MastheadError.self) { try ModelCatalogue.entry("p1821") }
        #expect(near?.remedy.contains("p1812") == true && near?.code == .unknownName)
        let far = #expect(throws: MastheadError.self) { try ModelCatalogue.entry("okumura") }
        #expect(far?.remedy.contains("p525") == true)
    }

    @Test("the exact normal distribution is its own inverse", arguments: [1e-300, 1e-12, 1e-3, 0.1, 0.5, 0.9, 0.999])
    func normalInverse(q: Double) {
        let x = NormalDistribution.upperQuantile(q)
        // 1e-12 relative: a deep tail multiplies the rounding of x by x² ≈ 1400.
        #expect(abs(NormalDistribution.upperTail(x) / q - 1) < 1e-12)
        #expect(NormalDistribution.quantile(q) == -x)
        #expect(abs(NormalDistribution.cumulative(x) - (1 - q)) < 1e-15)
    }

    @Test("the normal distribution's ends are infinite and what lies beyond is not a number")
    func normalEnds() {
        #expect(NormalDistribution.upperQuantile(0) == .infinity)
        #expect(NormalDistribution.upperQuantile(1) == -.infinity)
        #expect(NormalDistribution.upperQuantile(1.1).isNaN && NormalDistribution.upperQuantile(.nan).isNaN)
        #expect(abs(NormalDistribution.upperQuantile(0.5)) < 1e-16)
    }
}
