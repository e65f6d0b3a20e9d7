public import MastheadCore

/// The limit of unwanted emissions beside a channel: levels per measurement bandwidth, piecewise linear in decibels over
/// the offset from the channel's edge.
///
/// A mask is data, one file in `Jobs/masks`, with the citation and the basis of each row. An offset is that of the near
/// edge of the measurement filter, Δf in the texts of 3GPP; the level divided by the bandwidth is taken as the density
/// there. The mask is the same on both sides of the channel.
public struct EmissionMask: Sendable, Hashable {
    /// One row of a mask.
    public struct Segment: Sendable, Hashable {
        /// Where it begins, from the channel's edge.
        public let from: Frequency
        /// Where it ends, from the channel's edge.
        public let to: Frequency
        /// The limit at its beginning.
        public let fromLevel: PowerLevel
        /// The limit at its end.
        public let toLevel: PowerLevel
        /// What the limit is measured in.
        public let measurementBandwidth: Frequency
        /// Where the row comes from.
        public let citation: Citation
        /// How well the row is founded.
        public let basis: Basis
    }

    /// The mask's name, that of its file.
    public let id: String
    /// The rows, from the channel's edge outwards.
    public let segments: [Segment]

    /// A mask from its rows, each of which begins where the one before ends.
    init(id: String, segments: [Segment]) {
        self.id = id
        self.segments = segments
    }

    /// The offset from the channel's edge at which the mask ends.
    public var end: Frequency { segments.last?.to ?? Frequency(hertz: 0) }

    /// The limit at an offset from the channel's edge; where two rows meet, that of the outer one.
    ///
    /// - Returns: Nil where the mask says nothing: inside the channel, and beyond its end.
    public func limit(at offset: Frequency) -> (level: PowerLevel, bandwidth: Frequency)? {
        let inside = segments.last { $0.from <= offset && (offset < $0.to || $0.to == end && offset == end) }
        guard let segment = inside else { return nil }
        let share = (offset.hertz - segment.from.hertz) / (segment.to.hertz - segment.from.hertz)
        return (
            segment.fromLevel + Decibels(share * (segment.toLevel - segment.fromLevel).value),
            segment.measurementBandwidth
        )
    }
}
