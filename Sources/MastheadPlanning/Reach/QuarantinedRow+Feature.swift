public import MastheadCore
public import MastheadGeo

extension QuarantinedRow {
    /// A feature of routes or places that is not used, told like a register row: by its place in its layer.
    public init(_ feature: RefusedFeature) {
        self.init(
            file: feature.file, row: feature.number, id: feature.id, code: feature.code, problem: feature.problem,
            remedy: feature.remedy)
    }
}
