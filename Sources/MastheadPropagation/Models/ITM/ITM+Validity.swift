public import MastheadCore

extension ITM {
    /// Carrier frequencies that the model covers.
    public static let frequencies = ValidRange(
        Frequency(megahertz: 20)...Frequency(megahertz: 20_000), of: "carrier frequency", by: citation())
    /// Antenna heights above the ground that the model covers.
    public static let heights = ValidRange(
        Length(metres: 0.5)...Length(metres: 3000), of: "antenna height above the ground", by: citation())
    static let percentages = OpenRange(
        "percentage of time, locations and situations", unit: "%", from: 0, below: 100, by: "NTIA ITM v1.4")
    static let refractivities = OpenRange("N₀", unit: "N-units", within: 250...400, by: "NTIA ITM v1.4")
    static let permittivities = OpenRange(
        "relative permittivity", unit: "", from: 1, includesLower: true, by: "NTIA ITM v1.4")
    static let conductivities = OpenRange("conductivity", unit: "S/m", from: 0, by: "NTIA ITM v1.4")
    static let pathLengths = OpenRange("path length", unit: "km", within: 0...2000, by: "NTIA ITM v1.4")
    /// The fewest points of a profile.
    public static let leastPoints = 3

    /// The ranges in words.
    static let validity = [
        "\(frequencies.subject) \(frequencies) (40 MHz to 10000 MHz without a warning)",
        "\(heights.subject) \(heights) (1 m to 1000 m without a warning)",
        "\(pathLengths.line) (1 km to 1000 km without a warning)", percentages.line, refractivities.line,
        permittivities.line, conductivities.line, "profile at equal steps",
    ]

    /// Checks the common parameters of all models and prepares the model for many paths.
    ///
    /// - Throws: `outside-validity`, with the value and the limit; all that is wrong at once.
    public static func prepare(
        for parameters: PropagationParameters, at location: ErrorLocation = .none
    ) throws(MastheadError) -> ITM {
        try prepare(for: Parameters(parameters), at: location)
    }

    /// Checks the parameters and prepares the model for many paths.
    ///
    /// - Throws: `outside-validity`, with the value and the limit; all that is wrong at once.
    public static func prepare(
        for parameters: Parameters, at location: ErrorLocation = .none
    ) throws(MastheadError) -> ITM {
        let percents = parameters.variability
        var errors: [MastheadError] = []
        func check(_ body: () throws(MastheadError) -> Void) {
            do throws(MastheadError) { try body() } catch { errors.append(error) }
        }
        check { () throws(MastheadError) in try frequencies.require(parameters.frequency, at: location) }
        for percent in [percents.time, percents.location, percents.situation] {
            check { () throws(MastheadError) in try percentages.require(percent, at: location) }
        }
        check { () throws(MastheadError) in try refractivities.require(parameters.n0, at: location) }
        check { () throws(MastheadError) in try permittivities.require(parameters.permittivity, at: location) }
        check { () throws(MastheadError) in try conductivities.require(parameters.conductivity, at: location) }
        if !isVariability(parameters.variabilityCode) {
            errors.append(
                MastheadError(
                    .outsideValidity, "variability code \(parameters.variabilityCode) is none of the model's",
                    at: location, remedy: "Use 0 to 3, and add 10 to leave out locations or 20 to leave out situations."
                ))
        }
        if let error = MastheadError.combining(errors) { throw error }
        return ITM(unchecked: parameters)
    }

    /// Refuses a path that the model does not cover.
    ///
    /// - Throws: `bad-profile` for points that are not at equal steps, `outside-validity` for length and heights, and for
    ///   terrain whose effective Earth or ground impedance the model does not cover.
    public func require(_ profile: PathProfile, _ terminals: PathTerminals) throws(MastheadError) {
        try profile.require(points: Self.leastPoints)
        try Self.pathLengths.require(profile.lengthKilometres, remedy: "Leave out paths beyond 2000 km.")
        try Self.heights.require(Length(metres: terminals.transmitterHeightMetres))
        try Self.heights.require(Length(metres: terminals.receiverHeightMetres))
        let step = profile.lengthKilometres / Double(profile.count - 1)
        // A millionth of a step: distances that were printed with 12 digits and read again pass.
        if let index = (1..<profile.count).first(where: {
            abs(profile.distanceKilometres[$0] - Double($0) * step) > 1e-6 * step
        }) {
            throw MastheadError(
                .badProfile, "point \(index) of the profile is not at equal steps with the others",
                remedy: "Sample the terrain at equal steps, as ITM needs it, or use another model.")
        }
        let result = result(over: profile, terminals)
        guard result.returnCode >= 1000 else { return }
        throw MastheadError(
            .outsideValidity, "ITM refuses the path with code \(result.returnCode): \(Self.words(result.returnCode))",
            remedy: "Use another model for this path, such as \"p1812\".")
    }

    static func isVariability(_ code: Int) -> Bool { (0...33).contains(code) && code % 10 <= 3 }

    private static func words(_ code: Int) -> String {
        switch code {
        case 1013: "the ground's impedance has a larger imaginary than real part"
        case 1016: "the effective Earth's radius is not between 4000 and 13333 km"
        case 1021: "the refractivity at the path's altitude is below 150 N-units"
        case 1022: "the refractivity at the path's altitude is above 400 N-units"
        default: "an input is out of range"
        }
    }

    /// What NTIA's software returns for antenna heights that it refuses, and its warnings for those it does not like.
    static func heightCode(_ heights: SIMD2<Double>, _ warnings: inout ITMResult.Warnings) -> Int? {
        for (end, warning) in [ITMResult.Warnings.transmitterHeight, .receiverHeight].enumerated() {
            if heights[end] < 1 || heights[end] > 1000 { warnings.insert(warning) }
            if !(heights[end] >= 0.5 && heights[end] <= 3000) { return 1000 + end }
        }
        return nil
    }

    /// What it returns for a refractivity at sea level that it refuses.
    static let refractivityCode = 1008

    /// What it returns for a path whose terrain it refuses.
    static func pathCode(_ path: ITMPath, _ Ns: Double, _ impedance: Complex) -> Int? {
        if Ns < 150 { return 1021 }
        if Ns > 400 { return 1022 }
        if !(path.ae >= 4_000_000 && path.ae <= 13_333_333) { return 1016 }
        return impedance.real <= abs(impedance.imaginary) ? 1013 : nil
    }

    /// The catalogue's entry.
    public static let entry = ModelEntry(
        id: "itm", title: "Irregular Terrain Model (Longley-Rice), point to point", edition: "NTIA ITM v1.4",
        purpose: "Comparison with the many programs that use it.", validity: validity,
        citation: citation("Hufford, The ITS Irregular Terrain Model, version 1.2.2: The Algorithm"),
        prepare: { (parameters, location) throws(MastheadError) in try prepare(for: parameters, at: location) })
}
