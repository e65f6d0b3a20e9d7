import Foundation
import MastheadCore
import MastheadPropagation
import MastheadTestSupport
import Testing

@Suite("Hata and COST 231-Hata")
struct HataTests {
    static func model(
        _ form: Hata.Form = .okumuraHata, megahertz: Double? = nil, _ environment: SettlementKind = .suburban
    ) throws -> Hata {
        let f = megahertz ?? (form == .okumuraHata ? 763 : 1800)
        return try Hata.prepare(
            form, for: PropagationParameters(frequency: Frequency(megahertz: f), environment: environment))
    }

    static func terminals(_ base: Double = 40, _ mobile: Double = 1.5) -> PathTerminals {
        PathTerminals(transmitterHeightMetres: base, receiverHeightMetres: mobile, midpointLatitudeDegrees: 45)
    }

    static func loss(
        _ form: Hata.Form = .okumuraHata, f: Double = 900, d: Double = 5, hb: Double = 40, hm: Double = 1.5,
        _ environment: SettlementKind = .urbanMedium
    ) -> Double {
        Hata.lossDB(
            form, frequencyMegahertz: f, distanceKilometres: d, baseMetres: hb, mobileMetres: hm,
            environment: environment)
    }

    @Test("a town at 900 MHz and 1 km has the loss that textbooks work out")
    func byHand() {
        // 0.01 dB: 69.55 + 77.284 − 20.414 − 0.0157 at f = 900, hb = 30, hm = 1.5, by hand with a(hm) = 0.016 dB.
        #expect(abs(Self.loss(d: 1, hb: 30) - 126.404) < 0.01)
    }

    @Test("the loss falls with base and mobile heights and grows with the distance", arguments: Hata.Form.allCases)
    func monotony(form: Hata.Form) {
        for environment in form.environments {
            for f in [form.frequencies.bounds.lowerBound.megahertz, form.frequencies.bounds.upperBound.megahertz] {
                func loss(d: Double = 5, hb: Double = 40, hm: Double = 1.5) -> Double {
                    Self.loss(form, f: f, d: d, hb: hb, hm: hm, environment)
                }
                for step in 0..<19 {
                    let t = Double(step)
                    #expect(loss(d: 2 + t) > loss(d: 1 + t))
                    #expect(loss(hb: 39 + 9 * t) < loss(hb: 30 + 9 * t))
                    #expect(loss(hm: 1.45 + 0.45 * t) < loss(hm: 1 + 0.45 * t))
                }
            }
        }
    }

    @Test("a denser environment loses more")
    func environments() {
        for f in stride(from: 150.0, through: 1500, by: 50) {
            #expect(Self.loss(f: f, .open) < Self.loss(f: f, .suburban))
            #expect(Self.loss(f: f, .suburban) < Self.loss(f: f, .urbanMedium))
        }
        // 1e-12 dB: the 3 dB of a large town.
        let step = Self.loss(.cost231, f: 1800, .urban) - Self.loss(.cost231, f: 1800, .urbanMedium)
        #expect(abs(step - 3) < 1e-12 && Self.loss(.cost231, f: 1800, .suburban) == Self.loss(.cost231, f: 1800))
    }

    @Test("at 1500 MHz the two formulas meet within 1.5 dB")
    func joint() {
        // 69.55 + 26.16 log f and 46.3 + 33.9 log f differ by 1.33 dB there.
        #expect(abs(Self.loss(f: 1500) - Self.loss(.cost231, f: 1500)) < 1.5)
    }

    @Test("over flat ground the effective height is exactly the height above the ground", arguments: [0, 123.4, -57.1])
    func flat(ground: Double) {
        for kilometres in [1.0, 7.3, 15, 19.9] {
            let profile = P1812TrapTests.profile(count: 97, kilometres: kilometres) { _ in
                PathSample(groundMetres: ground)
            }
            #expect(HataHeight(over: profile, antennaMetres: 30).effectiveMetres == 30)
        }
    }

    @Test("the mean ground of a long path is that between 3 km and 15 km")
    func stretch() throws {
        let profile = try PathProfile(
            distanceKilometres: [0, 3, 3.000_001, 15, 15.000_001, 20], groundMetres: [500, 500, 40, 40, 900, 900])
        let height = HataHeight(over: profile, antennaMetres: 20)
        // 1e-3 m: the two steps are a millimetre wide.
        #expect(height.startKilometres == 3 && height.endKilometres == 15 && abs(height.meanGroundMetres - 40) < 1e-3)
        #expect(abs(height.effectiveMetres - 480) < 1e-3)
    }

    @Test("a slope and the spacing of its points give the mean of its middle", arguments: [2, 3, 11, 400])
    func slope(count: Int) {
        let profile = P1812TrapTests.profile(count: count, kilometres: 10) {
            PathSample(groundMetres: 100 * Double($0) / Double(count - 1))
        }
        // 1e-9 m: the ground rises 10 m/km, and the middle of 2 to 10 km is 6 km out.
        #expect(abs(HataHeight(over: profile, antennaMetres: 100).effectiveMetres - 40) < 1e-9)
    }

    @Test("the effective height has no step where paths become longer than 15 km")
    func continuity() {
        func height(_ kilometres: Double) -> Double {
            let profile = P1812TrapTests.profile(count: 400, kilometres: kilometres) {
                PathSample(groundMetres: 30 * sin(kilometres * Double($0) / 399))
            }
            return HataHeight(over: profile, antennaMetres: 60).effectiveMetres
        }
        // 1e-3 m: a millimetre of path moves it by less.
        #expect(abs(height(15.000_001) - height(14.999_999)) < 1e-3)
    }

    @Test("no path is below the lowest loss of its length, and a high base with a high mobile reaches it")
    func lowest() throws {
        var g = SeededGenerator(seed: 1980)
        for _ in 0..<300 {
            let form: Hata.Form = g.uniform(in: 0...1) < 0.5 ? .okumuraHata : .cost231
            let range = form.frequencies.bounds
            let model = try Self.model(
                form, megahertz: g.uniform(in: range.lowerBound.megahertz...range.upperBound.megahertz),
                form.environments[Int(g.uniform(in: 0...Double(form.environments.count) - 0.001))])
            // Paths that are refused count too: coverage skips by the bound before it looks at a path.
            let d = pow(10, g.uniform(in: -2.5...2))
            let bound = model.lowestLossDB(distanceKilometres: d)
            for _ in 0..<20 {
                let profile = P1812TrapTests.profile(count: 30, kilometres: d) { _ in
                    PathSample(groundMetres: g.uniform(in: -100...300))
                }
                let loss = model.lossDB(
                    over: profile, terminals: Self.terminals(g.uniform(in: 1...300), g.uniform(in: 0.5...30)))
                // 1e-9 dB: rounding of the same formula.
                #expect(loss.isFinite && loss >= bound - 1e-9)
            }
            guard d > 0.01 else { continue }
            let flat = P1812TrapTests.profile(kilometres: d)
            #expect(abs(model.lossDB(over: flat, terminals: Self.terminals(200, 10)) - bound) < 1e-9)
        }
    }

    @Test("the ledger adds up to the loss and shows where the effective height comes from")
    func ledger() throws {
        let profile = P1812TrapTests.profile { PathSample(groundMetres: $0 == 0 ? 25 : 0) }
        let model = try Self.model()
        let ledger = try model.ledger(over: profile, terminals: Self.terminals())
        // 1e-12 dB: the same terms in another order.
        #expect(abs(ledger.total - model.lossDB(over: profile, terminals: Self.terminals())) < 1e-12)
        let height = try #require(ledger.terms.first { $0.symbol == "hb" })
        // 1e-9 m: the sum of forty pieces of flat ground.
        #expect(abs(height.value - 65) < 1e-9 && height.role == .detail && height.source == HataHeight.citation)
    }

    @Test("paths outside the ranges are refused with value and limit")
    func refusesPaths() throws {
        let model = try Self.model()
        let refused: [(Double, Double, Double, String)] = [
            (0.9, 40, 1.5, "900 m"), (20.1, 40, 1.5, "20100 m"), (5, 29, 1.5, "29 m"), (5, 201, 1.5, "201 m"),
            (5, 40, 0.9, "0.9 m"), (5, 40, 10.5, "10.5 m"), (5, 40, .nan, "nan"), (5, .nan, 1.5, "nan"),
        ]
        for (d, hb, hm, mention) in refused {
            let profile = P1812TrapTests.profile(kilometres: d)
            let error = #expect(throws: MastheadError.self) { try model.require(profile, Self.terminals(hb, hm)) }
            #expect(error?.code == .outsideValidity && error?.problem.contains(mention) == true, "\(mention)")
            #expect(throws: MastheadError.self) { try model.ledger(over: profile, terminals: Self.terminals(hb, hm)) }
        }
        let hollow = P1812TrapTests.profile { PathSample(groundMetres: $0 == 0 ? 0 : 60) }
        let error = #expect(throws: MastheadError.self) { try model.require(hollow, Self.terminals()) }
        #expect(error?.problem.contains("effective base height -") == true)
        for d in [1.0, 20] {
            for (hb, hm) in [(30.0, 1.0), (200, 10)] {
                let profile = P1812TrapTests.profile(kilometres: d)
                #expect(throws: Never.self) { try model.require(profile, Self.terminals(hb, hm)) }
            }
        }
    }

    @Test("what the formulas do not know is refused when they are prepared")
    func refusesParameters() {
        for (form, f) in [(Hata.Form.okumuraHata, 149.0), (.okumuraHata, 1501), (.cost231, 1499), (.cost231, 2001)] {
            #expect(throws: MastheadError.self) { try Self.model(form, megahertz: f) }
        }
        let open = #expect(throws: MastheadError.self) { try Self.model(.cost231, .open) }
        #expect(open?.remedy.contains("suburban") == true)
        var parameters = PropagationParameters(frequency: Frequency(megahertz: 763), timePercent: 10)
        let time = #expect(throws: MastheadError.self) { try Hata.prepare(.okumuraHata, for: parameters) }
        #expect(time?.problem.contains("time percentage 10 %") == true)
        parameters.timePercent = 50
        parameters.locationPercent = 95
        #expect(throws: MastheadError.self) { try Hata.prepare(.okumuraHata, for: parameters) }
    }

    @Test("every input in the ranges gives a finite loss")
    func finite() {
        var g = SeededGenerator(seed: 231)
        for _ in 0..<20_000 {
            let form: Hata.Form = g.uniform(in: 0...1) < 0.5 ? .okumuraHata : .cost231
            let range = form.frequencies.bounds
            let loss = Self.loss(
                form, f: g.uniform(in: range.lowerBound.megahertz...range.upperBound.megahertz),
                d: g.uniform(in: 1...20), hb: g.uniform(in: 30...200), hm: g.uniform(in: 1...10),
                form.environments[Int(g.uniform(in: 0...Double(form.environments.count) - 0.001))])
            // 60 to 210 dB: what the formulas span at the corners of their ranges, rounded outwards.
            #expect(loss > 60 && loss < 210)
        }
    }
}
