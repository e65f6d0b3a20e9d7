import MastheadCore
import MastheadGeo
import MastheadJobs

/// ΔN and N₀ of one path: what is stated, else the ITU maps, else the defaults of a temperate climate.
struct PathAtmosphere {
    /// ΔN, N-units/km.
    let deltaN: Double
    /// N₀, N-units.
    let n0: Double
    /// Where they come from, in words.
    let source: String

    /// The climate of a path.
    ///
    /// - Parameters:
    ///   - deltaN: ΔN as stated, N-units/km.
    ///   - n0: N₀ as stated, N-units.
    ///   - place: The middle of the path; nil where it is not known.
    init(deltaN: Double?, n0: Double?, maps: RefractivityMaps?, at place: GeographicPosition?) {
        let mapped = deltaN == nil || n0 == nil ? place.flatMap { maps?.values(at: $0) } : nil
        let fallback = mapped == nil ? "by default" : "from the ITU map"
        self.deltaN = deltaN ?? mapped?.deltaN ?? 45
        self.n0 = n0 ?? mapped?.n0 ?? 325
        source = "ΔN \(deltaN == nil ? fallback : "as stated"), N₀ \(n0 == nil ? fallback : "as stated")"
    }

    /// The maps of the project that the working directory is in; nil where there are none.
    static func projectMaps() throws(MastheadError) -> RefractivityMaps? {
        guard let folder = ProjectData.localFolder else { return nil }
        return try RefractivityMaps.open(folder: folder)
    }
}
