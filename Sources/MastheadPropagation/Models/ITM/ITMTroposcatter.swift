/// Scatter from the troposphere far beyond the horizons.
///
/// Source: NTIA ITM v1.4; Hufford, The Algorithm, (4.63) to (4.67), (6.8), (6.9), (6.13); NBS TN101, §9.
struct ITMTroposcatter {
    let path: ITMPath
    let frequencyMegahertz: Double
    let surfaceRefractivity: Double
    /// The angle by which the path is in sight, radians.
    let sightAngle: Double

    /// Attenuation at two distances, m, the farther one first; nil where scatter is not defined.
    ///
    /// The frequency gain of the farther distance holds for the nearer one where that would exceed 15 dB.
    func lossesDB(farther: Double, nearer: Double) -> (farther: Double, nearer: Double)? {
        guard let first = frequencyGainDB(farther) else { return nil }
        var second = first
        if first <= 15 {
            guard let own = frequencyGainDB(nearer) else { return nil }
            second = own > 15 ? first : own
        }
        return (lossDB(farther, gain: first), lossDB(nearer, gain: second))
    }

    private func lossDB(_ d: Double, gain H0: Double) -> Double {
        let θ = d / path.ae - sightAngle
        let k = frequencyMegahertz / 47.7
        let θ2 = θ * θ
        return Self.distanceDB(θ * d) + 10 * Elementary.log10(k * 47.7 * θ2 * θ2)
            - 0.1 * (surfaceRefractivity - 301) * Elementary.exp(-θ * d / 40e3) + H0  // (4.63)
    }

    /// F(θd), dB (6.9).
    static func distanceDB(_ td: Double) -> Double {
        if td <= 10e3 { return 133.4 + 0.332e-3 * td - 10 * Elementary.log10(td) }
        if td <= 70e3 { return 104.6 + 0.212e-3 * td - 2.5 * Elementary.log10(td) }
        return 71.8 + 0.157e-3 * td + 5 * Elementary.log10(td)
    }

    /// H₀, dB (TN101, 9.5); nil where both antennas are too low for the scatter to be defined.
    private func frequencyGainDB(_ d: Double) -> Double? {
        let he = path.effectiveHeights
        var ad = path.horizonDistances[0] - path.horizonDistances[1]
        var ratio = he[1] / he[0]
        if ad < 0 {
            ad = -ad
            ratio = 1 / ratio
        }
        let θ = path.horizonAngles.sum() + d / path.ae
        let k = frequencyMegahertz / 47.7
        let r = 2 * k * θ * he  // TN101 (9.4a)
        guard r[0] >= 0.2 || r[1] >= 0.2 else { return nil }
        var s = (d - ad) / (d + ad)
        let q = min(max(0.1, ratio / s), 10)
        s = max(0.1, s)
        let h0 = (d - ad) * (d + ad) * θ * 0.25 / d  // (4.66)
        let Ns = surfaceRefractivity
        let capped = min(1.7, h0 / 8.0e3)
        let power = capped * capped * capped
        let scale = 0.031 - Ns * 2.32e-3 + Ns * Ns * 5.67e-6
        let ηs = h0 / 1.7556e3 * (1 + scale * Elementary.exp(-power * power))  // (4.67), TN101 (9.3a)
        let H00 = (Self.curveDB(r[0], ηs) + Self.curveDB(r[1], ηs)) / 2
        let ΔH0 = min(
            H00, 6 * (0.6 - Elementary.log10(max(ηs, 1))) * Elementary.log10(s) * Elementary.log10(q))
        let H0 = max(H00 + ΔH0, 0)
        guard ηs < 1 else { return H0 }
        let root2 = 2.0.squareRoot()
        let product = (1 + root2 / r[0]) * (1 + root2 / r[1])
        let none = product * product * r.sum() / (r.sum() + 2 * root2)
        return ηs * H0 + (1 - ηs) * 10 * Elementary.log10(none)
    }

    /// H₀₁ between the curves of whole ηs from 1 to 5 (6.13).
    private static func curveDB(_ r: Double, _ ηs: Double) -> Double {
        let η = min(max(ηs, 1), 5)
        let index = Int(η)
        let share = η - Double(index)
        let first = curveDB(r, index: index - 1)
        return share == 0 ? first : (1 - share) * first + share * curveDB(r, index: index)
    }

    private static func curveDB(_ r: Double, index: Int) -> Double {
        let (a, b): (Double, Double)
        switch index {
        case 0: (a, b) = (25, 24)
        case 1: (a, b) = (80, 45)
        case 2: (a, b) = (177, 68)
        case 3: (a, b) = (395, 80)
        default: (a, b) = (705, 105)
        }
        let inverse = 1 / (r * r)
        return 10 * Elementary.log10(1 + a * inverse * inverse + b * inverse)
    }
}
