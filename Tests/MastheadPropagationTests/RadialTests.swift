import MastheadCore
import MastheadPropagation
import MastheadTestSupport
import Testing

@Suite("The radial form gives each receiver the loss of its scanned profile")
struct RadialTests {
    struct Case: Sendable {
        var step: Double
        var antenna: Double
        var receiver: Double
        var frequency: Double
        var time: Double
        var polarization: LinearPolarization
    }

    static let cases = [
        Case(step: 30, antenna: 30, receiver: 1.5, frequency: 0.763, time: 50, polarization: .vertical),
        Case(step: 100, antenna: 250, receiver: 10, frequency: 3.5, time: 10, polarization: .horizontal),
        Case(step: 47, antenna: 12, receiver: 4, frequency: 0.1, time: 1, polarization: .vertical),
        Case(step: 10, antenna: 25, receiver: 1.5, frequency: 4.9, time: 50, polarization: .vertical),
        Case(step: 150, antenna: 600, receiver: 1.5, frequency: 0.7, time: 50, polarization: .vertical),
    ]

    /// Deviations of all receivers of a radial, dB, one for each place between points.
    private func deviations(
        _ points: [PathSample], _ test: Case, model: any TransmissionLossModel, tail: any RadialTail, seed: UInt64
    ) throws -> [Double] {
        let step = test.step / 1000
        let count = points.count - 1
        let radial = Radial(capacity: count)
        let kernel = RadialKernel(radial, tails: [tail])
        radial.fill(
            count: count, stepKilometres: step, foot: points[0],
            clutterFreeKilometres: tail.clutterFreeKilometres
        ) { points[$0] }
        kernel.look(antennaMetres: test.antenna)
        var random = SeededGenerator(seed: seed)
        var receivers: [RadialReceiver] = []
        for index in 5...count {
            // Somewhere from half a step before a point to half a step behind it.
            let D = (Double(index) + random.uniform(in: -0.499...0.499)) * step
            guard D > 0.25 else { continue }
            receivers.append(
                RadialReceiver(
                    lengthKilometres: D, place: points[index], antennaMetres: test.receiver, latitudeDegrees: 48))
        }
        var losses = [Float](repeating: 0, count: receivers.count)
        var span = losses.mutableSpan
        kernel.losses(of: receivers.span, into: &span)
        let terminals = PathTerminals(
            transmitterHeightMetres: test.antenna, receiverHeightMetres: test.receiver, midpointLatitudeDegrees: 48)
        return try receivers.enumerated().map { index, receiver in
            let last = RadialReceiver.points(before: receiver.lengthKilometres, stepKilometres: step)
            let path = points[0...last] + [receiver.place]
            let profile = try PathProfile(
                distanceKilometres: (0...last).map { Double($0) * step } + [receiver.lengthKilometres],
                groundMetres: path.map(\.groundMetres), clutterMetres: path.map(\.clutterMetres),
                zones: path.map(\.zone))
            let deviation = abs(Double(losses[index]) - model.lossDB(over: profile, terminals: terminals))
            return deviation.isNaN ? .infinity : deviation
        }
    }

    private func models(_ test: Case) throws -> [(any TransmissionLossModel, any RadialTail)] {
        let parameters = PropagationParameters(
            frequency: Frequency(gigahertz: test.frequency), timePercent: test.time, polarization: test.polarization)
        let p1812 = try P1812.prepare(for: parameters)
        let p452 = try P452.prepare(for: parameters, edition: .v18)
        return [(p1812, try #require(p1812.radialTail)), (p452, try #require(p452.radialTail))]
    }

    // 0.005 dB and 10⁻⁴ dB: what issue 4 asks. Single precision keeps heights to 10⁻⁴ m and losses to 10⁻⁵ dB; the
    // largest deviations are horizons that tie and are taken one point apart.
    @Test("over every terrain, by P.1812 and P.452", arguments: RadialTerrain.allCases)
    func agrees(_ terrain: RadialTerrain) throws {
        for test in Self.cases {
            for (model, tail) in try models(test) {
                let all = try deviations(
                    terrain.points(1000, step: test.step), test, model: model, tail: tail, seed: 41
                ).sorted()
                #expect(all[all.count - 1] <= 0.005, "\(terrain), step \(test.step) m")
                #expect(all[all.count / 2] < 1e-4, "\(terrain), step \(test.step) m")
            }
        }
    }

    @Test("over terrain, heights, carriers and percentages that a generator hunts with", arguments: 0..<60)
    func hunt(_ round: Int) throws {
        var random = SeededGenerator(seed: UInt64(7_000 + round))
        let test = Case(
            step: random.uniform(in: 10...150), antenna: random.uniform(in: 2...300),
            receiver: random.uniform(in: 1...20), frequency: random.uniform(in: 0.1...5.9),
            time: [50, 50, 10, 1, 30][round % 5], polarization: round % 2 == 0 ? .vertical : .horizontal)
        let points = RadialTerrain.random(count: 400, step: test.step, &random)
        for (model, tail) in try models(test) {
            let all = try deviations(points, test, model: model, tail: tail, seed: UInt64(round)).sorted()
            #expect(all[all.count - 1] <= 0.005, "round \(round), \(test)")
            #expect(all[all.count / 2] < 1e-4, "round \(round), \(test)")
        }
    }

    @Test("whatever other carriers and receivers share the search, to the last bit", arguments: RadialTerrain.allCases)
    func sharing(_ terrain: RadialTerrain) throws {
        let points = terrain.points(800, step: 50)
        let receivers = (10...790).map {
            RadialReceiver(
                lengthKilometres: Double($0) * 0.05 + 0.01, place: points[$0], antennaMetres: 1.5, latitudeDegrees: 30)
        }
        func losses(_ tails: [any RadialTail], _ receivers: [RadialReceiver]) -> [Float] {
            let radial = Radial(capacity: 800)
            let kernel = RadialKernel(radial, tails: tails)
            radial.fill(count: 800, stepKilometres: 0.05, foot: points[0]) { points[$0] }
            kernel.look(antennaMetres: 30)
            var result = [Float](repeating: 0, count: tails.count * receivers.count)
            var span = result.mutableSpan
            kernel.losses(of: receivers.span, into: &span)
            return result
        }
        var random = SeededGenerator(seed: 11)
        for time in [50.0, 10] {
            let tails = try [0.7, 2.6, 4.9].map { gigahertz in
                let parameters = PropagationParameters(frequency: Frequency(gigahertz: gigahertz), timePercent: time)
                return try #require(try P1812.prepare(for: parameters).radialTail)
            }
            let together = losses(tails, receivers)
            for (band, tail) in tails.enumerated() {
                let alone = losses([tail], receivers)
                #expect(Array(together[band * receivers.count..<(band + 1) * receivers.count]) == alone)
                // Tiles and azimuths ask for other receivers, and so put other ones side by side.
                for share in [0.03, 0.3, 0.8] {
                    let some = receivers.indices.filter { _ in random.uniform(in: 0...1) < share }
                    #expect(losses([tail], some.map { receivers[$0] }) == some.map { alone[$0] }, "share \(share)")
                }
            }
        }
    }
}
