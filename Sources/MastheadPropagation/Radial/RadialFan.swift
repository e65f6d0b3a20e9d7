/// The directions in which a mast is swept: so many that its neighbours lie half a cell apart at the rim.
///
/// Directions are counted clockwise from the grid's north. Sine and cosine are series of their own, so that the places of
/// points, and so the results, do not depend on the C library of a machine.
package struct RadialFan {
    /// The number of radials.
    package let count: Int

    /// Radials half a cell apart at a distance.
    package init(radiusMetres: Double, cellMetres: Double) {
        // 4 π R / cell, rounded up to a multiple of four, so that the grid's axes are among the radials.
        let needed = 4 * Double.pi * radiusMetres / cellMetres
        count = max(8, Int((needed / 4).rounded(.up)) * 4)
    }

    /// The radial nearest to each of sixteen vectors, cells east and north.
    @inline(__always)
    package func nearest(_ east: SIMD16<Float>, _ north: SIMD16<Float>) -> SIMD16<Int32> {
        WideFunctions.nearestDirection(Wide(east), Wide(north), of: count).vector
    }

    /// The unit vector of a radial, east and north.
    package func direction(_ index: Int) -> (east: Double, north: Double) {
        let quarter = count / 4
        let turn = 2 * Double.pi * Double(index % quarter) / Double(count)
        let (sine, cosine) = Self.sineAndCosine(turn)
        switch index / quarter {
        case 0: return (sine, cosine)
        case 1: return (cosine, -sine)
        case 2: return (-sine, -cosine)
        default: return (-cosine, sine)
        }
    }

    /// Sine and cosine of an angle from 0 to π/2 by their series, whose next terms are below 10⁻¹⁷.
    private static func sineAndCosine(_ x: Double) -> (Double, Double) {
        let z = x * x
        var sine = 1.0
        var cosine = 1.0
        var n = 22.0
        while n >= 2 {
            cosine = 1 - z / (n * (n - 1)) * cosine
            sine = 1 - z / (n * (n + 1)) * sine
            n -= 2
        }
        return (x * sine, cosine)
    }
}
