import MastheadCore

/// An array of numbers as NumPy keeps it in a file, version 1 to 3 of its format.
struct NumericArray {
    /// Lengths of the dimensions, outermost first.
    let shape: [Int]
    /// The values, innermost dimension fastest.
    let values: [Double]

    /// Reads an array of doubles, little end first, rows together.
    ///
    /// - Throws: `bad-layer-value` for anything else.
    init(_ bytes: [UInt8], file: String) throws(MastheadError) {
        let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
        guard bytes.count > 12, Array(bytes.prefix(6)) == magic else {
            throw RainRateMap.refusal(file, "the array does not begin as a NumPy array does")
        }
        let isShort = bytes[6] == 1
        let start = isShort ? 10 : 12
        let length =
            isShort
            ? Int(bytes[8]) | Int(bytes[9]) << 8
            : Int(bytes[8]) | Int(bytes[9]) << 8 | Int(bytes[10]) << 16 | Int(bytes[11]) << 24
        guard bytes.count >= start + length else {
            throw RainRateMap.refusal(file, "the array's header is cut short")
        }
        let header = String(decoding: bytes[start..<(start + length)], as: UTF8.self)
        guard Self.entry("descr", of: header) == "'<f8'", Self.entry("fortran_order", of: header) == "False" else {
            throw RainRateMap.refusal(file, "the array is not of doubles in rows: \(header.prefix(80))")
        }
        guard let shape = Self.lengths(Self.entry("shape", of: header)) else {
            throw RainRateMap.refusal(file, "the array's header states no shape: \(header.prefix(80))")
        }
        self.shape = shape
        var count = 1
        for length in shape {
            let (product, isTooLarge) = count.multipliedReportingOverflow(by: length)
            guard length > 0, !isTooLarge else { throw RainRateMap.refusal(file, "the array has no sensible shape") }
            count = product
        }
        let data = start + length
        guard count <= bytes.count / 8, bytes.count - data == count * 8 else {
            throw RainRateMap.refusal(file, "the array has \(bytes.count - data) bytes of data, not \(count) doubles")
        }
        values = (0..<count).map { index in
            var bits: UInt64 = 0
            for byte in (0..<8).reversed() { bits = bits << 8 | UInt64(bytes[data + index * 8 + byte]) }
            return Double(bitPattern: bits)
        }
    }

    /// What the header, a literal of Python, states for a key: up to the next comma outside brackets.
    private static func entry(_ key: String, of header: String) -> String? {
        guard let name = header.firstRange(of: "'\(key)':") else { return nil }
        var depth = 0
        var text = ""
        for character in header[name.upperBound...] {
            if depth == 0, character == "," || character == "}" { break }
            if "([{".contains(character) { depth += 1 }
            if ")]}".contains(character) { depth -= 1 }
            if !character.isWhitespace { text.append(character) }
        }
        return text
    }

    /// The lengths of a tuple such as `(1441,2881)` or `(7,)`; nil where one is not a whole number.
    private static func lengths(_ tuple: String?) -> [Int]? {
        guard let tuple, tuple.hasPrefix("("), tuple.hasSuffix(")") else { return nil }
        var words = tuple.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
        if words.last?.isEmpty == true { words.removeLast() }
        let lengths = words.compactMap { Int($0) }
        return lengths.isEmpty || lengths.count != words.count ? nil : lengths
    }
}
