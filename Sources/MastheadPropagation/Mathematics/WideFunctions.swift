/// The functions of the equations for sixteen numbers at once, the same to the last bit on every machine.
///
/// Polynomials are least-maximum fits made for this file, in single precision. `WideFunctionsTests` measures the errors
/// stated here over the range of each function.
package enum WideFunctions {
    /// log₂ x for normal numbers above zero: within 2 · 10⁻⁷ + 10⁻⁷ |log₂ x|; near 1 within 3 · 10⁻⁷ of the value.
    ///
    ///     x = 2ᵉ m, √½ ≤ m < √2:   log₂ x = e + (m − 1) P(m − 1)
    @inline(__always) package static func log2(_ x: Wide) -> Wide {
        let bits = x.bits
        // Exponent and mantissa around √½, so that m − 1 is small on both sides of 1.
        let e: WideInts = (bits &- 0x3f35_04f3) &>> 23
        let m = Wide(bits: bits &- (e &<< 23))
        let t: Wide = m - 1
        var p: Wide = t * Wide(0.12926051) + Wide(-0.20893209)
        p = p * t + Wide(0.21521285)
        p = p * t + Wide(-0.23867597)
        p = p * t + Wide(0.28793907)
        p = p * t + Wide(-0.36071625)
        p = p * t + Wide(0.48091027)
        p = p * t + Wide(-0.7213472)
        p = p * t + Wide(1.442695)
        return float(e) + t * p
    }

    /// log₁₀ x.
    @inline(__always) package static func log10(_ x: Wide) -> Wide { log2(x) * Wide(log10Of2) }

    /// 2ˣ, held between 2⁻¹²⁶ and 2¹²⁶: within 2 · 10⁻⁷ of the value, where x is given exactly.
    ///
    ///     x = n + f, |f| ≤ ½:   2ˣ = 2ⁿ P(f)
    @inline(__always) package static func exp2(_ x: Wide) -> Wide {
        let held: Wide = x.lowered(to: 126).raised(to: -126)
        let shifted: Wide = held + Wide(roundingShift)
        let f: Wide = held - (shifted - Wide(roundingShift))
        var p: Wide = f * Wide(0.00015345802) + Wide(0.0013399931)
        p = p * f + Wide(0.009618489)
        p = p * f + Wide(0.055503286)
        p = p * f + Wide(0.24022646)
        p = p * f + Wide(0.6931472)
        p = p * f + Wide(1)
        let n: WideInts = shifted.bits &- (roundingShiftBits &- 127)
        return p * Wide(bits: n &<< 23)
    }

    /// eˣ.
    @inline(__always) package static func exp(_ x: Wide) -> Wide { exp2(x * Wide(log2OfE)) }
    /// 10ˣ.
    @inline(__always) package static func exp10(_ x: Wide) -> Wide { exp2(x * Wide(log2Of10)) }
    /// xʸ for x above zero.
    @inline(__always) package static func power(_ x: Wide, _ y: Wide) -> Wide { exp2(y * log2(x)) }

    /// tanh x: within 2 · 10⁻⁷.
    @inline(__always) package static func tanh(_ x: Wide) -> Wide {
        // Beyond 10 the value is 1 in single precision.
        let e: Wide = exp2(x.lowered(to: 10).raised(to: -10) * Wide(2 * log2OfE))
        return (e - 1) / (e + 1)
    }

    /// √x for x not below zero: within 2 · 10⁻⁷ of the value; 0 for 0.
    ///
    /// Newton's iteration for 1/√x from a guess by the exponent, since `squareRoot()` goes lane by lane.
    @inline(__always) package static func squareRoot(_ x: Wide) -> Wide {
        let half: Wide = x * Wide(0.5)
        let oneAndHalf = Wide(1.5)
        var y = Wide(bits: WideInts(0x5f37_5a86) &- (x.bits &>> 1))
        y = y * (oneAndHalf - half * y * y)
        y = y * (oneAndHalf - half * y * y)
        y = y * (oneAndHalf - half * y * y)
        return x * y
    }

    /// arctan x: within 2 · 10⁻⁷, small x within 10⁻⁷ of the value.
    @inline(__always) package static func arctan(_ x: Wide) -> Wide {
        let t = x.magnitude
        // tan(π/8) and tan(3π/8) divide the range into three, each turned to |u| ≤ tan(π/8).
        let isMiddle: WideMask = t .> Wide(0.41421357)
        let isLarge: WideMask = t .> Wide(2.4142137)
        let upper: Wide = Wide(-1).where(isLarge, else: t - 1)
        let lower: Wide = t.where(isLarge, else: t + 1)
        let u: Wide = (upper / lower).where(isMiddle, else: t)
        let offset: Wide = Wide(1.5707964).where(isLarge, else: Wide(0.7853982).where(isMiddle, else: Wide(0)))
        let z: Wide = u * u
        var p: Wide = z * Wide(-0.0604043) + Wide(0.10575908)
        p = p * z + Wide(-0.1424045)
        p = p * z + Wide(0.19998239)
        p = p * z + Wide(-0.33333308)
        let angle: Wide = offset + (u + u * z * p)
        return angle.where(x .>= 0, else: -angle)
    }

    /// 2 cos(π/3 + arccos(z)/3) for |z| ≤ 1, the root that (24c) of P.1812 takes: within 5 · 10⁻⁷.
    @inline(__always) package static func thirdAngleRoot(_ z: Wide) -> Wide {
        let a = z.magnitude
        var p: Wide = a * Wide(-0.001262799) + Wide(0.006671183)
        p = p * a + Wide(-0.017089661)
        p = p * a + Wide(0.030892953)
        p = p * a + Wide(-0.05017468)
        p = p * a + Wide(0.08897904)
        p = p * a + Wide(-0.2145988)
        p = p * a + Wide(1.5707963)
        let acute: Wide = squareRoot(Wide(1) - a) * p
        let arccos: Wide = acute.where(z .>= 0, else: Wide(3.1415927) - acute)
        // cos(π/3 + α) = sin(π/6 − α)
        let s: Wide = Wide(0.5235988) - arccos * Wide(0.33333334)
        let w: Wide = s * s
        var q: Wide = w * Wide(-0.00019690169) + Wide(0.008333074)
        q = q * w + Wide(-0.16666666)
        return Wide(2) * (s + s * w * q)
    }

    /// The next whole number below, for |x| < 2²².
    @inline(__always) package static func floor(_ x: Wide) -> Wide {
        let nearest: Wide = (x + Wide(roundingShift)) - Wide(roundingShift)
        return (nearest - 1).where(nearest .> x, else: nearest)
    }

    /// Whole numbers of a magnitude below 2²² as integers.
    @inline(__always) package static func whole(_ x: Wide) -> WideInts {
        (x + Wide(roundingShift)).bits &- roundingShiftBits
    }

    /// Which of `count` directions, clockwise from north and all as far apart, is nearest to each vector.
    package static func nearestDirection(_ east: Wide, _ north: Wide, of count: Int) -> WideInts {
        let perRadian = Wide(Float(Double(count) / (2 * .pi)))
        // Within a quarter of a turn from the nearer of north and south.
        let angle: Wide = arctan(east / north)
        let turned: Wide = (angle * perRadian + Wide(Float(count) / 2)).where(north .< 0, else: angle * perRadian)
        let whole = self.whole(floor(turned + Wide(0.5)))
        let n = WideInts(Int32(count))
        let wrapped = (whole &+ n).where(WideInts(0) .> whole, else: whole)
        return wrapped.where(n .> wrapped, else: wrapped &- n)
    }

    /// Whole numbers of a magnitude below 2²² as floating-point numbers.
    @inline(__always) private static func float(_ n: WideInts) -> Wide {
        Wide(bits: n &+ roundingShiftBits) - Wide(roundingShift)
    }

    /// 1.5 · 2²³: adding it rounds to whole numbers, which then stand in the lowest bits.
    private static let roundingShift: Float = 12_582_912
    private static let roundingShiftBits: Int32 = 0x4b40_0000
    static let log2OfE: Float = 1.442695
    static let log2Of10: Float = 3.321928
    static let log10Of2: Float = 0.30103
}
