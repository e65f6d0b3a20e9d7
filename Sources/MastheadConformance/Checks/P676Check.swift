import MastheadCore
import MastheadPropagation

/// The vectors of P.676: specific attenuation by dry air and by water vapour.
enum P676Check {
    private static let tolerance = VectorTolerance(
        "loss", absolute: 1e-9, reason: "a sum over lines in double precision; the files carry 12 digits")
    private static let inputs = ["case_id", "f_GHz", "P_dry_hPa", "T_K", "rho_g_m3"]

    static let entries = [
        check(
            "p676/p676_13_official_gamma.csv",
            oxygen: ["gamma_o_official_dB_per_km", "gamma_o_crc_dB_per_km"],
            vapour: ["gamma_w_official_dB_per_km", "gamma_w_crc_dB_per_km"], sum: ["gamma_official_dB_per_km"]),
        check(
            "p676/p676_generated_gamma.csv", oxygen: ["gamma_o_dB_per_km", "gamma_o_p676_11_py452_dB_per_km"],
            vapour: ["gamma_w_dB_per_km", "gamma_w_p676_11_py452_dB_per_km"], sum: []),
    ]

    private static func check(_ file: String, oxygen: [String], vapour: [String], sum: [String]) -> VectorCheck {
        VectorCheck(
            file: file, model: "P.676 gases", edition: GaseousAttenuation.entry.edition, inputs: inputs,
            outputs: (oxygen + vapour + sum).map { VectorColumn($0, tolerance) }
        ) { (row, _) throws(MastheadError) in
            // Without the check of the range: rows below 1 GHz hold what P.452 takes there.
            let γ = GaseousAttenuation.specific(
                frequencyGigahertz: try row.number("f_GHz"), dryPressureHectopascals: try row.number("P_dry_hPa"),
                temperatureKelvin: try row.number("T_K"), vapourDensity: try row.number("rho_g_m3"))
            return oxygen.map { _ in γ.oxygen } + vapour.map { _ in γ.vapour } + sum.map { _ in γ.oxygen + γ.vapour }
        }
    }
}
