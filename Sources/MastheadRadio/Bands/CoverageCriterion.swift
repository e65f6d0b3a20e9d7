public import MastheadCore

/// When a cell counts as covered: a level that must be reached with a probability, against a stated prediction error.
public struct CoverageCriterion: Sendable, Hashable {
    /// SS-RSRP that the receiver needs.
    public let threshold: PowerLevel
    /// Probability with which it must be reached at a cell.
    public let probability: Share
    /// Standard deviation of prediction error and shadow fading together.
    public let sigma: Decibels
    /// Loss between the street and the receiver; zero outdoors.
    public let penetration: Decibels
    /// The text that gives the penetration loss; nil where it is stated.
    public let penetrationSource: Citation?

    /// A criterion by threshold, probability, sigma and penetration loss.
    public init(
        threshold: PowerLevel, probability: Share, sigma: Decibels, penetration: Decibels = Decibels(0),
        penetrationSource: Citation? = nil
    ) {
        self.threshold = threshold
        self.probability = probability
        self.sigma = sigma
        self.penetration = penetration
        self.penetrationSource = penetrationSource
    }
}
