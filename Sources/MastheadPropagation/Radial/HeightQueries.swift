/// The place of a receiver on a radial, in points from the mast: a whole number and the rest, so that the distance to a
/// point next to it keeps all its digits in single precision.
struct RadialPlace {
    let whole: Float
    let rest: Float

    init(_ x: Double) {
        let down = Double(WholeNumber.below(x))
        whole = Float(down)
        rest = Float(x - down)
    }

    /// How far the place lies beyond points.
    @inline(__always) func beyond(_ x: Wide) -> Wide { (Wide(whole) - x) + Wide(rest) }
}

/// The steepest line from a receiver back to the surface over the curved Earth, m per point.
///
///     S = (h − hrs)/(X − x) + c x        P.1812 (17), with the curvature c d (D − d) divided by D − d
struct BackwardSlope: HeightQuery {
    let place: RadialPlace
    /// hrs, m above the ground at the mast.
    let receiverMetres: Float
    /// c, m per point².
    let curvature: Float

    @inline(__always) func values(_ heights: Wide, _ x: Wide) -> Wide {
        (heights - Wide(receiverMetres)) / place.beyond(x) + x * Wide(curvature)
    }

    // How high a point may stand above the line that has the best slope: h − hrs + (c x − best)(X − x), which needs no
    // division. Over a straight line it bends down, by no more than c (half the length)² against its chord. Rounding is
    // allowed for, so that nothing that is found depends on the best known before.
    @inline(__always) func stretch(
        first: Wide, last: Wide, xFirst: Wide, xLast: Wide, halfLength: Float
    ) -> (Wide, Wide, Wide, Wide) {
        let base = Wide(curvature * halfLength * halfLength - receiverMetres + 1e-3)
        let (beyondFirst, beyondLast) = (place.beyond(xFirst), place.beyond(xLast))
        return (
            first + base + xFirst * Wide(curvature) * beyondFirst, beyondFirst,
            last + base + xLast * Wide(curvature) * beyondLast, beyondLast
        )
    }

    @inline(__always) func excess(_ best: Float, _ stretch: (Wide, Wide, Wide, Wide)) -> Wide {
        let least = Wide(best - 4e-7 * (abs(best) + curvature * place.whole))
        return (stretch.0 - least * stretch.1).raised(to: stretch.2 - least * stretch.3)
    }
}

/// The largest height over a straight line through the mast's foot with a slope of m per point.
///
///     h − s x        P.1812 (89a), (95)
struct HeightOverLine: HeightQuery {
    let slope: Float

    @inline(__always) func values(_ heights: Wide, _ x: Wide) -> Wide { heights - x * Wide(slope) }

    @inline(__always) func stretch(
        first: Wide, last: Wide, xFirst: Wide, xLast: Wide, halfLength: Float
    ) -> Wide {
        values(first, xFirst).raised(to: values(last, xLast))
    }

    @inline(__always) func excess(_ best: Float, _ stretch: Wide) -> Wide { stretch - Wide(best) }
}

/// The point that comes nearest to the line of sight, by −v²/(x (X − x)) with v its depth below the line.
///
/// The largest ν of P.1812 (15) is at the same point, whatever the wavelength. The line passes over all points.
struct SightClearance: HeightQuery {
    let place: RadialPlace
    /// hts, m above the ground at the mast.
    let transmitterMetres: Float
    /// Slope of the line of sight, m per point.
    let slope: Float
    /// c, m per point².
    let curvature: Float

    @inline(__always) private func depth(_ heights: Wide, _ x: Wide) -> Wide {
        Wide(transmitterMetres) - heights + x * (Wide(slope) - Wide(curvature) * place.beyond(x))
    }

    @inline(__always) func values(_ heights: Wide, _ x: Wide) -> Wide {
        let v = depth(heights, x).raised(to: 0)
        return -(v * v) / (x * place.beyond(x))
    }

    // The depth of the nearer end and the widest part of the path: the depth bends down between the ends.
    @inline(__always) func stretch(
        first: Wide, last: Wide, xFirst: Wide, xLast: Wide, halfLength: Float
    ) -> (square: Wide, width: Wide) {
        let slack = Wide(curvature * halfLength * halfLength + 1e-3)
        let depth: Wide = (depth(first, xFirst).lowered(to: depth(last, xLast)) - slack).raised(to: 0)
        // x (X − x) is no larger than in the middle of the line and its slope there let it be.
        let middle: Wide = xFirst + Wide(halfLength)
        let beyond = place.beyond(middle)
        return (depth * depth, middle * beyond + (beyond - middle).magnitude * Wide(halfLength))
    }

    @inline(__always) func excess(_ best: Float, _ stretch: (square: Wide, width: Wide)) -> Wide {
        stretch.width * Wide(-best * 1.00001) - stretch.square
    }
}
