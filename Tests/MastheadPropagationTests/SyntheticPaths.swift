import Foundation
import MastheadCore
import MastheadPropagation
import MastheadTestSupport

/// A path with its ends and parameters, made from a seed.
struct SyntheticPath: CustomStringConvertible {
    let seed: UInt64
    var profile: PathProfile
    var terminals: PathTerminals
    var parameters: PropagationParameters

    var description: String { "seed \(seed)" }

    /// Terrain of one of several kinds (flat, walk, noise, single spikes, sea, mixed), spacing even or not.
    init(seed: UInt64, timePercent: Double? = nil, isMedianInPlace: Bool = false) throws {
        var g = SeededGenerator(seed: seed)
        self.seed = seed
        let count = Int(g.uniform(in: 5...400))
        let length = 0.3 * pow(10, g.uniform(in: 0...2.6))
        let kind = Int(g.uniform(in: 0...5.999))
        let isEven = g.uniform(in: 0...1) < 0.5
        var distances = [0.0]
        for _ in 1..<count {
            distances.append(distances[distances.count - 1] + (isEven ? 1 : g.uniform(in: 0.1...1.9)))
        }
        let scale = length / distances[count - 1]
        distances = distances.map { $0 * scale }
        distances[count - 1] = length
        let base = g.uniform(in: -100...2000)
        let roughness = pow(10, g.uniform(in: -1...1.7))
        let spike = Int(g.uniform(in: 1...Double(count - 2)))
        var heights: [Double] = []
        var walk = 0.0
        for index in 0..<count {
            walk += g.uniform(in: -1...1) * roughness
            switch kind {
            case 0: heights.append(base)
            case 1, 5: heights.append(base + walk)
            case 2: heights.append(base + g.uniform(in: 0...3))
            case 3: heights.append(index == spike ? base + roughness * 5 : base)
            default: heights.append(0)
            }
        }
        var zone = RadioZone.inland
        let zones: [RadioZone] = (0..<count).map { _ in
            guard kind >= 4 else { return .inland }
            if kind == 4 { return .sea }
            if g.uniform(in: 0...1) < 0.05 { zone = RadioZone.allCases[Int(g.uniform(in: 0...2.999))] }
            return zone
        }
        let hasClutter = g.uniform(in: 0...1) < 0.5
        let clutter = (0..<count).map { zones[$0] != .sea && hasClutter && g.uniform(in: 0...1) < 0.4 ? 15.0 : 0 }
        profile = try PathProfile(
            distanceKilometres: distances, groundMetres: heights, clutterMetres: clutter, zones: zones)
        terminals = PathTerminals(
            transmitterHeightMetres: g.uniform(in: 1...120), receiverHeightMetres: g.uniform(in: 1...20),
            midpointLatitudeDegrees: g.uniform(in: -85...85))
        parameters = PropagationParameters(
            frequency: Frequency(gigahertz: 0.03 * pow(10, g.uniform(in: 0...2.3))),
            timePercent: timePercent ?? (g.uniform(in: 0...1) < 0.5 ? 50 : g.uniform(in: 1...50)),
            locationPercent: isMedianInPlace ? 50 : g.uniform(in: 1...99),
            locationSigma: isMedianInPlace ? Decibels(0) : nil,
            polarization: g.uniform(in: 0...1) < 0.5 ? .horizontal : .vertical, deltaN: g.uniform(in: 20...100),
            n0: g.uniform(in: 250...400))
    }

    func breakdown() throws -> P1812Breakdown {
        try P1812.prepare(for: parameters).breakdown(over: profile, terminals: terminals)
    }

    func lossDB() throws -> Double {
        try P1812.prepare(for: parameters).lossDB(over: profile, terminals: terminals)
    }

    /// The same path walked from the receiver.
    var reversed: SyntheticPath {
        get throws {
            var other = self
            let length = profile.lengthKilometres
            var distances = profile.distanceKilometres.reversed().map { length - $0 }
            distances[0] = 0
            other.profile = try PathProfile(
                distanceKilometres: distances, groundMetres: profile.groundMetres.reversed(),
                clutterMetres: profile.clutterMetres.reversed(), zones: profile.zones.reversed())
            other.terminals = terminals.reversed
            return other
        }
    }
}

/// Seeds of the paths that the property tests try; a failure names its seed.
let pathSeeds: ClosedRange<UInt64> = 1...1500

extension ModelEntry {
    /// The model for 763 MHz, or for the first of some other carriers that its text covers.
    func preparedForSomeCarrier() throws -> any TransmissionLossModel {
        let others = [1800.0, 3500, 28_000].lazy.compactMap {
            try? prepare(
                PropagationParameters(
                    frequency: Frequency(megahertz: $0), composition: ComposedModelTests.composition), .none)
        }
        do {
            return try prepare(PropagationParameters(frequency: Frequency(megahertz: 763)), .none)
        } catch {
            guard let model = others.first else { throw error }
            return model
        }
    }
}
