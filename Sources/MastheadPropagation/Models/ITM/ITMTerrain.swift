/// The terrain of a path at equal steps, as the Irregular Terrain Model reads it: bare ground, clutter and zones left out.
///
/// Source: NTIA ITM v1.4; G. A. Hufford, The ITS Irregular Terrain Model, version 1.2.2: The Algorithm (1995), §6.
struct ITMTerrain {
    /// Altitudes of the points, m.
    let altitudes: [Double]
    /// Distance between points, m.
    let spacing: Double

    /// The number of intervals.
    var intervals: Int { altitudes.count - 1 }
    /// Length of the path, m.
    var length: Double { Double(intervals) * spacing }

    /// The mean altitude of the path, its first and last tenth left out, m.
    var systemAltitude: Double {
        let h = altitudes.span
        let tenth = Int(0.1 * Double(intervals))
        var sum = 0.0
        for index in tenth...(intervals - tenth) { sum += h[index] }
        return sum / Double(intervals - 2 * tenth + 1)
    }

    /// What either antenna sees of the ground: elevation angles in radians and distances in m of the horizons.
    ///
    /// - Parameters:
    ///   - heights: Heights of the antennas above the ground, m.
    ///   - ae: Effective Earth radius, m.
    func horizons(heights: SIMD2<Double>, ae: Double) -> (angles: SIMD2<Double>, distances: SIMD2<Double>) {
        let h = altitudes.span
        let d = length
        let tx = h[0] + heights[0]
        let rx = h[intervals] + heights[1]
        let rise = (rx - tx) / d
        var angles = SIMD2(rise - d / (2 * ae), -rise - d / (2 * ae))
        var distances = SIMD2(d, d)
        let dip = 1 / (2 * ae)
        // Summed step by step, as the software does: places are cut to whole points later, where the last digit counts.
        var (toTx, toRx) = (0.0, d)
        for index in 1..<max(1, intervals) {
            toTx += spacing
            toRx -= spacing
            let atTx = (h[index] - tx) / toTx - toTx * dip
            let atRx = (h[index] - rx) / toRx - toRx * dip
            if atTx > angles[0] { (angles[0], distances[0]) = (atTx, toTx) }
            if atRx > angles[1] { (angles[1], distances[1]) = (atRx, toRx) }
        }
        return (angles, distances)
    }

    /// The straight line that fits the ground best between two distances: its altitudes at both ends of the path, m.
    func fit(from start: Double, to end: Double) -> SIMD2<Double> {
        Self.fit(altitudes.span, from: start / spacing, to: end / spacing)
    }

    /// The fit over points of an array, places counted in points.
    static func fit(_ y: borrowing Span<Double>, from start: Double, to end: Double) -> SIMD2<Double> {
        let last = y.count - 1
        var first = Int(max(start, 0))
        var final = last - Int(max(Double(last) - end, 0))
        if final <= first {
            first = max(first - 1, 0)
            final = last - max(last - (final + 1), 0)
        }
        let length = Double(final - first)
        var shifted = -0.5 * length
        let shiftedEnd = Double(final) + shifted
        var sum = 0.5 * (y[first] + y[final])
        var weighted = 0.5 * (y[first] - y[final]) * shifted
        var index = first
        while index + 1 < final {
            index += 1
            shifted += 1
            sum += y[index]
            weighted += y[index] * shifted
        }
        sum /= length
        weighted *= 12 / ((length * length + 2) * length)
        return SIMD2(sum - weighted * shiftedEnd, sum + weighted * (Double(last) - shiftedEnd))
    }

    /// Δh, the irregularity of the terrain between two distances, m: the range between its deciles over a fitted line,
    /// brought to a path of any length. The samples are 35 to 245, ten for each that a decile leaves out and five less.
    func irregularity(from start: Double, to end: Double) -> Double {
        var place = start / spacing
        let reach = end / spacing - place
        guard reach >= 2 else { return 0 }
        let decile = min(max(4, Int(0.1 * (reach + 8))), 25)
        let count = 10 * decile - 5
        let step = reach / Double(count - 1)
        // On the stack, since this runs once per path.
        var storage = InlineArray<245, Double>(repeating: 0)
        var samples = storage.mutableSpan
        let h = altitudes.span
        var index = Int(place)
        place -= Double(index + 1)
        for sample in 0..<count {
            while place > 0, index + 1 < intervals {
                place -= 1
                index += 1
            }
            samples[sample] = h[index + 1] + (h[index + 1] - h[index]) * place
            place += step
        }
        let line = Self.fit(samples.span.extracting(0..<count), from: 0, to: Double(count - 1))
        let slope = (line[1] - line[0]) / Double(count - 1)
        var height = line[0]
        for sample in 0..<count {
            samples[sample] -= height
            height += slope
        }
        Self.sortDescending(&samples, count: count)
        let range = samples[decile - 1] - samples[count - decile]
        return range / (1 - 0.8 * Elementary.exp(-(end - start) / 50e3))
    }

    /// Sorts the first `count` in place, largest first, by insertion into growing gaps: no storage, and the order of equal values is of no
    /// matter.
    private static func sortDescending(_ values: inout MutableSpan<Double>, count: Int) {
        var gap = 121
        while gap > 0 {
            for index in gap..<max(gap, count) {
                let value = values[index]
                var place = index
                while place >= gap, values[place - gap] < value {
                    values[place] = values[place - gap]
                    place -= gap
                }
                values[place] = value
            }
            gap /= 3
        }
    }
}
