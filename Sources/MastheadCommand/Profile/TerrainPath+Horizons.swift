import MastheadCore
import MastheadPropagation

extension TerrainPath {
    /// Where the horizons of both ends stand, km from the transmitter; empty where the ends see each other.
    ///
    /// The elevation angle of each point, over an Earth of the effective radius, with clutter as a part of the terrain:
    ///
    ///     θᵢ = (hᵢ − h) / dᵢ − dᵢ / (2 aₑ)
    func horizonKilometres(
        transmitterHeight: Length, receiverHeight: Length, effectiveRadiusKilometres: Double
    ) -> [Double] {
        let last = profile.count - 1
        guard last > 1 else { return [] }
        let length = profile.lengthKilometres
        let ends = [
            profile.groundMetres[0] + transmitterHeight.metres, profile.groundMetres[last] + receiverHeight.metres,
        ]

        func slope(from altitude: Double, to other: Double, kilometres: Double) -> Double {
            (other - altitude) / (kilometres * 1000) - kilometres / (2 * effectiveRadiusKilometres)
        }
        /// The point that stands highest as seen from one end.
        func horizon(from altitude: Double, distance: (Int) -> Double) -> (index: Int, slope: Double) {
            var best = (index: 1, slope: -Double.infinity)
            for index in 1..<last {
                let top = profile.groundMetres[index] + profile.clutterMetres[index]
                let seen = slope(from: altitude, to: top, kilometres: distance(index))
                if seen > best.slope { best = (index, seen) }
            }
            return best
        }

        let ahead = horizon(from: ends[0]) { profile.distanceKilometres[$0] }
        guard ahead.slope > slope(from: ends[0], to: ends[1], kilometres: length) else { return [] }
        let behind = horizon(from: ends[1]) { length - profile.distanceKilometres[$0] }
        return [profile.distanceKilometres[ahead.index], profile.distanceKilometres[behind.index]]
    }
}
