/// A small generator of pseudo-random numbers: SplitMix64, with streams that do not disturb one another.
///
/// Each part of the sample draws from a stream of its own, named by what it decides, so that one more draw in one part
/// leaves all others as they were.
struct SplitMix64 {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// The stream of a seed with a name.
    init(seed: UInt64, stream: StaticString) {
        // FNV-1a, 64 bits.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in stream.description.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        state = Self.mixed(seed &+ 0x9E37_79B9_7F4A_7C15) ^ hash
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// A number from 0 up to but not including 1, evenly spread.
    mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number between two others, evenly spread.
    mutating func uniform(_ low: Double, _ high: Double) -> Double { low + (high - low) * uniform() }

    /// A whole number from 0 up to but not including `count`.
    mutating func index(below count: Int) -> Int { Int(next() % UInt64(count)) }

    /// One of several values.
    mutating func pick<Value>(_ values: [Value]) -> Value { values[index(below: values.count)] }

    /// The finishing step of the generator: every bit of the input moves every bit of the output.
    static func mixed(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
