public import MastheadCore

/// An emission as it leaves a receiver's filter: pieces of a density over frequency, dBm/Hz.
///
/// All curves are linear in decibels between points, so that powers in a band are sums of closed forms, exact but for
/// rounding, as those of ``FrequencyDependentRejection``.
package struct ReceivedSpectrum: Sendable {
    /// The part of an emission that is meant.
    package enum Part: Sendable, Hashable {
        /// What lies in the channel.
        case channel
        /// What lies beside the channel.
        case beside
    }

    /// The pieces by rising frequency, in hertz and not by offset.
    package let segments: [DecibelSegment]

    /// A part of an emission on its carrier, through a filter.
    ///
    /// - Parameters:
    ///   - bandwidth: Width of the channel, which tells the parts.
    ///   - filter: The filter and the frequency in its middle; nil for none.
    package init(
        _ part: Part, of emission: SpectralDensity, carrier: Frequency, bandwidth: Frequency,
        filter: (mask: SelectivityMask, middle: Frequency)? = nil
    ) {
        let half = bandwidth.hertz / 2
        let ranges: [(Double, Double)] =
            part == .channel ? [(-half, half)] : [(-Double.infinity, -half), (half, .infinity)]
        var pieces: [DecibelSegment] = []
        for (low, high) in ranges {
            for segment in emission.segments {
                guard let cut = segment.cut(from: low, to: high) else { continue }
                pieces.append(cut.moved(by: carrier.hertz))
            }
        }
        if let filter {
            let response = filter.mask.segments.map { $0.moved(by: filter.middle.hertz) }
            pieces = pieces.flatMap { piece in response.compactMap { piece.attenuated(by: $0) } }
        }
        segments = pieces.sorted { $0.fromHertz < $1.fromHertz }
    }

    /// The power between two frequencies, mW.
    package func milliwatts(from low: Double = -.infinity, to high: Double = .infinity) -> Double {
        var sum = 0.0
        for segment in segments {
            guard let cut = segment.cut(from: low, to: high) else { continue }
            sum += DecibelSegment.power(
                width: cut.toHertz - cut.fromHertz, fromDB: cut.fromDB, toDB: cut.toDB)
        }
        return sum
    }

    /// Where a window of a width holds most power, among those that begin, end or have their middle at a break of the
    /// density or at an end of the range; the lowest of equal ones.
    ///
    /// - Parameters:
    ///   - width: Width of the window, Hz; one as wide as the range or wider takes all of it.
    ///   - range: The frequencies in which the window must lie, Hz.
    /// - Returns: The lower end of the window, its width, and the power in it; nil where there is none.
    package func strongestWindow(width: Double, in range: ClosedRange<Double>) -> (
        from: Double, width: Double, milliwatts: Double
    )? {
        let whole = range.upperBound - range.lowerBound
        guard width < whole else {
            let power = milliwatts(from: range.lowerBound, to: range.upperBound)
            return power > 0 ? (range.lowerBound, whole, power) : nil
        }
        var best: (from: Double, width: Double, milliwatts: Double)?
        var starts: [Double] = [range.lowerBound, range.upperBound - width]
        for segment in segments {
            for edge in [segment.fromHertz, segment.toHertz] { starts += [edge - width, edge - width / 2, edge] }
        }
        for start in starts.sorted() where start >= range.lowerBound && start + width <= range.upperBound {
            let power = milliwatts(from: start, to: start + width)
            // Windows that differ by rounding alone are one.
            guard power > (best?.milliwatts ?? 0) * (1 + 1e-12) else { continue }
            best = (start, width, power)
        }
        return best
    }
}

extension DecibelSegment {
    /// The part between two frequencies; nil where there is none.
    fileprivate func cut(from low: Double, to high: Double) -> DecibelSegment? {
        let (from, to) = (max(fromHertz, low), min(toHertz, high))
        guard from < to else { return nil }
        return DecibelSegment(
            fromHertz: from, toHertz: to, fromDB: levelDB(atHertz: from), toDB: levelDB(atHertz: to))
    }

    /// The same piece at other frequencies.
    fileprivate func moved(by hertz: Double) -> DecibelSegment {
        DecibelSegment(fromHertz: fromHertz + hertz, toHertz: toHertz + hertz, fromDB: fromDB, toDB: toDB)
    }

    /// The piece through a piece of a filter, where both are.
    fileprivate func attenuated(by filter: DecibelSegment) -> DecibelSegment? {
        guard let cut = cut(from: filter.fromHertz, to: filter.toHertz) else { return nil }
        return DecibelSegment(
            fromHertz: cut.fromHertz, toHertz: cut.toHertz,
            fromDB: cut.fromDB + filter.levelDB(atHertz: cut.fromHertz),
            toDB: cut.toDB + filter.levelDB(atHertz: cut.toHertz))
    }
}
