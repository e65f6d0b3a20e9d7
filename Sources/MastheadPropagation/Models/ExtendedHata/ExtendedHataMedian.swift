/// The median basic transmission loss of the Extended Hata model over flat ground, prepared for one carrier.
///
/// Source: NTIA Technical Report TR-15-517 (Drocella et al., 2015), Appendix A. The points through which the parabolas
/// pass are readings of the curves of Okumura et al. (1968) that the appendix lists; the letters are the appendix's.
public struct ExtendedHataMedian: Sendable {
    /// The median loss of one path, with what it depends on.
    struct Result: Sendable {
        /// d_bp: beyond it the loss grows with the long-distance exponent, km.
        var breakpointKilometres = 0.0
        /// The loss in an urban area, dB.
        var urbanDB = 0.0
    }

    /// A(f) at 1 km: median attenuation beside free space in an urban area (A-4a) to (A-4c), dB.
    let nearAttenuationDB: Double
    /// A(f) at 100 km, dB.
    let farAttenuationDB: Double
    /// What a suburban area has less than an urban one, dB.
    let suburbanDB: Double
    /// What open, rural land has less than an urban area, dB.
    let ruralDB: Double
    /// 20 log₁₀(2k) with the wavenumber k in radians per metre, dB.
    private let wavenumberDB: Double
    /// The loss at 1 km before the heights count, dB.
    private let interceptDB: Double

    /// The reference heights of Okumura's curves, m.
    private static let (referenceBase, referenceMobile) = (200.0, 3.0)
    private static let referenceBaseGainDB = baseHeightDB(Elementary.log10(referenceBase))
    private static let referenceMobileGainDB = mobileHeightDB(referenceMobile)

    private static let nearAttenuation = LogQuadratic(
        through: (1500, 22), (2000, 23.5), (3000, 25.85))  // (A-4a), (A-4b), (A-4c)
    private static let suburbanFactor = LogQuadratic(through: (1500, 11.5), (2000, 12.4), (3000, 14))
    /// Through 63.5, 65.75 and 69.5 dB at the same frequencies, with the digits that are printed.
    private static let farAttenuation = LogQuadratic(constant: 120.78129, slope: -52.714929, curvature: 10.919011)
    private static let ruralFactor = LogQuadratic(constant: 40.94, slope: -18.33, curvature: 4.78)
    /// n/2 beyond the breakpoint, by the base station's effective height in metres: Okumura's Figure 12.
    private static let farExponent = LogQuadratic(through: (24.5, 2.5), (70, 3), (200, 3.22))

    /// The model at one frequency; it checks nothing.
    ///
    /// - Parameter f: Frequency, MHz, above zero; the curves were read from 1500 to 3000 MHz.
    public init(frequencyMegahertz f: Double) {
        let logF = Elementary.log10(f)
        nearAttenuationDB = Self.nearAttenuation.value(atLog10: logF)
        farAttenuationDB = Self.farAttenuation.value(atLog10: logF)
        suburbanDB = Self.suburbanFactor.value(atLog10: logF)
        ruralDB = Self.ruralFactor.value(atLog10: logF)
        // The speed of light that belongs to ε₀ = 8.854 pF/m: 1e-5 more than the defined one, which is 1e-4 dB.
        let c = 1 / (8.854e-12 * 4e-7 * Double.pi).squareRoot()
        wavenumberDB = 20 * Elementary.log10(4e6 * Double.pi * f / c)
        let rise = Self.referenceBase - Self.referenceMobile
        let referenceSlantDB = 10 * Elementary.log10(1e6 + rise * rise)
        interceptDB =
            nearAttenuationDB + Self.referenceBaseGainDB + Self.referenceMobileGainDB + wavenumberDB
            + referenceSlantDB
    }

    /// The median basic transmission loss, dB.
    ///
    /// - Parameters:
    ///   - d: Length of the path, km, above zero.
    ///   - hb: Effective height of the base station, m, above zero.
    ///   - hm: Effective height of the mobile, m, above zero.
    ///   - environment: What surrounds the mobile.
    public func lossDB(
        distanceKilometres d: Double, baseMetres hb: Double, mobileMetres hm: Double,
        environment: ExtendedHata.Environment
    ) -> Double {
        result(distanceKilometres: d, baseMetres: hb, mobileMetres: hm).urbanDB - lessThanUrbanDB(environment)
    }

    /// What the surroundings take off the loss of an urban area, dB.
    func lessThanUrbanDB(_ environment: ExtendedHata.Environment) -> Double {
        switch environment {
        case .urban: 0
        case .suburban: suburbanDB
        case .rural: ruralDB
        }
    }

    /// The loss in an urban area, on either side of the breakpoint.
    ///
    ///     L = L₁ − 13.82 log hb − a(hm) + (44.9 − 6.55 log hb) log d                                   d ≤ d_bp
    ///     L = A₁₀₀ + G_ref − 13.82 log hb − a(hm) + 10 nh (log d − 2) + 20 log(2 k r)                  beyond
    ///     log d_bp = (2 nh + (A₁ − A₁₀₀)/10) / (nh − nl)
    func result(distanceKilometres d: Double, baseMetres hb: Double, mobileMetres hm: Double) -> Result {
        let (logD, logB) = (Elementary.log10(d), Elementary.log10(hb))
        let heightsDB = -Self.baseHeightDB(logB) - Self.mobileHeightDB(hm)
        let perDecade = 44.9 - 6.55 * logB
        let nh = 2 * (Self.farExponent.value(atLog10: logB) - 1)
        let nl = 0.1 * perDecade - 2
        let logBreakpoint = (2 * nh + 0.1 * (nearAttenuationDB - farAttenuationDB)) / (nh - nl)
        let breakpoint = Elementary.pow(10, logBreakpoint)
        if d <= breakpoint {
            return Result(breakpointKilometres: breakpoint, urbanDB: interceptDB + heightsDB + perDecade * logD)
        }
        let slantDB = 10 * Elementary.log10(1e6 * d * d + (hb - hm) * (hb - hm))
        let referenceDB = Self.referenceBaseGainDB + Self.referenceMobileGainDB
        return Result(
            breakpointKilometres: breakpoint,
            urbanDB: farAttenuationDB + referenceDB + heightsDB + 10 * nh * (logD - 2) + wavenumberDB + slantDB)
    }

    /// 13.82 log₁₀ hb, dB.
    private static func baseHeightDB(_ logB: Double) -> Double { 13.82 * logB }

    /// a(hm) of Hata's equation (16) for large cities, dB.
    private static func mobileHeightDB(_ hm: Double) -> Double {
        let logM = Elementary.log10(11.75 * hm)
        return 3.2 * logM * logM - 4.97
    }
}
