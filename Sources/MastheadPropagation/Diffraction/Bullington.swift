/// The Bullington construction: one edge that stands for the whole profile.
///
/// Source: Recommendation ITU-R P.1812-8, §4.3.1; Recommendation ITU-R P.526-16, §4.5.1. Distances in km, heights in m.
public enum Bullington {
    /// The wavelength in m as the diffraction equations take it.
    ///
    /// The P-series software rounds the speed of light to 2.998 · 10⁸ m/s here; the exact value would move losses by
    /// 10⁻⁴ dB.
    public static func wavelengthMetres(frequencyGigahertz f: Double) -> Double { 0.2998 / f }

    /// The loss in dB over the surface (ground and clutter) of a profile.
    ///
    /// - Parameters:
    ///   - profile: At least three points; clutter at the two ends is left out.
    ///   - hts: Altitude of the transmitting antenna, m.
    ///   - hrs: Altitude of the receiving antenna, m.
    ///   - ap: Effective Earth radius, km.
    ///   - λ: Wavelength, m.
    public static func lossDB(
        over profile: PathProfile, transmitterMetres hts: Double, receiverMetres hrs: Double,
        effectiveRadiusKilometres ap: Double, wavelengthMetres λ: Double
    ) -> Double {
        precondition(profile.count >= 3, "a profile needs a point between its ends")
        let slopes = SurfaceScan.slopes(over: profile, hts, hrs, curvature: 500 / ap, clutter: ClutterBetweenEnds.self)
        return lossDB(
            over: profile, slopes: slopes, hts, hrs, curvature: 500 / ap, λ, clutter: ClutterBetweenEnds.self)
    }

    /// The loss in dB over a smooth Earth that has the profile's points: all heights zero.
    ///
    /// - Parameters:
    ///   - profile: At least three points; only the distances are read.
    ///   - h1: Height of the transmitting antenna above the smooth Earth, m, above zero.
    ///   - h2: Height of the receiving antenna above the smooth Earth, m, above zero.
    ///   - ap: Effective Earth radius, km.
    ///   - λ: Wavelength, m.
    /// - Complexity: The logarithm of the number of points; see ``SmoothPath``.
    public static func smoothLossDB(
        over profile: PathProfile, transmitterMetres h1: Double, receiverMetres h2: Double,
        effectiveRadiusKilometres ap: Double, wavelengthMetres λ: Double
    ) -> Double {
        precondition(profile.count >= 3, "a profile needs a point between its ends")
        let path = SmoothPath(transmitter: h1, receiver: h2, length: profile.lengthKilometres, curvature: 500 / ap)
        let d = profile.distanceKilometres.span
        let D = profile.lengthKilometres
        let Stim = path.steepestFromTransmitter(d)
        if Stim < (h2 - h1) / D {
            return lossDB(nu: path.largestParameter(d, wavelengthMetres: λ), D)
        }
        return lossDB(nu: obstacleParameter(Stim, path.steepestFromReceiver(d), h1, h2, D, λ), D)
    }

    /// The loss of the actual profile, once the slopes of (13) and (17) are known.
    static func lossDB<Rule: ClutterRule>(
        over profile: PathProfile, slopes: SurfaceSlopes, _ hts: Double, _ hrs: Double, curvature: Double, _ λ: Double,
        clutter: Rule.Type
    ) -> Double {
        let D = profile.lengthKilometres
        let Str = (hrs - hts) / D  // (14)
        if slopes.fromTransmitter < Str {
            let q = SurfaceScan.largestClearanceTerm(
                over: profile, hts, hrs, curvature: curvature, clutter: clutter)
            return lossDB(nu: parameter(clearanceTerm: q, D, λ), D)
        }
        return lossDB(nu: obstacleParameter(slopes.fromTransmitter, slopes.fromReceiver, hts, hrs, D, λ), D)
    }

    /// ν of the edge at the crossing of the two steepest lines.
    ///
    ///     dbp = (hrs − hts + Srim d) / (Stim + Srim)                                            (18)
    ///     νb  = (hts + Stim dbp − (hts (d − dbp) + hrs dbp)/d) √( 0.002 d / (λ dbp (d − dbp)) )  (19)
    @inline(__always)
    static func obstacleParameter(
        _ Stim: Double, _ Srim: Double, _ hts: Double, _ hrs: Double, _ D: Double, _ λ: Double
    ) -> Double {
        let dbp = (hrs - hts + Srim * D) / (Stim + Srim)
        // A path that grazes: the two lines are one, so that they cross anywhere, and no edge rises above it.
        guard dbp > 0, dbp < D else { return 0 }
        let height = hts + Stim * dbp - (hts * (D - dbp) + hrs * dbp) / D
        return height * (0.002 * D / (λ * dbp * (D - dbp))).squareRoot()
    }

    /// ν from the term v |v| / (di (d − di)) whose largest value is that of the largest ν, v the height over the line.
    ///
    ///     ν = v √( 0.002 d / (λ di (d − di)) )        (15)
    @inline(__always)
    static func parameter(clearanceTerm q: Double, _ D: Double, _ λ: Double) -> Double {
        let magnitude = (abs(q) * 0.002 * D / λ).squareRoot()
        return q < 0 ? -magnitude : magnitude
    }

    /// The loss of the path from the largest ν.
    ///
    ///     Lbull = Luc + (1 − exp(−Luc/6)) (10 + 0.02 d)        (21)
    @inline(__always)
    static func lossDB(nu: Double, _ D: Double) -> Double {
        let Luc = KnifeEdge.lossDB(nu: nu)  // (16), (20)
        guard Luc > 0 else { return 0 }
        return Luc + (1 - Elementary.exp(-Luc / 6)) * (10 + 0.02 * D)
    }
}
