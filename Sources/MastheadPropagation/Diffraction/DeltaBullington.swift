/// The complete diffraction model: Bullington over the actual profile, corrected by what a smooth Earth would add.
///
/// Source: Recommendation ITU-R P.1812-8, §4.3.4; Recommendation ITU-R P.526-16, §4.5.2.
public struct DeltaBullington: Sendable, Hashable {
    /// Lbulla: Bullington loss over the actual profile, dB.
    public var actualDB: Double
    /// Lbulls: Bullington loss over the smooth profile, dB.
    public var smoothDB: Double
    /// Ldsph: loss over the spherical Earth, dB.
    public var sphericalEarthDB: Double

    /// The diffraction loss of the path, dB.
    ///
    ///     Ld = Lbulla + max(Ldsph − Lbulls, 0)        (39)
    public var lossDB: Double { actualDB + max(sphericalEarthDB - smoothDB, 0) }

    /// No diffraction.
    init() {
        actualDB = 0
        smoothDB = 0
        sphericalEarthDB = 0
    }

    /// The three losses of a path.
    ///
    /// - Parameters:
    ///   - profile: At least three points.
    ///   - hts: Altitude of the transmitting antenna, m.
    ///   - hrs: Altitude of the receiving antenna, m.
    ///   - hstd: Altitude of the smooth surface at the transmitter, m, below `hts`.
    ///   - hsrd: Altitude of the smooth surface at the receiver, m, below `hrs`.
    ///   - ap: Effective Earth radius, km.
    ///   - f: Frequency, GHz.
    ///   - omega: Share of the path over sea, 0 to 1.
    ///   - polarization: Polarization of the wave.
    public init(
        over profile: PathProfile, transmitterMetres hts: Double, receiverMetres hrs: Double,
        smoothTransmitterMetres hstd: Double, smoothReceiverMetres hsrd: Double,
        effectiveRadiusKilometres ap: Double, frequencyGigahertz f: Double, seaShare omega: Double,
        polarization: LinearPolarization
    ) {
        self.init(
            over: ProfileSurface<ClutterBetweenEnds>(
                profile: profile, transmitterMetres: hts, receiverMetres: hrs), hstd, hsrd, ap, f, omega,
            polarization, onlyWhatMatters: false)
    }

    /// The three losses of a path, however its surface is searched.
    ///
    /// `onlyWhatMatters` leaves Lbulls at zero where Ldsph does not exceed zero: Lbulls does not fall below zero, so
    /// that the loss is the same.
    init<Search: SurfaceSearch>(
        over search: Search, _ hstd: Double, _ hsrd: Double, _ ap: Double, _ f: Double, _ omega: Double,
        _ polarization: LinearPolarization, onlyWhatMatters: Bool
    ) {
        let λ = Bullington.wavelengthMetres(frequencyGigahertz: f)
        let curvature = 500 / ap
        let D = search.lengthKilometres
        actualDB = Bullington.lossDB(over: search, curvature: curvature, λ)
        let h1 = search.transmitterMetres - hstd  // (37a), (38a)
        let h2 = search.receiverMetres - hsrd  // (37b), (38b)
        sphericalEarthDB = SphericalEarth.lossDB(
            distanceKilometres: D, transmitterMetres: h1, receiverMetres: h2,
            effectiveRadiusKilometres: ap, frequencyGigahertz: f, seaShare: omega, polarization: polarization)
        guard sphericalEarthDB > 0 || !onlyWhatMatters else {
            smoothDB = 0
            return
        }
        smoothDB = Bullington.smoothLossDB(over: search.distances, D, h1, h2, curvature: curvature, λ)
    }
}
