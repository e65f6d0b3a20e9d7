import MastheadGeo

/// A colour with opacity, parts from 0 to 1.
package struct Color: Sendable, Hashable {
    var red: Double
    var green: Double
    var blue: Double
    var alpha = 1.0

    init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
        self.red = red
        self.green = green
        self.blue = blue
        self.alpha = alpha
    }

    /// A colour by its hexadecimal number, `0x1b9e77`.
    init(_ hexadecimal: UInt32, alpha: Double = 1) {
        red = Double(hexadecimal >> 16 & 255) / 255
        green = Double(hexadecimal >> 8 & 255) / 255
        blue = Double(hexadecimal & 255) / 255
        self.alpha = alpha
    }

    /// This colour laid over another, which is taken as opaque.
    func over(_ below: Color) -> Color {
        func mix(_ a: Double, _ b: Double) -> Double { a * alpha + b * (1 - alpha) }
        return Color(red: mix(red, below.red), green: mix(green, below.green), blue: mix(blue, below.blue))
    }

    /// The colour brighter or darker by a factor.
    func shaded(_ factor: Double) -> Color {
        Color(
            red: min(1, red * factor), green: min(1, green * factor), blue: min(1, blue * factor), alpha: alpha)
    }

    /// Red, green and blue from 0 to 255 with commas between, as style files list them.
    var bytes: String {
        [red, green, blue].map { String(Int(($0 * 255).rounded())) }.joined(separator: ",")
    }

    /// The colour as a raster's colour table has it.
    var raster: RasterColor {
        func byte(_ part: Double) -> UInt8 { UInt8((part * 255).rounded()) }
        return RasterColor(red: byte(red), green: byte(green), blue: byte(blue))
    }

    static let ink = Color(0x1f2933)
    static let paleInk = Color(0x52606d)
    static let paper = Color(0xffffff)
    static let frame = Color(0x9aa5b1)
}
