import MastheadCore
import MastheadPropagation
import MastheadTestSupport
import Testing

@Suite("ITM keeps what NTIA's software does")
struct ITMTests {
    private func parameters(_ megahertz: Double = 763, time: Double = 50, location: Double = 50)
        -> PropagationParameters
    {
        PropagationParameters(
            frequency: Frequency(megahertz: megahertz), timePercent: time, locationPercent: location, n0: 301)
    }

    /// Random walks of a kilometre to some hundred.
    private func walk(_ random: inout SeededGenerator) -> (altitudes: [Double], spacing: Double) {
        var altitude = random.uniform(in: 0...1500)
        let rough = random.uniform(in: 0.5...30)
        let count = Int.random(in: 10...600, using: &random)
        let altitudes = (0..<count).map { _ -> Double in
            altitude = max(0, altitude + random.uniform(in: -rough...rough))
            return altitude
        }
        return (altitudes, random.uniform(in: 30...300))
    }

    @Test("more time, more places and more situations never have less loss")
    func monotone() throws {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<150 {
            let (altitudes, spacing) = walk(&random)
            func loss(time: Double, location: Double, situation: Double) throws -> Double {
                var parameters = ITM.Parameters(frequency: Frequency(megahertz: 763), n0: 301)
                parameters.variability = .timeLocationSituation(time: time, location: location, situation: situation)
                return try ITM.prepare(for: parameters)
                    .result(altitudes: altitudes, spacing: spacing, heights: SIMD2(30, 2)).lossDB
            }
            for (lower, higher) in [(1.0, 10.0), (10, 50), (50, 90), (90, 99)] {
                // 1e-9 dB: rounding.
                #expect(
                    try loss(time: higher, location: 50, situation: 50)
                        >= loss(time: lower, location: 50, situation: 50) - 1e-9)
                #expect(
                    try loss(time: 50, location: higher, situation: 50)
                        >= loss(time: 50, location: lower, situation: 50) - 1e-9)
                #expect(
                    try loss(time: 50, location: 50, situation: higher)
                        >= loss(time: 50, location: 50, situation: lower) - 1e-9)
            }
        }
    }

    @Test("whatever the input, a result is a number, and a refusal a code")
    func numbersOnly() {
        var random = SeededGenerator(seed: 6)
        for _ in 0..<4000 {
            let (altitudes, spacing) = walk(&random)
            let percents = (
                random.uniform(in: -1...101), random.uniform(in: 0.01...99.9), random.uniform(in: 0.01...99.9)
            )
            let parameters = ITM.Parameters(
                frequency: Frequency(megahertz: pow10(random.uniform(in: 1.2...4.4))),
                polarization: Bool.random(using: &random) ? .vertical : .horizontal,
                n0: random.uniform(in: 240...410), permittivity: random.uniform(in: 0.9...90),
                conductivity: random.uniform(in: -0.001...6),
                climate: ITM.Climate.allCases.randomElement(using: &random) ?? .desert,
                variabilityCode: Int.random(in: -1...35, using: &random),
                variability: Bool.random(using: &random)
                    ? .timeLocationSituation(time: percents.0, location: percents.1, situation: percents.2)
                    : .confidenceReliability(confidence: percents.1, reliability: percents.0))
            let heights = SIMD2(random.uniform(in: 0.3...3200), random.uniform(in: 0.3...60))
            let result = ITM(unchecked: parameters)
                .result(altitudes: altitudes, spacing: spacing, heights: heights)
            #expect(result.lossDB.isFinite && result.referenceDB >= 0)
            #expect(result.returnCode <= 1 || (1000...1022).contains(result.returnCode))
            if result.returnCode >= 1000 { #expect(result.lossDB == 0) }
        }
    }

    /// 10 to the power of x by repeated roots, as the tests of this module use no C library.
    private func pow10(_ x: Double) -> Double {
        var value = 1.0
        for _ in 0..<Int(x) { value *= 10 }
        var (share, root) = (x - Double(Int(x)), 10.0)
        for _ in 0..<40 {
            root = root.squareRoot()
            share *= 2
            if share >= 1 {
                value *= root
                share -= 1
            }
        }
        return value
    }

    @Test("the modes are numbered 1 in sight, 2 diffraction, 3 troposcatter")
    func modes() throws {
        let model = try ITM.prepare(for: parameters())
        let flat = Array(repeating: 100.0, count: 1001)
        func mode(_ spacing: Double) -> Int {
            model.result(altitudes: flat, spacing: spacing, heights: SIMD2(30, 10)).propagationMode
        }
        #expect(mode(10) == 1 && mode(60) == 2 && mode(600) == 3)
    }

    @Test("over very conductive ground at 20 MHz, where diffraction has no value, there is none beside free space")
    func conductiveGround() throws {
        var parameters = parameters(20)
        (parameters.itm.permittivity, parameters.itm.conductivity) = (81, 5)
        let hilly = (0..<900).map { 300 + Double(($0 &* 37) % 113) }
        let model = try ITM.prepare(for: parameters)
        let result = model.result(altitudes: hilly, spacing: 100, heights: SIMD2(100, 0.5))
        #expect(result.lossDB.isFinite && result.propagationMode == 2)
        #expect(result.referenceDB == 0)
    }

    @Test("frequencies, heights, percentages and refractivity beyond the model are refused, and all at once")
    func refusals() {
        var wrong = parameters(10, time: 100)
        wrong.n0 = 200
        wrong.itm.conductivity = 0
        let error = #expect(throws: MastheadError.self) { try ITM.prepare(for: wrong) }
        let text = error?.description ?? ""
        for word in ["10 MHz", "100 %", "N₀", "conductivity"] { #expect(text.contains(word), "\(text)") }
        wrong = parameters()
        wrong.itm.variabilityCode = 7
        #expect(throws: MastheadError.self) { try ITM.prepare(for: wrong) }
    }

    @Test("a profile with unequal steps is refused with the point")
    func unequalSteps() throws {
        let model = try ITM.prepare(for: parameters())
        let profile = try PathProfile(
            distanceKilometres: [0, 1, 2.5, 3, 4, 5], groundMetres: [10, 20, 30, 20, 10, 10])
        let terminals = PathTerminals(
            transmitterHeightMetres: 30, receiverHeightMetres: 2, midpointLatitudeDegrees: 45)
        let error = #expect(throws: MastheadError.self) { try model.require(profile, terminals) }
        #expect(error?.code == .badProfile && error?.description.contains("point 2") == true)
    }

    @Test("warnings are told in the ledger")
    func warnings() throws {
        let model = try ITM.prepare(for: parameters(30))
        var profile = PathProfile()
        profile.refillEquidistant(count: 20, lengthKilometres: 0.9) { _ in PathSample(groundMetres: 50) }
        let terminals = PathTerminals(
            transmitterHeightMetres: 30, receiverHeightMetres: 2, midpointLatitudeDegrees: 45)
        let names = try model.ledger(over: profile, terminals: terminals).terms.map(\.name)
        #expect(names.contains { $0.contains("shorter than 1 km") })
        #expect(names.contains { $0.contains("frequency near its limits") })
    }

    /// A rolling path at equal steps.
    private func rolling(_ lengthKilometres: Double, count: Int = 200) -> PathProfile {
        var profile = PathProfile()
        profile.refillEquidistant(count: count, lengthKilometres: lengthKilometres) { index in
            PathSample(groundMetres: 200 + Double((index &* 37) % 113))
        }
        return profile
    }

    private let terminals = PathTerminals(
        transmitterHeightMetres: 30, receiverHeightMetres: 2, midpointLatitudeDegrees: 45)

    @Test("confidence and reliability are situations and time over half of the locations, with codes of their own")
    func confidence() throws {
        let profile = rolling(40)
        var parameters = ITM.Parameters(frequency: Frequency(megahertz: 450))
        for (confidence, reliability) in [(50.0, 50.0), (90, 10), (5, 95), (99, 99.5)] {
            parameters.variability = .confidenceReliability(confidence: confidence, reliability: reliability)
            let one = try ITM.prepare(for: parameters).evaluate(profile, terminals)
            parameters.variability = .timeLocationSituation(time: reliability, location: 50, situation: confidence)
            #expect(try ITM.prepare(for: parameters).evaluate(profile, terminals) == one)
        }
        let refused: [(ITM.Variability, Int)] = [
            (.confidenceReliability(confidence: 0, reliability: 50), 1006),
            (.confidenceReliability(confidence: 50, reliability: 100), 1007),
            (.timeLocationSituation(time: 0, location: 50, situation: 50), 1003),
            (.timeLocationSituation(time: 50, location: 100, situation: 50), 1004),
            (.timeLocationSituation(time: 50, location: .nan, situation: 50), 1004),
            (.timeLocationSituation(time: 50, location: 50, situation: 100), 1005),
        ]
        for (variability, code) in refused {
            parameters.variability = variability
            let result = ITM(unchecked: parameters)
                .result(altitudes: [0, 0, 0], spacing: 1000, heights: SIMD2(10, 10))
            #expect(result.returnCode == code)
            #expect(throws: MastheadError.self) { try ITM.prepare(for: parameters) }
        }
    }

    @Test("no path in any climate, at any percentage, falls below the bound that pruning uses")
    func bound() throws {
        var random = SeededGenerator(seed: 7)
        var closest = Double.infinity
        for _ in 0..<6000 {
            let (altitudes, spacing) = walk(&random)
            func percent() -> Double { [50, 1, 0.1, 10, 99].randomElement(using: &random) ?? 50 }
            let code = Int.random(in: 0...3, using: &random) + 10 * Int.random(in: 0...3, using: &random)
            let parameters = ITM.Parameters(
                frequency: Frequency(megahertz: pow10(random.uniform(in: 1.4...4.2))), n0: 301,
                climate: ITM.Climate.allCases.randomElement(using: &random) ?? .desert, variabilityCode: code,
                variability: .timeLocationSituation(time: percent(), location: percent(), situation: percent()))
            let model = try ITM.prepare(for: parameters)
            let high = random.uniform(in: 1...3000)
            let result = model.result(altitudes: altitudes, spacing: spacing, heights: SIMD2(high, high))
            guard result.returnCode < 1000 else { continue }
            let above = result.lossDB - model.lowestLossDB(distanceKilometres: result.lengthKilometres)
            #expect(above >= 0)
            closest = min(closest, above)
        }
        // A bound that is never approached would prune nothing.
        #expect(closest < 3, "\(closest) dB")
        // The curves of climate 7 reach a few dB, though their coefficients are hundreds.
        let sea = try ITM.prepare(
            for: ITM.Parameters(
                frequency: Frequency(megahertz: 763), climate: .maritimeTemperateOverSea))
        let free = try FreeSpace.prepare(for: PropagationParameters(frequency: Frequency(megahertz: 763)))
        #expect(
            free.lowestLossDB(distanceKilometres: 30) - sea.lowestLossDB(distanceKilometres: 30) < 4)
    }

    @Test("by default the percentage of locations counts, and a code that does not read it says so")
    func locations() throws {
        let profile = rolling(25)
        var parameters = parameters(location: 95)
        let many = try ITM.prepare(for: parameters).evaluate(profile, terminals).lossDB
        let half = try ITM.prepare(for: self.parameters()).evaluate(profile, terminals).lossDB
        // σL is 5 to 10 dB over such ground, and 95 % lie 1.6 σ above the median.
        #expect(many > half + 5)
        parameters.itm.variabilityCode = 13
        let names = try ITM.prepare(for: parameters).ledger(over: profile, terminals: terminals).terms.map(\.name)
        #expect(names.contains { $0.hasPrefix("caveat") && $0.contains("locations") })
    }

    @Test("paths beyond 2000 km, and antennas beyond the model's heights, are refused with the limit")
    func ends() throws {
        let model = try ITM.prepare(for: parameters())
        #expect(throws: Never.self) { try model.require(rolling(2000), terminals) }
        let long = #expect(throws: MastheadError.self) { try model.require(rolling(2000.1), terminals) }
        #expect(long?.code == .outsideValidity && long?.description.contains("2000 km") == true)
        for (transmitter, receiver, passes) in [
            (0.5, 3000.0, true), (3000, 0.5, true), (0.49, 2, false), (30, 3001, false), (30, .nan, false),
        ] {
            let ends = PathTerminals(
                transmitterHeightMetres: transmitter, receiverHeightMetres: receiver, midpointLatitudeDegrees: 45)
            #expect(((try? model.require(rolling(30), ends)) != nil) == passes, "\(transmitter), \(receiver)")
        }
    }

    @Test("each end of the parameters' ranges is kept, and what lies beyond is refused")
    func parameterEnds() {
        func accepts(_ change: (inout ITM.Parameters) -> Void) -> Bool {
            var parameters = ITM.Parameters(frequency: Frequency(megahertz: 763))
            change(&parameters)
            return (try? ITM.prepare(for: parameters)) != nil
        }
        for (megahertz, passes) in [(20.0, true), (20_000, true), (19.9, false), (20_001, false)] {
            #expect(accepts { $0.frequency = Frequency(megahertz: megahertz) } == passes)
        }
        for (n0, passes) in [(250.0, true), (400, true), (249.9, false), (400.1, false), (.nan, false)] {
            #expect(accepts { $0.n0 = n0 } == passes)
        }
        for (ground, passes) in [(1.0, true), (0.99, false), (.infinity, false)] {
            #expect(accepts { $0.permittivity = ground } == passes)
        }
        for (conductivity, passes) in [(1e-6, true), (0, false), (-1, false)] {
            #expect(accepts { $0.conductivity = conductivity } == passes)
        }
        for code in -1...40 {
            #expect(accepts { $0.variabilityCode = code } == ((0...33).contains(code) && code % 10 <= 3), "\(code)")
        }
    }

    @Test("terrain that is finite and absurd gives a finite loss or an error")
    func absurdTerrain() throws {
        var random = SeededGenerator(seed: 8)
        let model = try ITM.prepare(for: parameters())
        var accepted = 0
        for _ in 0..<2000 {
            let scale = pow10(random.uniform(in: 0...12))
            var profile = PathProfile()
            let length = random.uniform(in: 0...1) < 0.5 ? 1 / pow10(random.uniform(in: 0...12)) : 50
            profile.refillEquidistant(count: Int.random(in: 3...300, using: &random), lengthKilometres: length) { _ in
                PathSample(groundMetres: random.uniform(in: -scale...scale))
            }
            guard let result = try? model.evaluate(profile, terminals) else { continue }
            accepted += 1
            #expect(result.lossDB.isFinite && result.referenceDB.isFinite, "\(scale) m over \(length) km")
        }
        #expect(accepted > 500, "\(accepted)")
    }
}
