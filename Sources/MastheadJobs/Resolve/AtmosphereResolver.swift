import MastheadCore
import MastheadGeo
import MastheadOutput

/// Decides ΔN and N₀: what the job states, else the ITU maps, else the stated defaults.
enum AtmosphereResolver {
    /// The refractivity of a run.
    struct Air: Sendable {
        /// ΔN (N-units/km) and N₀ (N-units) at a place.
        let values: @Sendable (GeographicPosition) -> (deltaN: Double, n0: Double)
        /// The map files, where they are used.
        let inputs: [InputFile]
        /// What was decided, for the manifest.
        let decisions: [String: String]
    }

    /// ΔN and N₀ of a temperate climate, taken where neither the job nor a map tells.
    static let defaultDeltaN = 45.0
    static let defaultN0 = 325.0

    static func air(of spec: JobSpec) throws(MastheadError) -> Air {
        let stated = spec.atmosphere
        let isStated = stated.deltaN != nil && stated.n0 != nil
        let folder = stated.maps?.value.resolved ?? ProjectFolders.find("Geo/local", forJob: spec.file)
        let name = stated.maps?.value.written ?? "Geo/local"
        var maps: RefractivityMaps?
        if !isStated, let folder { maps = try RefractivityMaps.open(folder: folder) }
        if maps == nil, !isStated, let named = stated.maps {
            throw MastheadError(
                .missingFile, "the folder \(named.value.written) does not hold DN50.TXT and N050.TXT",
                at: named.location, remedy: "Put both maps there, or remove atmosphere.maps to use the defaults.")
        }
        let deltaN = stated.deltaN?.value.nUnitsPerKilometre
        let n0 = stated.n0?.value.nUnits
        var inputs: [InputFile] = []
        if maps != nil, let folder {
            inputs = ["DN50.TXT", "N050.TXT"].map {
                InputFile(
                    role: "refractivity map", name: "\(name)/\($0)", base: stated.maps == nil ? .project : .job,
                    path: "\(folder)/\($0)", credit: "ITU")
            }
        }
        let found = maps
        return Air(
            values: { place in
                let mapped = found?.values(at: place)
                return (deltaN ?? mapped?.deltaN ?? defaultDeltaN, n0 ?? mapped?.n0 ?? defaultN0)
            },
            inputs: inputs,
            decisions: [
                "atmosphere.delta-n": source(deltaN, "N-units/km", hasMaps: maps != nil, fallback: defaultDeltaN),
                "atmosphere.n0": source(n0, "N-units", hasMaps: maps != nil, fallback: defaultN0),
            ])
    }

    private static func source(_ stated: Double?, _ unit: String, hasMaps: Bool, fallback: Double) -> String {
        if let stated { return "\(PlainNumber.text(stated)) \(unit), stated in the job" }
        if hasMaps { return "ITU map, at each site" }
        return "\(PlainNumber.text(fallback)) \(unit), default (no map in Geo/local and nothing stated)"
    }
}
