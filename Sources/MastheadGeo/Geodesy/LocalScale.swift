import Foundation
public import MastheadCore

/// True distance and azimuth from one site to points of the grid's plane, fast enough for an inner loop.
///
/// The plane of an equal-area grid is neither equidistant nor conformal. Around a site, the true east and north components
/// of the geodesic (distance times sine and cosine of its azimuth) are smooth functions of the vector in the plane; they
/// are fitted once per site by polynomials of the fifth degree without a constant term:
///
///     E(u, v) = Σ aᵢⱼ uⁱ vʲ,   N(u, v) = Σ bᵢⱼ uⁱ vʲ,   1 ≤ i + j ≤ 5,   u = Δx / r,   v = Δy / r
///
/// Within the reach given to `init` the distance is right to 1e-6 of itself and the azimuth to 1e-6 rad for projections in
/// use at the latitudes they are made for; a value type without locks or allocation.
public struct LocalScale: Sendable {
    /// The site in the plane of the grid.
    public let site: PlanePoint
    /// The distance within which the polynomials were fitted.
    public let reach: Length
    /// Coefficients in the order of `Self.terms`, metres.
    private let east: Coefficients
    private let north: Coefficients
    private let perReach: Double

    /// The degree of the polynomials.
    static let degree = 5
    /// Number of terms: all uⁱ vʲ with 1 ≤ i + j ≤ 5.
    static let termCount = 20

    private typealias Coefficients = InlineArray<20, Double>

    /// Fits the scale around a site.
    ///
    /// - Parameters:
    ///   - grid: The grid whose plane is meant.
    ///   - site: The site in that plane.
    ///   - reach: How far points will lie from it.
    /// - Throws: `bad-crs` when the projection has no place for the site or its surroundings.
    public init(_ grid: Grid, site: PlanePoint, reach: Length = Length(kilometres: 100)) throws(MastheadError) {
        try self.init(GridLocator(grid), site: site, reach: reach)
    }

    /// Fits the scale around a site with a locator that is already open; for loops over many sites.
    public init(
        _ locator: borrowing GridLocator, site: PlanePoint, reach: Length = Length(kilometres: 100)
    ) throws(MastheadError) {
        precondition(reach.metres > 0, "a site reaches somewhere")
        self.site = site
        self.reach = reach
        perReach = 1 / reach.metres
        let centre = try locator.geographic(of: site)
        var samples: [Sample] = []
        // Rings of directions denser towards the rim: a fifth-degree fit needs six radii and more than ten directions.
        for ring in 1...8 {
            let radius = Double(ring) / 8
            for direction in 0..<20 {
                let angle = 2 * Double.pi * (Double(direction) + 0.5 * Double(ring % 2)) / 20
                let u = radius * sin(angle)
                let v = radius * cos(angle)
                let point = PlanePoint(x: site.x + u * reach.metres, y: site.y + v * reach.metres)
                let line = Geodesic.inverse(from: centre, to: try locator.geographic(of: point))
                let azimuth = line.bearingDegrees * .pi / 180
                samples.append(
                    Sample(
                        u: u, v: v, east: line.metres * sin(azimuth), north: line.metres * cos(azimuth),
                        weight: 1 / radius))
            }
        }
        let fit = Self.fit(samples)
        east = Coefficients { fit.east[$0] }
        north = Coefficients { fit.north[$0] }
    }

    /// The true distance from the site, m.
    @inline(__always)
    public func groundDistanceMetres(to point: PlanePoint) -> Double {
        let vector = trueVector(to: point)
        return (vector.east * vector.east + vector.north * vector.north).squareRoot()
    }

    /// The azimuth at the site, radians clockwise from true north, −π to π.
    public func azimuthRadians(to point: PlanePoint) -> Double {
        let vector = trueVector(to: point)
        return atan2(vector.east, vector.north)
    }

    /// The bearing at the site, clockwise from true north.
    public func bearing(to point: PlanePoint) -> Angle { Angle(radians: azimuthRadians(to: point)) }

    /// The true vector from the site: distance times sine and cosine of the azimuth, m.
    ///
    /// Distance and azimuth of many points cost one evaluation each this way.
    public func trueVector(to point: PlanePoint) -> (east: Double, north: Double) {
        let u = (point.x - site.x) * perReach
        let v = (point.y - site.y) * perReach
        return (Self.polynomial(east, u, v), Self.polynomial(north, u, v))
    }

    /// The true vectors of eight points at once, to the last bit those of ``trueVector(to:)``.
    ///
    /// - Parameters:
    ///   - dx: How far east of the site in the plane, m.
    ///   - dy: How far north.
    public func trueVectors(_ dx: SIMD8<Double>, _ dy: SIMD8<Double>) -> (east: SIMD8<Double>, north: SIMD8<Double>) {
        let u: SIMD8<Double> = dx * perReach
        let v: SIMD8<Double> = dy * perReach
        return (Self.polynomials(east, u, v), Self.polynomials(north, u, v))
    }

    /// As ``polynomial(_:_:_:)``, in the same order of operations.
    @inline(__always)
    private static func polynomials(
        _ c: borrowing Coefficients, _ u: SIMD8<Double>, _ v: SIMD8<Double>
    ) -> SIMD8<Double> {
        var row0: SIMD8<Double> = v * c[4] + c[3]
        row0 = v * row0 + c[2]
        row0 = v * row0 + c[1]
        row0 = v * (v * row0 + c[0])
        var row1: SIMD8<Double> = v * c[9] + c[8]
        row1 = v * row1 + c[7]
        row1 = v * row1 + c[6]
        row1 = v * row1 + c[5]
        var row2: SIMD8<Double> = v * c[13] + c[12]
        row2 = v * row2 + c[11]
        row2 = v * row2 + c[10]
        let row3: SIMD8<Double> = v * (v * c[16] + c[15]) + c[14]
        let row4: SIMD8<Double> = v * c[18] + c[17]
        var sum: SIMD8<Double> = u * c[19] + row4
        sum = u * sum + row3
        sum = u * sum + row2
        sum = u * sum + row1
        return u * sum + row0
    }

    /// Horner's scheme in u over Horner's scheme in v; the terms stand as u⁰v¹…u⁰v⁵, u¹v⁰…u¹v⁴, …, u⁵v⁰.
    @inline(__always)
    private static func polynomial(_ c: Coefficients, _ u: Double, _ v: Double) -> Double {
        let row0 = v * (c[0] + v * (c[1] + v * (c[2] + v * (c[3] + v * c[4]))))
        let row1 = c[5] + v * (c[6] + v * (c[7] + v * (c[8] + v * c[9])))
        let row2 = c[10] + v * (c[11] + v * (c[12] + v * c[13]))
        let row3 = c[14] + v * (c[15] + v * c[16])
        let row4 = c[17] + v * c[18]
        return row0 + u * (row1 + u * (row2 + u * (row3 + u * (row4 + u * c[19]))))
    }
}
