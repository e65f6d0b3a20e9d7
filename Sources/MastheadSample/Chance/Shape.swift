/// Curves that shape the land, made of exact arithmetic and square roots only.
enum Shape {
    /// 0 below `low`, 1 above `high`, smooth between.
    static func rise(_ x: Double, _ low: Double, _ high: Double) -> Double {
        let t = (x - low) / (high - low)
        if t <= 0 { return 0 }
        if t >= 1 { return 1 }
        return t * t * (3 - 2 * t)
    }

    /// A hump: 1 at zero, a quarter at ±1, and small soon after.
    static func hump(_ z: Double) -> Double {
        let bell = 1 / (1 + z * z)
        return bell * bell
    }

    /// The power 3/8 of a number that is not negative, by square roots.
    static func threeEighths(_ x: Double) -> Double {
        let quarter = x.squareRoot().squareRoot()
        return quarter * quarter.squareRoot()
    }

    /// The cosine of an angle in degrees between −90 and 90, by its series: the C library's may differ by machine.
    static func cosine(degrees: Double) -> Double {
        let radians = degrees * Double.pi / 180
        let square = radians * radians
        var term = 1.0
        var sum = 1.0
        for n in 1...14 {
            term *= -square / Double((2 * n - 1) * (2 * n))
            sum += term
        }
        return sum
    }
}
