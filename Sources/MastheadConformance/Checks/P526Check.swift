import MastheadCore
import MastheadPropagation

/// The vectors of P.526: the building blocks of the diffraction of P.1812 on their own.
enum P526Check {
    static let entries = [knifeEdge, sphericalEarth, deltaBullington]

    private static let edition = "Recommendation ITU-R P.526-16"
    private static let closedForm = VectorTolerance(
        "loss", absolute: 1e-9, reason: "a closed form, printed with 12 digits")
    private static let loss = VectorTolerance(
        "loss", absolute: 1e-6, reason: "double precision against double precision; the files carry 12 digits")

    private static let knifeEdge = VectorCheck(
        file: "p526/p526_knife_edge.csv", model: "P.526 knife edge", edition: edition, inputs: ["case_id", "nu"],
        outputs: [VectorColumn("J_approx_dB", closedForm), VectorColumn("J_exact_fresnel_dB", closedForm)]
    ) { (row, _) throws(MastheadError) in
        let nu = try row.number("nu")
        return [KnifeEdge.lossDB(nu: nu), KnifeEdge.exactLossDB(nu: nu)]
    }

    private static let sphericalEarth = VectorCheck(
        file: "p526/p526_spherical_earth.csv", model: "P.526 spherical Earth", edition: edition,
        inputs: ["case_id", "d_km", "f_GHz", "hte_m", "hre_m", "ae_km", "omega_sea_fraction"],
        outputs: [VectorColumn("Ldsph_horizontal_dB", loss), VectorColumn("Ldsph_vertical_dB", loss)]
    ) { (row, _) throws(MastheadError) in
        let d = try row.number("d_km")
        let (hte, hre) = (try row.number("hte_m"), try row.number("hre_m"))
        let (ae, f, omega) = (
            try row.number("ae_km"), try row.number("f_GHz"), try row.number("omega_sea_fraction")
        )
        return [LinearPolarization.horizontal, .vertical].map { polarization in
            SphericalEarth.lossDB(
                distanceKilometres: d, transmitterMetres: hte, receiverMetres: hre, effectiveRadiusKilometres: ae,
                frequencyGigahertz: f, seaShare: omega, polarization: polarization)
        }
    }

    private static let deltaBullington = VectorCheck(
        file: "p526/p526_delta_bullington.csv", model: "P.526 delta-Bullington", edition: edition,
        inputs: [
            "case_id", "profile_id", "f_GHz", "htg_m", "hrg_m", "ap_km", "omega_sea_fraction", "hstd_m", "hsrd_m",
        ],
        outputs: [
            "Lbulla_dB", "Lbulls_dB", "Ldsph_horizontal_dB", "Ld_horizontal_dB", "Ldsph_vertical_dB",
            "Ld_vertical_dB",
        ].map { VectorColumn($0, loss) }
    ) { (row, folder) throws(MastheadError) in
        let profile = try folder.profile(for: row)
        let hts = profile.groundMetres[0] + (try row.number("htg_m"))
        let hrs = profile.groundMetres[profile.count - 1] + (try row.number("hrg_m"))
        let (hstd, hsrd) = (try row.number("hstd_m"), try row.number("hsrd_m"))
        let (ap, f, omega) = (
            try row.number("ap_km"), try row.number("f_GHz"), try row.number("omega_sea_fraction")
        )
        let results = [LinearPolarization.horizontal, .vertical].map { polarization in
            DeltaBullington(
                over: profile, transmitterMetres: hts, receiverMetres: hrs, smoothTransmitterMetres: hstd,
                smoothReceiverMetres: hsrd, effectiveRadiusKilometres: ap, frequencyGigahertz: f, seaShare: omega,
                polarization: polarization)
        }
        return [results[0].actualDB, results[0].smoothDB] + results.flatMap { [$0.sphericalEarthDB, $0.lossDB] }
    }
}
