import MastheadCore
import MastheadPropagation

/// The vectors of vegetation: woods by P.833, and two older fits.
enum P833Check {
    private static let tolerance = VectorTolerance(
        "loss", absolute: 1e-9, relative: 5e-12,
        reason: "closed forms; half a unit of the 12th digit counts where a value is large")

    static let entries = [
        VectorCheck(
            file: "p833/p833_woodland_closed_form.csv", model: "P.833 vegetation",
            edition: WoodlandAttenuation.entry.edition,
            inputs: ["case_id", "f_GHz", "d_veg_m", "A1", "alpha", "gamma_dB_per_m"],
            outputs: ["A_m_dB", "A_ev_dB", "weissberger_dB", "fitu_r_in_leaf_dB", "fitu_r_out_of_leaf_dB"].map {
                VectorColumn($0, tolerance)
            }
        ) { (row, _) throws(MastheadError) in
            let place = ErrorLocation.row(file: row.file, row: row.number)
            let frequency = Frequency(gigahertz: try row.number("f_GHz"))
            let depth = try row.number("d_veg_m")
            let largest = try WoodlandAttenuation.largestDB(
                frequency: frequency, a1: try row.number("A1"), alpha: try row.number("alpha"), at: place)
            let wood = try WoodlandAttenuation(
                specificDBPerMetre: try row.number("gamma_dB_per_m"), largestDB: largest, at: place)
            return [
                largest, wood.lossDB(depthMetres: depth),
                FoliageFits.uncheckedWeissbergerDB(gigahertz: frequency.gigahertz, depthMetres: depth),
                try FoliageFits.fittedITURDB(frequency: frequency, depthMetres: depth, isInLeaf: true, at: place),
                try FoliageFits.fittedITURDB(frequency: frequency, depthMetres: depth, isInLeaf: false, at: place),
            ]
        }
    ]
}
