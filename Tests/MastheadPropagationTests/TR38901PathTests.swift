import Foundation
import MastheadCore
import MastheadPropagation
import MastheadTestSupport
import Testing

@Suite("TR 38.901 over paths")
struct TR38901PathTests {
    private static let ids = ["tr38901-rma", "tr38901-uma", "tr38901-umi"]
    private static let terminals = PathTerminals(
        transmitterHeightMetres: 20, receiverHeightMetres: 1.5, midpointLatitudeDegrees: 45)

    private static func model(
        _ id: String, _ rule: SightlineRule = .profile, pL: Double = 50, sigma: Decibels? = nil,
        gigahertz: Double = 3.5, deltaN: Double = 45
    ) throws -> any TransmissionLossModel {
        try ModelCatalogue.entry(id).prepare(
            PropagationParameters(
                frequency: Frequency(gigahertz: gigahertz), locationPercent: pL, locationSigma: sigma, deltaN: deltaN,
                sightline: rule), .none)
    }

    private static func street(_ kilometres: Double, clutter: Double = 0) -> PathProfile {
        P1812TrapTests.profile(count: 21, kilometres: kilometres) {
            PathSample(groundMetres: 100, clutterMetres: (8...12).contains($0) ? clutter : 0)
        }
    }

    @Test("on flat ground the path has the loss of the table")
    func flat() throws {
        let link = TR38901.Link(
            frequencyGigahertz: 3.5, groundMetres: 700, baseHeightMetres: 20, userHeightMetres: 1.5)
        let path = Self.street(0.7)
        func loss(_ id: String, _ rule: SightlineRule) throws -> Double {
            try Self.model(id, rule).lossDB(over: path, terminals: Self.terminals)
        }
        // 1e-9 dB: kilometres times 1000.
        #expect(abs(try loss("tr38901-rma", .lineOfSight) - RuralMacro().lineOfSightDB(link)) < 1e-9)
        #expect(abs(try loss("tr38901-rma", .nonLineOfSight) - RuralMacro().nonLineOfSightDB(link)) < 1e-9)
        #expect(abs(try loss("tr38901-uma", .lineOfSight) - UrbanMacro().lineOfSightDB(link)) < 1e-9)
        #expect(abs(try loss("tr38901-uma", .nonLineOfSight) - UrbanMacro().nonLineOfSightDB(link)) < 1e-9)
        #expect(abs(try loss("tr38901-umi", .lineOfSight) - UrbanMicro().lineOfSightDB(link)) < 1e-9)
        #expect(abs(try loss("tr38901-umi", .nonLineOfSight) - UrbanMicro().nonLineOfSightDB(link)) < 1e-9)
    }

    @Test("clutter in the line makes a hidden path, and clutter below it does not", arguments: ids)
    func profileRule(id: String) throws {
        let byProfile = try Self.model(id)
        for (clutter, rule) in [(5.0, SightlineRule.lineOfSight), (30, .nonLineOfSight)] {
            let path = Self.street(0.7, clutter: clutter)
            #expect(
                byProfile.lossDB(over: path, terminals: Self.terminals)
                    == (try Self.model(id, rule).lossDB(over: path, terminals: Self.terminals)))
        }
    }

    @Test("the mean over the probability is the mean of powers, between both states", arguments: ids)
    func meanPower(id: String) throws {
        for kilometres in [0.02, 0.1, 0.5, 2, 4.9] {
            let path = Self.street(kilometres)
            func loss(_ rule: SightlineRule) throws -> Double {
                try Self.model(id, rule).lossDB(over: path, terminals: Self.terminals)
            }
            let (sight, hidden, mean) = (try loss(.lineOfSight), try loss(.nonLineOfSight), try loss(.probability))
            #expect(mean >= sight - 1e-9 && mean <= hidden + 1e-9)
            let ledger = try Self.model(id, .probability).ledger(over: path, terminals: Self.terminals)
            let p = try #require(ledger.terms.first { $0.name == "probability of line of sight" }).value
            let power = p * pow(10, -sight / 10) + (1 - p) * pow(10, -hidden / 10)
            // 1e-9 dB: one logarithm and two powers.
            #expect(abs(mean + 10 * log10(power)) < 1e-9, "\(id) at \(kilometres) km")
        }
    }

    @Test("84.13 % of locations cost one standard deviation of the shadow fading", arguments: ids)
    func shadowFading(id: String) throws {
        let path = Self.street(0.7)
        let pL = 100 * NormalDistribution.cumulative(1)
        func added(_ rule: SightlineRule, _ sigma: Decibels? = nil) throws -> Double {
            try Self.model(id, rule, pL: pL, sigma: sigma).lossDB(over: path, terminals: Self.terminals)
                - Self.model(id, rule, sigma: sigma).lossDB(over: path, terminals: Self.terminals)
        }
        let hidden = ["tr38901-rma": 8.0, "tr38901-uma": 6, "tr38901-umi": 7.82]
        // 1e-9 dB: the quantile is its own inverse to 1e-12.
        #expect(abs(try added(.lineOfSight) - 4) < 1e-9)
        #expect(abs(try added(.nonLineOfSight) - (hidden[id] ?? .nan)) < 1e-9)
        #expect(abs(try added(.nonLineOfSight, Decibels(5)) - 5) < 1e-9)
    }

    @Test("no path of a length has less than the lowest loss, and all losses are finite", arguments: ids)
    func lowerBound(id: String) throws {
        var g = SeededGenerator(seed: 7411)
        var valid = 0
        for _ in 0..<4000 {
            let kilometres = 0.01 * pow(10, g.uniform(in: 0...3))
            let roughness = g.uniform(in: 0...1) < 0.5 ? 0 : pow(10, g.uniform(in: 0...2.5))
            let profile = P1812TrapTests.profile(count: 12, kilometres: kilometres) { _ in
                PathSample(
                    groundMetres: g.uniform(in: -1...1) * roughness,
                    clutterMetres: g.uniform(in: 0...1) < 0.3 ? g.uniform(in: 0...30) : 0)
            }
            let ends = PathTerminals(
                transmitterHeightMetres: g.uniform(in: 3...60), receiverHeightMetres: g.uniform(in: 1...22),
                midpointLatitudeDegrees: 0)
            let rule = SightlineRule.allCases[Int(g.uniform(in: 0...3.999))]
            let model = try Self.model(
                id, rule, pL: g.uniform(in: 0.1...99.9), sigma: g.uniform(in: 0...1) < 0.5 ? nil : Decibels(10),
                gigahertz: 0.5 * pow(10, g.uniform(in: 0...1.77)))
            guard (try? model.require(profile, ends)) != nil else { continue }
            valid += 1
            let loss = model.lossDB(over: profile, terminals: ends)
            let rise =
                profile.groundMetres[0] + ends.transmitterHeightMetres - profile.groundMetres[11]
                - ends.receiverHeightMetres
            let lowest = model.lowestLossDB(distanceKilometres: kilometres, altitudeDifferenceMetres: rise)
            #expect(loss.isFinite && loss >= lowest, "\(id) \(rule) \(kilometres) km")
            #expect(lowest >= model.lowestLossDB(distanceKilometres: kilometres, altitudeDifferenceMetres: 0))
            // 1e-9 dB: a ledger adds its terms.
            #expect(abs(try model.ledger(over: profile, terminals: ends).total - loss) < 1e-9)
        }
        #expect(valid > 1000)
    }

    @Test("the lowest loss is met by a path that has it", arguments: ids)
    func boundIsTight(id: String) throws {
        let model = try Self.model(id, .lineOfSight)
        let lowest = model.lowestLossDB(distanceKilometres: 0.05, altitudeDifferenceMetres: 18.5)
        // 2e-9 dB: 1e-9 is taken off for rounding.
        #expect(abs(model.lossDB(over: Self.street(0.05), terminals: Self.terminals) - lowest) < 2e-9)
    }

    @Test("a path has the same loss both ways", arguments: ids)
    func reciprocity(id: String) throws {
        let model = try Self.model(id)
        let path = Self.street(0.7, clutter: 30)
        #expect(
            model.lossDB(over: path, terminals: Self.terminals)
                == model.lossDB(over: path, terminals: Self.terminals.reversed))
    }

    @Test("lengths outside the table are refused, hidden rural paths already beyond 5 km", arguments: ids)
    func lengths(id: String) throws {
        func isAccepted(_ kilometres: Double, _ rule: SightlineRule) throws -> Bool {
            let model = try Self.model(id, rule)
            do {
                try model.require(Self.street(kilometres), Self.terminals)
                return true
            } catch {
                #expect(error.code == .outsideValidity && error.remedy.hasPrefix("Use "))
                return false
            }
        }
        for rule in SightlineRule.allCases {
            #expect(try !isAccepted(0.0099, rule))
            #expect(try isAccepted(0.01, rule) && isAccepted(5, rule))
            #expect(try isAccepted(5.01, rule) == (id == "tr38901-rma" && (rule == .lineOfSight || rule == .profile)))
            #expect(try !isAccepted(10.01, rule))
        }
    }

    @Test("heights outside the table are refused at both ends of both ranges")
    func heights() throws {
        let cases: [(String, ClosedRange<Double>, ClosedRange<Double>)] = [
            ("tr38901-rma", 10...150, 1...10), ("tr38901-uma", 10...150, 1.5...22.5),
            ("tr38901-umi", 3...24, 1.5...22.5),
        ]
        for (id, base, user) in cases {
            let model = try Self.model(id)
            func accepts(_ hBS: Double, _ hUT: Double) -> Bool {
                let ends = PathTerminals(
                    transmitterHeightMetres: hBS, receiverHeightMetres: hUT, midpointLatitudeDegrees: 0)
                return (try? model.require(Self.street(0.5), ends)) != nil
            }
            #expect(accepts(base.lowerBound, user.lowerBound) && accepts(base.upperBound, user.upperBound), "\(id)")
            #expect(!accepts(base.lowerBound - 0.01, user.lowerBound), "\(id)")
            #expect(!accepts(base.upperBound + 0.01, user.upperBound), "\(id)")
            #expect(!accepts(base.upperBound, user.lowerBound - 0.01), "\(id)")
            #expect(!accepts(base.upperBound, user.upperBound + 0.01), "\(id)")
            #expect(!accepts(.nan, user.lowerBound) && !accepts(base.upperBound, .nan), "\(id)")
        }
    }

    @Test("frequencies, location percentages and ΔN that give no loss are refused", arguments: ids)
    func parameters(id: String) throws {
        let highest = id == "tr38901-rma" ? 30.0 : 100
        #expect(throws: Never.self) { try Self.model(id, gigahertz: 0.5) }
        #expect(throws: Never.self) { try Self.model(id, gigahertz: highest) }
        #expect(throws: MastheadError.self) { try Self.model(id, gigahertz: 0.499) }
        #expect(throws: MastheadError.self) { try Self.model(id, gigahertz: highest + 0.1) }
        for pL in [0, 100, -1, 101, Double.nan] {
            #expect(throws: MastheadError.self) { try Self.model(id, pL: pL) }
        }
        for sigma in [-1, Double.nan, .infinity] {
            #expect(throws: MastheadError.self) { try Self.model(id, sigma: Decibels(sigma)) }
        }
        #expect(throws: MastheadError.self) { try Self.model(id, deltaN: 157) }
        #expect(throws: Never.self) { try Self.model(id, .probability, deltaN: 157) }
    }
}
