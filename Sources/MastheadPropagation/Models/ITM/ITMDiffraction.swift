/// Diffraction beyond the horizons: a weighted mean of two knife edges and a smooth Earth.
///
/// Source: NTIA ITM v1.4; Hufford, The Algorithm, §4 (4.12), (4.20); ERL 79-ITS 67, eqs. (3.23), (3.27), (3.38c);
/// L. E. Vogler (1964), eqs. (2), (6a), (7a), (13).
struct ITMDiffraction {
    let path: ITMPath
    let frequencyMegahertz: Double
    /// Zg, surface transfer impedance of the ground.
    let impedance: Complex
    /// The angle by which the path is in sight, radians; below zero beyond the horizons.
    let sightAngle: Double
    /// Distance to which a smooth Earth is in sight, m.
    let smoothHorizonsSum: Double

    /// Attenuation at a distance, m, beside free space, dB.
    func lossDB(_ d: Double) -> Double {
        let f = frequencyMegahertz
        let rough = ITMPath.roughness(ITMPath.irregularity(path.irregularity, over: smoothHorizonsSum))
        let product = path.heights[0] * path.heights[1]
        let clutter = min(15, 5 * Elementary.log10(1 + 1e-5 * product * f * rough))  // ERL (3.38c)
        // Low antennas over a known path count with a constant of 10 (ERL, page 3-8).
        let q = product + 10
        let excess = path.effectiveHeights[0] * path.effectiveHeights[1] - product
        let heights = (1 + excess / q).squareRoot()
        let spread = (-sightAngle * path.ae + path.horizonDistances.sum()) / d
        let delta = min(ITMPath.irregularity(path.irregularity, over: d) * f / 47.7, 6283.2)
        let w = 25.1 / (25.1 + ((heights + spread) * delta).squareRoot())  // ERL (3.23)
        return w * smoothEarthDB(d) + (1 - w) * knifeEdgesDB(d) + clutter
    }

    /// Two edges, at the horizons (TN101, I.1 and I.7).
    private func knifeEdgesDB(_ d: Double) -> Double {
        let θ = d / path.ae - sightAngle
        let beyond = d - path.horizonDistances.sum()
        var loss = 0.0
        for end in 0..<2 {
            let dl = path.horizonDistances[end]
            loss += Self.edgeDB(0.0795775 * (frequencyMegahertz / 47.7) * θ * θ * dl * beyond / (beyond + dl))
        }
        return loss
    }

    /// The loss over an edge by the square of ν (TN101, III.24b and III.24c).
    static func edgeDB(_ squaredNu: Double) -> Double {
        squaredNu < 5.76
            ? 6.02 + 9.11 * squaredNu.squareRoot() - 1.27 * squaredNu : 12.953 + 10 * Elementary.log10(squaredNu)
    }

    /// A smooth Earth of three radii: beyond the horizons, and at either antenna (4.20).
    private func smoothEarthDB(_ d: Double) -> Double {
        let third = 1.0 / 3
        let θ = d / path.ae - sightAngle  // (4.12)
        let dl = path.horizonDistances
        let he = path.effectiveHeights
        let radii = SIMD3(
            (d - dl.sum()) / (d / path.ae - sightAngle), 0.5 * dl[0] * dl[0] / he[0], 0.5 * dl[1] * dl[1] / he[1])
        let ways = SIMD3(radii[0] * θ / 1000, dl[0] / 1000, dl[1] / 1000)
        let cubeRoot = Elementary.pow(frequencyMegahertz, third)
        var x = SIMD3(0.0, 0, 0)
        var K = SIMD3(0.0, 0, 0)
        for index in 0..<3 {
            let C0 = Elementary.pow(4.0 / 3 * 6370e3 / radii[index], third)
            K[index] = 0.017778 * C0 * Elementary.pow(frequencyMegahertz, -third) / impedance.magnitude
            x[index] = (1.607 - K[index]) * C0 * C0 * cubeRoot * ways[index]
        }
        x[0] += x[1] + x[2]
        let distance = 0.05751 * x[0] - 10 * Elementary.log10(x[0])
        return distance - Self.heightDB(x[1], K[1]) - Self.heightDB(x[2], K[2]) - 20
    }

    /// F(x, K), the gain of an antenna's height, dB (6.4).
    static func heightDB(_ x: Double, _ K: Double) -> Double {
        if x < 200 {
            let w = -Elementary.log(K)
            if K < 1e-5 || x * w * w * w > 5495 {
                return x > 1 ? 17.372 * Elementary.log(x) - 117 : -117
            }
            return 2.5e-5 * x * x / K - 8.686 * w - 15
        }
        let far = 0.05751 * x - 4.343 * Elementary.log(x)
        guard x < 2000 else { return far }
        let w = 0.0134 * x * Elementary.exp(-0.005 * x)
        return (1 - w) * far + w * (17.372 * Elementary.log(x) - 117)
    }
}
