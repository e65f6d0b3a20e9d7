public import MastheadCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The reference radiation pattern of sectoral antennas for sharing studies, 400 MHz to 6 GHz, as Report ITU-R M.2292
/// asks for it.
///
///     x_h = |φ|/φ₃,  x_v = |θ|/θ₃
///     G_hr(x_h) = −12 x_h²                     x_h ≤ 0.5
///               = −12 x_h^(2−k_h) − λ_kh       beyond;  not below G₁₈₀            λ_kh = 3 (1 − 0.5^−k_h)
///     G_vr(x_v) = −12 x_v²                                   x_v < x_k
///               = G_s + 10 log₁₀( x_v^−1.5 + k_v )           x_k ≤ x_v < 4
///               = −λ_kv − C log₁₀ x_v                        4 ≤ x_v < 90°/θ₃
///               = G₁₈₀                                       x_v = 90°/θ₃
///     R = (G_hr(x_h) − G_hr(180°/φ₃)) / (G_hr(0) − G_hr(180°/φ₃))
///     G = G₀ + G_hr(x_h) + R G_vr(x_v)
///
/// with G_s = −12 dB for peak and −15 dB for average side lobes. The attenuation inclination factor C follows from G_vr
/// being continuous at 90°; it contains k_v for both kinds of side lobes.
///
/// Source: Recommendation ITU-R F.1336-5, recommends 3.1.1 (peak) and 3.1.2 (average side lobes).
public struct SectorReferencePattern: AntennaPattern, Hashable {
    /// Which side lobes the pattern envelops.
    public enum Sidelobes: Sendable, Hashable {
        /// No side lobe exceeds the pattern: for one interferer.
        case peak
        /// The side lobes' average: for sums over many antennas, and for coverage.
        case average
    }

    /// How C is read for peak side lobes.
    public enum Reading: Sendable, Hashable {
        /// As the Recommendation has it: C contains k_v, and the vertical cut ends at G₁₈₀.
        case recommendation
        /// As version 2.1.0 of the package pycraf computes peak side lobes: C = 10 log₁₀( (180°/θ₃)^1.5 · 4^−1.5 /
        /// (1 + 8 k) ) / log₁₀(22.5°/θ₃), without k_v, while λ_kv contains it. The cut is the same up to four vertical
        /// beamwidths and steps at 90°. For comparison with that program only; average side lobes have no other reading.
        case pycraf
    }

    /// G₀, dBi.
    public let peakGainDBi: Double
    private let horizontalBeamwidth: Double
    private let verticalBeamwidth: Double
    private let sidelobeLevel: Double
    private let xk: Double
    private let kh: Double
    private let kv: Double
    private let lambdaH: Double
    private let lambdaV: Double
    private let inclination: Double
    private let g180: Double
    private let backHorizontal: Double

    /// A pattern by gain and beamwidths; the parameters k are those of Report ITU-R M.2292.
    ///
    /// - Parameters:
    ///   - sidelobeFactor: k_p or k_a: how far the pattern sinks.
    ///   - azimuthFactor: k_h: leaked power in azimuth, 0 to 1.
    ///   - elevationFactor: k_v: leaked power in elevation, 0 to 1.
    ///   - reading: What the inclination of peak side lobes contains.
    public init(
        peakGain: Decibels, horizontalBeamwidth: Angle, verticalBeamwidth: Angle, sidelobes: Sidelobes,
        sidelobeFactor: Double = 0.7, azimuthFactor: Double = 0.7, elevationFactor: Double = 0.3,
        reading: Reading = .recommendation
    ) {
        peakGainDBi = peakGain.value
        self.horizontalBeamwidth = horizontalBeamwidth.degrees
        self.verticalBeamwidth = verticalBeamwidth.degrees
        kh = azimuthFactor
        kv = elevationFactor
        sidelobeLevel = sidelobes == .peak ? -12 : -15
        xk = (sidelobes == .peak ? 1 - 0.36 * kv : 1.33 - 0.33 * kv).squareRoot()
        let spread = 1 + 8 * sidelobeFactor
        let theta3 = verticalBeamwidth.degrees
        g180 = sidelobeLevel + 10 * log10(spread) - 15 * log10(180 / theta3)
        lambdaH = 3 * (1 - pow(0.5, -kh))
        // The fourth branch begins at x_v = 4, which is beyond the zenith for beams wider than 22.5°.
        let atFour = pow(4, -1.5) + kv
        let inC = reading == .pycraf && sidelobes == .peak ? pow(4, -1.5) : atFour
        inclination =
            theta3 < 22.5 ? 10 * log10(pow(180 / theta3, 1.5) * inC / spread) / log10(22.5 / theta3) : 0
        lambdaV = -sidelobeLevel - inclination * log10(4) - 10 * log10(atFour)
        backHorizontal = Self.horizontal(180 / horizontalBeamwidth.degrees, kh: kh, lambda: lambdaH, floor: g180)
    }

    /// The name in the catalogue.
    public var id: String { Self.entry.id }
    /// An azimuth must be stated.
    public var isDirectional: Bool { true }
    /// The Recommendation.
    public var citation: Citation {
        Citation(
            "Recommendation ITU-R F.1336-5", sidelobeLevel == -12 ? "recommends 3.1.1" : "recommends 3.1.2")
    }

    /// Gain in a direction, dBi.
    public func gainDBi(azimuthRadians: Double, elevationRadians: Double) -> Double {
        let xh = abs(azimuthRadians) * (180 / .pi) / horizontalBeamwidth
        let horizontal = Self.horizontal(xh, kh: kh, lambda: lambdaH, floor: g180)
        // An antenna whose back is no weaker than its front has no direction in azimuth: all of G_vr counts.
        let compression = backHorizontal < 0 ? (horizontal - backHorizontal) / -backHorizontal : 1
        return peakGainDBi + horizontal + compression * vertical(abs(elevationRadians) * (180 / .pi))
    }

    /// The elevation after an electrical tilt, by which zenith and nadir stay where they are.
    ///
    ///     θ_e = 90° (θ + β)/(90° + β)   θ + β ≥ 0;   90° (θ + β)/(90° − β)   below
    public func elevationRadians(_ elevationRadians: Double, tiltedBy tiltRadians: Double) -> Double {
        let sum = elevationRadians + tiltRadians
        return .pi / 2 * sum / (.pi / 2 + (sum >= 0 ? tiltRadians : -tiltRadians))
    }

    private static func horizontal(_ x: Double, kh: Double, lambda: Double, floor: Double) -> Double {
        max(floor, x <= 0.5 ? -12 * x * x : -12 * pow(x, 2 - kh) - lambda)
    }

    private func vertical(_ degrees: Double) -> Double {
        let x = degrees / verticalBeamwidth
        if x < xk { return -12 * x * x }
        if degrees >= 90 { return g180 }
        return x < 4 ? sidelobeLevel + 10 * log10(pow(x, -1.5) + kv) : -lambdaV - inclination * log10(x)
    }

    /// The catalogue's entry: average side lobes, as for coverage.
    public static let entry = AntennaEntry(
        id: "f1336-sector", summary: "Sector antenna of sharing studies, average side lobes, 400 MHz to 6 GHz.",
        citation: Citation("Recommendation ITU-R F.1336-5", "recommends 3.1.2")
    ) { (parameters) throws(MastheadError) in
        SectorReferencePattern(
            peakGain: parameters.gain, horizontalBeamwidth: parameters.horizontalBeamwidth,
            verticalBeamwidth: parameters.verticalBeamwidth, sidelobes: .average)
    }
}
