public import MastheadCore

/// The limit of spurious emissions by frequency: levels per measurement bandwidth in ranges that follow one another.
public struct SpuriousMask: Sendable, Hashable {
    /// One row of a mask.
    public struct Range: Sendable, Hashable {
        /// Where it begins.
        public let from: Frequency
        /// Where it ends.
        public let to: Frequency
        /// The limit.
        public let level: PowerLevel
        /// What the limit is measured in.
        public let measurementBandwidth: Frequency
        /// Where the row comes from.
        public let citation: Citation
        /// How well the row is founded.
        public let basis: Basis
    }

    /// The mask's name, that of its file.
    public let id: String
    /// The rows, by rising frequency.
    public let ranges: [Range]

    /// A mask from its rows, each of which begins where the one before ends.
    init(id: String, ranges: [Range]) {
        self.id = id
        self.ranges = ranges
    }

    /// The limit at a frequency; where two rows meet, that of the upper one. Nil where the mask says nothing.
    public func limit(at frequency: Frequency) -> (level: PowerLevel, bandwidth: Frequency)? {
        ranges.last { $0.from <= frequency && (frequency < $0.to || $0.to == ranges.last?.to && frequency == $0.to) }
            .map { ($0.level, $0.measurementBandwidth) }
    }
}
