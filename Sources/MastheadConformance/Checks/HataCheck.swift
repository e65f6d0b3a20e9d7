import MastheadCore
import MastheadPropagation

/// The vectors of Hata's formula and its continuation by COST 231.
enum HataCheck {
    private static let loss = VectorTolerance("loss", absolute: 1e-9, reason: "a closed form, printed with 12 digits")
    private static let forms: [String: Hata.Form] = ["hata": .okumuraHata, "cost231_hata": .cost231]
    private static let environments: [String: SettlementKind] = [
        "urban_large": .urban, "urban_medium_small": .urbanMedium, "suburban": .suburban, "open": .open,
    ]

    static let entries = [
        VectorCheck(
            file: "hata/hata_cost231_closed_form.csv", model: "Hata and COST 231-Hata",
            edition: "Hata (1980); COST 231 (1999)",
            inputs: ["case_id", "model", "f_MHz", "d_km", "hb_m", "hm_m", "environment"],
            outputs: [VectorColumn("a_hm_dB", loss), VectorColumn("L_dB", loss)]
        ) { (row, _) throws(MastheadError) in
            let (model, name) = (row.text("model") ?? "", row.text("environment") ?? "")
            guard let form = forms[model] else { throw row.refusal("\"\(model)\" is not a form of Hata", "model") }
            guard let environment = environments[name] else {
                throw row.refusal("\"\(name)\" is not an environment of Hata", "environment")
            }
            let (f, hm) = (try row.number("f_MHz"), try row.number("hm_m"))
            return [
                Hata.mobileCorrectionDB(form, frequencyMegahertz: f, mobileMetres: hm, environment: environment),
                Hata.lossDB(
                    form, frequencyMegahertz: f, distanceKilometres: try row.number("d_km"),
                    baseMetres: try row.number("hb_m"), mobileMetres: hm, environment: environment),
            ]
        }
    ]
}
