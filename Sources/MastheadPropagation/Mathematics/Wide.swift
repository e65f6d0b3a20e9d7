import CWide

/// Sixteen numbers that are worked on together: sixteen receivers of a radial, or sixteen neighbouring points.
///
/// Sixteen on every machine, whatever its vectors are: so that the same operations are done in the same order, and the
/// results are the same to the last bit. They are kept as four times four, the vectors that every machine has, and worked
/// on by operations that are vectors from the start: those of the standard library's `SIMD16` go lane by lane, and the
/// optimizer finds vectors of two in them where there could be four, in a long function at least.
package struct Wide: BitwiseCopyable, Sendable, Equatable {
    fileprivate typealias Four = SIMD4<Float>
    private var a, b, c, d: Four

    @inline(__always) private init(_ a: Four, _ b: Four, _ c: Four, _ d: Four) {
        self.a = a
        self.b = b
        self.c = c
        self.d = d
    }

    /// Zero in all lanes.
    @inline(__always) package init() { self.init(0) }
    /// The same number in all lanes.
    @inline(__always) package init(_ value: Float) {
        let four = Four(repeating: value)
        self.init(four, four, four, four)
    }
    /// The same number in all lanes.
    @inline(__always) package init(repeating value: Float) { self.init(value) }
    /// The lanes of a vector of the standard library.
    @inline(__always) package init(_ lanes: SIMD16<Float>) {
        // SAFETY: both are sixteen numbers of 32 bits one after the other.
        self = unsafe unsafeBitCast(lanes, to: Wide.self)
    }

    /// 0, 1, … 15.
    @inline(__always) static var lanes: Wide {
        Wide(Four(0, 1, 2, 3), Four(4, 5, 6, 7), Four(8, 9, 10, 11), Four(12, 13, 14, 15))
    }

    /// The number of one lane.
    package subscript(_ lane: Int) -> Float {
        @inline(__always) get {
            switch lane >> 2 {
            case 0: a[lane & 3]
            case 1: b[lane & 3]
            case 2: c[lane & 3]
            default: d[lane & 3]
            }
        }
        @inline(__always) set {
            switch lane >> 2 {
            case 0: a[lane & 3] = newValue
            case 1: b[lane & 3] = newValue
            case 2: c[lane & 3] = newValue
            default: d[lane & 3] = newValue
            }
        }
    }

    /// The bits of the lanes.
    @inline(__always) var bits: WideInts { WideInts(CFourBits(a), CFourBits(b), CFourBits(c), CFourBits(d)) }
    /// The numbers with these bits.
    @inline(__always) init(bits: WideInts) {
        self.init(CFourFromBits(bits.a), CFourFromBits(bits.b), CFourFromBits(bits.c), CFourFromBits(bits.d))
    }
}

// Operators lane by lane, also with one number for all lanes.
extension Wide {
    @inline(__always) package static func + (x: Wide, y: Wide) -> Wide {
        Wide(CFourAdd(x.a, y.a), CFourAdd(x.b, y.b), CFourAdd(x.c, y.c), CFourAdd(x.d, y.d))
    }
    @inline(__always) package static func + (x: Wide, y: Float) -> Wide { x + Wide(y) }
    @inline(__always) package static func - (x: Wide, y: Wide) -> Wide {
        Wide(CFourSubtract(x.a, y.a), CFourSubtract(x.b, y.b), CFourSubtract(x.c, y.c), CFourSubtract(x.d, y.d))
    }
    @inline(__always) package static func - (x: Wide, y: Float) -> Wide { x - Wide(y) }
    @inline(__always) package static func * (x: Wide, y: Wide) -> Wide {
        Wide(CFourMultiply(x.a, y.a), CFourMultiply(x.b, y.b), CFourMultiply(x.c, y.c), CFourMultiply(x.d, y.d))
    }
    @inline(__always) package static func / (x: Wide, y: Wide) -> Wide {
        Wide(CFourDivide(x.a, y.a), CFourDivide(x.b, y.b), CFourDivide(x.c, y.c), CFourDivide(x.d, y.d))
    }
    @inline(__always) package static prefix func - (x: Wide) -> Wide {
        Wide(CFourNegate(x.a), CFourNegate(x.b), CFourNegate(x.c), CFourNegate(x.d))
    }
    @inline(__always) static func += (x: inout Wide, y: Wide) { x = x + y }
    @inline(__always) static func *= (x: inout Wide, y: Wide) { x = x * y }

    @inline(__always) package static func .> (x: Wide, y: Wide) -> WideMask {
        WideMask(
            WideInts(CFourGreater(x.a, y.a), CFourGreater(x.b, y.b), CFourGreater(x.c, y.c), CFourGreater(x.d, y.d)))
    }
    @inline(__always) package static func .>= (x: Wide, y: Wide) -> WideMask {
        WideMask(
            WideInts(CFourNotLess(x.a, y.a), CFourNotLess(x.b, y.b), CFourNotLess(x.c, y.c), CFourNotLess(x.d, y.d)))
    }
    @inline(__always) package static func .== (x: Wide, y: Wide) -> WideMask {
        WideMask(
            WideInts(CFourEqual(x.a, y.a), CFourEqual(x.b, y.b), CFourEqual(x.c, y.c), CFourEqual(x.d, y.d)))
    }
    @inline(__always) package static func .< (x: Wide, y: Wide) -> WideMask { y .> x }
    @inline(__always) package static func .<= (x: Wide, y: Wide) -> WideMask { y .>= x }
    @inline(__always) package static func .> (x: Wide, y: Float) -> WideMask { x .> Wide(y) }
    @inline(__always) package static func .>= (x: Wide, y: Float) -> WideMask { x .>= Wide(y) }
    @inline(__always) package static func .< (x: Wide, y: Float) -> WideMask { x .< Wide(y) }
    @inline(__always) package static func .<= (x: Wide, y: Float) -> WideMask { x .<= Wide(y) }
}

extension Wide {
    /// The larger of both, lane by lane; this one where they are equal.
    @inline(__always) func raised(to other: Wide) -> Wide {
        Wide(
            CFourLarger(a, other.a), CFourLarger(b, other.b), CFourLarger(c, other.c), CFourLarger(d, other.d))
    }
    /// The smaller of both, lane by lane; this one where they are equal.
    @inline(__always) func lowered(to other: Wide) -> Wide {
        Wide(
            CFourSmaller(a, other.a), CFourSmaller(b, other.b), CFourSmaller(c, other.c), CFourSmaller(d, other.d))
    }
    /// The larger of the lane and a number.
    @inline(__always) func raised(to other: Float) -> Wide { raised(to: Wide(other)) }
    /// The smaller of the lane and a number.
    @inline(__always) func lowered(to other: Float) -> Wide { lowered(to: Wide(other)) }
    /// This where `mask` holds, else `other`.
    @inline(__always) package func `where`(_ mask: WideMask, else other: Wide) -> Wide {
        let bits = mask.bits
        return Wide(
            CFourSelect(bits.a, a, other.a), CFourSelect(bits.b, b, other.b), CFourSelect(bits.c, c, other.c),
            CFourSelect(bits.d, d, other.d))
    }
    /// Without sign.
    @inline(__always) var magnitude: Wide { Wide(bits: bits & WideInts(0x7fff_ffff)) }

    /// The largest lane.
    @inline(__always) var largest: Float {
        CFourLargest(CFourLarger(CFourLarger(a, c), CFourLarger(b, d)))
    }
}

/// Sixteen whole numbers of 32 bits, which wrap around.
package struct WideInts: BitwiseCopyable, Sendable {
    fileprivate var a, b, c, d: SIMD4<Int32>

    @inline(__always) fileprivate init(
        _ a: SIMD4<Int32>, _ b: SIMD4<Int32>, _ c: SIMD4<Int32>, _ d: SIMD4<Int32>
    ) {
        self.a = a
        self.b = b
        self.c = c
        self.d = d
    }

    /// The same number in all lanes.
    @inline(__always) package init(_ value: Int32) {
        let four = SIMD4<Int32>(repeating: value)
        self.init(four, four, four, four)
    }

    /// As a vector of the standard library.
    @inline(__always) package var vector: SIMD16<Int32> {
        // SAFETY: both are sixteen numbers of 32 bits one after the other.
        unsafe unsafeBitCast(self, to: SIMD16<Int32>.self)
    }

    @inline(__always) static func &+ (x: WideInts, y: WideInts) -> WideInts {
        WideInts(
            CFourIntsAdd(x.a, y.a), CFourIntsAdd(x.b, y.b), CFourIntsAdd(x.c, y.c), CFourIntsAdd(x.d, y.d))
    }
    @inline(__always) static func &- (x: WideInts, y: WideInts) -> WideInts {
        WideInts(
            CFourIntsSubtract(x.a, y.a), CFourIntsSubtract(x.b, y.b), CFourIntsSubtract(x.c, y.c),
            CFourIntsSubtract(x.d, y.d))
    }
    @inline(__always) static func &* (x: WideInts, y: WideInts) -> WideInts {
        WideInts(
            CFourIntsMultiply(x.a, y.a), CFourIntsMultiply(x.b, y.b), CFourIntsMultiply(x.c, y.c),
            CFourIntsMultiply(x.d, y.d))
    }
    @inline(__always) static func & (x: WideInts, y: WideInts) -> WideInts {
        WideInts(
            CFourIntsAnd(x.a, y.a), CFourIntsAnd(x.b, y.b), CFourIntsAnd(x.c, y.c), CFourIntsAnd(x.d, y.d))
    }
    @inline(__always) static func | (x: WideInts, y: WideInts) -> WideInts {
        WideInts(
            CFourIntsOr(x.a, y.a), CFourIntsOr(x.b, y.b), CFourIntsOr(x.c, y.c), CFourIntsOr(x.d, y.d))
    }
    @inline(__always) static func &- (x: WideInts, y: Int32) -> WideInts { x &- WideInts(y) }
    @inline(__always) static func &+ (x: WideInts, y: Int32) -> WideInts { x &+ WideInts(y) }
    @inline(__always) static func &<< (x: WideInts, y: Int32) -> WideInts {
        WideInts(CFourIntsUp(x.a, y), CFourIntsUp(x.b, y), CFourIntsUp(x.c, y), CFourIntsUp(x.d, y))
    }
    @inline(__always) static func &>> (x: WideInts, y: Int32) -> WideInts {
        WideInts(CFourIntsDown(x.a, y), CFourIntsDown(x.b, y), CFourIntsDown(x.c, y), CFourIntsDown(x.d, y))
    }
    @inline(__always) static prefix func ~ (x: WideInts) -> WideInts {
        WideInts(CFourIntsNot(x.a), CFourIntsNot(x.b), CFourIntsNot(x.c), CFourIntsNot(x.d))
    }
    @inline(__always) static func .> (x: WideInts, y: WideInts) -> WideMask {
        WideMask(
            WideInts(
                CFourIntsGreater(x.a, y.a), CFourIntsGreater(x.b, y.b), CFourIntsGreater(x.c, y.c),
                CFourIntsGreater(x.d, y.d)))
    }
    /// This where `mask` holds, else `other`.
    @inline(__always) func `where`(_ mask: WideMask, else other: WideInts) -> WideInts {
        (self & mask.bits) | (other & ~mask.bits)
    }
    /// Whether any bit is set.
    @inline(__always) fileprivate var isAnySet: Bool {
        CFourIntsAny(CFourIntsOr(CFourIntsOr(a, b), CFourIntsOr(c, d)))
    }
}

/// One answer for each lane.
package struct WideMask: BitwiseCopyable, Sendable {
    /// All bits of a lane where it holds, else none.
    fileprivate let bits: WideInts

    @inline(__always) fileprivate init(_ bits: WideInts) { self.bits = bits }
    /// The same answer in all lanes.
    @inline(__always) init(repeating answer: Bool) { bits = WideInts(answer ? -1 : 0) }

    @inline(__always) static func .& (x: WideMask, y: WideMask) -> WideMask { WideMask(x.bits & y.bits) }
    @inline(__always) static func .| (x: WideMask, y: WideMask) -> WideMask { WideMask(x.bits | y.bits) }
    @inline(__always) static prefix func .! (x: WideMask) -> WideMask { WideMask(~x.bits) }

    @inline(__always) fileprivate var isAny: Bool { bits.isAnySet }
}

/// Whether a mask holds in any lane.
@inline(__always) func any(_ mask: WideMask) -> Bool { mask.isAny }

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
    @inline(__always) subscript(wide index: Int) -> WideInts {
        // SAFETY: as above.
        get { unsafe UnsafeRawPointer(values + index).loadUnaligned(as: WideInts.self) }
        nonmutating set {
            unsafe UnsafeMutableRawPointer(values + index).storeBytes(of: newValue, as: WideInts.self)
        }
    }
}
