/// How the attenuation varies in time, with the location and from one situation to another.
///
/// Source: NTIA ITM v1.4; Hufford, The Algorithm, §5 (5.3), (5.9) to (5.11).
struct ITMVariability {
    /// Which of the three vary together.
    enum Mode: Int {
        case singleMessage = 0
        case accidental = 1
        case mobile = 2
        case broadcast = 3
    }

    private let mode: Mode
    private let leavesOutLocation: Bool
    private let leavesOutSituation: Bool
    private let zT: Double
    private let zL: Double
    private let zS: Double
    private let curves: ITMClimateCurves
    /// Whether a percentage lies far in the tail of its distribution.
    let isExtreme: Bool

    /// - Parameters:
    ///   - code: As in NTIA's software: 0 single message, 1 accidental, 2 mobile, 3 broadcast; 10 more leaves location
    ///     variability out, 20 more situation variability.
    ///   - percentages: Percentages of time, locations and situations.
    init(code: Int, percentages: ITM.Variability, climate: ITM.Climate) {
        mode = Mode(rawValue: code % 10) ?? .broadcast
        leavesOutLocation = code / 10 % 2 == 1
        leavesOutSituation = code >= 20
        let t = Self.quantile(percentages.time / 100)
        let l = Self.quantile(percentages.location / 100)
        zS = Self.quantile(percentages.situation / 100)
        zT = mode == .singleMessage ? zS : t
        switch mode {
        case .singleMessage, .accidental: zL = zS
        case .mobile: zL = zT
        case .broadcast: zL = l
        }
        isExtreme = abs(zT) > 3.10 || abs(zL) > 3.10 || abs(zS) > 3.10
        curves = ITMClimateCurves.of(climate)
    }

    /// The inverse complementary normal distribution as the model approximates it (Abramowitz and Stegun, 26.2.23).
    private static func quantile(_ q: Double) -> Double {
        let x = q > 0.5 ? 1 - q : q
        let T = (-2 * Elementary.log(x)).squareRoot()
        let ζ =
            ((0.010328 * T + 0.802853) * T + 2.515516)
            / (((0.001308 * T + 0.189269) * T + 1.432788) * T + 1)
        return q > 0.5 ? ζ - T : T - ζ
    }

    /// The attenuation beside free space that is not exceeded, dB.
    func lossDB(_ path: ITMPath, referenceDB: Double, frequencyMegahertz f: Double) -> Double {
        let k = f / 47.7
        let d = path.length
        let de = Self.effectiveDistance(path, k)
        let σS = leavesOutSituation ? 0 : 5 + 3 * Elementary.exp(-de / 100e3)  // (5.10)
        let Δ = k * ITMPath.irregularity(path.irregularity, over: d)
        let σL = leavesOutLocation ? 0 : 10 * Δ / (Δ + 13)  // (5.9)
        let σT = timeDeviation(de, k)
        let Y = deviations(σT: σT, σL: σL, σS: σS)
        return Self.pressed(referenceDB - curves.median.value(de) - (Y.time + Y.location) - Y.situation)
    }

    /// What the percentages take off the attenuation, dB: YR of time and of locations apart, and YS (5.11).
    ///
    /// The sign of each is that of its percentage, and its size does not fall with any of the σ.
    private func deviations(σT: Double, σL: Double, σS: Double)
        -> (time: Double, location: Double, situation: Double)
    {
        let (YT, YL) = (σT * zT, σL * zL)
        let YS2 = σS * σS + YT * YT / (7.8 + zS * zS) + YL * YL / (24 + zS * zS)
        switch mode {
        case .singleMessage: return (0, 0, (σT * σT + σL * σL + YS2).squareRoot() * zS)
        case .accidental: return (YT, 0, (σL * σL + YS2).squareRoot() * zS)
        case .mobile: return ((σT * σT + σL * σL).squareRoot() * zT, 0, YS2.squareRoot() * zS)
        case .broadcast: return (YT, YL, YS2.squareRoot() * zS)
        }
    }

    /// A gain over free space is pressed together, to a tenth of what is large (52).
    private static func pressed(_ loss: Double) -> Double { loss < 0 ? loss * (29 - loss) / (29 - 10 * loss) : loss }

    /// de, m (5.3).
    private static func effectiveDistance(_ path: ITMPath, _ k: Double) -> Double {
        let he = path.effectiveHeights
        let dex =
            (2 * 9000e3 * he[0]).squareRoot() + (2 * 9000e3 * he[1]).squareRoot()
            + Elementary.pow(575.7e12 / k, 1.0 / 3)
        return path.length < dex ? 130e3 * path.length / dex : 130e3 + path.length - dex
    }

    private func timeDeviation(_ de: Double, _ k: Double) -> Double {
        let logarithm = Elementary.log(0.133 * k)
        if zT < 0 { return curves.minus.value(de) * curves.minusGain.value(logarithm) }
        let plus = curves.plus.value(de) * curves.plusGain.value(logarithm)
        guard zT > curves.tailStart else { return plus }
        let tail = curves.tailShare * plus
        return tail + (plus - tail) * curves.tailStart / zT
    }

    /// An attenuation that `lossDB` does not fall below, whatever the path, dB.
    ///
    /// The reference is not below zero, σL is below 10 dB, σS at most 8 dB, and the curves of the climate have largest
    /// values. Each part is taken where it is largest, parts that add to the loss as zero; what presses a gain together
    /// rises with its argument.
    var lowestDB: Double {
        let σT =
            zT < 0
            ? curves.minus.largest * curves.minusGain.largest
            : curves.plus.largest * curves.plusGain.largest * max(1, curves.tailShare)
        let Y = deviations(σT: σT, σL: leavesOutLocation ? 0 : 10, σS: leavesOutSituation ? 0 : 8)
        return Self.pressed(-(curves.median.largest + max(0, Y.time) + max(0, Y.location) + max(0, Y.situation)))
    }

    /// Percentages other than a half that this code does not read, in words.
    func unread(_ percentages: ITM.Variability) -> [(words: String, percent: Double)] {
        var lines: [(words: String, percent: Double)] = []
        if percentages.time != 50, mode == .singleMessage {
            lines.append(("caveat: this variability code does not read the percentage of time", percentages.time))
        }
        if percentages.location != 50, leavesOutLocation || mode != .broadcast {
            lines.append(
                ("caveat: this variability code does not read the percentage of locations", percentages.location))
        }
        return lines
    }
}
