/// Ducting and layer reflection.
///
/// Source: Recommendation ITU-R P.1812-8, §4.5; Recommendation ITU-R P.452-18, Annex 1, §4.4, with the same numbers of
/// equations, which adds the attenuation by gases. Angles in mrad, distances in km, heights in m, frequency in GHz.
struct Ducting {
    /// The part of (47) that depends on the carrier only: 102.45 + 20 log₁₀ f + Alf, dB.
    let carrierDB: Double
    /// ∛f, which (48) and (51) use.
    let cubeRootFrequency: Double
    let frequencyGigahertz: Double

    init(frequencyGigahertz f: Double) {
        let Alf = f < 0.5 ? 45.375 - 137 * f + 92.5 * f * f : 0  // (47a)
        carrierDB = 102.45 + 20 * Elementary.log10(f) + Alf
        cubeRootFrequency = Elementary.cbrt(f)
        frequencyGigahertz = f
    }

    /// Lba, the basic transmission loss in dB (46).
    func lossDB(_ path: Path, timePercent p: Double) -> Double {
        fixedCouplingDB(path) + timeDependentDB(path, timePercent: p)
    }

    /// Af, the fixed coupling losses between the antennas and the duct, dB (47).
    func fixedCouplingDB(_ path: Path) -> Double {
        let Ast = shieldingDB(path.thetaT - 0.1 * path.dlt, horizonKilometres: path.dlt)
        let Asr = shieldingDB(path.thetaR - 0.1 * path.dlr, horizonKilometres: path.dlr)
        let Act = seaCouplingDB(path.dct, path.dlt, path.hts, path.seaShare)
        let Acr = seaCouplingDB(path.dcr, path.dlr, path.hrs, path.seaShare)
        return carrierDB + 20 * Elementary.log10(path.dlt + path.dlr) + Ast + Asr + Act + Acr
    }

    /// Ad(p), the losses that depend on time percentage and angular distance, dB (50).
    func timeDependentDB(_ path: Path, timePercent p: Double) -> Double {
        let γd = 5e-5 * path.ae * cubeRootFrequency  // (51)
        let θt = min(path.thetaT, 0.1 * path.dlt)  // (52a)
        let θr = min(path.thetaR, 0.1 * path.dlr)
        let θ = 1000 * path.D / path.ae + θt + θr  // (52)
        return γd * θ + timeVariabilityDB(path, timePercent: p)
    }

    /// A(p), the variability with time, dB (53).
    private func timeVariabilityDB(_ path: Path, timePercent p: Double) -> Double {
        let D = path.D
        let dI = min(D - path.dlt - path.dlr, 40)  // (56a)
        let μ3 = path.hm > 10 ? Elementary.exp(-4.6e-5 * (path.hm - 10) * (43 + 6 * dI)) : 1  // (56)
        let α = max(-3.4, -0.6 - 3.5e-9 * Elementary.pow(D, 3.1) * path.inlandFactor)  // (55a)
        let root = path.hte.squareRoot() + path.hre.squareRoot()
        let μ2 = min(1, Elementary.pow(500 / path.ae * D * D / (root * root), α))  // (55)
        // Over very high ground the product may fall below the smallest number, whose logarithm would not be finite.
        let β = max(path.b0 * μ2 * μ3, .leastNormalMagnitude)  // (54)
        let logβ = Elementary.log10(β)
        let Γ =
            1.076 / Elementary.pow(2.0058 - logβ, 1.012)
            * Elementary.exp(-(9.51 - 4.8 * logβ + 0.198 * logβ * logβ) * 1e-6 * Elementary.pow(D, 1.13))  // (53a)
        let logRatio = Elementary.log10(p) - logβ
        return -12 + (1.2 + 3.7e-3 * D) * logRatio + 12 * Elementary.pow(10, logRatio * Γ)  // (53)
    }

    /// Ast or Asr: the loss over the obstacle that shields a terminal, dB (48).
    private func shieldingDB(_ θ: Double, horizonKilometres dl: Double) -> Double {
        guard θ > 0 else { return 0 }
        return 20 * Elementary.log10(1 + 0.361 * θ * (frequencyGigahertz * dl).squareRoot())
            + 0.264 * θ * cubeRootFrequency
    }

    /// Act or Acr: the gain of coupling into a duct over the sea, dB, not above zero (49).
    private func seaCouplingDB(_ dc: Double, _ dl: Double, _ hs: Double, _ ω: Double) -> Double {
        guard ω >= 0.75, dc <= dl, dc <= 5 else { return 0 }
        return -3 * Elementary.exp(-0.25 * dc * dc) * (1 + Elementary.tanh(0.07 * (50 - hs)))
    }

    /// A loss in dB that Lba does not fall below where p is not below β₀, so that A(p) is not below zero.
    ///
    /// It leaves out shielding and roughness, and takes the horizon angles as low as they can count. Only for paths that
    /// are mostly over land.
    func lowestLossDB(_ D: Double, horizonsSum: Double, thetaT: Double, thetaR: Double, ae: Double) -> Double {
        let θ = 1000 * D / ae + min(thetaT, 0) + min(thetaR, 0)
        return carrierDB + 20 * Elementary.log10(horizonsSum) + 5e-5 * ae * cubeRootFrequency * θ
    }
}
