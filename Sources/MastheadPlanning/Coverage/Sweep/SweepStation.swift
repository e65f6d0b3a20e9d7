import MastheadGeo
import MastheadCore
import MastheadPropagation

/// The masts of one station in a group of bands: they stand at one place, so that they share every radial.
struct SweepStation {
    /// The masts, as indices into those of the run, in the order of the register.
    let masts: [Int]
    /// The farthest distance at which any of them is considered, m.
    let reachMetres: Double

    /// The largest reach of some masts, m.
    static func reachMetres(of masts: [Int], _ setup: CoverageSetup) -> Double {
        masts.map { setup.masts[$0].reachMetres }.max() ?? 0
    }

    /// The stations of some masts, in the order of their first masts.
    static func stations(_ masts: [Int], _ setup: CoverageSetup) -> [SweepStation] {
        var order: [Int] = []
        var members: [Int: [Int]] = [:]
        for index in masts {
            let station = setup.masts[index].station
            if members[station] == nil { order.append(station) }
            members[station, default: []].append(index)
        }
        return order.map { station in
            let own = members[station] ?? []
            return SweepStation(masts: own, reachMetres: reachMetres(of: own, setup))
        }
    }
}
