import MastheadCore
import MastheadGeo
import MastheadJobs

/// ΔN and N₀ of one path: what the command states, else the ITU maps, else the defaults of a temperate climate.
struct PathAtmosphere {
    /// ΔN, N-units/km.
    let deltaN: Double
    /// N₀, N-units.
    let n0: Double
    /// Where they come from, in words.
    let source: String

    init(deltaN: String?, n0: String?, at place: GeographicPosition) throws(MastheadError) {
        var maps: RefractivityMaps?
        if deltaN == nil || n0 == nil, let folder = ProjectData.localFolder {
            maps = try RefractivityMaps.open(folder: folder)
        }
        let mapped = maps?.values(at: place)
        let fallback = mapped == nil ? "by default" : "from the ITU map"
        var sources: [String] = []
        if let deltaN {
            self.deltaN =
                try OptionValue.quantity(RefractivityLapse.self, deltaN, option: "--delta-n").nUnitsPerKilometre
            sources.append("ΔN as stated")
        } else {
            self.deltaN = mapped?.deltaN ?? 45
            sources.append("ΔN \(fallback)")
        }
        if let n0 {
            self.n0 = try OptionValue.quantity(Refractivity.self, n0, option: "--n0").nUnits
            sources.append("N₀ as stated")
        } else {
            self.n0 = mapped?.n0 ?? 325
            sources.append("N₀ \(fallback)")
        }
        source = sources.joined(separator: ", ")
    }
}
