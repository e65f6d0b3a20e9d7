/// Multipliers of the Lagrangian dual of a placement problem; any of them, zero or above, bound every plan.
public struct DualMultipliers: Sendable, Equatable, Codable {
    /// The price of a unit of weight for each requirement, by its index.
    public var needPrices: [Double]
    /// What serving each item is worth.
    public var itemPrices: [Double]
    /// The price of a unit of money where the budget is one of money; else unused.
    public var budgetPrice: Double

    /// Multipliers by their parts.
    public init(needPrices: [Double], itemPrices: [Double], budgetPrice: Double = 0) {
        self.needPrices = needPrices
        self.itemPrices = itemPrices
        self.budgetPrice = budgetPrice
    }
}
