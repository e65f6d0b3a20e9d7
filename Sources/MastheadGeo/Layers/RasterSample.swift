/// A type of number that a raster can hold.
public enum RasterSampleType: Sendable, Hashable {
    /// Whole numbers, 0 to 255: classes.
    case uint8
    /// Whole numbers, −32,768 to 32,767: levels in hundredths of a decibel, altitudes in metres.
    case int16
    /// Whole numbers, 0 to 4,294,967,295: identifiers.
    case uint32
    /// Floating-point numbers with seven digits.
    case float32
}

/// A Swift type whose values are written into rasters as they are.
public protocol RasterSample: Sendable {
    /// The type of raster that holds it.
    static var sampleType: RasterSampleType { get }
}

extension UInt8: RasterSample {
    /// Held as `uint8`.
    public static var sampleType: RasterSampleType { .uint8 }
}

extension Int16: RasterSample {
    /// Held as `int16`.
    public static var sampleType: RasterSampleType { .int16 }
}

extension UInt32: RasterSample {
    /// Held as `uint32`.
    public static var sampleType: RasterSampleType { .uint32 }
}

extension Float: RasterSample {
    /// Held as `float32`.
    public static var sampleType: RasterSampleType { .float32 }
}

/// A colour of a class raster, 0 to 255 each.
public struct RasterColor: Sendable, Hashable, Codable {
    /// Red.
    public var red: UInt8
    /// Green.
    public var green: UInt8
    /// Blue.
    public var blue: UInt8
    /// Opacity; 255 covers what lies below.
    public var alpha: UInt8

    /// A colour by its parts.
    public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
        self.red = red
        self.green = green
        self.blue = blue
        self.alpha = alpha
    }
}

/// How the smaller copies inside a raster are made of the full one.
public enum OverviewResampling: Sendable, Hashable {
    /// The value of one of the pixels: right for classes, and for levels in decibels, whose mean is neither the mean power
    /// nor the share of covered ground; every value shown is one that was computed.
    case nearest
    /// The mean of the pixels: right for quantities that add, such as heights or densities.
    case average
}
