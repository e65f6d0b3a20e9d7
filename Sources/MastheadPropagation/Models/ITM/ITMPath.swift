/// What the Irregular Terrain Model takes from a profile: horizons, effective heights and the irregularity of the ground.
///
/// Source: NTIA ITM v1.4; Hufford, The Algorithm, §6 (the quick extraction of parameters from a profile).
struct ITMPath {
    /// Length, m.
    var length: Double
    /// Heights of the antennas above the ground, m; transmitter first here and below.
    var heights: SIMD2<Double>
    /// Elevation angles of the horizons, radians.
    var horizonAngles: SIMD2<Double>
    /// Distances of the horizons, m.
    var horizonDistances: SIMD2<Double>
    /// Effective heights of the antennas, m.
    var effectiveHeights: SIMD2<Double>
    /// Δh, irregularity of the terrain, m.
    var irregularity: Double
    /// Effective Earth radius, m.
    var ae: Double

    /// Reads a profile.
    ///
    /// - Parameters:
    ///   - heights: Heights of the antennas above the ground, m.
    ///   - ae: Effective Earth radius, m.
    init(_ terrain: ITMTerrain, heights: SIMD2<Double>, ae: Double) {
        length = terrain.length
        self.heights = heights
        self.ae = ae
        (horizonAngles, horizonDistances) = terrain.horizons(heights: heights, ae: ae)
        // The ground next to the antennas is left out: a tenth of the way to the horizon, or 15 heights.
        let start = min(15 * heights[0], 0.1 * horizonDistances[0])
        let end = length - min(15 * heights[1], 0.1 * horizonDistances[1])
        irregularity = terrain.irregularity(from: start, to: end)
        let ground = SIMD2(terrain.altitudes[0], terrain.altitudes[terrain.intervals])
        effectiveHeights = heights
        if horizonDistances.sum() > 1.5 * length {
            let line = terrain.fit(from: start, to: end)
            effectiveHeights += SIMD2(max(ground[0] - line[0], 0), max(ground[1] - line[1], 0))
            spreadHorizons()
        } else {
            let near = terrain.fit(from: start, to: 0.9 * horizonDistances[0])
            let far = terrain.fit(from: length - 0.9 * horizonDistances[1], to: end)
            effectiveHeights += SIMD2(max(ground[0] - near[0], 0), max(ground[1] - far[1], 0))
        }
    }

    /// On a path well in sight the horizons are those of terrain of this irregularity, not of this profile.
    private mutating func spreadHorizons() {
        horizonDistances = typicalHorizons()
        let sum = horizonDistances.sum()
        if sum <= length {
            let ratio = length / sum
            effectiveHeights *= ratio * ratio
            horizonDistances = typicalHorizons()
        }
        for end in 0..<2 {
            let smooth = (2 * effectiveHeights[end] * ae).squareRoot()
            horizonAngles[end] =
                (0.65 * irregularity * (smooth / horizonDistances[end] - 1) - 2 * effectiveHeights[end]) / smooth
        }
    }

    private func typicalHorizons() -> SIMD2<Double> {
        var distances = SIMD2(0.0, 0)
        for end in 0..<2 {
            let he = effectiveHeights[end]
            distances[end] =
                (2 * he * ae).squareRoot() * Elementary.exp(-0.07 * (irregularity / max(he, 5)).squareRoot())
        }
        return distances
    }

    /// Distances of the horizons over a smooth Earth, m.
    var smoothHorizons: SIMD2<Double> { (2 * effectiveHeights * ae).squareRoot() }

    /// Δh(d), the irregularity over a distance, m (ERL 79-ITS 67, eq. 3).
    static func irregularity(_ irregularity: Double, over d: Double) -> Double {
        irregularity * (1 - 0.8 * Elementary.exp(-d / 50e3))
    }

    /// σh(d), the deviation of the ground within the first Fresnel zone, m (ERL 79-ITS 67, eq. 3.6a).
    static func roughness(_ irregularity: Double) -> Double {
        0.78 * irregularity * Elementary.exp(-0.5 * irregularity.squareRoot().squareRoot())
    }
}
