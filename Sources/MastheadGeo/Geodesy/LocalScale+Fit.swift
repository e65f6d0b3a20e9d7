extension LocalScale {
    /// A point of the fit: where it lies in the plane and on Earth, and its weight.
    struct Sample {
        var u: Double
        var v: Double
        var east: Double
        var north: Double
        /// The inverse of the distance, so that the error is small against the distance.
        var weight: Double
    }

    /// The powers of u and v of each term, in the order of the coefficients.
    static let terms: [(u: Int, v: Int)] = (0...degree).flatMap { u in
        (0...(degree - u)).compactMap { v in u + v == 0 ? nil : (u, v) }
    }

    /// The weighted least-squares coefficients, by Householder reflections (stable where normal equations are not).
    static func fit(_ samples: [Sample]) -> (east: [Double], north: [Double]) {
        var rows = samples.map { sample in
            terms.map { power(sample.u, $0.u) * power(sample.v, $0.v) * sample.weight }
                + [sample.east * sample.weight, sample.north * sample.weight]
        }
        for column in 0..<termCount {
            var length = 0.0
            for row in column..<rows.count { length += rows[row][column] * rows[row][column] }
            length = length.squareRoot() * (rows[column][column] > 0 ? -1 : 1)
            var mirror = rows.map { $0[column] }
            mirror[column] -= length
            var square = 0.0
            for row in column..<rows.count { square += mirror[row] * mirror[row] }
            for other in column..<(termCount + 2) {
                var product = 0.0
                for row in column..<rows.count { product += mirror[row] * rows[row][other] }
                let factor = 2 * product / square
                for row in column..<rows.count { rows[row][other] -= factor * mirror[row] }
            }
        }
        return (solution(rows, right: termCount), solution(rows, right: termCount + 1))
    }

    private static func solution(_ rows: [[Double]], right: Int) -> [Double] {
        var result = [Double](repeating: 0, count: termCount)
        for row in (0..<termCount).reversed() {
            var sum = rows[row][right]
            for column in (row + 1)..<termCount where row + 1 < termCount { sum -= rows[row][column] * result[column] }
            result[row] = sum / rows[row][row]
        }
        return result
    }

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        var result = 1.0
        for _ in 0..<exponent { result *= base }
        return result
    }
}
