/// Little-endian bytes of whole numbers, the same on every machine.
enum ByteCoding {
    static func append<T: FixedWidthInteger>(_ values: [T], to bytes: inout [UInt8]) {
        bytes.reserveCapacity(bytes.count + values.count * (T.bitWidth / 8))
        for value in values { append(value, to: &bytes) }
    }

    static func append<T: FixedWidthInteger>(_ value: T, to bytes: inout [UInt8]) {
        var rest = value
        for _ in 0..<(T.bitWidth / 8) {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest = T.bitWidth > 8 ? rest >> 8 : rest
        }
    }

    /// Reads `count` numbers from `position` on, which moves behind them; nil when the bytes end before.
    static func read<T: FixedWidthInteger>(_ count: Int, from bytes: [UInt8], at position: inout Int) -> [T]? {
        let size = T.bitWidth / 8
        guard count >= 0, count <= (bytes.count - position) / size else { return nil }
        var values: [T] = []
        values.reserveCapacity(count)
        for index in 0..<count {
            var value: T = 0
            for byte in 0..<size {
                value |= T(truncatingIfNeeded: bytes[position + index * size + byte]) << (8 * byte)
            }
            values.append(value)
        }
        position += count * size
        return values
    }
}
