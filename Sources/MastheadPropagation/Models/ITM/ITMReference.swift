/// The reference attenuation of a path: its median beside free space, before any variability.
///
/// Source: NTIA ITM v1.4; Hufford, The Algorithm, §4; ERL 79-ITS 67, eqs. (3.16). In sight the attenuation follows two rays
/// and joins a line through two distances beyond the horizons; that line of diffraction gives way to a line of scatter
/// where they cross.
struct ITMReference {
    /// How the wave arrives; the raw values are those of NTIA's software.
    enum Mode: Int, Sendable {
        case notSet = 0
        case lineOfSight = 1
        case diffraction = 2
        case troposcatter = 3
    }

    /// Attenuation beside free space, dB, not below zero.
    private(set) var lossDB = 0.0
    /// How the wave arrives.
    private(set) var mode = Mode.notSet

    private let path: ITMPath
    private let frequencyMegahertz: Double
    private let impedance: Complex
    /// Slope of the line of diffraction, dB/m.
    private let slope: Double
    /// The line of diffraction at the transmitter, dB.
    private let intercept: Double
    private let smoothSum: Double

    init(_ path: ITMPath, frequencyMegahertz f: Double, impedance: Complex, surfaceRefractivity Ns: Double) {
        self.path = path
        frequencyMegahertz = f
        self.impedance = impedance
        let sum = path.horizonDistances.sum()
        let sight = -max(path.horizonAngles.sum(), -sum / path.ae)
        smoothSum = path.smoothHorizons.sum()
        let diffraction = ITMDiffraction(
            path: path, frequencyMegahertz: f, impedance: impedance, sightAngle: sight, smoothHorizonsSum: smoothSum)
        let unit = Elementary.pow(path.ae * path.ae / f, 1.0 / 3)
        let d3 = max(smoothSum, sum + 5 * unit)
        let d4 = d3 + 10 * unit
        let A3 = diffraction.lossDB(d3)
        let A4 = diffraction.lossDB(d4)
        slope = (A4 - A3) / (d4 - d3)
        intercept = A3 - slope * d3
        if path.length < smoothSum {
            lossDB = inSight(sum)
            mode = .lineOfSight
        } else {
            let scatter = ITMTroposcatter(
                path: path, frequencyMegahertz: f, surfaceRefractivity: Ns, sightAngle: sight)
            (lossDB, mode) = beyondHorizon(scatter, sum, unit)
        }
        // Not a number where K exceeds 1.607, over very conductive ground at the lowest frequencies: Vogler's distance then
        // has no logarithm. The software takes such a path as one without attenuation, and so does this.
        lossDB = lossDB > 0 ? lossDB : 0
    }

    /// The line of diffraction, or the line of scatter beyond the place where they cross.
    private func beyondHorizon(_ scatter: ITMTroposcatter, _ sum: Double, _ unit: Double) -> (Double, Mode) {
        let d = path.length
        let (d5, d6) = (sum + 200e3, sum + 400e3)
        if let (A6, A5) = scatter.lossesDB(farther: d6, nearer: d5), A5 < 1000 {
            let scatterSlope = (A6 - A5) / 200e3
            let crossing = max(
                max(smoothSum, sum + 1.088 * unit * Elementary.log(frequencyMegahertz)),
                (A5 - intercept - scatterSlope * d5) / (slope - scatterSlope))
            // Without a line of diffraction there is nothing to cross.
            if !slope.isNaN, d > crossing {
                return (scatterSlope * d + (slope - scatterSlope) * crossing + intercept, .troposcatter)
            }
        }
        return (slope * d + intercept, .diffraction)
    }

    /// A curve k₁ d + k₂ ln d through the two rays at two distances and diffraction at the smooth horizon.
    private func inSight(_ sum: Double) -> Double {
        let dS = smoothSum
        let AS = dS * slope + intercept
        var d0 = 0.04 * frequencyMegahertz * path.effectiveHeights[0] * path.effectiveHeights[1]
        let d1: Double
        if intercept >= 0 {
            d0 = min(d0, 0.5 * sum)  // ERL (3.16a)
            d1 = d0 + 0.25 * (sum - d0)  // ERL (3.16d)
        } else {
            d1 = max(-intercept / slope, 0.25 * sum)
        }
        let A1 = twoRaysDB(d1)
        var k1 = 0.0
        var k2 = 0.0
        var isCurved = false
        if d0 < d1 {
            let A0 = twoRaysDB(d0)
            let q = Elementary.log(dS / d0)
            k2 = max(
                0,
                ((dS - d0) * (A1 - A0) - (d1 - d0) * (AS - A0))
                    / ((dS - d0) * Elementary.log(d1 / d0) - (d1 - d0) * q))
            isCurved = intercept > 0 || k2 > 0
            if isCurved {
                k1 = (AS - A0 - k2 * q) / (dS - d0)
                if k1 < 0 {
                    k1 = 0
                    k2 = max(AS - A0, 0) / q
                    if k2 == 0 { k1 = slope }
                }
            }
        }
        if !isCurved {
            k1 = max(AS - A1, 0) / (dS - d1)
            k2 = 0
            if k1 == 0 { k1 = slope }
        }
        let d = path.length
        return AS - k1 * dS - k2 * Elementary.log(dS) + k1 * d + k2 * Elementary.log(d)
    }

    /// Two rays weighted with the line of diffraction, dB (4.46) to (4.50).
    private func twoRaysDB(_ d: Double) -> Double {
        let he = path.effectiveHeights
        let rough = ITMPath.roughness(ITMPath.irregularity(path.irregularity, over: d))
        let k = frequencyMegahertz / 47.7
        let rise = he.sum()
        let sine = rise / (d * d + rise * rise).squareRoot()  // (4.46)
        let up = Complex(real: sine - impedance.real, imaginary: -impedance.imaginary)
        let down = Complex(real: sine + impedance.real, imaginary: impedance.imaginary)
        var reflected = up / down * Elementary.exp(-min(10, k * rough * sine))  // (4.47)
        let q = reflected.squaredMagnitude
        if q < 0.25 || q < sine { reflected = reflected * (sine / q).squareRoot() }  // (4.48)
        var phase = k * 2 * he[0] * he[1] / d  // (4.49)
        if phase > .pi / 2 { phase = .pi - (.pi / 2) * (.pi / 2) / phase }  // (4.50)
        let both = Complex(real: Elementary.cos(phase), imaginary: -Elementary.sin(phase)) + reflected
        let rays = -10 * Elementary.log10(both.squaredMagnitude)
        let w = 1 / (1 + frequencyMegahertz * path.irregularity / max(10e3, smoothSum))
        return w * rays + (1 - w) * (slope * d + intercept)
    }
}
