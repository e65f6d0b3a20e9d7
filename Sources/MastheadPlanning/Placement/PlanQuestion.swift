import MastheadRadio

/// All that a plan is asked for, with nothing left to be looked up.
public struct PlanQuestion: Sendable {
    /// The objectives, in the order of the job.
    public var objectives: [PlanObjective]
    /// The currency of costs.
    public var currency: String
    /// Candidates, or bands on them (`"T0001/n28"`), that must be in the plan.
    public var pins: [String]
    /// Candidates, or bands on them, that must not.
    public var forbids: [String]
    /// Rounds of improvement.
    public var effort: Int
    /// Whether windows are solved exactly by CBC.
    public var usesSolver: Bool
    /// Names of the regions, by index.
    public var regions: [(id: String, name: String)]
    /// What counts as a base station.
    public var countingRule: CountingRule
    /// Base stations per 10,000 persons that are aimed at.
    public var targetPerTenThousand: Double

    /// A question by its parts.
    public init(
        objectives: [PlanObjective], currency: String, pins: [String] = [], forbids: [String] = [], effort: Int = 10,
        usesSolver: Bool = true, regions: [(id: String, name: String)], countingRule: CountingRule,
        targetPerTenThousand: Double
    ) {
        self.objectives = objectives
        self.currency = currency
        self.pins = pins
        self.forbids = forbids
        self.effort = effort
        self.usesSolver = usesSolver
        self.regions = regions
        self.countingRule = countingRule
        self.targetPerTenThousand = targetPerTenThousand
    }
}
