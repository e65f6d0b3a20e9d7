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
        return lossDB(
            over: ProfileSurface<ClutterBetweenEnds>(
                profile: profile, transmitterMetres: hts, receiverMetres: hrs), curvature: 500 / ap, λ)
    }

    /// The loss in dB over a smooth Earth that has the profile's points: all heights zero.
    ///
    /// - Parameters:
    ///   - profile: At least three points; only the distances are read.
    ///   - h1: Height of the transmitting antenna above the smooth Earth, m, above zero.
    ///   - h2: Height of the receiving antenna above the smooth Earth, m, above zero.
    ///   - ap: Effective Earth radius, km.
    ///   - λ: Wavelength, m.
    /// - Complexity: The logarithm of the number of points; see `SmoothPath`.
    public static func smoothLossDB(
        over profile: PathProfile, transmitterMetres h1: Double, receiverMetres h2: Double,
        effectiveRadiusKilometres ap: Double, wavelengthMetres λ: Double
    ) -> Double {
        precondition(profile.count >= 3, "a profile needs a point between its ends")
        return smoothLossDB(over: profile.distanceKilometres, profile.lengthKilometres, h1, h2, curvature: 500 / ap, λ)
    }

    /// The loss over a smooth Earth seen at the given places.
    static func smoothLossDB(
        over d: some SampleDistances, _ D: Double, _ h1: Double, _ h2: Double, curvature: Double, _ λ: Double
    ) -> Double {
        let path = SmoothPath(transmitter: h1, receiver: h2, length: D, curvature: curvature)
        let Stim = path.steepestFromTransmitter(d)
        if Stim < (h2 - h1) / D {
            return lossDB(nu: path.largestParameter(d, wavelengthMetres: λ), D)
        }
        return lossDB(nu: obstacleParameter(Stim, path.steepestFromReceiver(d), h1, h2, D, λ), D)
    }

    /// The loss of the actual surface.
    static func lossDB<Search: SurfaceSearch>(over search: Search, curvature: Double, _ λ: Double) -> Double {
        let D = search.lengthKilometres
        let (hts, hrs) = (search.transmitterMetres, search.receiverMetres)
        let slopes = search.slopes(curvature: curvature)
        let Str = (hrs - hts) / D  // (14)
        if slopes.fromTransmitter < Str {
            let q = search.largestClearanceTerm(curvature: curvature)
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
