/// Four neighbouring points of a profile, worked on together.
typealias Lanes = SIMD4<Double>

extension Lanes {
    /// The lanes without their signs.
    @inline(__always) var magnitudes: Lanes { replacing(with: -self, where: self .< Lanes.zero) }

    /// The largest lane.
    @inline(__always) var largest: Double { Swift.max(Swift.max(self[0], self[1]), Swift.max(self[2], self[3])) }
    /// The sum of the lanes, in a fixed order.
    @inline(__always) var total: Double { (self[0] + self[1]) + (self[2] + self[3]) }

    /// Takes over the lanes of `candidate` that are larger.
    @inline(__always) mutating func raise(to candidate: Lanes) {
        replace(with: candidate, where: candidate .> self)
    }
}

extension Span where Element == Double {
    /// The four values from `index` on.
    @inline(__always)
    func lanes(at index: Int) -> Lanes {
        // SAFETY: every caller keeps `index` ≥ 0 and `index + 3` below the count of the profile, whose arrays all have
        // the count that the caller checked once; 8 is the stride of Double.
        unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index &* 8, as: Lanes.self)
    }

    /// The values from `index` on, the one at `last` repeated beyond it; harmless where only maxima are taken.
    @inline(__always)
    func lanes(at index: Int, notBeyond last: Int) -> Lanes {
        Lanes(self[index], self[min(index + 1, last)], self[min(index + 2, last)], self[min(index + 3, last)])
    }
}

/// The largest value seen in each lane, and where.
struct LaneMaximum {
    var value = Lanes(repeating: -.infinity)
    var index = SIMD4<Int64>(repeating: 0)

    /// Keeps the first of equal values.
    @inline(__always) mutating func raise(to candidate: Lanes, at indices: SIMD4<Int64>) {
        let larger = candidate .> value
        value.replace(with: candidate, where: larger)
        index.replace(with: indices, where: larger)
    }

    /// Keeps the last of equal values.
    @inline(__always) mutating func raiseKeepingLast(to candidate: Lanes, at indices: SIMD4<Int64>) {
        let larger = candidate .>= value
        value.replace(with: candidate, where: larger)
        index.replace(with: indices, where: larger)
    }

    /// The largest value and its first place.
    var first: (value: Double, index: Int) {
        let value = value.largest
        var index = Int64.max
        for lane in 0..<4 where self.value[lane] == value { index = min(index, self.index[lane]) }
        return (value, Int(index))
    }

    /// The largest value and its last place.
    var last: (value: Double, index: Int) {
        let value = value.largest
        var index: Int64 = 0
        for lane in 0..<4 where self.value[lane] == value { index = max(index, self.index[lane]) }
        return (value, Int(index))
    }
}
