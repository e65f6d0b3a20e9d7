/// Diffraction over a smooth spherical Earth.
///
/// Source: Recommendation ITU-R P.1812-8, §4.3.2 and §4.3.3; Recommendation ITU-R P.526-16, §3.2. Distances in km,
/// heights in m, frequency in GHz.
public enum SphericalEarth {
    /// The electrical constants of a kind of ground.
    public struct Ground: Sendable, Hashable {
        /// Relative permittivity.
        public let permittivity: Double
        /// Conductivity, S/m.
        public let conductivity: Double

        /// A kind of ground by its constants.
        public init(permittivity: Double, conductivity: Double) {
            self.permittivity = permittivity
            self.conductivity = conductivity
        }

        /// Land as the Recommendation takes it.
        public static let land = Ground(permittivity: 22, conductivity: 0.003)
        /// Sea as the Recommendation takes it.
        public static let sea = Ground(permittivity: 80, conductivity: 5)
    }

    /// The diffraction loss in dB over a smooth Earth of a given effective radius.
    ///
    /// - Parameters:
    ///   - d: Length of the path, km, above zero.
    ///   - hte: Height of the transmitting antenna above the smooth Earth, m, above zero.
    ///   - hre: Height of the receiving antenna above the smooth Earth, m, above zero.
    ///   - ap: Effective Earth radius, km.
    ///   - f: Frequency, GHz.
    ///   - omega: Share of the path over sea, 0 to 1.
    ///   - polarization: Polarization of the wave.
    public static func lossDB(
        distanceKilometres d: Double, transmitterMetres hte: Double, receiverMetres hre: Double,
        effectiveRadiusKilometres ap: Double, frequencyGigahertz f: Double, seaShare omega: Double,
        polarization: LinearPolarization
    ) -> Double {
        let rootSum = hte.squareRoot() + hre.squareRoot()
        // (22), with √0.001 drawn out of both heights.
        let dlos = (2 * ap * 0.001).squareRoot() * rootSum
        guard d < dlos else {
            return firstTermDB(
                distanceKilometres: d, transmitterMetres: hte, receiverMetres: hre, radiusKilometres: ap,
                frequencyGigahertz: f, seaShare: omega, polarization: polarization)
        }
        let (dse1, hse) = smallestClearance(
            distanceKilometres: d, transmitterMetres: hte, receiverMetres: hre, effectiveRadiusKilometres: ap)
        let λ = Bullington.wavelengthMetres(frequencyGigahertz: f)
        let hreq = 17.456 * (dse1 * (d - dse1) * λ / d).squareRoot()  // (25)
        guard hse <= hreq, hreq > 0 else { return 0 }
        let root = d / rootSum
        let aem = 500 * root * root  // (26)
        let Ldft = firstTermDB(
            distanceKilometres: d, transmitterMetres: hte, receiverMetres: hre, radiusKilometres: aem,
            frequencyGigahertz: f, seaShare: omega, polarization: polarization)
        return Ldft < 0 ? 0 : (1 - hse / hreq) * Ldft  // (27)
    }

    /// Where the ray comes nearest to the curved Earth: distance from the transmitter in km and clearance in m.
    public static func smallestClearance(
        distanceKilometres d: Double, transmitterMetres hte: Double, receiverMetres hre: Double,
        effectiveRadiusKilometres ap: Double
    ) -> (distanceKilometres: Double, clearanceMetres: Double) {
        let sum = hte + hre
        let c = (hte - hre) / sum  // (24d)
        let m = 250 * d * d / (ap * sum)  // (24e)
        let m1 = m + 1
        // At m = 1/2 and very unequal heights the cosine reaches 1, and rounding may carry it beyond.
        let cosine = min(1, max(-1, 1.5 * c * (3 * m / (m1 * m1 * m1)).squareRoot()))
        let b = 2 * (m1 / (3 * m)).squareRoot() * Elementary.cos(.pi / 3 + Elementary.acos(cosine) / 3)  // (24c)
        let dse1 = d / 2 * (1 + b)  // (24a)
        let dse2 = d - dse1  // (24b)
        let hse =
            ((hte - 500 * dse1 * dse1 / ap) * dse2 + (hre - 500 * dse2 * dse2 / ap) * dse1) / d  // (23)
        return (dse1, hse)
    }

    /// The first term of the residue series over a path of land and sea, dB; may be negative.
    ///
    ///     Ldft = ω Ldftsea + (1 − ω) Ldftland        (28)
    public static func firstTermDB(
        distanceKilometres d: Double, transmitterMetres hte: Double, receiverMetres hre: Double,
        radiusKilometres adft: Double, frequencyGigahertz f: Double, seaShare omega: Double,
        polarization: LinearPolarization
    ) -> Double {
        // A kind of ground with no share of the path would be multiplied by zero.
        var Ldft = 0.0
        if omega > 0 {
            Ldft += omega * firstTermDB(d, hte, hre, adft, f, .sea, polarization)
        }
        if omega < 1 {
            Ldft += (1 - omega) * firstTermDB(d, hte, hre, adft, f, .land, polarization)
        }
        return Ldft
    }

    /// The first term over one kind of ground, dB: equations (29) to (36).
    static func firstTermDB(
        _ d: Double, _ hte: Double, _ hre: Double, _ adft: Double, _ f: Double, _ ground: Ground,
        _ polarization: LinearPolarization
    ) -> Double {
        let ε = ground.permittivity
        let q = 18 * ground.conductivity / f
        let cbrtF = Elementary.cbrt(f)
        let cbrtA = Elementary.cbrt(adft)
        var K = 0.036 / (cbrtA * cbrtF) / ((ε - 1) * (ε - 1) + q * q).squareRoot().squareRoot()  // (29a)
        if polarization == .vertical { K *= (ε * ε + q * q).squareRoot() }  // (29b)
        let K2 = K * K
        let K4 = K2 * K2
        let β = (1 + 1.6 * K2 + 0.67 * K4) / (1 + 4.5 * K2 + 1.53 * K4)  // (30)
        let X = 21.88 * β * cbrtF / (cbrtA * cbrtA) * d  // (31)
        let unit = 0.9575 * β * cbrtF * cbrtF / cbrtA
        let Yt = unit * hte  // (32a)
        let Yr = unit * hre  // (32b)
        let FX =
            X >= 1.6
            ? 11 + 10 * Elementary.log10(X) - 17.6 * X
            : -20 * Elementary.log10(X) - 5.6488 * Elementary.pow(X, 1.425)  // (33)
        let floor = 2 + 20 * Elementary.log10(K)
        return -FX - heightGainDB(β * Yt, notBelow: floor) - heightGainDB(β * Yr, notBelow: floor)  // (36)
    }

    /// G(Y) of one antenna, dB: equations (34) and (35).
    private static func heightGainDB(_ B: Double, notBelow floor: Double) -> Double {
        let gain =
            B > 2
            ? 17.6 * (B - 1.1).squareRoot() - 5 * Elementary.log10(B - 1.1) - 8
            : 20 * Elementary.log10(B + 0.1 * B * B * B)
        return max(gain, floor)
    }
}
