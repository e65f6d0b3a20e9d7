/// Sixteen numbers that are worked on together: sixteen receivers of a radial, or sixteen neighbouring points.
///
/// Sixteen on every machine, whatever its vectors are: so that the same operations are done in the same order, and the
/// results are the same to the last bit. Only operations that compile to vector instructions are used; `pointwiseMax`,
/// `rounded`, `addingProduct` and `squareRoot` of the standard library go lane by lane, or depend on the machine.
package typealias Wide = SIMD16<Float>
/// One answer for each lane.
package typealias WideMask = SIMDMask<SIMD16<Int32>>

extension Wide {
    /// The same number in all lanes.
    @inline(__always) init(_ value: Float) { self.init(repeating: value) }

    /// 0, 1, … 15.
    @inline(__always) static var lanes: Wide {
        Wide(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    }

    /// The larger of both, lane by lane; this one where they are equal.
    @inline(__always) func raised(to other: Wide) -> Wide { replacing(with: other, where: other .> self) }
    /// The smaller of both, lane by lane; this one where they are equal.
    @inline(__always) func lowered(to other: Wide) -> Wide { replacing(with: other, where: other .< self) }
    /// The larger of the lane and a number.
    @inline(__always) func raised(to other: Float) -> Wide { raised(to: Wide(other)) }
    /// The smaller of the lane and a number.
    @inline(__always) func lowered(to other: Float) -> Wide { lowered(to: Wide(other)) }
    /// This where `mask` holds, else `other`.
    @inline(__always) func `where`(_ mask: WideMask, else other: Wide) -> Wide {
        other.replacing(with: self, where: mask)
    }
    /// Without sign.
    @inline(__always) var magnitude: Wide {
        Wide(bits: bits & SIMD16<Int32>(repeating: 0x7fff_ffff))
    }

    /// The largest lane.
    @inline(__always) var largest: Float {
        let eight: SIMD8<Float> = lowHalf.replacing(with: highHalf, where: highHalf .> lowHalf)
        let four: SIMD4<Float> = eight.lowHalf.replacing(with: eight.highHalf, where: eight.highHalf .> eight.lowHalf)
        let two: SIMD2<Float> = four.lowHalf.replacing(with: four.highHalf, where: four.highHalf .> four.lowHalf)
        return two[0] > two[1] ? two[0] : two[1]
    }

    /// The bits of the lanes.
    @inline(__always) var bits: SIMD16<Int32> {
        // SAFETY: both are sixteen words of 32 bits, and every pattern of bits is a value of either.
        unsafe unsafeBitCast(self, to: SIMD16<Int32>.self)
    }

    /// The numbers with these bits.
    @inline(__always) init(bits: SIMD16<Int32>) {
        // SAFETY: as for ``bits``.
        self = unsafe unsafeBitCast(bits, to: Wide.self)
    }
}

/// A row of values for vector loads: room for whole vectors beyond its end, no counts, no checks.
///
/// It belongs to the radial form, whose callers check counts once for a radial.
@safe struct Row<Element: BitwiseCopyable>: ~Copyable {
    private let values: UnsafeMutablePointer<Element>
    /// How many values there is room for.
    let capacity: Int

    /// Room for at least `capacity` values and two vectors more, all the same.
    init(capacity: Int, filledWith value: Element) {
        self.capacity = (capacity + 47) / 16 * 16
        unsafe values = .allocate(capacity: self.capacity)
        unsafe values.initialize(repeating: value, count: self.capacity)
    }

    deinit { unsafe values.deallocate() }

    /// The value at a place below the capacity.
    @inline(__always) subscript(_ index: Int) -> Element {
        // SAFETY: rows are private to the radial form, which checks the count of a radial against the capacity at its
        // start, and asks for places below that count.
        get { unsafe values[index] }
        nonmutating set { unsafe values[index] = newValue }
    }
}

extension Row where Element == Float {
    /// A row of zeros.
    init(capacity: Int) { self.init(capacity: capacity, filledWith: 0) }

    /// Sixteen numbers from a place on.
    @inline(__always) subscript(wide index: Int) -> Wide {
        // SAFETY: as above; there is room for two vectors beyond the count.
        get { unsafe UnsafeRawPointer(values + index).loadUnaligned(as: Wide.self) }
        nonmutating set { unsafe UnsafeMutableRawPointer(values + index).storeBytes(of: newValue, as: Wide.self) }
    }
}

extension Row where Element == Int32 {
    /// Sixteen numbers from a place on.
    @inline(__always) subscript(wide index: Int) -> SIMD16<Int32> {
        // SAFETY: as above.
        get { unsafe UnsafeRawPointer(values + index).loadUnaligned(as: SIMD16<Int32>.self) }
        nonmutating set {
            unsafe UnsafeMutableRawPointer(values + index).storeBytes(of: newValue, as: SIMD16<Int32>.self)
        }
    }
}
