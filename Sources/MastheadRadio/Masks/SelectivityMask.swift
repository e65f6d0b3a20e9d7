public import MastheadCore

/// How a receiver attenuates by frequency offset from the middle of its channel: linear in decibels between points, the
/// same on both sides, and beyond the last point as there.
public struct SelectivityMask: Sendable, Hashable {
    /// One point of the curve.
    public struct Point: Sendable, Hashable {
        /// The offset from the middle of the channel.
        public let offset: Frequency
        /// The attenuation there.
        public let attenuation: Decibels

        /// A point.
        public init(offset: Frequency, attenuation: Decibels) {
            self.offset = offset
            self.attenuation = attenuation
        }
    }

    /// The mask's name, that of its file.
    public let id: String
    /// The points from the middle outwards; two at the same offset are a step.
    public let points: [Point]

    /// A curve from its points.
    ///
    /// - Throws: `outside-validity` where the first is not in the middle of the channel, offsets fall, more than two
    ///   stand at one offset, or an attenuation is none.
    public init(id: String, points: [Point]) throws(MastheadError) {
        guard points.first?.offset.hertz == 0 else {
            throw Self.refusal("the first point of \(id) is not at 0 MHz", "Begin in the middle of the channel.")
        }
        for (index, point) in points.enumerated() {
            try Self.attenuationRange.require(point.attenuation)
            guard point.offset.hertz.isFinite, index == 0 || points[index - 1].offset <= point.offset else {
                throw Self.refusal(
                    "the offset \(point.offset) of \(id) is below the one before", "Write rising offsets.")
            }
            guard index < 2 || points[index - 2].offset < point.offset else {
                throw Self.refusal(
                    "\(id) has more than two attenuations at \(point.offset)", "Write one, or two for a step.")
            }
        }
        self.id = id
        self.points = points
    }

    /// A receiver that attenuates nothing within its bandwidth and by the same amount everywhere outside it.
    ///
    /// - Throws: `outside-validity` for a bandwidth or an attenuation that is none.
    public init(rectangular bandwidth: Frequency, attenuation: Decibels) throws(MastheadError) {
        try SpectralDensity.bandwidthRange.require(bandwidth)
        let edge = Frequency(hertz: bandwidth.hertz / 2)
        try self.init(
            id: "rectangular",
            points: [
                Point(offset: Frequency(hertz: 0), attenuation: Decibels(0)),
                Point(offset: edge, attenuation: Decibels(0)), Point(offset: edge, attenuation: attenuation),
            ])
    }

    /// Attenuations that receivers have.
    public static let attenuationRange = ValidRange(
        Decibels(0)...Decibels(200), of: "attenuation", by: Citation("what receivers have"))

    private static func refusal(_ problem: String, _ remedy: String) -> MastheadError {
        MastheadError(.outsideValidity, problem, remedy: remedy)
    }

    /// The attenuation at an offset from the middle of the channel, dB; at a step, that beyond it.
    package func attenuationDB(atHertz offset: Double) -> Double {
        let distance = abs(offset)
        let piece = segments.last { $0.fromHertz <= distance }
        return -(piece?.levelDB(atHertz: distance) ?? 0)
    }

    /// The curve over all offsets, negative ones included; the outermost pieces reach to infinity. Levels are gains:
    /// attenuations with their sign changed.
    var segments: [DecibelSegment] {
        var right: [DecibelSegment] = []
        for (inner, outer) in zip(points, points.dropFirst()) where inner.offset < outer.offset {
            right.append(
                DecibelSegment(
                    fromHertz: inner.offset.hertz, toHertz: outer.offset.hertz, fromDB: -inner.attenuation.value,
                    toDB: -outer.attenuation.value))
        }
        if let last = points.last {
            let level = -last.attenuation.value
            right.append(
                DecibelSegment(fromHertz: last.offset.hertz, toHertz: .infinity, fromDB: level, toDB: level))
        }
        return right.reversed().map(\.mirrored) + right
    }
}
