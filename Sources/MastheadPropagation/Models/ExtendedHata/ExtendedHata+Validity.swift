public import MastheadCore

extension ExtendedHata {
    /// The text, with a place in it.
    public static func citation(_ clause: String) -> Citation { Citation("NTIA Technical Report TR-15-517", clause) }

    /// Carrier frequencies for which the curves were read.
    public static let frequencies = ValidRange(
        Frequency(megahertz: 1500)...Frequency(megahertz: 3000), of: "carrier frequency", by: citation("Appendix A"))
    /// Carrier frequencies of the extended behaviour: up to the band from 3550 MHz for which it was made.
    public static let extendedFrequencies = ValidRange(
        Frequency(megahertz: 1500)...Frequency(megahertz: 3700), of: "carrier frequency",
        by: Citation("Wireless Innovation Forum SAS reference model", "R2-SGN-04"))
    /// Path lengths between the distances of the two curves of attenuation.
    public static let distances = ValidRange(
        Length(kilometres: 1)...Length(kilometres: 100), of: "path length", by: citation("Appendix A"))
    /// Heights of the base station's antenna above the ground, before the terrain counts.
    public static let baseHeights = ValidRange(
        Length(metres: 30)...Length(metres: 200), of: "base antenna height above the ground", by: citation("Appendix A")
    )
    /// The same in the extended behaviour.
    public static let extendedBaseHeights = ValidRange(
        Length(metres: 20)...Length(metres: 200), of: "base antenna height above the ground",
        by: Citation("Wireless Innovation Forum SAS reference model", "R2-SGN-04"))
    /// Heights of the mobile's antenna above the ground, before the terrain counts.
    public static let mobileHeights = ValidRange(
        Length(metres: 1)...Length(metres: 10), of: "mobile antenna height above the ground", by: citation("Appendix A")
    )
    /// Location percentages of NTIA's behaviour; the others have the median only.
    public static let locationPercentages = ValidRange(
        Share(percent: 1)...Share(percent: 99), of: "location percentage", by: citation("Appendix A"))
    /// The only time percentage: the curves are medians.
    public static let timePercentages = ValidRange(
        Share(percent: 50)...Share(percent: 50), of: "time percentage", by: citation("Appendix A"))
    /// The largest step of a profile: ten steps in the 10 km over which the irregularity is taken.
    public static let largestSpacing = Length(kilometres: 1)

    /// Altitudes that the ground of the Earth has; beyond them no bound of the corrections is known.
    public static let groundAltitudes = Length(metres: -500)...Length(metres: 9000)

    /// The ranges in words.
    static let validity = [
        "\(frequencies.subject) \(frequencies) (winnforum-extended: \(extendedFrequencies))",
        "\(distances.subject) \(PlainNumber.text(distances.bounds.lowerBound.kilometres)) to "
            + "\(PlainNumber.text(distances.bounds.upperBound.kilometres)) km",
        "\(baseHeights.subject) \(baseHeights) (winnforum-extended: \(extendedBaseHeights))",
        "\(mobileHeights.subject) \(mobileHeights)",
        "\(locationPercentages.subject) \(locationPercentages) (WinnForum behaviours: 50 %)",
        "time percentage 50 %",
        "profile at equal steps of at most \(largestSpacing)",
        "ground from \(groundAltitudes.lowerBound) to \(groundAltitudes.upperBound) above sea level",
    ]

    /// Checks the parameters and prepares the model for many paths.
    ///
    /// - Throws: `outside-validity`, with the value and the limit; all that is wrong at once.
    public static func prepare(
        for parameters: PropagationParameters, options: Options = Options(), at location: ErrorLocation = .none
    ) throws(MastheadError) -> ExtendedHata {
        var errors: [MastheadError] = []
        func check(_ body: () throws(MastheadError) -> Void) {
            do throws(MastheadError) { try body() } catch { errors.append(error) }
        }
        let range = options.behaviour == .winnForumExtended ? extendedFrequencies : frequencies
        check { () throws(MastheadError) in
            try range.require(
                parameters.frequency, at: location,
                remedy: "Use a carrier of \(range), or a model made for this frequency, such as \"p1812\".")
        }
        check { () throws(MastheadError) in
            try timePercentages.require(
                Share(percent: parameters.timePercent), at: location,
                remedy: "Use a time percentage of 50 %, or a model with variability in time, such as \"p1812\".")
        }
        check { () throws(MastheadError) in
            try locationPercentages.require(Share(percent: parameters.locationPercent), at: location)
        }
        func refuse(_ problem: String, _ remedy: String) {
            errors.append(MastheadError(.outsideValidity, problem, at: location, remedy: remedy))
        }
        if options.behaviour != .ntia, parameters.locationPercent != 50 {
            refuse(
                "location percentage \(PlainNumber.text(parameters.locationPercent)) % is not the median, the only one "
                    + "that the WinnForum reference model gives",
                "Use a location percentage of 50 %, or the behaviour \"ntia\".")
        }
        if let sigma = parameters.locationSigma?.value, !(sigma >= 0 && sigma.isFinite) {
            refuse(
                "standard deviation of location variability \(PlainNumber.text(sigma)) dB is below zero or not finite",
                "Give a standard deviation of 0 dB or more, or leave it out to use the model's own.")
        }
        if let error = MastheadError.combining(errors) { throw error }
        return ExtendedHata(unchecked: parameters, options: options)
    }

    /// Refuses a path that the model does not cover.
    ///
    /// - Throws: `bad-profile` for fewer than three points, values that are not finite, or steps that differ or are too
    ///   long; `outside-validity` for length and heights.
    public func require(_ profile: PathProfile, _ terminals: PathTerminals) throws(MastheadError) {
        try profile.require(points: 3)
        try Self.distances.require(
            Length(kilometres: profile.lengthKilometres),
            remedy: "Use free space (\"p525\") for shorter paths, and leave out longer ones.")
        let step = profile.lengthKilometres / Double(profile.count - 1)
        // A thousandth of a step: profiles are printed with metres and decimals.
        for (index, distance) in profile.distanceKilometres.enumerated()
        where abs(distance - Double(index) * step) > 1e-3 * step {
            throw MastheadError(
                .badProfile,
                "point \(index) of the profile stands at \(PlainNumber.text(distance)) km, and equal steps would put "
                    + "it at \(PlainNumber.text(Double(index) * step)) km",
                remedy: "Sample the terrain at equal steps along the path.")
        }
        guard step <= Self.largestSpacing.kilometres else {
            throw MastheadError(
                .badProfile,
                "the profile has a point every \(PlainNumber.text(step)) km, and the model needs one every "
                    + "\(Self.largestSpacing)",
                remedy: "Sample the terrain along the path more finely.")
        }
        for (index, ground) in profile.groundMetres.enumerated()
        where ground < Self.groundAltitudes.lowerBound.metres || ground > Self.groundAltitudes.upperBound.metres {
            throw MastheadError(
                .badProfile,
                "the ground at point \(index) of the profile is \(PlainNumber.text(ground)) m above sea level, outside "
                    + "\(Self.groundAltitudes.lowerBound) to \(Self.groundAltitudes.upperBound)",
                remedy: "Correct the terrain there, or choose a path around it.")
        }
        let base = options.behaviour == .winnForumExtended ? Self.extendedBaseHeights : Self.baseHeights
        try base.require(Length(metres: terminals.transmitterHeightMetres))
        try Self.mobileHeights.require(Length(metres: terminals.receiverHeightMetres))
    }

    /// Standard deviation of the location variability, dB.
    ///
    ///     σu = 4.098 − 1.226 log f + 0.683 log² f,   σr = σu + 2
    ///
    /// - Parameters:
    ///   - f: Frequency, MHz.
    ///   - environment: σu in an urban area, σr elsewhere.
    static func locationSigmaDB(_ f: Double, _ environment: Environment) -> Double {
        let σu = LogQuadratic(constant: 4.0976291, slope: -1.2255656, curvature: 0.68350345)
            .value(atLog10: Elementary.log10(f))
        return environment == .urban ? σu : σu + 2
    }

    /// The catalogue's entry: suburban, as NTIA reads the report.
    public static let entry = ModelEntry(
        id: "ehata", title: "The Extended Hata (eHata) urban propagation model",
        edition: "NTIA Technical Report TR-15-517 (June 2015), Appendix A",
        purpose: "Median loss from a base station to a mobile in built-up areas, corrected for terrain.",
        validity: validity, citation: citation("Appendix A"),
        prepare: { (parameters, location) throws(MastheadError) in
            try prepare(
                for: parameters, options: Options(environment: Environment(parameters.environment)), at: location)
        })
}
