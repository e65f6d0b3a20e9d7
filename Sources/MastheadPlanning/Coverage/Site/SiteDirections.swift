import MastheadCore
import MastheadRadio

/// Directions from a site to the cells of a wedge, shared by carriers whose receivers stand equally high.
struct SiteDirections {
    private var azimuthRadians: [Double] = []
    private var elevationRadians: [Double] = []
    private var receiver: Length?

    /// Finds the directions to cells, unless they are known from the carrier before.
    mutating func look(at cells: [SweptCells.Cell], from ends: PathEnds, receiver height: Length) {
        guard receiver != height else { return }
        receiver = height
        azimuthRadians.removeAll(keepingCapacity: true)
        elevationRadians.removeAll(keepingCapacity: true)
        for cell in cells {
            let ray = ends.ray(to: cell)
            azimuthRadians.append(ray.azimuthRadians)
            elevationRadians.append(ray.elevationRadians)
        }
    }

    /// For each cell, how far the strongest of some antennas stays below its peak, dB; empty without antennas.
    func best(of antennas: [MountedAntenna]) -> [Double] {
        guard let first = antennas.first else { return [] }
        var best = gains(first)
        for antenna in antennas.dropFirst() {
            let gains = gains(antenna)
            for index in best.indices { best[index] = max(best[index], gains[index]) }
        }
        return best
    }

    /// Gains relative to the peak.
    private func gains(_ antenna: MountedAntenna) -> [Double] {
        var gains = [Double](repeating: 0, count: azimuthRadians.count)
        var span = gains.mutableSpan
        antenna.gains(azimuthRadians: azimuthRadians.span, elevationRadians: elevationRadians.span, into: &span)
        for index in gains.indices { gains[index] -= antenna.pattern.peakGainDBi }
        return gains
    }
}
