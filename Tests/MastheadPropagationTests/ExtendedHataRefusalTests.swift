import Foundation
import MastheadCore
import MastheadPropagation
import MastheadTestSupport
import Testing

@Suite("The Extended Hata model refuses what it does not cover and stays finite within")
struct ExtendedHataRefusalTests {
    static func refusal(
        _ behaviour: ExtendedHata.Behaviour = .ntia, _ change: (inout PropagationParameters) -> Void
    ) -> MastheadError? {
        var parameters = PropagationParameters(frequency: Frequency(megahertz: 2000))
        change(&parameters)
        return #expect(throws: MastheadError.self) {
            try ExtendedHata.prepare(for: parameters, options: ExtendedHata.Options(behaviour: behaviour))
        }
    }

    @Test("carriers outside the curves are refused", arguments: [763.0, 1499, 3001, .nan])
    func refusesFrequency(megahertz: Double) {
        let error = Self.refusal { $0.frequency = Frequency(megahertz: megahertz) }
        #expect(error?.code == .outsideValidity && error?.remedy.hasPrefix("Use") == true)
    }

    @Test("the extension reaches 3.7 GHz and no farther, and not below 1.5 GHz")
    func extendedFrequencies() throws {
        let band = PropagationParameters(frequency: Frequency(megahertz: 3700))
        _ = try ExtendedHata.prepare(for: band, options: ExtendedHata.Options(behaviour: .winnForumExtended))
        for megahertz in [1499.0, 3701] {
            let error = Self.refusal(.winnForumExtended) { $0.frequency = Frequency(megahertz: megahertz) }
            #expect(error?.code == .outsideValidity)
        }
    }

    @Test("statistics that the model does not have are refused")
    func refusesStatistics() {
        #expect(Self.refusal { $0.timePercent = 1 }?.remedy.contains("p1812") == true)
        #expect(Self.refusal { $0.locationPercent = 99.5 }?.code == .outsideValidity)
        #expect(Self.refusal { $0.locationSigma = Decibels(-1) }?.problem.contains("-1 dB") == true)
        for behaviour in [ExtendedHata.Behaviour.winnForumCorrected, .winnForumExtended] {
            #expect(Self.refusal(behaviour) { $0.locationPercent = 90 }?.remedy.contains("ntia") == true)
        }
    }

    @Test(
        "antennas outside the ranges are refused",
        arguments: [(29.0, 1.5), (201, 1.5), (50, 0.9), (50, 10.1), (.nan, 1.5), (50, .nan)])
    func refusesHeights(base: Double, mobile: Double) throws {
        let terminals = PathTerminals(
            transmitterHeightMetres: base, receiverHeightMetres: mobile, midpointLatitudeDegrees: 0)
        let error = #expect(throws: MastheadError.self) {
            try ExtendedHataTests.model().ledger(over: P1812TrapTests.profile(), terminals: terminals)
        }
        #expect(error?.code == .outsideValidity)
    }

    @Test(
        "paths that are too short, too long or too coarse are refused",
        arguments: [
            (41, 0.99, "outside-validity"), (401, 101, "outside-validity"), (2, 8, "bad-profile"),
            (9, 9, "bad-profile"),
        ])
    func refusesPath(count: Int, kilometres: Double, code: String) throws {
        let profile = P1812TrapTests.profile(count: count, kilometres: kilometres)
        let error = #expect(throws: MastheadError.self) {
            try ExtendedHataTests.model().ledger(over: profile, terminals: ExtendedHataTests.terminals)
        }
        #expect(error?.code.rawValue == code)
    }

    @Test("unequal steps and ground that the Earth does not have are refused with the point")
    func refusesProfile() throws {
        let uneven = try PathProfile(distanceKilometres: [0, 0.5, 1.1, 1.5, 2], groundMetres: [0, 0, 0, 0, 0])
        let steps = #expect(throws: MastheadError.self) {
            try ExtendedHataTests.model().ledger(over: uneven, terminals: ExtendedHataTests.terminals)
        }
        #expect(steps?.code == .badProfile && steps?.problem.contains("point 2") == true)
        let deep = P1812TrapTests.profile { PathSample(groundMetres: $0 == 7 ? -9999 : 0) }
        let ground = #expect(throws: MastheadError.self) {
            try ExtendedHataTests.model().ledger(over: deep, terminals: ExtendedHataTests.terminals)
        }
        #expect(ground?.code == .badProfile && ground?.problem.contains("point 7") == true)
    }

    @Test(
        "within its ranges every loss is finite, above the lowest loss and the sum of its ledger",
        arguments: 1...400 as ClosedRange<UInt64>)
    func finite(seed: UInt64) throws {
        var g = SeededGenerator(seed: seed)
        let kilometres = pow(10, g.uniform(in: 0...2))
        let count = Int(g.uniform(in: max(3, kilometres + 2)...max(4, kilometres * 10)))
        let roughness = pow(10, g.uniform(in: -2...3.5))
        let base = g.uniform(in: -400...4000)
        var walk = 0.0
        let profile = P1812TrapTests.profile(count: count, kilometres: kilometres) { _ in
            walk += g.uniform(in: -1...1) * roughness
            let isSea = g.uniform(in: 0...1) < 0.05
            return PathSample(groundMetres: isSea ? 0 : min(9000, max(-500, base + walk)))
        }
        let terminals = PathTerminals(
            transmitterHeightMetres: g.uniform(in: 30...200), receiverHeightMetres: g.uniform(in: 1...10),
            midpointLatitudeDegrees: 0)
        for behaviour in ExtendedHata.Behaviour.allCases {
            for environment in ExtendedHata.Environment.allCases {
                let pL = behaviour == .ntia ? g.uniform(in: 1...99) : 50
                let model = try ExtendedHataTests.model(
                    behaviour, environment: environment, megahertz: g.uniform(in: 1500...3000), pL: pL)
                let loss = model.lossDB(over: profile, terminals: terminals)
                #expect(loss.isFinite, "seed \(seed)")
                #expect(loss > model.lowestLossDB(distanceKilometres: kilometres), "seed \(seed)")
                let total = try model.ledger(over: profile, terminals: terminals).total
                // 1e-9 dB: sums in another order, of corrections up to thousands of decibels.
                #expect(abs(total - loss) < 1e-9, "seed \(seed)")
            }
        }
    }

    @Test("the land cover classes are those of the United States")
    func landCover() {
        #expect(ExtendedHata.Environment(landCoverClass: 24) == .urban)
        #expect(ExtendedHata.Environment(landCoverClass: 23) == .urban)
        #expect(ExtendedHata.Environment(landCoverClass: 22) == .suburban)
        #expect(ExtendedHata.Environment(landCoverClass: 21) == .rural)
        #expect(ExtendedHata.Options() == ExtendedHata.Options(environment: .suburban, behaviour: .ntia))
    }
}
