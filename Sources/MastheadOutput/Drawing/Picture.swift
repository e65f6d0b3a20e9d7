/// A picture of opaque pixels, row-major, each 0x00RRGGBB.
struct Picture: Sendable {
    let width: Int
    let height: Int
    private var pixels: [UInt32]

    init(width: Int, height: Int, _ color: Color = .paper) {
        self.width = width
        self.height = height
        pixels = Array(repeating: Self.pixel(color), count: width * height)
    }

    subscript(column: Int, row: Int) -> UInt32 { pixels[row * width + column] }

    mutating func set(_ column: Int, _ row: Int, _ color: Color) { pixels[row * width + column] = Self.pixel(color) }

    static func pixel(_ color: Color) -> UInt32 {
        func byte(_ part: Double) -> UInt32 { UInt32(max(0, min(255, (part * 255).rounded()))) }
        return byte(color.red) << 16 | byte(color.green) << 8 | byte(color.blue)
    }
}
