public import MastheadCore

/// Attenuation by oxygen and water vapour, summed over their spectral lines.
///
/// Source: Recommendation ITU-R P.676-13, Annex 1, §1. The sum over lines holds at any pressure, and near the lines at
/// 22, 60, 118 and 183 GHz, where approximations do not.
public enum GaseousAttenuation {
    static let document = "Recommendation ITU-R P.676-13"
    static func citation(_ clause: String) -> Citation { Citation(document, "Annex 1, \(clause)") }

    /// Carrier frequencies that the lines cover.
    public static let frequencies = ValidRange(
        Frequency(gigahertz: 1)...Frequency(gigahertz: 1000), of: "carrier frequency", by: citation("§1"))
    static let pressures = OpenRange(
        "dry pressure", unit: "hPa", within: 0...1100, by: "the air near the ground")
    static let temperatures = OpenRange(
        "temperature", unit: "K", within: 150...350, by: "the air near the ground")
    static let densities = OpenRange(
        "water-vapour density", unit: "g/m³", within: 0...100, by: "the air near the ground")

    /// Lengths of paths along the ground, as far as P.452 follows one.
    static let lengths = OpenRange("path length", unit: "km", within: 0...10_000, by: "the paths along the ground")

    /// γo and γw, the specific attenuation by dry air and by water vapour, dB/km; no checks and no allocation.
    ///
    ///     γ = γo + γw = 0.1820 f (N″oxygen(f) + N″water(f))        (1)
    ///
    /// - Parameters:
    ///   - f: Frequency, 1 to 1000 GHz.
    ///   - p: Pressure of the dry air, hPa.
    ///   - T: Temperature, K.
    ///   - ρ: Density of water vapour, g/m³.
    package static func specific(
        frequencyGigahertz f: Double, dryPressureHectopascals p: Double, temperatureKelvin T: Double,
        vapourDensity ρ: Double
    ) -> (oxygen: Double, vapour: Double) {
        let air = Air(p: p, e: ρ * T / 216.7, θ: 300 / T)  // (4)
        return (0.1820 * f * air.oxygen(f), 0.1820 * f * air.vapour(f))
    }

    /// Refuses air or a frequency that the sum over lines does not cover.
    ///
    /// - Throws: `outside-validity`, with the value and the limit.
    static func require(
        _ frequency: Frequency, _ atmosphere: Atmosphere, at location: ErrorLocation
    ) throws(MastheadError) {
        try frequencies.require(frequency, at: location)
        try require(atmosphere, at: location)
    }

    /// Refuses air whose attenuation cannot be computed.
    ///
    /// - Throws: `outside-validity`, with the value and the limit.
    static func require(_ atmosphere: Atmosphere, at location: ErrorLocation) throws(MastheadError) {
        try pressures.require(atmosphere.dryPressureHectopascals, at: location)
        try temperatures.require(atmosphere.temperatureKelvin, at: location)
        try densities.require(atmosphere.vapourDensityGramsPerCubicMetre ?? 0, at: location)
    }

    /// The density of water vapour where neither the job nor a method gives one, g/m³ (P.835-6, §1).
    static let standardVapourDensity = 7.5

    /// Attenuation over a path near the ground, dB, as a ledger of both gases.
    ///
    /// - Parameters:
    ///   - frequency: 1 to 1000 GHz.
    ///   - d: Length of the path.
    ///   - atmosphere: The air, the same along the whole path; 7.5 g/m³ of water vapour where it gives none.
    ///   - location: Where the user gave these values.
    /// - Throws: `outside-validity` for a frequency, air or a length outside the ranges of ``entry``.
    public static func ledger(
        frequency: Frequency, lengthKilometres d: Double, atmosphere: Atmosphere, at location: ErrorLocation = .none
    ) throws(MastheadError) -> Ledger {
        try require(frequency, atmosphere, at: location)
        try lengths.require(d, at: location)
        let ρ = atmosphere.vapourDensityGramsPerCubicMetre ?? standardVapourDensity
        let γ = specific(
            frequencyGigahertz: frequency.gigahertz, dryPressureHectopascals: atmosphere.dryPressureHectopascals,
            temperatureKelvin: atmosphere.temperatureKelvin, vapourDensity: ρ)
        var ledger = Ledger("attenuation by atmospheric gases", unit: "dB")
        ledger.add("oxygen and dry air", γ.oxygen * d, symbol: "γo d", from: citation("eq. (1)"))
        ledger.add("water vapour", γ.vapour * d, symbol: "γw d", from: citation("eq. (1)"))
        ledger.detail("specific attenuation by dry air", γ.oxygen, unit: "dB/km", symbol: "γo")
        ledger.detail("specific attenuation by water vapour", γ.vapour, unit: "dB/km", symbol: "γw")
        ledger.detail("pressure of the dry air", atmosphere.dryPressureHectopascals, unit: "hPa", symbol: "p")
        ledger.detail("temperature", atmosphere.temperatureKelvin, unit: "K", symbol: "T")
        ledger.detail("density of water vapour", ρ, unit: "g/m³", symbol: "ρ")
        return ledger
    }

    /// The catalogue's entry.
    public static let entry = EffectEntry(
        id: "p676", title: "Attenuation by atmospheric gases and related effects", edition: document,
        purpose: "What oxygen and water vapour absorb along a path near the ground.",
        validity: [
            "\(frequencies.subject) \(frequencies)", pressures.line, temperatures.line, densities.line, lengths.line,
        ], citation: citation("§1"))
}

/// The air at a point, and the imaginary part of its refractivity.
private struct Air {
    /// Pressure of the dry air, hPa.
    let p: Double
    /// Partial pressure of water vapour, hPa.
    let e: Double
    /// 300 K over the temperature.
    let θ: Double

    /// N″ of oxygen and the dry continuum (2a).
    func oxygen(_ f: Double) -> Double {
        let strength = 1e-7 * p * θ * θ * θ
        let θ08 = Elementary.pow(θ, 0.8)
        var sum = 0.0
        for line in OxygenLine.all {
            let Si = line.a1 * strength * Elementary.exp(line.a2 * (1 - θ))  // (3)
            let collisions = line.a3 * 1e-4 * (p * Elementary.pow(θ, 0.8 - line.a4) + 1.1 * e * θ)  // (6a)
            let Δf = (collisions * collisions + 2.25e-6).squareRoot()  // (6b): Zeeman splitting
            let δ = (line.a5 + line.a6 * θ) * 1e-4 * (p + e) * θ08  // (7)
            sum += Si * shape(f, line.frequency, Δf, δ)
        }
        return sum + continuum(f)
    }

    /// N″ of water vapour (2b).
    func vapour(_ f: Double) -> Double {
        let strength = 1e-1 * e * Elementary.pow(θ, 3.5)
        var sum = 0.0
        for line in VapourLine.all {
            let Si = line.b1 * strength * Elementary.exp(line.b2 * (1 - θ))  // (3)
            let collisions =
                line.b3 * 1e-4 * (p * Elementary.pow(θ, line.b4) + line.b5 * e * Elementary.pow(θ, line.b6))  // (6a)
            let doppler = 2.1316e-12 * line.frequency * line.frequency / θ
            let Δf = 0.535 * collisions + (0.217 * collisions * collisions + doppler).squareRoot()  // (6b)
            sum += Si * shape(f, line.frequency, Δf, 0)
        }
        return sum
    }

    /// F, the shape of a line (5).
    private func shape(_ f: Double, _ fi: Double, _ Δf: Double, _ δ: Double) -> Double {
        let (below, above) = (fi - f, fi + f)
        return f / fi
            * ((Δf - δ * below) / (below * below + Δf * Δf) + (Δf - δ * above) / (above * above + Δf * Δf))
    }

    /// N″D: absorption by nitrogen under pressure, and the Debye spectrum of oxygen (8).
    private func continuum(_ f: Double) -> Double {
        let d = 5.6e-4 * (p + e) * Elementary.pow(θ, 0.8)  // (9)
        // With d multiplied out of the Debye term's denominator, so that a vacuum absorbs nothing.
        let debye = 6.14e-5 * d / (d * d + f * f)
        let nitrogen = 1.4e-12 * p * Elementary.pow(θ, 1.5) / (1 + 1.9e-5 * Elementary.pow(f, 1.5))
        return f * p * θ * θ * (debye + nitrogen)
    }
}
