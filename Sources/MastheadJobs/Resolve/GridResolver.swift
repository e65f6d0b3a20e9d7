import MastheadCore
import MastheadGeo

/// Chooses the study grid and the terrain grid that refines it.
enum GridResolver {
    /// The grids of a run.
    struct Grids {
        let study: Grid
        let terrain: Grid
        let decisions: [String: String]
    }

    static func grids(of spec: JobSpec, regions: RegionSet) throws(MastheadError) -> Grids {
        let resolution = spec.grid.resolution
        let given = spec.grid.referenceSystem.map { ReferenceSystem(definition: $0.value) }
        let study = try GridChooser.studyGrid(
            coveringRings: regions.geographicRings(), crs: given, cell: resolution.value,
            at: spec.grid.referenceSystem?.location ?? resolution.location)
        let step = spec.layers.ground.step
        let factor = resolution.value.metres / (step?.value ?? resolution.value).metres
        guard factor >= 1 - 1e-9, abs(factor - factor.rounded()) < 1e-9 else {
            throw MastheadError(
                .badJob,
                "the terrain step \(step?.value ?? resolution.value) does not divide the grid's resolution "
                    + "\(resolution.value)",
                at: step?.location ?? resolution.location,
                remedy: "Use a step that goes into the resolution a whole number of times, such as "
                    + "\(Length(metres: resolution.value.metres / max(1, factor.rounded()))).")
        }
        return Grids(
            study: study, terrain: study.refined(by: Int(factor.rounded())),
            decisions: [
                "grid.crs": given == nil
                    ? "\(study.referenceSystem.definition), equal-area around the regions, chosen by position"
                    : "\(study.referenceSystem.definition), stated in the job"
            ])
    }
}
