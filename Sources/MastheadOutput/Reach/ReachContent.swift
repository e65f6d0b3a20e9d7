import MastheadCore
public import MastheadPlanning

/// The routes and places of a run as its products show them.
public struct ReachContent: Sendable {
    /// Their figures.
    public var figures: ReachFigures
    /// Where they lie, and their rules.
    public var plan: ReachPlan

    /// Routes and places by figures and plan.
    public init(figures: ReachFigures, plan: ReachPlan) {
        self.figures = figures
        self.plan = plan
    }
}

extension ReachAnswers {
    /// The answers of all tiles of a run, read one after the other.
    init(_ plan: ReachPlan, tiles: any CoverageTiles) throws(MastheadError) {
        self.init(plan: plan)
        for index in tiles.windows.indices { add(try tiles.tile(index)) }
    }
}
