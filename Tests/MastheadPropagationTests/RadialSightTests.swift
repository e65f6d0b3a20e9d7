import MastheadCore
import MastheadPropagation
import MastheadTestSupport
import Testing

@Suite("Models of sight and of mean ground have along a radial the loss of the profile")
struct RadialSightTests {
    private func models() throws -> [(name: String, model: any TransmissionLossModel)] {
        var found: [(String, any TransmissionLossModel)] = []
        for (id, gigahertz) in [
            ("p525", 3.5), ("hata", 0.763), ("p1411", 26), ("tr38901-uma", 3.5), ("tr38901-rma", 0.763),
        ] {
            // P.1411 gives no probability of line of sight.
            for rule in SightlineRule.allCases where id != "p1411" || rule != .probability {
                var parameters = PropagationParameters(frequency: Frequency(gigahertz: gigahertz))
                parameters.sightline = rule
                let entry = try #require(ModelCatalogue.entries.first { $0.id == id }, "\(id)")
                found.append(("\(id), \(rule)", try entry.prepare(parameters, .none)))
                guard entry.tellsSight else { break }
            }
        }
        return found
    }

    private func radial(_ points: [PathSample], step: Double, clutterFree: Double = 0) -> Radial {
        let radial = Radial(capacity: points.count - 1)
        radial.fill(count: points.count - 1, stepKilometres: step, foot: points[0], clutterFreeKilometres: clutterFree)
        {
            points[$0]
        }
        return radial
    }

    private func losses(
        _ tails: [any RadialTail], _ radial: Radial, antenna: Double, _ receivers: [RadialReceiver]
    ) -> [Float] {
        let kernel = RadialKernel(radial, tails: tails)
        kernel.look(antennaMetres: antenna)
        var losses = [Float](repeating: 0, count: tails.count * receivers.count)
        var span = losses.mutableSpan
        kernel.losses(of: receivers.span, into: &span)
        return losses
    }

    private func receivers(
        _ points: [PathSample], step: Double, height: Double, _ random: inout SeededGenerator
    ) -> [RadialReceiver] {
        (5..<points.count).map { index in
            RadialReceiver(
                lengthKilometres: (Double(index) + random.uniform(in: -0.499...0.499)) * step, place: points[index],
                antennaMetres: height, latitudeDegrees: 48)
        }
    }

    /// The loss over all points before a receiver.
    private func scanned(
        _ model: any TransmissionLossModel, _ points: [PathSample], step: Double, antenna: Double,
        _ receiver: RadialReceiver
    ) throws -> Double {
        let last = RadialReceiver.points(before: receiver.lengthKilometres, stepKilometres: step)
        let path = points[0...last] + [receiver.place]
        let profile = try PathProfile(
            distanceKilometres: (0...last).map { Double($0) * step } + [receiver.lengthKilometres],
            groundMetres: path.map(\.groundMetres), clutterMetres: path.map(\.clutterMetres))
        return model.lossDB(
            over: profile,
            terminals: PathTerminals(
                transmitterHeightMetres: antenna, receiverHeightMetres: receiver.antennaMetres,
                midpointLatitudeDegrees: 48))
    }

    // 2e-5 dB: what single precision leaves of a loss of some 200 dB.
    @Test("over every terrain", arguments: RadialTerrain.allCases)
    func agrees(_ terrain: RadialTerrain) throws {
        var random = SeededGenerator(seed: 5)
        for (step, antenna, height) in [(0.03, 30.0, 1.5), (0.1, 60, 10), (0.01, 12, 1.5)] {
            let points = terrain.points(300, step: step * 1000)
            let radial = radial(points, step: step)
            let receivers = receivers(points, step: step, height: height, &random)
            let models = try models()
            let tails = try models.map { try #require(($0.model as? any RadialModel)?.radialTail, "\($0.name)") }
            let all = losses(tails, radial, antenna: antenna, receivers)
            for (number, (name, model)) in models.enumerated() {
                for (index, receiver) in receivers.enumerated() {
                    let expected = try scanned(model, points, step: step, antenna: antenna, receiver)
                    let found = Double(all[number * receivers.count + index])
                    #expect(abs(found - expected) < 2e-5 || found == expected, "\(name), receiver \(index)")
                }
            }
        }
    }

    @Test("whatever terrain models and receivers share the kernel, to the last bit", arguments: 0..<20)
    func sharing(_ round: Int) throws {
        var random = SeededGenerator(seed: UInt64(900 + round))
        let points = RadialTerrain.random(count: 300, step: 40, &random)
        let radial = radial(points, step: 0.04)
        let receivers = receivers(points, step: 0.04, height: 1.5, &random)
        let sights = try models().map { try #require(($0.model as? any RadialModel)?.radialTail) }
        let p1812 = try #require(
            try P1812.prepare(for: PropagationParameters(frequency: Frequency(gigahertz: 0.763))).radialTail)
        let mixed = losses([sights[0], p1812] + sights.dropFirst(), radial, antenna: 25, receivers)
        let count = receivers.count
        #expect(Array(mixed[count..<(2 * count)]) == losses([p1812], radial, antenna: 25, receivers))
        let some = receivers.indices.filter { _ in random.uniform(in: 0...1) < 0.2 }
        for (number, tail) in sights.enumerated() {
            let place = number == 0 ? 0 : number + 1
            let own = Array(mixed[place * count..<(place + 1) * count])
            #expect(losses([tail], radial, antenna: 25, some.map { receivers[$0] }) == some.map { own[$0] })
        }
    }

    @Test("models that read more of a path have no last stage", arguments: ["itm", "ehata"])
    func scannedModels(id: String) throws {
        let entry = try #require(ModelCatalogue.entries.first { $0.id == id })
        let model = try entry.prepare(PropagationParameters(frequency: Frequency(gigahertz: 1.8)), .none)
        #expect(!(model is any RadialModel))
    }
}
