/// What an antenna on the mast sees along a radial: for each point, the steepest line to it or to one before it.
///
/// All slopes are in m per point. Those over the curved Earth are (h − hts)/x − c x, which c X turns into Stim of (13) for
/// a receiver at X.
final class Skyline {
    /// hts, m above the ground at the mast.
    private(set) var antennaMetres = 0.0
    /// The surface over the median effective radius, and over the enhanced one.
    let surface: Row<Float>
    let enhanced: Row<Float>
    /// Bare ground without curvature.
    let raw: Row<Float>
    /// The first point that has the steepest line to bare ground over the median effective radius.
    let horizon: Row<Int32>

    /// Room for so many points.
    init(capacity: Int) {
        surface = Row(capacity: capacity + 1)
        enhanced = Row(capacity: capacity + 1)
        raw = Row(capacity: capacity + 1)
        horizon = Row(capacity: capacity + 1, filledWith: 0)
    }

    /// Looks along a radial from an antenna; `c` and `cEnhanced` are 500/a in m per point².
    func look(along radial: Radial, antennaMetres: Double, curvature c: Double, enhanced cEnhanced: Double?) {
        self.antennaMetres = antennaMetres
        let hts = Float(antennaMetres)
        if radial.isBare {
            fillBare(radial.ground, count: radial.count, hts, curvature: Float(c))
        } else {
            fill(radial.ground, raw, count: radial.count, hts, curvature: 0)
            fill(radial.surface, surface, count: radial.count, hts, curvature: Float(c))
        }
        walk(radial, c)
        guard let cEnhanced else { return }
        fill(radial.surface, enhanced, count: radial.count, hts, curvature: Float(cEnhanced))
        rise(enhanced, radial.count)
    }

    /// Slopes to all points.
    @inline(__always)
    private func fill(
        _ heights: borrowing HeightRow, _ row: borrowing Row<Float>, count: Int, _ hts: Float, curvature c: Float
    ) {
        var start = 0
        while start < count {
            let x: Wide = Wide.lanes + Wide(Float(start + 1))
            row[wide: start + 1] = (heights.heights[wide: start] - Wide(hts)) / x - x * Wide(c)
            start += 16
        }
    }

    /// Slopes to all points of a surface that is bare ground.
    @inline(__always)
    private func fillBare(_ heights: borrowing HeightRow, count: Int, _ hts: Float, curvature c: Float) {
        var start = 0
        while start < count {
            let x: Wide = Wide.lanes + Wide(Float(start + 1))
            let slope: Wide = (heights.heights[wide: start] - Wide(hts)) / x
            raw[wide: start + 1] = slope
            surface[wide: start + 1] = slope - x * Wide(c)
            start += 16
        }
    }

    /// Makes each slope the largest so far.
    @inline(__always)
    private func rise(_ row: borrowing Row<Float>, _ count: Int) {
        var best = -Float.infinity
        for index in 1..<(count + 1) {
            let slope = row[index]
            best = slope > best ? slope : best
            row[index] = best
        }
    }

    /// Finds the horizons over bare ground, and makes each slope the largest so far.
    ///
    /// Slopes that single precision cannot tell apart are compared in double, for a horizon that jumps to another point would
    /// be another loss.
    @inline(__always)
    private func walk(_ radial: Radial, _ c: Double) {
        var steepest = (raw: -Float.infinity, surface: -Float.infinity)
        var best = -Double.infinity
        var place: Int32 = 0
        var nearest = -Float.infinity
        let curvature = Float(c)
        for index in 1..<(radial.count + 1) {
            let bend: Float = curvature * Float(index)
            let slope: Float = raw[index]
            // The tolerance is twice the rounding of the slope.
            if slope - bend >= nearest - 4e-7 * (abs(slope) + 2 * bend) {
                let exact = Self.slope(radial, antennaMetres, index, c)
                if exact > best {
                    best = exact
                    place = Int32(index)
                    nearest = Float(exact)
                }
            }
            horizon[index] = place
            steepest.raw = slope > steepest.raw ? slope : steepest.raw
            raw[index] = steepest.raw
            let own = surface[index]
            steepest.surface = own > steepest.surface ? own : steepest.surface
            surface[index] = steepest.surface
        }
    }

    /// (h − hts)/x − c x in double.
    @inline(__always)
    static func slope(_ radial: Radial, _ antennaMetres: Double, _ index: Int, _ c: Double) -> Double {
        let x = Double(index)
        return (Double(radial.ground.heights[index - 1]) - antennaMetres) / x - c * x
    }
}
