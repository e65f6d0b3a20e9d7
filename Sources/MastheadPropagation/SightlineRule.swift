import MastheadCore

/// How a model that knows two kinds of paths, in sight and hidden, is told which one it has.
public enum SightlineRule: String, Sendable, Hashable, Codable, CaseIterable {
    /// ``LineOfSight`` over the path's ground and clutter decides.
    case profile
    /// Every path is in sight.
    case lineOfSight
    /// Every path is hidden.
    case nonLineOfSight
    /// The mean of both, weighted with the model's probability of line of sight.
    case probability

    /// Whether the path is in sight; nil where both kinds count.
    @inline(__always)
    func isInSight(
        over profile: PathProfile, terminals: PathTerminals, effectiveRadiusKilometres: Double
    ) -> Bool? {
        switch self {
        case .profile:
            LineOfSight(over: profile, terminals: terminals, effectiveRadiusKilometres: effectiveRadiusKilometres)
                .isClear
        case .lineOfSight: true
        case .nonLineOfSight: false
        case .probability: nil
        }
    }
}

/// The checks that models with a sightline rule share.
enum SightlineChecks {
    /// Refuses a ΔN that gives no effective Earth radius, where the rule needs one.
    static func requireDeltaN(
        _ parameters: PropagationParameters, at location: ErrorLocation
    ) throws(MastheadError) {
        guard parameters.sightline == .profile, !(parameters.deltaN >= 0 && parameters.deltaN < 157) else { return }
        throw MastheadError(
            .outsideValidity,
            "ΔN of \(PlainNumber.text(parameters.deltaN)) N-units/km is outside 0 to 157, where the effective Earth radius "
                + "of Recommendation ITU-R P.1812-8 eq. (6) is defined", at: location,
            remedy: "Give ΔN as a positive decrease per kilometre, 45 in a temperate climate.")
    }

    /// Refuses a location percentage or a standard deviation that gives no finite loss.
    static func requireLocations(
        _ parameters: PropagationParameters, at location: ErrorLocation
    ) throws(MastheadError) {
        guard parameters.locationPercent > 0, parameters.locationPercent < 100 else {
            throw MastheadError(
                .outsideValidity,
                "location percentage \(PlainNumber.text(parameters.locationPercent)) % is not between 0 % and 100 %",
                at: location, remedy: "Use a location percentage above 0 % and below 100 %, 50 % for the median.")
        }
        guard let sigma = parameters.locationSigma?.value, !(sigma >= 0 && sigma.isFinite) else { return }
        throw MastheadError(
            .outsideValidity,
            "standard deviation of location variability \(PlainNumber.text(sigma)) dB is below zero or not finite",
            at: location,
            remedy: "Give a standard deviation of 0 dB or more, or leave it out to use the method's own.")
    }

    /// The range of location percentages, in words.
    static let locationValidity = "location percentage above 0 % and below 100 %"
}
