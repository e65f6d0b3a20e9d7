import MastheadCore
import MastheadPropagation

/// The vectors of P.525: the exact form and the rounded ones in use.
enum P525Check {
    private static let loss = VectorTolerance("loss", absolute: 1e-9, reason: "a closed form, printed with 12 digits")

    private static let forms: [(column: String, constant: FreeSpace.Constant)] = [
        ("Lbf_exact_dB", .exact), ("Lbf_32_4_form_dB", .rounded), ("Lbf_p452_92_4_form_dB", .rounded),
        ("Lbf_92_5_form_dB", .roundedUp),
    ]

    static let entries = [
        VectorCheck(
            file: "p525/p525_free_space.csv", model: "P.525", edition: FreeSpace.entry.edition,
            inputs: ["case_id", "f_GHz", "d_km"], outputs: forms.map { VectorColumn($0.column, loss) }
        ) { (row, _) throws(MastheadError) in
            let f = try row.number("f_GHz")
            let d = try row.number("d_km")
            return forms.map { FreeSpace.lossDB(distanceKilometres: d, frequencyGigahertz: f, constant: $0.constant) }
        }
    ]
}
