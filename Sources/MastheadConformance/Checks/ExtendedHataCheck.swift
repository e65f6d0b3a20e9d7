import MastheadCore
import MastheadPropagation

/// The vectors of the Extended Hata model in the three behaviours that programs have.
enum ExtendedHataCheck {
    static let entries = [official, generated, median]

    private static let loss = VectorTolerance(
        "loss", absolute: 1e-3,
        reason: "the official losses have 4 decimals, and the model chooses points by whole steps")
    private static let medianLoss = VectorTolerance(
        "median", absolute: 1e-6, reason: "double precision against double precision; the file carries 12 digits")

    private static let edition = ExtendedHata.entry.edition
    private static let pathInputs = [
        "case_id", "profile_id", "n_intervals", "spacing_m", "f_MHz", "hb_m", "hm_m", "env_code",
    ]

    private static let official = VectorCheck(
        file: "ehata/ehata_official.csv", model: "Extended Hata", edition: edition, inputs: pathInputs,
        outputs: [
            "L_official_wfmod_dB", "L_winnforum_ext_off_dB", "L_winnforum_ext_on_dB", "L_ntia_as_in_crc_covlib_dB",
        ].map { VectorColumn($0, loss) },
        unchecked: [
            "L_official_its_original_dB":
                "an older result of ITS, before the corrections of the `wfmod` column: up to 20 dB off, no target"
        ]
    ) { (row, folder) throws(MastheadError) in
        let corrected = try loss(row, &folder, .winnForumCorrected, reliability: 0.5)
        return [
            corrected, corrected, try loss(row, &folder, .winnForumExtended, reliability: 0.5),
            try loss(row, &folder, .ntia, reliability: 0.5),
        ]
    }

    private static let generated = VectorCheck(
        file: "ehata/ehata_generated.csv", model: "Extended Hata", edition: edition,
        inputs: pathInputs + ["reliability_fraction"],
        outputs: [
            "L_ntia_as_in_crc_covlib_dB", "L_winnforum_ext_on_rel50_dB", "L_winnforum_ext_off_rel50_dB",
        ].map { VectorColumn($0, loss) }
    ) { (row, folder) throws(MastheadError) in
        [
            try loss(row, &folder, .ntia, reliability: try row.number("reliability_fraction")),
            try loss(row, &folder, .winnForumExtended, reliability: 0.5),
            try loss(row, &folder, .winnForumCorrected, reliability: 0.5),
        ]
    }

    private static let median = VectorCheck(
        file: "ehata/ehata_median_basic_loss.csv", model: "Extended Hata", edition: edition,
        inputs: ["case_id", "f_MHz", "hb_eff_m", "hm_eff_m", "d_km", "env_code"],
        outputs: [VectorColumn("L_median_dB", medianLoss)]
    ) { (row, _) throws(MastheadError) in
        let median = ExtendedHataMedian(frequencyMegahertz: try row.number("f_MHz"))
        return [
            median.lossDB(
                distanceKilometres: try row.number("d_km"), baseMetres: try row.number("hb_eff_m"),
                mobileMetres: try row.number("hm_eff_m"), environment: try environment(row))
        ]
    }

    /// The loss of a row; many rows are outside the ranges that `prepare` and `require` hold to.
    private static func loss(
        _ row: VectorRow, _ folder: inout VectorFolder, _ behaviour: ExtendedHata.Behaviour, reliability: Double
    ) throws(MastheadError) -> Double {
        let model = ExtendedHata(
            unchecked: PropagationParameters(
                frequency: Frequency(megahertz: try row.number("f_MHz")), locationPercent: reliability * 100),
            options: ExtendedHata.Options(environment: try environment(row), behaviour: behaviour))
        let terminals = PathTerminals(
            transmitterHeightMetres: try row.number("hb_m"), receiverHeightMetres: try row.number("hm_m"),
            midpointLatitudeDegrees: 0)
        return model.lossDB(over: try path(row, &folder), terminals: terminals)
    }

    /// The profile of a row from the base station, with the steps of the row: the files begin at the mobile.
    private static func path(_ row: VectorRow, _ folder: inout VectorFolder) throws(MastheadError) -> PathProfile {
        let ground = try folder.profile(for: row).groundMetres
        let intervals = try row.number("n_intervals")
        guard Double(ground.count - 1) == intervals else {
            throw row.refusal("the profile has \(ground.count - 1) intervals", "n_intervals")
        }
        let step = try row.number("spacing_m")
        guard step > 0 else { throw row.refusal("the spacing is not above zero", "spacing_m") }
        var profile = PathProfile()
        profile.refillEquidistant(count: ground.count, lengthKilometres: step * intervals / 1000) {
            PathSample(groundMetres: ground[ground.count - 1 - $0])
        }
        return profile
    }

    private static func environment(_ row: VectorRow) throws(MastheadError) -> ExtendedHata.Environment {
        let code = try row.number("env_code")
        guard let code = Int(exactly: code) else { throw row.refusal("the class is not a whole number", "env_code") }
        return ExtendedHata.Environment(landCoverClass: code)
    }
}
