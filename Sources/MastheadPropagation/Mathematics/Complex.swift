/// A complex number.
struct Complex: Sendable, Hashable {
    var real: Double
    var imaginary: Double

    /// |z|².
    @inline(__always) var squaredMagnitude: Double { real * real + imaginary * imaginary }
    /// |z|.
    @inline(__always) var magnitude: Double { squaredMagnitude.squareRoot() }

    /// The root with a real part that is not negative.
    var squareRoot: Complex {
        let m = magnitude
        let re = ((m + real) / 2).squareRoot()
        let im = ((m - real) / 2).squareRoot()
        return Complex(real: re, imaginary: imaginary < 0 ? -im : im)
    }

    /// 1/z.
    @inline(__always) var reciprocal: Complex {
        let square = squaredMagnitude
        return Complex(real: real / square, imaginary: -imaginary / square)
    }

    @inline(__always)
    static func - (a: Complex, b: Complex) -> Complex {
        Complex(real: a.real - b.real, imaginary: a.imaginary - b.imaginary)
    }
    @inline(__always)
    static func * (a: Complex, b: Complex) -> Complex {
        Complex(
            real: a.real * b.real - a.imaginary * b.imaginary,
            imaginary: a.real * b.imaginary + a.imaginary * b.real)
    }
    @inline(__always)
    static func / (a: Complex, b: Complex) -> Complex {
        let n = b.squaredMagnitude
        return Complex(
            real: (a.real * b.real + a.imaginary * b.imaginary) / n,
            imaginary: (a.imaginary * b.real - a.real * b.imaginary) / n)
    }
    @inline(__always)
    static func * (a: Complex, factor: Double) -> Complex {
        Complex(real: a.real * factor, imaginary: a.imaginary * factor)
    }
    @inline(__always)
    static func + (a: Complex, b: Complex) -> Complex {
        Complex(real: a.real + b.real, imaginary: a.imaginary + b.imaginary)
    }
}
