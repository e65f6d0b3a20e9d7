import MastheadCore
import MastheadPropagation

/// The vectors of rain: P.838 per kilometre, and P.530 over a link.
enum RainCheck {
    static let entries = [official, generated, link]

    /// Without the check of the range: some rows lie below 1 GHz.
    private static func coefficients(_ row: VectorRow) throws(MastheadError) -> RainSpecificAttenuation {
        RainSpecificAttenuation(
            uncheckedGigahertz: try row.number("f_GHz"), elevationDegrees: try row.number("elevation_deg"),
            tiltDegrees: try row.number("tilt_deg"))
    }

    private static func specific(_ file: String, _ outputs: [String], _ tolerance: VectorTolerance) -> VectorCheck {
        VectorCheck(
            file: file, model: "P.838 rain", edition: RainSpecificAttenuation.entry.edition,
            inputs: ["case_id", "f_GHz", "R_mm_per_h", "elevation_deg", "tilt_deg"],
            outputs: outputs.map { VectorColumn($0, tolerance) }
        ) { (row, _) throws(MastheadError) in
            let rain = try coefficients(row)
            let γ = try rain.dBPerKilometre(rainRate: try row.number("R_mm_per_h"))
            return [rain.k, rain.alpha] + outputs.dropFirst(2).map { _ in γ }
        }
    }

    private static let official = specific(
        "p838/p838_3_official.csv", ["k_official", "alpha_official", "gamma_R_official_dB_per_km"],
        VectorTolerance("loss", absolute: 1e-7, reason: "the ITU's table is printed with 8 decimals"))
    private static let generated = specific(
        "p838/p838_3_generated.csv", ["k", "alpha", "gamma_R_dB_per_km", "gamma_R_itur_dB_per_km"], closed)

    private static let closed = VectorTolerance("loss", absolute: 1e-9, reason: "a closed form, printed with 12 digits")

    private static let link = VectorCheck(
        file: "p530/p530_18_rain_attenuation.csv", model: "P.530 rain", edition: RainAttenuation.entry.edition,
        inputs: ["case_id", "f_GHz", "R001_mm_per_h", "d_km", "p_pct", "elevation_deg", "tilt_deg"],
        outputs: ["gamma_R_dB_per_km", "r_denominator", "r_factor", "A001_dB", "Ap_dB"].map {
            VectorColumn($0, closed)
        },
        unchecked: [
            "Ap_itur_package_dB": "the package takes the power of 0.8 outside the logarithm of C₀",
            "Ap_without_2_5_cap_dB": "the source leaves out the largest distance factor of 2.5",
        ]
    ) { (row, _) throws(MastheadError) in
        let place = ErrorLocation.row(file: row.file, row: row.number)
        let rain = try RainAttenuation(
            frequency: Frequency(gigahertz: try row.number("f_GHz")), rainRate: try row.number("R001_mm_per_h"),
            elevationDegrees: try row.number("elevation_deg"), tiltDegrees: try row.number("tilt_deg"), at: place)
        let d = try row.number("d_km")
        return [
            rain.specificDBPerKilometre, rain.factorDenominator(lengthKilometres: d),
            rain.distanceFactor(lengthKilometres: d), rain.hundredthPercentDB(lengthKilometres: d),
            try rain.lossDB(lengthKilometres: d, timePercent: try row.number("p_pct"), at: place),
        ]
    }
}
