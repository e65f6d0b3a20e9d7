public import MastheadCore

/// The world map of R₀.₀₁, the rain rate that is exceeded for 0.01 % of an average year.
///
/// The map belongs to the ITU and is not part of the project; an operator puts `v7_r001.npz` of the package `itur` into a
/// folder: an archive with one array of 1441 rows (latitude −90° to 90°) of 2881 numbers (longitude −180° to 180°), 0.125°
/// apart, mm/h.
///
/// Source: the digital map of Recommendation ITU-R P.837-7, read by bilinear interpolation between the four nearest
/// points, as it asks.
public struct RainRateMap: Sendable {
    /// The name of the file.
    public static let fileName = "v7_r001.npz"

    private static let rows = 1441
    private static let columns = 2881
    private static let stepDegrees = 0.125
    /// No place has more; another map, or bytes of another order, do.
    private static let plausible = 0.0...300.0

    private let rates: [Double]
    /// The file.
    public let file: String

    /// Reads the map from a folder.
    ///
    /// - Returns: nil when the folder does not hold it.
    /// - Throws: `bad-layer-value` for a file of another form, or with a value that cannot be.
    public static func open(folder: String) throws(MastheadError) -> RainRateMap? {
        let file = folder.hasSuffix("/") ? folder + fileName : folder + "/" + fileName
        guard let bytes = ArchiveMember.read("arr_0.npy", of: file) else {
            guard ArchiveMember.exists(file) else { return nil }
            throw refusal(file, "the archive has no array arr_0.npy that can be read")
        }
        let array = try NumericArray(bytes, file: file)
        guard array.shape == [rows, columns] else {
            throw refusal(
                file,
                "the array has the shape \(array.shape.map(String.init).joined(separator: " × ")), and the map "
                    + "\(rows) × \(columns)")
        }
        guard array.values.allSatisfy(plausible.contains) else {
            throw refusal(file, "the array holds a value that is no rain rate in mm/h")
        }
        return RainRateMap(rates: array.values, file: file)
    }

    static func refusal(_ file: String, _ problem: String) -> MastheadError {
        MastheadError(
            .badLayerValue, problem, at: .file(file),
            remedy: "Take \(fileName) of the package itur 0.4.0 as it is, with: make maps.")
    }

    /// R₀.₀₁ at a place, mm/h.
    public func rate(at place: GeographicPosition) -> Double {
        let longitude = ReferenceSystem.wrapped(place.longitudeDegrees, from: -180)
        let column = min((longitude + 180) / Self.stepDegrees, Double(Self.columns - 1))
        let row = min(max((place.latitudeDegrees + 90) / Self.stepDegrees, 0), Double(Self.rows - 1))
        let left = min(Int(column), Self.columns - 2)
        let bottom = min(Int(row), Self.rows - 2)
        let s = column - Double(left)
        let t = row - Double(bottom)
        let first = bottom * Self.columns + left
        let lower = rates[first] * (1 - s) + rates[first + 1] * s
        let upper = rates[first + Self.columns] * (1 - s) + rates[first + Self.columns + 1] * s
        return lower * (1 - t) + upper * t
    }
}
