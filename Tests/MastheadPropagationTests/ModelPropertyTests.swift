import MastheadCore
import MastheadPropagation
import MastheadTestSupport
import Testing

@Suite("Every model of the catalogue keeps what the engine relies on")
struct ModelPropertyTests {
    /// An id, so that a failure names the model.
    static let ids = ModelCatalogue.entries.map(\.id)

    private struct Trial {
        let model: any TransmissionLossModel
        let profile: PathProfile
        let terminals: PathTerminals
    }

    /// Paths of all lengths over random terrain that the model accepts.
    private func trials(_ id: String, count: Int) throws -> [Trial] {
        let entry = try ModelCatalogue.entry(id)
        var random = SeededGenerator(seed: 20_260_722)
        var trials: [Trial] = []
        for _ in 0..<40_000 where trials.count < count {
            let parameters = PropagationParameters(
                frequency: Frequency(
                    megahertz: [150, 763, 1800, 2600, 3500, 28_000].randomElement(using: &random) ?? 763),
                timePercent: [50, 50, 10, 1].randomElement(using: &random) ?? 50,
                locationPercent: [50, 50, 90].randomElement(using: &random) ?? 50,
                polarization: Bool.random(using: &random) ? .vertical : .horizontal,
                composition: ComposedModelTests.composition)
            guard let model = try? entry.prepare(parameters, .none) else { continue }
            let points = Int.random(in: 6...120, using: &random)
            // From a street to a county: even in the logarithm.
            let length = 0.02 * (1...Int.random(in: 1...13, using: &random)).reduce(1.0) { length, _ in 2 * length }
            var ground = random.uniform(in: 0...300)
            let slope = random.uniform(in: 0...20)
            var profile = PathProfile()
            profile.refillEquidistant(count: points, lengthKilometres: length) { _ in
                ground += random.uniform(in: -slope...slope)
                return PathSample(
                    groundMetres: ground, clutterMetres: random.uniform(in: 0...1) < 0.2 ? 12 : 0,
                    zone: random.uniform(in: 0...1) < 0.1 ? .sea : .inland,
                    clutterKind: ClutterKind.allCases.randomElement(using: &random))
            }
            let terminals = PathTerminals(
                transmitterHeightMetres: random.uniform(in: 5...60), receiverHeightMetres: random.uniform(in: 1...10),
                midpointLatitudeDegrees: random.uniform(in: -75...75))
            guard (try? model.require(profile, terminals)) != nil else { continue }
            trials.append(Trial(model: model, profile: profile, terminals: terminals))
        }
        return trials
    }

    @Test("a loss is a number, the sum of its ledger, and not below the bound that pruning uses", arguments: ids)
    func lossIsSound(id: String) throws {
        let trials = try trials(id, count: 150)
        #expect(trials.count == 150, "\(trials.count) of the random paths suit the model")
        for trial in trials {
            let loss = trial.model.lossDB(over: trial.profile, terminals: trial.terminals)
            #expect(loss.isFinite)
            let ledger = try trial.model.ledger(over: trial.profile, terminals: trial.terminals)
            // 1e-9 dB: a ledger adds its terms in its own order.
            #expect(abs(ledger.total - loss) < 1e-9)
            let last = trial.profile.count - 1
            let rise =
                trial.profile.groundMetres[0] + trial.terminals.transmitterHeightMetres
                - trial.profile.groundMetres[last] - trial.terminals.receiverHeightMetres
            let bound = trial.model.lowestLossDB(
                distanceKilometres: trial.profile.lengthKilometres, altitudeDifferenceMetres: rise)
            #expect(loss >= bound - 1e-9, "\(loss) dB below the bound of \(bound) dB")
        }
    }

    @Test("a path just within the lengths that a model states is taken, and one just beyond is refused", arguments: ids)
    func lengthsAreKept(id: String) throws {
        let entry = try ModelCatalogue.entry(id)
        let model = try entry.preparedForSomeCarrier()
        // A model that tells paths in sight from hidden ones states what holds for both, and takes more of one kind.
        let isExact = !entry.tellsSight && !entry.readsComposition
        func isTaken(_ kilometres: Double) -> Bool {
            let heights: [(Double, Double)] = [(40, 1.5), (10, 1.5)]
            return heights.contains { transmitter, receiver in
                var flat = PathProfile()
                flat.refillEquidistant(count: max(6, Int(kilometres * 10)), lengthKilometres: kilometres) { _ in
                    PathSample(groundMetres: 0)
                }
                let terminals = PathTerminals(
                    transmitterHeightMetres: transmitter, receiverHeightMetres: receiver, midpointLatitudeDegrees: 0)
                return (try? model.require(flat, terminals)) != nil
            }
        }
        let range = model.lengths
        if range.lowerBound > 1e-6 {
            // 1 %: a text may mean the distance between the antennas, which for 30 m is 1.2 m more.
            #expect(isTaken(range.lowerBound * 1.01), "\(range.lowerBound) km")
            #expect(!isExact || !isTaken(range.lowerBound * 0.99), "\(range.lowerBound) km")
        }
        if range.upperBound < 1e6 {
            #expect(isTaken(range.upperBound * 0.99), "\(range.upperBound) km")
            #expect(!isExact || !isTaken(range.upperBound * 1.01), "\(range.upperBound) km")
        }
    }

    @Test("a term of a ledger that is summed has its source, but for those that the user states", arguments: ids)
    func termsHaveSources(id: String) throws {
        for trial in try trials(id, count: 5) {
            let ledger = try trial.model.ledger(over: trial.profile, terminals: trial.terminals)
            for term in ledger.terms where term.role == .summand {
                #expect(term.source != nil, "\(term.name)")
            }
        }
    }

    @Test("the same path gives the same loss each time", arguments: ids)
    func lossIsStable(id: String) throws {
        for trial in try trials(id, count: 20) {
            let losses = (0..<3).map { _ in trial.model.lossDB(over: trial.profile, terminals: trial.terminals) }
            #expect(Set(losses.map(\.bitPattern)).count == 1)
        }
    }

    @Test("coincident points and a single point are refused before any model sees them")
    func coincidentPoints() {
        for distances in [[0.0], [0, 0], [0, 1, 1, 2], [0, 2, 1]] {
            #expect(throws: MastheadError.self) {
                try PathProfile(
                    distanceKilometres: distances, groundMetres: Array(repeating: 10, count: distances.count))
            }
        }
    }
}
