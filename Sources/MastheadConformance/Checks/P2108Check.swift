import MastheadCore
import MastheadPropagation

/// The vectors of P.2108: clutter loss by height, on terrestrial and on slant paths.
enum P2108Check {
    static let entries = [heightGain, terrestrial, slant]

    private static let surroundings: [String: HeightGainCorrection.Surroundings] = [
        "water_sea": .water, "open_rural": .open, "suburban": .suburban, "urban_trees_forest": .urbanOrTrees,
        "dense_urban": .denseUrban,
    ]

    /// Columns of a source with the accurate inverse of the normal distribution, and one with an approximation.
    private static func outputs(_ accurate: [String], approximated: String, tolerance: Double) -> [VectorColumn] {
        let reason = "sources differ by so much in the inverse of the normal distribution"
        return accurate.map { VectorColumn($0, VectorTolerance("loss", absolute: tolerance, reason: reason)) }
            + [VectorColumn(approximated, VectorTolerance("loss by NTIA", absolute: tolerance, reason: reason))]
    }

    private static let heightGain = VectorCheck(
        file: "p2108/p2108_1_s31_height_gain.csv", model: "P.2108 clutter by height", edition: P2108.entry.edition,
        inputs: ["case_id", "f_GHz", "h_m", "R_m", "street_width_m", "clutter_type"],
        outputs: ["A_h_dB", "A_h_ntia_dB"].map {
            VectorColumn(
                $0, VectorTolerance("loss", absolute: 1e-9, reason: "a closed form, printed with 12 digits"))
        }
    ) { (row, _) throws(MastheadError) in
        let kind = row.text("clutter_type") ?? ""
        guard let surroundings = surroundings[kind] else {
            throw row.refusal("\"\(kind)\" is not a kind of clutter of Table 3", "clutter_type")
        }
        let loss = try HeightGainCorrection.lossDB(
            frequencyGigahertz: try row.number("f_GHz"), antennaMetres: try row.number("h_m"),
            surroundings: surroundings, clutterMetres: try row.number("R_m"),
            streetMetres: try row.number("street_width_m"))
        return [loss, loss]
    }

    private static let terrestrial = VectorCheck(
        file: "p2108/p2108_1_s32_terrestrial.csv", model: "P.2108 terrestrial clutter", edition: P2108.entry.edition,
        inputs: ["case_id", "f_GHz", "d_km", "location_pct"],
        outputs: outputs(["L_ctt_dB", "L_ctt_crc_cpp_dB"], approximated: "L_ctt_ntia_dB", tolerance: 0.003)
    ) { (row, _) throws(MastheadError) in
        let loss = try TerrestrialClutter.lossDB(
            frequencyGigahertz: try row.number("f_GHz"), distanceKilometres: try row.number("d_km"),
            locationPercent: try row.number("location_pct"))
        return [loss, loss, loss]
    }

    private static let slant = VectorCheck(
        file: "p2108/p2108_1_s33_earth_space.csv", model: "P.2108 slant clutter", edition: P2108.entry.edition,
        inputs: ["case_id", "f_GHz", "elevation_deg", "location_pct"],
        outputs: outputs(["L_ces_dB"], approximated: "L_ces_ntia_dB", tolerance: 0.001)
    ) { (row, _) throws(MastheadError) in
        let loss = try SlantClutter.lossDB(
            frequencyGigahertz: try row.number("f_GHz"), elevationDegrees: try row.number("elevation_deg"),
            locationPercent: try row.number("location_pct"))
        return [loss, loss]
    }
}
