import MastheadCore
import MastheadJobs

/// ΔN and N₀ of one path: what the command states, else the defaults of a temperate climate.
struct PathAtmosphere {
    let deltaN: Double
    let n0: Double
    /// Where they come from, in words.
    let source: String

    init(deltaN: String?, n0: String?, at place: GeographicPosition) throws(MastheadError) {
        var sources: [String] = []
        if let deltaN {
            self.deltaN =
                try OptionValue.quantity(RefractivityLapse.self, deltaN, option: "--delta-n").nUnitsPerKilometre
        } else {
            self.deltaN = 45
            sources.append("ΔN 45 N-units/km by default")
        }
        if let n0 {
            self.n0 = try OptionValue.quantity(Refractivity.self, n0, option: "--n0").nUnits
        } else {
            self.n0 = 325
            sources.append("N₀ 325 N-units by default")
        }
        source = sources.isEmpty ? "as stated" : sources.joined(separator: ", ")
    }
}
