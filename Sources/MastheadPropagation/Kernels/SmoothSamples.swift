/// The Bullington construction over a smooth Earth seen at the points of a radial, for sixteen receivers.
///
/// The wide form of `SmoothPath`, which gives the reasons: each function has one maximum, so that only the points beside
/// it are tried. Distances are counted in points.
struct SmoothSamples {
    /// ν √λ, √m.
    let nu: Wide

    init(
        _ batch: borrowing ReceiverBatch, h1: Wide, h2: Wide, bendPerKilometre: Float, stepKilometres step: Float
    ) {
        let c: Float = bendPerKilometre * step * step
        let whole = batch[.wholePoints]
        let rest = batch[.restPoints]
        let X: Wide = whole + rest
        let last = batch[.points]
        let D = batch[.length]
        let rise: Wide = (h2 - h1) / X

        // Stim (13): c (X − x) − h1/x is largest at √(h1/c); Srim (17) is its mirror image.
        @inline(__always) func beyond(_ x: Wide) -> Wide { (whole - x) + rest }
        @inline(__always) func forward(_ x: Wide) -> Wide { beyond(x) * Wide(c) - h1 / x }
        @inline(__always) func back(_ x: Wide) -> Wide { x * Wide(c) - h2 / beyond(x) }
        let near: Wide = WideFunctions.floor(WideFunctions.squareRoot(h1 * Wide(1 / c)).lowered(to: last)).raised(to: 1)
        let Stim: Wide = forward(near).raised(to: forward((near + 1).lowered(to: last)))
        let place: Wide = (X - WideFunctions.squareRoot(h2 * Wide(1 / c))).raised(to: 1).lowered(to: last)
        let far: Wide = WideFunctions.floor(place)
        let Srim: Wide = back(far).raised(to: back((far + 1).lowered(to: last)))

        let isInSight: WideMask = Stim .< rise
        // (18), (19)
        let xbp: Wide = (h2 - h1 + Srim * X) / (Stim + Srim)
        let isEdge: WideMask = (xbp .> 0) .& (xbp .< X)
        let spread: Wide = (Wide(0.002) * D / (xbp * (X - xbp))).where(isEdge, else: Wide(0))
        let height: Wide = xbp * (Stim - rise)
        let hidden: Wide = (height * WideFunctions.squareRoot(spread) * Wide(1 / step)).where(isEdge, else: Wide(0))
        guard any(isInSight) else {
            nu = hidden
            return
        }
        let q = Self.largestClearance(h1: h1, rise: rise, X: X, last: last, c)
        let magnitude: Wide = WideFunctions.squareRoot(q.magnitude * D * Wide(0.002)) * Wide(1 / step)
        let inSight: Wide = magnitude.where(q .>= 0, else: -magnitude)
        nu = inSight.where(isInSight, else: hidden)
    }

    /// The largest v |v| / (x (X − x)), v the height of the smooth Earth over the line, by bisection for the sign of the
    /// slope, (X − 2x)(c P + h1 + s x) − 2 s P.
    @inline(__always)
    private static func largestClearance(h1: Wide, rise s: Wide, X: Wide, last: Wide, _ c: Float) -> Wide {
        var low = Wide(1)
        var high = last
        var span = last.largest
        while span > 1 {
            let middle: Wide = WideFunctions.floor((low + high) * Wide(0.5))
            let P: Wide = middle * (X - middle)
            let line: Wide = h1 + s * middle
            let turn: Wide = (X - middle * Wide(2)) * (P * Wide(c) + line) - s * P * Wide(2)
            let isRising: WideMask = (turn .> 0) .& (low .< high)
            high = high.where(isRising, else: middle.where(low .< high, else: high))
            low = (middle + 1).where(isRising, else: low)
            span *= 0.5
        }
        @inline(__always) func term(_ x: Wide) -> Wide {
            let P: Wide = x * (X - x)
            let v: Wide = P * Wide(c) - (h1 + s * x)
            return v * v.magnitude / P
        }
        return term((low - 1).raised(to: 1)).raised(to: term(low))
    }
}
