import Foundation
import MastheadCore
import MastheadPropagation
import MastheadTestSupport

/// A path for P.452, made from a seed: the terrain of `SyntheticPath`, with the ranges of P.452 and nominal clutter.
struct P452Path: CustomStringConvertible {
    var path: SyntheticPath
    var edition: P452.Edition

    var description: String { "\(path), \(edition)" }

    init(seed: UInt64, timePercent: Double? = nil) throws {
        path = try SyntheticPath(seed: seed)
        var g = SeededGenerator(seed: seed &+ 452)
        edition = seed % 2 == 0 ? .v18 : .v17
        path.parameters.frequency = Frequency(gigahertz: 0.1 * pow(10, g.uniform(in: 0...2.69)))
        let time = g.uniform(in: 0...1) < 0.3 ? 50 : 0.001 * pow(10, g.uniform(in: 0...4.69))
        path.parameters.timePercent = timePercent ?? time
        path.parameters.transmitterHorizonGainDBi = g.uniform(in: -10...50)
        path.parameters.receiverHorizonGainDBi = g.uniform(in: -10...50)
        path.parameters.atmosphere = Atmosphere(
            dryPressureHectopascals: g.uniform(in: 700...1050), temperatureKelvin: g.uniform(in: 230...315))
        for end in 0..<2 where g.uniform(in: 0...1) < 0.5 {
            let clutter = NominalClutter(
                heightMetres: g.uniform(in: 0...35), distanceKilometres: g.uniform(in: 0...0.1))
            if end == 0 {
                path.terminals.transmitterClutter = clutter
            } else {
                path.terminals.receiverClutter = clutter
            }
        }
    }

    func model() throws -> P452 { try P452.prepare(for: path.parameters, edition: edition) }
    func breakdown() throws -> P452Breakdown {
        try model().breakdown(over: path.profile, terminals: path.terminals)
    }
    func lossDB() throws -> Double { try model().lossDB(over: path.profile, terminals: path.terminals) }

    /// The same path from the other end, with the gains swapped; with another band it would be another path.
    var reversed: P452Path {
        get throws {
            var other = self
            other.path = try path.reversed
            other.path.parameters.transmitterHorizonGainDBi = path.parameters.receiverHorizonGainDBi
            other.path.parameters.receiverHorizonGainDBi = path.parameters.transmitterHorizonGainDBi
            return other
        }
    }

    /// The paths of all seeds that the edition accepts: nominal clutter may leave too little of a short or coarse path.
    static func all(_ seeds: ClosedRange<UInt64> = pathSeeds, timePercent: Double? = nil) throws -> [P452Path] {
        try seeds.map { try P452Path(seed: $0, timePercent: timePercent) }.filter { path in
            guard let model = try? path.model() else { return false }
            return (try? model.require(path.path.profile, path.path.terminals)) != nil
        }
    }
}
