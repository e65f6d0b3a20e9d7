/// The diffraction model of P.1812 and P.452 for one carrier and polarization, for sixteen receivers.
///
/// Source: Recommendation ITU-R P.1812-8, §4.3; the reference form is `DeltaBullington`.
struct CarrierDiffraction: Sendable {
    /// 1/√λ, which turns ν √λ into ν.
    private let perRootWavelength: Float
    private let rootWavelength: Float
    private let land: ResidueSeries
    private let sea: ResidueSeries

    init(frequencyGigahertz f: Double, polarization: LinearPolarization) {
        let λ = Bullington.wavelengthMetres(frequencyGigahertz: f)
        rootWavelength = Float(λ.squareRoot())
        perRootWavelength = Float(1 / λ.squareRoot())
        land = ResidueSeries(frequencyGigahertz: f, .land, polarization)
        sea = ResidueSeries(frequencyGigahertz: f, .sea, polarization)
    }

    /// Ld of (39), dB.
    func lossDB(_ path: PathGeometry, _ geometry: DiffractionGeometry) -> Wide {
        let actual = bullingtonDB(geometry.actualNu, path.D)
        let required: Wide = geometry.requiredClearance * Wide(rootWavelength)
        let isLow: WideMask = (geometry.clearance .<= required) .& (required .> 0)
        let matters: WideMask = geometry.isBeyondHorizon .| isLow
        guard any(matters) else { return actual }
        var first = land.lossDB(path, geometry)
        if path.hasSea {
            // (28)
            first = path.seaShare * sea.lossDB(path, geometry) + (Wide(1) - path.seaShare) * first
        }
        let share: Wide = (Wide(1) - geometry.clearance / required).where(isLow, else: Wide(0))
        let near: Wide = share * first.raised(to: 0)  // (27)
        let spherical: Wide = first.where(geometry.isBeyondHorizon, else: near)
        guard any(spherical .> 0) else { return actual }
        let smooth = bullingtonDB(geometry.smoothNu, path.D)
        return actual + (spherical - smooth).raised(to: 0)
    }

    /// Lbull of (21) from ν √λ, dB.
    @inline(__always)
    private func bullingtonDB(_ nu: Wide, _ D: Wide) -> Wide {
        let v: Wide = nu * Wide(perRootWavelength) - Wide(0.1)
        let isObstructed: WideMask = v .> Wide(-0.88)
        // Far below the line the sum would cancel to zero, whose logarithm is not finite; those lanes count nothing.
        let held: Wide = v.raised(to: -0.88)
        let Luc: Wide =
            WideFunctions.log10(WideFunctions.squareRoot(held * held + Wide(1)) + held) * Wide(20) + Wide(6.9)  // (12)
        let decay: Wide = Wide(1) - WideFunctions.exp(Luc * Wide(-1.0 / 6))
        let loss: Wide = Luc + decay * (D * Wide(0.02) + Wide(10))
        return loss.where(isObstructed .& (Luc .> 0), else: Wide(0))
    }
}

/// The first term of the residue series over one kind of ground (29) to (36), for sixteen receivers.
struct ResidueSeries: Sendable {
    /// K ∛a, log₁₀ of it, X β⁻¹ a^⅔ d⁻¹ and Y β⁻¹ ∛a h⁻¹.
    private let k: Float
    private let logK: Float
    private let x: Float
    private let y: Float

    init(frequencyGigahertz f: Double, _ ground: SphericalEarth.Ground, _ polarization: LinearPolarization) {
        let ε = ground.permittivity
        let q = 18 * ground.conductivity / f
        let cbrtF = Elementary.cbrt(f)
        var K = 0.036 / cbrtF / ((ε - 1) * (ε - 1) + q * q).squareRoot().squareRoot()  // (29a)
        if polarization == .vertical { K *= (ε * ε + q * q).squareRoot() }  // (29b)
        k = Float(K)
        logK = Float(Elementary.log10(K))
        x = Float(21.88 * cbrtF)
        y = Float(0.9575 * cbrtF * cbrtF)
    }

    /// Ldft, dB; may be negative.
    func lossDB(_ path: PathGeometry, _ geometry: DiffractionGeometry) -> Wide {
        let perCbrt: Wide = WideFunctions.exp2(geometry.log2Radius * Wide(-1.0 / 3))
        let K: Wide = perCbrt * Wide(k)
        let K2: Wide = K * K
        let K4: Wide = K2 * K2
        let upper: Wide = K2 * Wide(1.6) + K4 * Wide(0.67) + Wide(1)
        let lower: Wide = K2 * Wide(4.5) + K4 * Wide(1.53) + Wide(1)
        let β: Wide = upper / lower  // (30)
        let X: Wide = β * perCbrt * perCbrt * path.D * Wide(x)  // (31)
        let unit: Wide = β * β * perCbrt * Wide(y)  // (32), once more times β for (35)
        let log2X: Wide = WideFunctions.log2(X)
        let far: Wide = Wide(11) + log2X * Wide(10 * WideFunctions.log10Of2) - X * Wide(17.6)
        let near: Wide =
            log2X * Wide(-20 * WideFunctions.log10Of2) - WideFunctions.exp2(log2X * Wide(1.425)) * Wide(5.6488)
        let FX: Wide = far.where(X .>= Wide(1.6), else: near)  // (33)
        let floor: Wide =
            Wide(2 + 20 * logK) - geometry.log2Radius * Wide(20 * WideFunctions.log10Of2 / 3)
        let gainT = Self.heightGainDB(unit * geometry.h1, notBelow: floor)
        let gainR = Self.heightGainDB(unit * geometry.h2, notBelow: floor)
        return -FX - gainT - gainR  // (36)
    }

    /// G(Y) of one antenna (34), (35), dB.
    @inline(__always)
    private static func heightGainDB(_ B: Wide, notBelow floor: Wide) -> Wide {
        let isHigh: WideMask = B .> Wide(2)
        let above: Wide = (B - Wide(1.1)).raised(to: 0.1)
        let log2: Wide = WideFunctions.log2(above.where(isHigh, else: B + B * B * B * Wide(0.1)))
        let low: Wide = log2 * Wide(20 * WideFunctions.log10Of2)
        let high: Wide =
            WideFunctions.squareRoot(above) * Wide(17.6) - log2 * Wide(5 * WideFunctions.log10Of2) - Wide(8)
        return high.where(isHigh, else: low).raised(to: floor)
    }
}
