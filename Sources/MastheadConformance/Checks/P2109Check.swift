import MastheadCore
import MastheadPropagation

/// The vectors of P.2109: building entry loss.
enum P2109Check {
    static let entries = [
        check("p2109/p2109_2_building_entry.csv", outputs: ["L_bel_dB", "L_bel_crc_cpp_dB"]),
        check("p2109/p2109_crc_validation_subset.csv", outputs: ["L_bel_official_dB"]),
    ]

    private static let loss = VectorTolerance(
        "loss", absolute: 1e-6, reason: "double precision against double precision; the files carry 12 digits")
    private static let buildings: [String: BuildingEntry.Building] = [
        "traditional": .traditional, "thermally_efficient": .thermallyEfficient,
    ]

    private static func check(_ file: String, outputs: [String]) -> VectorCheck {
        VectorCheck(
            file: file, model: "P.2109 building entry", edition: BuildingEntry.entry.edition,
            inputs: ["case_id", "f_GHz", "probability_pct", "building_type", "elevation_deg"],
            outputs: outputs.map { VectorColumn($0, loss) }
        ) { (row, _) throws(MastheadError) in
            let type = row.text("building_type") ?? ""
            guard let building = buildings[type] else {
                throw row.refusal("\"\(type)\" is not a class of buildings of Table 1", "building_type")
            }
            let loss = try BuildingEntry.lossDB(
                frequencyGigahertz: try row.number("f_GHz"), probabilityPercent: try row.number("probability_pct"),
                building: building, elevationDegrees: try row.number("elevation_deg"))
            return outputs.map { _ in loss }
        }
    }
}
