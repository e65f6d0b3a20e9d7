public import MastheadCore
public import MastheadGeo
public import MastheadPlanning

/// A job with no strings left: layers opened, reference systems checked, models prepared, ranges verified.
///
/// Everything that can fail for the user's reasons has failed before this value exists, but for what only a look at
/// every pixel can tell; see ``RunCheck``.
public struct ResolvedJob: Sendable {
    /// The job as it was written.
    public let spec: JobSpec
    /// Every file that the results depend on.
    public let inputs: [InputFile]
    /// Grids, bands, stations and masts.
    public internal(set) var setup: CoverageSetup
    /// Where ground, clutter and zones come from.
    public var terrain: TerrainSource { setup.terrain }
    /// The regions.
    public let regions: RegionSet
    /// Where people live, with the regions laid over it.
    public let census: CensusPlan
    /// The register with its quarantined rows.
    public internal(set) var register: StationRegister
    /// Register rows, and features of routes and places, that are not used.
    public let quarantined: [QuarantinedRow]
    /// The sites to be chosen; nil for a run of what stands.
    public let plan: ResolvedPlan?
    /// ΔN (N-units/km) and N₀ (N-units) at a place.
    let refractivity: @Sendable (GeographicPosition) -> (deltaN: Double, n0: Double)
    /// What every figure means.
    public let definitions: Definitions
    /// Reservations that are known before computing.
    public let caveats: Caveats
    /// What was decided by default or found on the machine, in words: ΔN from the maps, a template's file.
    public let decisions: [String: String]
}
