import Foundation
public import MastheadCore
import MastheadGeo
public import MastheadPropagation

/// A folder of vectors in the format of the conformance README: files of cases by family, profiles beside them.
public struct VectorFolder {
    /// The folder.
    public let path: String
    /// The files of cases, by their path below the folder, in alphabetical order.
    let files: [String]
    /// The folder of the ITU's maps, which may not be passed on; nil for none.
    let mapsFolder: String?
    private var refractivity: RefractivityMaps?
    private var rain: RainRateMap?
    private let profilePaths: [String: String]
    private var profiles: [String: PathProfile] = [:]

    /// Lists a folder.
    ///
    /// - Parameters:
    ///   - path: The folder.
    ///   - maps: Where the ITU's maps are; nil for nowhere.
    /// - Throws: `missing-file` where it is not there or holds no file of cases.
    public init(path: String, maps: String? = nil) throws(MastheadError) {
        self.path = path
        mapsFolder = maps
        guard (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil else {
            throw MastheadError(
                .missingFile, "there is no folder \(path)", at: .file(path),
                remedy: "Give a folder of reference vectors, for example Tests/Vectors.")
        }
        var files: [String] = []
        var profilePaths: [String: String] = [:]
        for name in (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).sorted()
        where name.hasSuffix(".csv") {
            let parts = name.split(separator: "/")
            let file = parts.last.map { String($0.dropLast(4)) } ?? ""
            if parts.dropLast().contains(where: { $0.hasPrefix("profiles") }) {
                profilePaths[file] = "\(path)/\(name)"
            } else {
                files.append(name)
            }
        }
        guard !files.isEmpty else {
            throw MastheadError(
                .missingFile, "the folder \(path) holds no file of cases (*.csv)", at: .file(path),
                remedy: "Give a folder of reference vectors, for example Tests/Vectors.")
        }
        self.files = files
        self.profilePaths = profilePaths
    }

    /// The profile that a row names in `profile_id`; read once.
    ///
    /// - Throws: `bad-vectors` with file and row where no profile of that name is there, or it cannot be used.
    public mutating func profile(for row: VectorRow) throws(MastheadError) -> PathProfile {
        let id = row.text("profile_id") ?? ""
        if let profile = profiles[id] { return profile }
        guard let path = profilePaths[id] else {
            throw MastheadError(
                .badVectors, "no folder of profiles holds \"\(id).csv\"",
                at: .row(file: row.file, row: row.number, column: "profile_id"),
                remedy: "Put \(id).csv into the folder \"profiles\", or remove the row.")
        }
        let profile = try Self.read(path)
        profiles[id] = profile
        return profile
    }

    /// The maps of ΔN and N₀; nil where they are not installed.
    mutating func refractivityMaps() throws(MastheadError) -> RefractivityMaps? {
        if refractivity == nil, let mapsFolder { refractivity = try RefractivityMaps.open(folder: mapsFolder) }
        return refractivity
    }

    /// The map of rain rates; nil where it is not installed.
    mutating func rainRateMap() throws(MastheadError) -> RainRateMap? {
        if rain == nil, let mapsFolder { rain = try RainRateMap.open(folder: mapsFolder) }
        return rain
    }

    private static func read(_ path: String) throws(MastheadError) -> PathProfile {
        let table = try VectorTable(path: path, name: path)
        var distances: [Double] = []
        var heights: [Double] = []
        var clutter: [Double] = []
        var zones: [RadioZone] = []
        // The profiles of models that know the ground only have their distances in metres and two columns.
        let isBareGround = table.columns == ["d_m", "h_masl_m"]
        for row in table.rows {
            heights.append(try row.number("h_masl_m"))
            if isBareGround {
                distances.append(try row.number("d_m") / 1000)
                continue
            }
            distances.append(try row.number("d_km"))
            clutter.append(try row.number("clutter_height_m"))
            let code = try row.number("zone_code")
            guard let zone = UInt8(exactly: code).flatMap(RadioZone.init(rawValue:)) else {
                throw row.refusal(
                    "\(PlainNumber.text(code)) is not a zone: 1 sea, 3 coastal land, 4 inland", "zone_code")
            }
            zones.append(zone)
        }
        do throws(MastheadError) {
            return try PathProfile(
                distanceKilometres: distances, groundMetres: heights, clutterMetres: isBareGround ? nil : clutter,
                zones: isBareGround ? nil : zones)
        } catch { throw error.located(at: .file(path)) }
    }
}
