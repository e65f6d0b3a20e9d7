/// A value of a model's breakdown with its names: the letter and place in the text, and the column of the vectors.
public struct BreakdownQuantity<Breakdown>: Sendable {
    /// What it is, in words.
    public let name: String
    /// The letter of the Recommendation.
    public let symbol: String
    /// The unit; empty for ratios.
    public let unit: String
    /// The column that holds it in the vectors and in exported tables.
    public let column: String
    /// Where the Recommendation defines it.
    public let clause: String
    /// Reads it.
    public let value: @Sendable (Breakdown) -> Double

    init(
        _ name: String, _ symbol: String, _ unit: String, _ column: String, _ clause: String,
        _ value: @escaping @Sendable (Breakdown) -> Double
    ) {
        self.name = name
        self.symbol = symbol
        self.unit = unit
        self.column = column
        self.clause = clause
        self.value = value
    }
}
