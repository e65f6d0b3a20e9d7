#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A piece of a curve that is linear in decibels over frequency.
public struct DecibelSegment: Sendable, Hashable {
    /// Where it begins, Hz.
    public let fromHertz: Double
    /// Where it ends, Hz; above its beginning.
    public let toHertz: Double
    /// The level at its beginning, dB.
    public let fromDB: Double
    /// The level at its end, dB.
    public let toDB: Double

    /// A piece between two frequencies.
    public init(fromHertz: Double, toHertz: Double, fromDB: Double, toDB: Double) {
        precondition(fromHertz < toHertz, "a segment ends above its beginning")
        self.fromHertz = fromHertz
        self.toHertz = toHertz
        self.fromDB = fromDB
        self.toDB = toDB
    }

    /// The level at a frequency of the piece, dB.
    public func levelDB(atHertz hertz: Double) -> Double {
        // Level pieces may reach to infinity.
        fromDB == toDB ? fromDB : fromDB + (toDB - fromDB) * ((hertz - fromHertz) / (toHertz - fromHertz))
    }

    /// The same piece with its frequencies' signs changed.
    var mirrored: DecibelSegment {
        DecibelSegment(fromHertz: -toHertz, toHertz: -fromHertz, fromDB: toDB, toDB: fromDB)
    }

    /// ∫ 10^(L/10) df between two frequencies where L runs linearly from one level to the other, in closed form.
    ///
    ///     ∫ = w · 10^(L_max/10) · (1 − e^−x)/x,   x = ln 10 / 10 · |L₂ − L₁|
    ///
    /// Exact but for rounding: the stronger end is taken out, so that nothing overflows, and small x keep their digits.
    static func power(width: Double, fromDB: Double, toDB: Double) -> Double {
        let x = abs(toDB - fromDB) * (log(10) / 10)
        return width * pow(10, max(fromDB, toDB) / 10) * (x > 0 ? -expm1(-x) / x : 1)
    }
}
