import MastheadCore
import MastheadPropagation

/// The vectors of P.452-18 and P.452-17: losses and all intermediates.
enum P452Check {
    static let entries = [
        entry(
            "p452/p452v18_official.csv", .v18, loss: official, intermediate: officialIntermediate,
            inputs: inputs + ends, outputs: complete + officialColumns),
        entry(
            "p452/p452v18_generated.csv", .v18, loss: generated, intermediate: intermediate,
            inputs: inputs + ends, outputs: complete),
        entry(
            "p452/p452v17_official.csv", .v17, loss: official, intermediate: officialIntermediate,
            inputs: inputs + clutter + ["phi_path_deg"], outputs: official17),
        entry(
            "p452/p452v17_generated.csv", .v17, loss: generated, intermediate: intermediate,
            inputs: inputs + clutter + ends, outputs: [("Lb_dB", "Lb_dB")]),
    ]

    private static let official = VectorTolerance(
        "loss", absolute: 2e-5, reason: "DN and N0 carry 6 decimals, which moves diffraction by 7e-6 dB")
    private static let generated = VectorTolerance(
        "loss", absolute: 1e-6, reason: "double precision against double precision; the files carry 12 digits")
    private static let officialIntermediate = VectorTolerance(
        "intermediates", absolute: 2e-5, relative: 1e-8,
        reason: "DN and N0 carry 6 decimals; floor 2e-5 dB, m, km, mrad, and 1e-6 for ratios, printed with 6 decimals")
    private static let intermediate = VectorTolerance(
        "intermediates", absolute: 1e-6, relative: 1e-8,
        reason: "the source printed 12 digits; floor 1e-6 dB, m, km, mrad, and 1e-9 for ratios")

    private static let inputs = [
        "case_id", "profile_id", "f_GHz", "p_pct", "htg_m", "hrg_m", "Gt_dBi", "Gr_dBi", "pol", "dct_km", "dcr_km",
        "press_hPa", "temp_C", "DN_Nunits_per_km", "N0_Nunits",
    ]
    private static let ends = ["tx_lat_deg", "tx_lon_deg", "rx_lat_deg", "rx_lon_deg"]
    private static let clutter = ["hat_m", "har_m", "dkt_km", "dkr_km"]

    /// Columns of the files that have the breakdown's own names.
    private static let common = [
        "ae_km", "dtot_km", "hts_m", "hrs_m", "theta_t_mrad", "theta_r_mrad", "theta_mrad", "hm_m", "hte_m", "hre_m",
        "hstd_m", "hsrd_m", "dlt_km", "dlr_km", "dtm_km", "dlm_km", "b0_pct", "omega", "Lbfsg_dB", "Lb0p_dB",
        "Lb0beta_dB", "Ld50_dB", "Ldp_dB", "Lbs_dB", "Lba_dB",
    ].map { ($0, $0) }
    private static let complete =
        common + [
            ("d3D_km", "d3D_km"), ("Lbulla_dB", "Lbulla50_dB"), ("Lbulls_dB", "Lbulls50_dB"),
            ("Ldsph_dB", "Ldsph50_dB"), ("Lb_dB", "Lb_dB"),
        ]
    private static let official17 =
        common + [("Ldsph_dB", "Ldsph50_dB"), ("Lb_official_dB", "Lb_dB")]
    private static let officialColumns = [
        ("Lb_official_dB", "Lb_dB"), ("Lbfsg_official_dB", "Lbfsg_dB"), ("Lb0p_official_dB", "Lb0p_dB"),
        ("Lb0beta_official_dB", "Lb0beta_dB"), ("Ldsph_official_dB", "Ldsph50_dB"), ("Ld50_official_dB", "Ld50_dB"),
        ("Ldp_official_dB", "Ldp_dB"), ("Lbs_official_dB", "Lbs_dB"), ("Lba_official_dB", "Lba_dB"),
    ]

    private static let unchecked = [
        "path_type": "a word; the horizon distances that follow from it are compared",
        "Lb_crc_dB": "a second opinion",
    ]

    /// Outputs are pairs: the column of the file, the column of the breakdown.
    private static func entry(
        _ file: String, _ edition: P452.Edition, loss: VectorTolerance, intermediate: VectorTolerance,
        inputs: [String], outputs: [(String, String)]
    ) -> VectorCheck {
        let ratioFloor = intermediate == officialIntermediate ? 1e-6 : 1e-9
        let quantities = outputs.compactMap { pair in P452Breakdown.quantities.first { $0.column == pair.1 } }
        precondition(quantities.count == outputs.count, "each column compared is one of the breakdown")
        return VectorCheck(
            file: file, model: edition == .v18 ? "P.452-18" : "P.452-17",
            edition: (edition == .v18 ? P452.entry : P452.entry17).edition, inputs: inputs,
            outputs: outputs.map { (column, name) in
                VectorColumn(
                    column, name == "Lb_dB" ? loss : intermediate, absolute: name == "omega" ? ratioFloor : nil)
            } + (edition == .v18 ? [VectorColumn("Lb_dB", .radialForm)] : []),
            unchecked: unchecked
        ) { (row, folder) throws(MastheadError) in
            let path = try path(row, &folder, edition)
            let breakdown: P452Breakdown
            do throws(MastheadError) {
                breakdown = try path.model.breakdown(over: path.profile, terminals: path.terminals)
            } catch { throw error.located(at: .row(file: row.file, row: row.number)) }
            var values: [Double?] = quantities.map { $0.value(breakdown) }
            if let edge = try tiedEdge(row, breakdown, &folder) {
                for (index, quantity) in quantities.enumerated() {
                    if quantity.column == "dlt_km" { values[index] = edge }
                    if quantity.column == "dlr_km" { values[index] = breakdown.lengthKilometres - edge }
                }
            }
            if edition == .v18 {
                values.append(path.model.radialLossDB(over: path.profile, terminals: path.terminals))
            }
            return values
        }
    }

    private static func path(
        _ row: VectorRow, _ folder: inout VectorFolder, _ edition: P452.Edition
    ) throws(MastheadError) -> (model: P452, profile: PathProfile, terminals: PathTerminals) {
        let profile = try folder.profile(for: row)
        var terminals = PathTerminals(
            transmitterHeightMetres: try row.number("htg_m"), receiverHeightMetres: try row.number("hrg_m"),
            midpointLatitudeDegrees: try latitude(row, profile),
            transmitterToCoastKilometres: try row.number("dct_km"),
            receiverToCoastKilometres: try row.number("dcr_km"))
        if edition == .v17 {
            terminals.transmitterClutter = NominalClutter(
                heightMetres: try row.number("hat_m"), distanceKilometres: try row.number("dkt_km"))
            terminals.receiverClutter = NominalClutter(
                heightMetres: try row.number("har_m"), distanceKilometres: try row.number("dkr_km"))
        }
        let parameters = PropagationParameters(
            frequency: Frequency(gigahertz: try row.number("f_GHz")), timePercent: try row.number("p_pct"),
            polarization: try row.polarization("pol"), deltaN: try row.number("DN_Nunits_per_km"),
            n0: try row.number("N0_Nunits"),
            atmosphere: Atmosphere(
                dryPressureHectopascals: try row.number("press_hPa"),
                temperatureKelvin: try row.number("temp_C") + 273.15),
            transmitterHorizonGainDBi: try row.number("Gt_dBi"), receiverHorizonGainDBi: try row.number("Gr_dBi"))
        let place = ErrorLocation.row(file: row.file, row: row.number)
        return (try P452.prepare(for: parameters, edition: edition, at: place), profile, terminals)
    }

    /// The latitude of the middle of the path: given, or from its ends.
    private static func latitude(_ row: VectorRow, _ profile: PathProfile) throws(MastheadError) -> Double {
        if let latitude = try row.optionalNumber("phi_path_deg") { return latitude }
        return GreatCircle.point(
            from: GeographicPosition(
                longitudeDegrees: try row.number("tx_lon_deg"), latitudeDegrees: try row.number("tx_lat_deg")),
            towards: GeographicPosition(
                longitudeDegrees: try row.number("rx_lon_deg"), latitudeDegrees: try row.number("rx_lat_deg")),
            atKilometres: profile.lengthKilometres / 2
        ).position.latitudeDegrees
    }

    /// The principal edge of the row, in km from the transmitter, where it ties with the one computed; nil elsewhere.
    ///
    /// On a path in sight the edge is the point with the largest ν (16). On even ground two points as far from either end
    /// have the same ν but for rounding, and rounding of the source chose. Masthead takes the last of those within 10⁻¹².
    private static func tiedEdge(
        _ row: VectorRow, _ b: P452Breakdown, _ folder: inout VectorFolder
    ) throws(MastheadError) -> Double? {
        let D = b.lengthKilometres
        guard let edge = try row.optionalNumber("dlt_km"),
            b.transmitterHorizonKilometres + b.receiverHorizonKilometres >= D
        else { return nil }
        let profile = try folder.profile(for: row)
        guard profile.lengthKilometres == D else { return nil }
        /// v |v| / (d (D − d)), which orders points as ν does.
        func term(at distance: Double) -> Double? {
            guard let index = profile.distanceKilometres.firstIndex(where: { abs($0 - distance) < 1e-9 }),
                index > 0, index < profile.count - 1
            else { return nil }
            let d = profile.distanceKilometres[index]
            let line = (b.transmitterAltitudeMetres * (D - d) + b.receiverAltitudeMetres * d) / D
            let v = profile.groundMetres[index] + 500 / b.effectiveRadiusKilometres * d * (D - d) - line
            return v * abs(v) / (d * (D - d))
        }
        guard let theirs = term(at: edge), let ours = term(at: b.transmitterHorizonKilometres),
            abs(theirs - ours) <= 1e-12 * abs(ours)
        else { return nil }
        return edge
    }
}
