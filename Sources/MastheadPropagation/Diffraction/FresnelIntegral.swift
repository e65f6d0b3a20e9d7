/// The Fresnel integrals C(x) = ∫₀ˣ cos(πt²/2) dt and S(x) = ∫₀ˣ sin(πt²/2) dt.
///
/// Source: Recommendation ITU-R P.526-16, §2.7; the series and the continued fraction of the complex error function are
/// those of Abramowitz and Stegun, 7.3.11, 7.3.13 and 7.1.14.
enum FresnelIntegral {
    /// Both integrals at `x`, accurate to a few units of the last place of 1.
    static func cosineAndSine(_ x: Double) -> (c: Double, s: Double) {
        let magnitude = abs(x)
        let (c, s) = magnitude < 1.5 ? series(magnitude) : continuedFraction(magnitude)
        return x < 0 ? (-c, -s) : (c, s)
    }

    private static func series(_ x: Double) -> (Double, Double) {
        // The terms (π x²/2)ⁿ x / n! of exp, each over 2n + 1, dealt to C and S with the signs of iⁿ.
        let t = Double.pi / 2 * x * x
        var term = x
        var parts = (c: x, s: 0.0)
        for n in 1...60 {
            term *= t / Double(n)
            let addend = term / Double(2 * n + 1)
            switch n % 4 {
            case 0: parts.c += addend
            case 1: parts.s += addend
            case 2: parts.c -= addend
            default: parts.s -= addend
            }
            if addend < 1e-18 { break }
        }
        return (parts.c, parts.s)
    }

    private static func continuedFraction(_ x: Double) -> (Double, Double) {
        // C + iS = (1 + i)/2 · (1 − e^{iπx²/2} · F),  F the fraction of erfc(z)·√π·e^{z²}, z = √π/2 (1 − i) x:
        // √π e^{z²} erfc(z) = 2z / (2z² + 1 − 1·2/(2z² + 5 − 3·4/(2z² + 9 − …))), with 2z² = −iπx².
        let imaginary = -Double.pi * x * x
        var fraction = Complex(real: 0, imaginary: 0)
        for k in stride(from: 120, through: 1, by: -1) {
            let b = Complex(real: Double(4 * k + 1), imaginary: imaginary)
            let a = Double(2 * k) * Double(2 * k - 1)
            fraction = (b - fraction).reciprocal * a
        }
        let whole = (Complex(real: 1, imaginary: imaginary) - fraction).reciprocal
        // erfc(z) = e^{−z²} · 2z/√π · whole, and 2z/√π = (1 − i) x, −z² = iπx²/2.
        let angle = Double.pi / 2 * x * x
        let erfc =
            Complex(real: Elementary.cos(angle), imaginary: Elementary.sin(angle)) * Complex(real: x, imaginary: -x)
            * whole
        let value = Complex(real: 0.5, imaginary: 0.5) * (Complex(real: 1, imaginary: 0) - erfc)
        return (value.real, value.imaginary)
    }
}
