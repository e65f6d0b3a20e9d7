import MastheadCore
import MastheadPropagation
import Testing

@Suite("P.452 refuses what its text does not cover")
struct P452RefusalTests {
    @Test(
        "a parameter outside its range is refused with its value",
        arguments: [
            RefusalTests.BadParameter("99 MHz") { $0.frequency = Frequency(megahertz: 99) },
            RefusalTests.BadParameter("50001 MHz") { $0.frequency = Frequency(megahertz: 50_001) },
            RefusalTests.BadParameter("0.0009 %") { $0.timePercent = 0.0009 },
            RefusalTests.BadParameter("51 %") { $0.timePercent = 51 },
            RefusalTests.BadParameter("ΔN of 157") { $0.deltaN = 157 },
            RefusalTests.BadParameter("N₀ of 0") { $0.n0 = 0 },
            RefusalTests.BadParameter("101 dBi") { $0.transmitterHorizonGainDBi = 101 },
            RefusalTests.BadParameter("nan dBi") { $0.receiverHorizonGainDBi = .nan },
            RefusalTests.BadParameter("-1 hPa") { $0.atmosphere.dryPressureHectopascals = -1 },
            RefusalTests.BadParameter("0 K") { $0.atmosphere.temperatureKelvin = 0 },
            RefusalTests.BadParameter("-1 g/m³") { $0.atmosphere.vapourDensityGramsPerCubicMetre = -1 },
        ])
    func refusesParameter(bad: RefusalTests.BadParameter) {
        var parameters = RefusalTests.good
        bad.change(&parameters)
        for edition in P452.Edition.allCases {
            let error = #expect(throws: MastheadError.self) { try P452.prepare(for: parameters, edition: edition) }
            #expect(error?.code == .outsideValidity && error?.remedy.isEmpty == false)
            #expect(error?.problem.contains(bad.mention) == true, "\(error?.problem ?? "")")
        }
    }

    @Test("both ends of the ranges are accepted", arguments: [(100.0, 0.001), (50_000, 50)])
    func acceptsEnds(megahertz: Double, p: Double) throws {
        for edition in P452.Edition.allCases {
            for (count, kilometres) in [(5, 0.25), (4001, 10_000)] {
                let model = try P452.prepare(
                    for: PropagationParameters(frequency: Frequency(megahertz: megahertz), timePercent: p),
                    edition: edition)
                let b = try model.breakdown(
                    over: P1812TrapTests.profile(count: count, kilometres: kilometres),
                    terminals: P452TrapTests.terminals)
                #expect(b.lossDB.isFinite && b.lossDB > 0)
            }
        }
    }

    @Test(
        "a terminal outside its range is refused",
        arguments: [
            PathTerminals(transmitterHeightMetres: 0.5, receiverHeightMetres: 1.5, midpointLatitudeDegrees: 0),
            PathTerminals(transmitterHeightMetres: 30, receiverHeightMetres: 3001, midpointLatitudeDegrees: 0),
            PathTerminals(transmitterHeightMetres: 30, receiverHeightMetres: 1.5, midpointLatitudeDegrees: .nan),
            PathTerminals(
                transmitterHeightMetres: 30, receiverHeightMetres: 1.5, midpointLatitudeDegrees: 0,
                receiverToCoastKilometres: -1),
            PathTerminals(
                transmitterHeightMetres: 30, receiverHeightMetres: 1.5, midpointLatitudeDegrees: 0,
                transmitterClutter: NominalClutter(heightMetres: 36, distanceKilometres: 0.02)),
            PathTerminals(
                transmitterHeightMetres: 30, receiverHeightMetres: 1.5, midpointLatitudeDegrees: 0,
                receiverClutter: NominalClutter(heightMetres: 20, distanceKilometres: 0.11)),
        ])
    func refusesTerminals(terminals: PathTerminals) throws {
        let error = #expect(throws: MastheadError.self) { try P452TrapTests.model(.v17).require(terminals) }
        #expect(error?.code == .outsideValidity)
    }

    @Test(
        "a path that is too short, too long or has too few points is refused",
        arguments: [(5, 0.2, "outside-validity"), (41, 10_001, "outside-validity"), (4, 8, "bad-profile")])
    func refusesPath(count: Int, kilometres: Double, code: String) throws {
        let error = #expect(throws: MastheadError.self) {
            try P452TrapTests.model().require(
                P1812TrapTests.profile(count: count, kilometres: kilometres), P452TrapTests.terminals)
        }
        #expect(error?.code.rawValue == code)
    }

    @Test("nominal clutter that leaves less than half of a path or too few points is refused")
    func tooMuchClutter() throws {
        var terminals = P452TrapTests.terminals
        terminals.transmitterClutter = NominalClutter(heightMetres: 20, distanceKilometres: 0.1)
        terminals.receiverClutter = NominalClutter(heightMetres: 20, distanceKilometres: 0.1)
        let model = try P452TrapTests.model(.v17)
        for (count, kilometres) in [(26, 0.25), (6, 5.0)] {
            let error = #expect(throws: MastheadError.self) {
                try model.require(P1812TrapTests.profile(count: count, kilometres: kilometres), terminals)
            }
            #expect(error?.code == .outsideValidity && error?.remedy.contains("p452") == true)
            let profile = P1812TrapTests.profile(count: count, kilometres: kilometres)
            #expect(
                model.lossDB(over: profile, terminals: terminals)
                    == model.lossDB(over: profile, terminals: P452TrapTests.terminals),
                "the fast form, which checks nothing, leaves it out")
        }
        try model.require(P1812TrapTests.profile(count: 41, kilometres: 4), terminals)
    }
}
