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
                var options = ITM.Options(variabilityCode: 3)
                options.situationPercent = situation
                return try ITM.prepare(for: parameters(time: time, location: location), options: options)
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
            let parameters = PropagationParameters(
                frequency: Frequency(megahertz: random.uniform(in: 1...1) * pow10(random.uniform(in: 1.2...4.4))),
                timePercent: random.uniform(in: -1...101), locationPercent: random.uniform(in: 0.01...99.9),
                polarization: Bool.random(using: &random) ? .vertical : .horizontal,
                n0: random.uniform(in: 240...410))
            let options = ITM.Options(
                climate: ITM.Climate.allCases.randomElement(using: &random) ?? .desert,
                permittivity: random.uniform(in: 0.9...90), conductivity: random.uniform(in: -0.001...6),
                variabilityCode: Int.random(in: -1...35, using: &random),
                situationPercent: random.uniform(in: 0.01...99.9))
            let heights = SIMD2(random.uniform(in: 0.3...3200), random.uniform(in: 0.3...60))
            let result = ITM(unchecked: parameters, options: options)
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
        let options = ITM.Options(permittivity: 81, conductivity: 5)
        let hilly = (0..<900).map { 300 + Double(($0 &* 37) % 113) }
        let model = try ITM.prepare(for: parameters(20), options: options)
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
}
