public import MastheadCore

/// The Irregular Terrain Model of NTIA, also named after Longley and Rice, from point to point.
///
/// Source: NTIA ITM v1.4 (the software), after G. A. Hufford, The ITS Irregular Terrain Model, version 1.2.2: The
/// Algorithm (1995). It reads bare ground at equal steps; clutter and zones do not enter. Many programs use it, so that
/// it is here to compare with them.
public struct ITM: TransmissionLossModel {
    /// What the model asks for beside ``PropagationParameters``.
    public struct Options: Sendable, Hashable {
        /// The radio climate.
        public var climate: Climate
        /// Relative permittivity of the ground.
        public var permittivity: Double
        /// Conductivity of the ground, S/m.
        public var conductivity: Double
        /// Which percentages vary together: 0 single message, 1 accidental, 2 mobile, 3 broadcast; 10 more leaves
        /// location variability out, 20 more situation variability.
        public var variabilityCode: Int
        /// Percentage of situations, 50 for the median of paths alike; the confidence in the prediction.
        public var situationPercent: Double

        /// Options by name; the defaults are average ground (NTIA Report 82-100) in a continental temperate climate,
        /// and broadcast variability, in which the percentages of time and of locations both count.
        public init(
            climate: Climate = .continentalTemperate, permittivity: Double = 15, conductivity: Double = 0.005,
            variabilityCode: Int = 3, situationPercent: Double = 50
        ) {
            self.climate = climate
            self.permittivity = permittivity
            self.conductivity = conductivity
            self.variabilityCode = variabilityCode
            self.situationPercent = situationPercent
        }
    }

    /// The text, with a place in it.
    static func citation(_ place: String = "") -> Citation { Citation("NTIA ITM v1.4", place) }

    /// The parameters it was prepared for.
    public let parameters: Parameters

    private let f: Double
    private let impedance: Complex
    let variability: ITMVariability
    /// What the software returns for the parameters alone.
    private let parameterCode: Int

    /// The model without checks: a result carries a return code.
    package init(unchecked parameters: Parameters) {
        self.parameters = parameters
        f = parameters.frequency.megahertz
        // Zg of The Algorithm, §4: horizontal polarization, divided by the permittivity for vertical.
        let ε = Complex(real: parameters.permittivity, imaginary: 18000 * parameters.conductivity / f)
        let root = Complex(real: ε.real - 1, imaginary: ε.imaginary).squareRoot
        impedance = parameters.polarization == .vertical ? root / ε : root
        variability = ITMVariability(
            code: parameters.variabilityCode, percentages: parameters.variability, climate: parameters.climate)
        parameterCode = parameters.code
    }

    /// The loss with every intermediate and the model's warnings.
    ///
    /// - Throws: As ``require(_:_:)``.
    public func evaluate(_ profile: PathProfile, _ terminals: PathTerminals) throws(MastheadError) -> ITMResult {
        try require(profile, terminals)
        return result(over: profile, terminals)
    }

    /// The loss with every intermediate, or a return code that says why there is none.
    ///
    /// - Parameters:
    ///   - altitudes: Ground above the sea at equal steps, m, from transmitter to receiver; at least two, and finite.
    ///   - spacing: Distance between them, m, above zero.
    ///   - heights: Heights of transmitter and receiver above the ground, m.
    package func result(altitudes: [Double], spacing: Double, heights: SIMD2<Double>) -> ITMResult {
        var result = ITMResult()
        result.returnCode = inputCode(heights, &result.warnings)
        guard result.returnCode == 0 else { return result }
        let terrain = ITMTerrain(altitudes: altitudes, spacing: spacing)
        result.lengthKilometres = terrain.length / 1000
        let altitude = terrain.systemAltitude
        let Ns = altitude == 0 ? parameters.n0 : parameters.n0 * Elementary.exp(-altitude / 9460)  // TN101 (4.3)
        let curvature = 157e-9 * (1 - 0.04665 * Elementary.exp(Ns / 179.3))  // TN101 (4.4)
        let path = ITMPath(terrain, heights: heights, ae: 1 / curvature)
        result.note(path, surfaceRefractivity: Ns)
        if let code = Self.pathCode(path, Ns, impedance) {
            result.returnCode = code
            return result
        }
        result.warnOfLength(path)
        let reference = ITMReference(
            path, frequencyMegahertz: f, impedance: impedance, surfaceRefractivity: Ns)
        if variability.isExtreme { result.warnings.insert(.extremeVariability) }
        result.referenceDB = reference.lossDB
        result.propagationMode = reference.mode.rawValue
        result.freeSpaceDB = 32.45 + 20 * Elementary.log10(f) + 20 * Elementary.log10(path.length / 1000)
        result.lossDB =
            variability.lossDB(path, referenceDB: reference.lossDB, frequencyMegahertz: f) + result.freeSpaceDB
        result.returnCode = result.warnings.isEmpty ? 0 : 1
        return result
    }

    /// Up to the 2000 km beyond which the software warns that care must be taken.
    public var lengths: ClosedRange<Double> { .leastNonzeroMagnitude...Self.pathLengths.upper }

    /// Basic transmission loss in dB; nothing is allocated. A path that ``require(_:_:)`` refuses has 1000 dB.
    public func lossDB(over profile: PathProfile, terminals: PathTerminals) -> Double {
        let result = result(over: profile, terminals)
        return result.returnCode < 1000 ? result.lossDB : 1000
    }

    /// What the software returns for its inputs, in the order in which it looks at them; 0 for nothing to refuse.
    private func inputCode(_ heights: SIMD2<Double>, _ warnings: inout ITMResult.Warnings) -> Int {
        if let code = Self.heightCode(heights, &warnings) { return code }
        if parameterCode == Self.refractivityCode { return parameterCode }
        if f < 40 || f > 10_000 { warnings.insert(.frequency) }
        return parameterCode
    }

    func result(over profile: PathProfile, _ terminals: PathTerminals) -> ITMResult {
        result(
            altitudes: profile.groundMetres,
            spacing: profile.lengthKilometres * 1000 / Double(profile.count - 1),
            heights: SIMD2(terminals.transmitterHeightMetres, terminals.receiverHeightMetres))
    }

    /// Free space over the path's length, and the largest gain over it that the variability can give.
    public func lowestLossDB(distanceKilometres: Double, altitudeDifferenceMetres: Double = 0) -> Double {
        32.45 + 20 * Elementary.log10(f) + 20 * Elementary.log10(distanceKilometres) + variability.lowestDB - 1e-9
    }
}
