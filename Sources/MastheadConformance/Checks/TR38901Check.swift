import MastheadCore
import MastheadPropagation

/// The vectors of TR 38.901: the outdoor scenarios with their break points and probabilities.
enum TR38901Check {
    static let entries = [rural, macro, micro]

    private static let loss = VectorTolerance("loss", absolute: 1e-9, reason: "a closed form, printed with 12 digits")
    private static let probability = VectorTolerance(
        "probability", absolute: 1e-9, reason: "a closed form, printed with 12 digits")
    private static let breakPoint = VectorTolerance(
        "break point", absolute: 1e-9, relative: 1e-11, reason: "a product, printed with 12 digits")
    private static let secondOpinion = VectorTolerance(
        "second implementation", absolute: 1e-9, reason: "it computes the same closed form")

    private static let rural = VectorCheck(
        file: "tr38901/rma.csv", model: "TR 38.901 RMa", edition: TR38901.edition,
        inputs: ["case_id", "f_GHz", "d2D_m", "hBS_m", "hUT_m", "street_width_m", "building_height_m"],
        outputs: [
            VectorColumn("d_bp_m", breakPoint), VectorColumn("PL_los_dB", loss), VectorColumn("PL_nlos_dB", loss),
            VectorColumn("P_los", probability), VectorColumn("PL_los_pycraf_dB", ruralSecondOpinion),
            VectorColumn("PL_nlos_pycraf_dB", ruralSecondOpinion),
        ]
    ) { (row, _) throws(MastheadError) in
        let link = try link(row)
        let scenario = RuralMacro(
            streetWidthMetres: try row.number("street_width_m"),
            buildingHeightMetres: try row.number("building_height_m"))
        let (los, nlos) = (scenario.lineOfSightDB(link), scenario.nonLineOfSightDB(link))
        let probability = scenario.lineOfSightProbability(groundMetres: link.groundMetres)
        return [scenario.breakPointMetres(link), los, nlos, probability, los, nlos]
    }

    private static let ruralSecondOpinion = VectorTolerance(
        "second implementation", absolute: 0.06,
        reason: "it puts the slant distance at the break point into PL1, where the table has the break point")

    private static let macro = VectorCheck(
        file: "tr38901/uma.csv", model: "TR 38.901 UMa", edition: TR38901.edition,
        inputs: ["case_id", "f_GHz", "d2D_m", "hBS_m", "hUT_m", "h_E_m"], outputs: urbanOutputs
    ) { (row, _) throws(MastheadError) in
        let link = try link(row)
        let scenario = UrbanMacro()
        let hE = try row.number("h_E_m")
        let los = scenario.lineOfSightDB(link, environmentHeightMetres: hE)
        let nlos = scenario.nonLineOfSightDB(link, environmentHeightMetres: hE)
        // As printed: rows just beyond 18 m hold values above 1.
        let probability = scenario.tabulatedProbability(
            groundMetres: link.groundMetres, userHeightMetres: link.userHeightMetres)
        return [scenario.breakPointMetres(link, environmentHeightMetres: hE), los, nlos, probability, los, nlos]
    }

    private static let micro = VectorCheck(
        file: "tr38901/umi.csv", model: "TR 38.901 UMi street canyon", edition: TR38901.edition,
        inputs: ["case_id", "f_GHz", "d2D_m", "hBS_m", "hUT_m", "h_E_m"], outputs: urbanOutputs
    ) { (row, _) throws(MastheadError) in
        let link = try link(row)
        guard try row.number("h_E_m") == 1 else {
            throw row.refusal("the effective height of a street canyon is 1 m", "h_E_m")
        }
        let scenario = UrbanMicro()
        let (los, nlos) = (scenario.lineOfSightDB(link), scenario.nonLineOfSightDB(link))
        let probability = scenario.lineOfSightProbability(groundMetres: link.groundMetres)
        return [scenario.breakPointMetres(link), los, nlos, probability, los, nlos]
    }

    private static let urbanOutputs = [
        VectorColumn("d_bp_prime_m", breakPoint), VectorColumn("PL_los_dB", loss), VectorColumn("PL_nlos_dB", loss),
        VectorColumn("P_los", probability), VectorColumn("PL_los_pycraf_dB", secondOpinion),
        VectorColumn("PL_nlos_pycraf_dB", secondOpinion),
    ]

    private static func link(_ row: VectorRow) throws(MastheadError) -> TR38901.Link {
        TR38901.Link(
            frequencyGigahertz: try row.number("f_GHz"), groundMetres: try row.number("d2D_m"),
            baseHeightMetres: try row.number("hBS_m"), userHeightMetres: try row.number("hUT_m"))
    }
}
