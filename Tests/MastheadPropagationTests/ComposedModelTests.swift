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
        _ clutter: Double = 0, _ kind: ClutterKind? = .buildings, at points: ClosedRange<Int> = 14...16,
        hill: Double = 0
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

    @Test("the same height hides, takes its leaves or does nothing, by what it is")
    func kinds() throws {
        let model = try ComposedModel.prepare(for: parameters(dry()))
        func loss(_ kind: ClutterKind?) -> Double {
            model.lossDB(over: profile(6, kind, at: 16...16), terminals: Self.terminals)
        }
        #expect(loss(ClutterKind.none).bitPattern == (try base(.lineOfSight, profile())).bitPattern)
        #expect(loss(.buildings).bitPattern == (try base(.nonLineOfSight, profile())).bitPattern)
        #expect(loss(nil).bitPattern == loss(.buildings).bitPattern)
        #expect(loss(ClutterKind.none) < loss(.vegetation) && loss(.vegetation) < loss(.buildings))
    }

    @Test("ground in the way hides a path whatever grows on it")
    func woodedHill() throws {
        let model = try ComposedModel.prepare(for: parameters(dry()))
        let hidden = try base(.nonLineOfSight, profile())
        let wooded = profile(20, .vegetation, hill: 30)
        #expect(model.lossDB(over: wooded, terminals: Self.terminals).bitPattern == hidden.bitPattern)
        let ledger = try model.ledger(over: wooded, terminals: Self.terminals)
        #expect(!ledger.terms.contains { $0.symbol == "Aev" })
    }

    @Test("the bound of pruning holds for both kinds of street paths, at any percentage of locations")
    func bound() throws {
        for base in ["tr38901-umi", "p1411"] {
            for percent in [0.1, 5, 50, 99.0] {
                var stated = parameters(Self.composition)
                stated.locationPercent = percent
                stated.composition?.base = base
                let model = try ComposedModel.prepare(for: stated)
                for clutter in [0, 6, 25.0] {
                    for kind in ClutterKind.allCases {
                        let path = profile(clutter, kind)
                        let loss = model.lossDB(over: path, terminals: Self.terminals)
                        #expect(loss.isFinite)
                        let bound = model.lowestLossDB(distanceKilometres: 0.3, altitudeDifferenceMetres: 8.5)
                        #expect(loss >= bound, "\(base), \(percent) %, \(clutter) m of \(kind)")
                        let ledger = try model.ledger(over: path, terminals: Self.terminals)
                        #expect(abs(ledger.total - loss) < 1e-9)
                    }
                }
            }
        }
    }

    @Test("the lengths are those of both kinds of street paths, and of P.530 where it rains")
    func lengths() throws {
        var composition = Self.composition
        #expect(try ComposedModel.prepare(for: parameters(composition)).lengths == 0.01...5)
        composition.base = "p1411"
        #expect(try ComposedModel.prepare(for: parameters(composition)).lengths == 0.03...0.66)
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
        let leaves = try #require(leafy.terms.first { $0.symbol == "Aev" })
        #expect(leaves.role == .summand && leaves.value > 0 && leaves.source == WoodlandAttenuation.entry.citation)
        // A forest over the whole path would take more than a hidden path loses, and says so without being added.
        let forest = try model.ledger(over: profile(20, .vegetation, at: 1...29), terminals: Self.terminals)
        #expect(try #require(forest.terms.first { $0.symbol == "Aev" }).role == .detail)
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
        let bare = #expect(throws: MastheadError.self) { try ComposedModel.prepare(for: parameters(nil)) }
        #expect(bare?.code == .outsideValidity && bare?.remedy.contains("n258-26") == true)
        let terrain = #expect(throws: MastheadError.self) {
            try ComposedModel.prepare(for: parameters(Composition(base: "p525")))
        }
        #expect(terrain?.remedy.contains("tr38901-umi") == true)
        var composition = Self.composition
        composition.rain = .init(rate: 32, availabilityPercent: 50)
        let often = #expect(throws: MastheadError.self) { try ComposedModel.prepare(for: parameters(composition)) }
        #expect(often?.remedy.contains("99 %") == true)
        var hopeless = parameters(Self.composition)
        hopeless.frequency = Frequency(gigahertz: 200)
        hopeless.composition?.rain?.availabilityPercent = 50
        let all = #expect(throws: MastheadError.self) { try ComposedModel.prepare(for: hopeless) }
        #expect(all?.description.contains("200") == true && all?.description.contains("availability 50 %") == true)
        var itself = Self.composition
        itself.base = "composed"
        #expect(throws: MastheadError.self) { try ComposedModel.prepare(for: parameters(itself)) }
    }
}
