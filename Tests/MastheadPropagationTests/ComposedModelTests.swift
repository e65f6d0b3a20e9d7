import MastheadCore
import MastheadPropagation
import MastheadTestSupport
import Testing

@Suite("A composition is the sum of its parts")
struct ComposedModelTests {
    static let composition = Composition(
        base: "tr38901-umi", rain: .init(rate: 32, availabilityPercent: 99.9),
        vegetation: .init(specificDBPerMetre: 2.5, a1: 0.18, alpha: 0.752))
    private static let terminals = PathTerminals(
        transmitterHeightMetres: 10, receiverHeightMetres: 1.5, midpointLatitudeDegrees: 45)

    private func parameters(_ composition: Composition?) -> PropagationParameters {
        PropagationParameters(frequency: Frequency(gigahertz: 26), composition: composition)
    }

    /// 300 m of flat ground with clutter on some of the 31 points.
    private func profile(
        _ clutter: Double = 0, _ kind: ClutterKind = .solid, at points: ClosedRange<Int> = 14...16, hill: Double = 0
    ) -> PathProfile {
        var profile = PathProfile()
        profile.refillEquidistant(count: 31, lengthKilometres: 0.3) { index in
            PathSample(
                groundMetres: index == 15 ? hill : 0, clutterMetres: points.contains(index) ? clutter : 0,
                clutterKind: kind)
        }
        return profile
    }

    private func base(_ rule: SightlineRule, _ profile: PathProfile) throws -> Double {
        var stated = parameters(nil)
        stated.sightline = rule
        return try ModelCatalogue.entry("tr38901-umi").prepare(stated, .none)
            .lossDB(over: profile, terminals: Self.terminals)
    }

    private func dry(vegetation: Bool = true) -> Composition {
        var composition = Self.composition
        composition.hasGases = false
        composition.rain = nil
        if !vegetation { composition.vegetation = nil }
        return composition
    }

    @Test("buildings and ground hide a path, and an open one is in sight")
    func sight() throws {
        let model = try ComposedModel.prepare(for: parameters(dry()))
        for (profile, rule) in [
            (profile(), SightlineRule.lineOfSight), (profile(20), .nonLineOfSight),
            (profile(hill: 30), .nonLineOfSight), (profile(2), .lineOfSight),
        ] {
            #expect(
                model.lossDB(over: profile, terminals: Self.terminals).bitPattern
                    == (try base(rule, profile)).bitPattern)
        }
    }

    @Test("leaves take their loss from a path in sight, until the hidden way loses less")
    func leaves() throws {
        let model = try ComposedModel.prepare(for: parameters(dry()))
        let wood = try WoodlandAttenuation(
            specificDBPerMetre: 2.5,
            largestDB: try WoodlandAttenuation.largestDB(frequency: Frequency(gigahertz: 26), a1: 0.18, alpha: 0.752))
        let open = try base(.lineOfSight, profile())
        let hidden = try base(.nonLineOfSight, profile())
        // Trees that just reach the line: a few metres of leaves.
        let low = profile(6, .vegetation)
        let metres = LineOfSight(over: low, terminals: Self.terminals, deltaN: 45).vegetationMetres
        #expect(metres > 0)
        let expected = min(open + wood.lossDB(depthMetres: metres), hidden)
        // 1e-9 dB: rounding.
        #expect(abs(model.lossDB(over: low, terminals: Self.terminals) - expected) < 1e-9)
        // A forest over the whole path.
        let forest = profile(20, .vegetation, at: 1...29)
        #expect(model.lossDB(over: forest, terminals: Self.terminals).bitPattern == hidden.bitPattern)
        // Where vegetation is not told apart it hides the path.
        let blunt = try ComposedModel.prepare(for: parameters(dry(vegetation: false)))
        #expect(blunt.lossDB(over: low, terminals: Self.terminals).bitPattern == hidden.bitPattern)
    }

    @Test("each part has its term, and the terms are the loss")
    func ledger() throws {
        let model = try ComposedModel.prepare(for: parameters(Self.composition))
        for profile in [profile(), profile(6, .vegetation), profile(25)] {
            let ledger = try model.ledger(over: profile, terminals: Self.terminals)
            #expect(abs(ledger.total - model.lossDB(over: profile, terminals: Self.terminals)) < 1e-9)
            let symbols = ledger.terms.filter { $0.role == .summand }.map(\.symbol)
            #expect(symbols.contains("Ag") && symbols.contains("Ap"))
        }
        let leafy = try model.ledger(over: profile(6, .vegetation, at: 16...16), terminals: Self.terminals)
        #expect(leafy.terms.contains { $0.symbol == "Aev" })
    }

    @Test("more availability costs more rain, and rain adds what P.530 says")
    func rain() throws {
        func loss(_ percent: Double?) throws -> Double {
            var composition = Self.composition
            composition.rain = percent.map { .init(rate: 32, availabilityPercent: $0) }
            return try ComposedModel.prepare(for: parameters(composition))
                .lossDB(over: profile(), terminals: Self.terminals)
        }
        let none = try loss(nil)
        let losses = try [99, 99.9, 99.99, 99.999].map { try loss($0) }
        #expect(losses.first ?? 0 > none && losses == losses.sorted())
        let rain = try RainAttenuation(frequency: Frequency(gigahertz: 26), rainRate: 32, tiltDegrees: 90)
        // 1e-9 dB: 100 − 99.9 is not 0.1 to the last bit.
        #expect(abs(losses[1] - none - (try rain.lossDB(lengthKilometres: 0.3, timePercent: 0.1))) < 1e-9)
    }

    @Test("without a composition, with a base that cannot be told about sight, or a part out of range it is refused")
    func refusals() {
        #expect(throws: MastheadError.self) { try ComposedModel.prepare(for: parameters(nil)) }
        let terrain = #expect(throws: MastheadError.self) {
            try ComposedModel.prepare(for: parameters(Composition(base: "p525")))
        }
        #expect(terrain?.remedy.contains("tr38901-umi") == true)
        var composition = Self.composition
        composition.rain = .init(rate: 32, availabilityPercent: 50)
        let often = #expect(throws: MastheadError.self) { try ComposedModel.prepare(for: parameters(composition)) }
        #expect(often?.remedy.contains("99 %") == true)
        var itself = Self.composition
        itself.base = "composed"
        #expect(throws: MastheadError.self) { try ComposedModel.prepare(for: parameters(itself)) }
    }
}
