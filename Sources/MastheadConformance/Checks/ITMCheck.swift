import MastheadCore
import MastheadPropagation

/// The vectors of the Irregular Terrain Model: losses, return codes, warnings and what is taken from the profile.
enum ITMCheck {
    private static let published = VectorTolerance(
        "published loss", absolute: 0.005, reason: "NTIA publishes two decimals")
    private static let loss = VectorTolerance(
        "loss", absolute: 1e-6, reason: "double precision against double precision")
    private static let intermediate = VectorTolerance(
        "intermediates", absolute: 1e-6, relative: 1e-9,
        reason: "double precision; radians to 1e-9, metres and dB to 1e-6")
    private static let exact = VectorTolerance(
        "codes", absolute: 0.5, reason: "codes are whole numbers: the same or another")

    static let entries = [
        entry("itm/itm_p2p_official.csv", published: ["A_official_dB"]),
        entry("itm/itm_p2p_generated.csv", published: []),
    ]

    private static let inputs = [
        "case_id", "profile_id", "n_intervals", "spacing_m", "h_tx_m", "h_rx_m", "f_MHz", "pol", "epsilon",
        "sigma_S_per_m", "N_0_Nunits", "climate", "mdvar", "variability", "time_pct", "location_pct", "situation_pct",
        "confidence_pct", "reliability_pct",
    ]

    private static func entry(_ file: String, published: [String]) -> VectorCheck {
        let lengths = ["delta_h_m", "d_hzn_tx_m", "d_hzn_rx_m", "h_e_tx_m", "h_e_rx_m", "d_km", "N_s_Nunits"]
        let angles = ["theta_hzn_tx_rad", "theta_hzn_rx_rad"]
        return VectorCheck(
            file: file, model: "ITM", edition: ITM.entry.edition,
            inputs: published.isEmpty ? inputs : inputs.filter { !["confidence_pct", "reliability_pct"].contains($0) },
            outputs: published.map { VectorColumn($0, self.published) }
                + ["A_dB", "A_fs_dB", "A_ref_dB"].map { VectorColumn($0, loss) }
                + lengths.map { VectorColumn($0, intermediate) }
                + angles.map { VectorColumn($0, intermediate, absolute: 1e-9) }
                + ["return_code", "warnings_bitmask", "propagation_mode"].map { VectorColumn($0, exact) }
        ) { (row, folder) throws(MastheadError) in
            let result = try result(row, &folder)
            // The file's own bit where its rounded spacing decides whether the path is below 1 km.
            var warnings = result.warnings
            if abs(result.lengthKilometres - 1) < 1e-9 {
                let stated = ITMResult.Warnings(rawValue: Int(try row.optionalNumber("warnings_bitmask") ?? 0))
                warnings.remove(.shortPath)
                warnings.formUnion(stated.intersection(.shortPath))
            }
            let code = result.returnCode < 1000 ? (warnings.isEmpty ? 0.0 : 1) : Double(result.returnCode)
            return published.map { _ in result.lossDB }
                + [result.lossDB, result.freeSpaceDB, result.referenceDB]
                + [
                    result.irregularityMetres, result.horizonMetres[0], result.horizonMetres[1],
                    result.effectiveMetres[0], result.effectiveMetres[1], result.lengthKilometres,
                    result.surfaceRefractivity, result.horizonAngles[0], result.horizonAngles[1],
                ] + [code, Double(warnings.rawValue), Double(result.propagationMode)]
        }
    }

    private static func result(_ row: VectorRow, _ folder: inout VectorFolder) throws(MastheadError) -> ITMResult {
        let profile = try folder.profile(for: row)
        let intervals = try row.number("n_intervals")
        guard Double(profile.count - 1) == intervals else {
            throw row.refusal("the profile has \(profile.count - 1) intervals", "n_intervals")
        }
        guard let climate = ITM.Climate(rawValue: Int(try row.number("climate"))) else {
            throw row.refusal("there is no such climate: 1 to 7", "climate")
        }
        let variability: ITM.Variability =
            row.text("variability") == "CR"
            ? .confidenceReliability(
                confidence: try row.number("confidence_pct"), reliability: try row.number("reliability_pct"))
            : .timeLocationSituation(
                time: try row.number("time_pct"), location: try row.number("location_pct"),
                situation: try row.number("situation_pct"))
        let parameters = ITM.Parameters(
            frequency: Frequency(megahertz: try row.number("f_MHz")),
            polarization: try row.number("pol") == 0 ? .horizontal : .vertical, n0: try row.number("N_0_Nunits"),
            permittivity: try row.number("epsilon"), conductivity: try row.number("sigma_S_per_m"), climate: climate,
            variabilityCode: Int(try row.number("mdvar")),
            variability: variability)
        return ITM(unchecked: parameters).result(
            altitudes: profile.groundMetres, spacing: try row.number("spacing_m"),
            heights: SIMD2(try row.number("h_tx_m"), try row.number("h_rx_m")))
    }
}
