public import MastheadCore

extension Hata.Form {
    /// The text and its place.
    public var citation: Citation {
        switch self {
        case .okumuraHata: Citation("M. Hata, IEEE Trans. Veh. Technol. VT-29 (1980) 317–325")
        case .cost231: Citation("COST Action 231, final report EUR 18957 (1999)", "§4.4.1")
        }
    }

    /// Carrier frequencies that the formula covers.
    public var frequencies: ValidRange<Frequency> {
        switch self {
        case .okumuraHata:
            ValidRange(
                Frequency(megahertz: 150)...Frequency(megahertz: 1500), of: "carrier frequency", by: citation)
        case .cost231:
            ValidRange(
                Frequency(megahertz: 1500)...Frequency(megahertz: 2000), of: "carrier frequency", by: citation)
        }
    }

    /// Environments that the formula covers.
    public var environments: [SettlementKind] {
        switch self {
        case .okumuraHata: SettlementKind.allCases
        case .cost231: [.urban, .urbanMedium, .suburban]
        }
    }

    /// The ranges in words.
    var validity: [String] {
        let distances = Hata.distances.bounds
        return [
            "\(frequencies.subject) \(frequencies)",
            "\(Hata.distances.subject) \(PlainNumber.text(distances.lowerBound.kilometres)) to "
                + "\(PlainNumber.text(distances.upperBound.kilometres)) km",
            "\(Hata.baseHeights.subject) \(Hata.baseHeights)", "\(Hata.mobileHeights.subject) \(Hata.mobileHeights)",
            "time percentage and location percentage 50 %",
            "environment \(environments.map(\.rawValue).joined(separator: ", "))",
        ]
    }
}

extension Hata {
    /// Path lengths that both formulas cover.
    public static let distances = ValidRange(
        Length(kilometres: 1)...Length(kilometres: 20), of: "path length", by: Form.okumuraHata.citation)
    /// Effective heights of the base that both formulas cover.
    public static let baseHeights = ValidRange(
        Length(metres: 30)...Length(metres: 200), of: "effective base height", by: Form.okumuraHata.citation)
    /// Heights of the mobile above the ground that both formulas cover.
    public static let mobileHeights = ValidRange(
        Length(metres: 1)...Length(metres: 10), of: "mobile height above the ground", by: Form.okumuraHata.citation)

    /// Checks the parameters and prepares a formula for many paths.
    ///
    /// - Throws: `outside-validity` for a frequency, an environment or percentages that the formula does not cover.
    public static func prepare(
        _ form: Form, for parameters: PropagationParameters, at location: ErrorLocation = .none
    ) throws(MastheadError) -> Hata {
        try form.frequencies.require(
            parameters.frequency, at: location,
            remedy: "Use a carrier of \(form.frequencies), or a model made for this frequency.")
        guard form.environments.contains(parameters.environment) else {
            throw MastheadError(
                .outsideValidity,
                "environment \"\(parameters.environment.rawValue)\" is outside \(form.citation.document)", at: location,
                remedy: "Use one of: \(form.environments.map(\.rawValue).joined(separator: ", ")).")
        }
        for (name, percent) in [("time", parameters.timePercent), ("location", parameters.locationPercent)]
        where percent != 50 {
            throw MastheadError(
                .outsideValidity,
                "\(name) percentage \(PlainNumber.text(percent)) % is outside \(form.citation.document), "
                    + "which gives medians only", at: location,
                remedy: "Use 50 %, or a model with statistics of time and place (\"p1812\").")
        }
        return Hata(
            form: form, environment: parameters.environment,
            frequencyMegahertz: parameters.frequency.megahertz)
    }

    /// Refuses a path that the formula does not cover.
    ///
    /// - Throws: `bad-profile` for a profile that cannot be used, `outside-validity` for its length, the base's effective
    ///   height and the mobile's height.
    public func require(_ profile: PathProfile, _ terminals: PathTerminals) throws(MastheadError) {
        try profile.require(points: 2)
        try Self.distances.require(
            Length(kilometres: profile.lengthKilometres),
            remedy: "Use \"p1812\" for shorter and longer paths, or leave them out.")
        let height = HataHeight(over: profile, antennaMetres: terminals.transmitterHeightMetres)
        try Self.baseHeights.require(
            Length(metres: height.effectiveMetres),
            remedy: "Use a model that follows the terrain (\"p1812\"), or a base antenna of \(Self.baseHeights) above "
                + "the mean ground between \(PlainNumber.text(height.startKilometres)) and "
                + "\(PlainNumber.text(height.endKilometres)) km.")
        try Self.mobileHeights.require(Length(metres: terminals.receiverHeightMetres))
    }
}
