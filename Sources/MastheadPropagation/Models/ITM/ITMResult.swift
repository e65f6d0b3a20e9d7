/// What the Irregular Terrain Model says of a path, with its intermediates.
public struct ITMResult: Sendable, Hashable {
    /// Reservations of the model, as bits of NTIA's software.
    public struct Warnings: OptionSet, Sendable, Hashable {
        /// The bits.
        public let rawValue: Int
        /// Warnings by their bits.
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// A transmitter below 1 m or above 1000 m.
        public static let transmitterHeight = Warnings(rawValue: 0x0001)
        /// A receiver below 1 m or above 1000 m.
        public static let receiverHeight = Warnings(rawValue: 0x0002)
        /// A frequency below 40 MHz or above 10 GHz.
        public static let frequency = Warnings(rawValue: 0x0004)
        /// A path beyond 1000 km.
        public static let longPath = Warnings(rawValue: 0x0008)
        /// A path beyond 2000 km.
        public static let veryLongPath = Warnings(rawValue: 0x0010)
        /// A path so short that the antennas' heights make it steep.
        public static let steepPath = Warnings(rawValue: 0x0020)
        /// A path below 1 km.
        public static let shortPath = Warnings(rawValue: 0x0040)
        /// A transmitter's horizon beyond 200 mrad.
        public static let transmitterAngle = Warnings(rawValue: 0x0080)
        /// A receiver's horizon beyond 200 mrad.
        public static let receiverAngle = Warnings(rawValue: 0x0100)
        /// A transmitter's horizon nearer than a tenth of that over a smooth Earth.
        public static let transmitterHorizonNear = Warnings(rawValue: 0x0200)
        /// A receiver's horizon nearer than a tenth of that over a smooth Earth.
        public static let receiverHorizonNear = Warnings(rawValue: 0x0400)
        /// A transmitter's horizon beyond three times that over a smooth Earth.
        public static let transmitterHorizonFar = Warnings(rawValue: 0x0800)
        /// A receiver's horizon beyond three times that over a smooth Earth.
        public static let receiverHorizonFar = Warnings(rawValue: 0x1000)
        /// A percentage far in the tail of its distribution.
        public static let extremeVariability = Warnings(rawValue: 0x2000)
        /// A surface refractivity below 250 N-units.
        public static let surfaceRefractivity = Warnings(rawValue: 0x4000)

        /// Each warning in words.
        static let words: [(Warnings, String)] = [
            (.transmitterHeight, "transmitter's height near its limits"),
            (.receiverHeight, "receiver's height near its limits"),
            (.frequency, "frequency near its limits"), (.longPath, "path near its largest length"),
            (.veryLongPath, "path longer than the model was made for"),
            (.steepPath, "path so short that heights make it steep"),
            (.shortPath, "path shorter than 1 km"), (.transmitterAngle, "steep horizon of the transmitter"),
            (.receiverAngle, "steep horizon of the receiver"),
            (.transmitterHorizonNear, "transmitter's horizon unusually near"),
            (.receiverHorizonNear, "receiver's horizon unusually near"),
            (.transmitterHorizonFar, "transmitter's horizon unusually far"),
            (.receiverHorizonFar, "receiver's horizon unusually far"),
            (.extremeVariability, "percentage far in the tail of its distribution"),
            (.surfaceRefractivity, "surface refractivity near its limits"),
        ]
    }

    /// 0 for a result, 1 for one with warnings, 1000 and more for none, as NTIA's software returns it.
    public internal(set) var returnCode = 0
    /// Reservations.
    public internal(set) var warnings: Warnings = []
    /// Basic transmission loss, dB; zero where there is no result, as are all values below.
    public internal(set) var lossDB = 0.0
    /// Free-space loss over the path's length, dB.
    public internal(set) var freeSpaceDB = 0.0
    /// Reference attenuation beside free space, dB.
    public internal(set) var referenceDB = 0.0
    /// 1 line of sight, 2 diffraction, 3 troposcatter.
    public internal(set) var propagationMode = 0
    /// Ns, refractivity at the path's altitude, N-units.
    public internal(set) var surfaceRefractivity = 0.0
    /// Δh, irregularity of the terrain, m.
    public internal(set) var irregularityMetres = 0.0
    /// Elevation angles of the horizons of transmitter and receiver, radians.
    public internal(set) var horizonAngles = SIMD2(0.0, 0)
    /// Distances of the horizons, m.
    public internal(set) var horizonMetres = SIMD2(0.0, 0)
    /// Effective heights of the antennas, m.
    public internal(set) var effectiveMetres = SIMD2(0.0, 0)
    /// Length of the path, km.
    public internal(set) var lengthKilometres = 0.0
}

extension ITMResult {
    /// Keeps what was taken from the profile, and warns of what is unusual in its horizons and its altitude.
    mutating func note(_ path: ITMPath, surfaceRefractivity: Double) {
        self.surfaceRefractivity = surfaceRefractivity
        irregularityMetres = path.irregularity
        horizonAngles = path.horizonAngles
        horizonMetres = path.horizonDistances
        effectiveMetres = path.effectiveHeights
        let smooth = path.smoothHorizons
        warn(abs(horizonAngles[0]) > 200e-3, .transmitterAngle)
        warn(abs(horizonAngles[1]) > 200e-3, .receiverAngle)
        warn(horizonMetres[0] < 0.1 * smooth[0], .transmitterHorizonNear)
        warn(horizonMetres[1] < 0.1 * smooth[1], .receiverHorizonNear)
        warn(horizonMetres[0] > 3 * smooth[0], .transmitterHorizonFar)
        warn(horizonMetres[1] > 3 * smooth[1], .receiverHorizonFar)
        warn(surfaceRefractivity >= 150 && surfaceRefractivity < 250, .surfaceRefractivity)
    }

    /// Warns of an unusual length; the software does so only after it has refused what it refuses.
    mutating func warnOfLength(_ path: ITMPath) {
        let d = path.length
        warn(d < abs(path.effectiveHeights[0] - path.effectiveHeights[1]) / 200e-3, .steepPath)
        warn(d < 1e3, .shortPath)
        warn(d > 1000e3, .longPath)
        warn(d > 2000e3, .veryLongPath)
    }

    private mutating func warn(_ isSo: Bool, _ warning: Warnings) {
        if isSo { warnings.insert(warning) }
    }
}
