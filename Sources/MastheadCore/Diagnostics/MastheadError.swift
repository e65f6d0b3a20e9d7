/// Why there is no result: the one error type of Masthead.
///
/// It says what is wrong with value and limit, where the user can put a finger on it, and what would mend it.
///
///     error: carrier frequency 28 GHz is outside ITU-R P.1812-8 (30 MHz to 6 GHz)
///       at   Jobs/rural-north.yaml:14:20  bands[2].model
///       fix  Use "tr38901-umi" (0.5 to 100 GHz) for this band, or a carrier below 6 GHz.
///       code outside-validity
public struct MastheadError: Error, Sendable {
    /// The stable name of the kind of error.
    public let code: ErrorCode
    /// The value and the limit that it breaks, as a clause without a full stop.
    public let problem: String
    /// Where it is.
    public let location: ErrorLocation
    /// An imperative sentence that would work.
    public let remedy: String
    /// What a library below said, in its own words.
    public let cause: String?
    /// Further errors found in the same pass, so that a user mends all of them at once.
    public let others: [MastheadError]

    /// An error with its code, problem, place and remedy.
    public init(
        _ code: ErrorCode, _ problem: String, at location: ErrorLocation = .none, remedy: String,
        cause: String? = nil, others: [MastheadError] = []
    ) {
        self.code = code
        self.problem = problem
        self.location = location
        self.remedy = remedy
        self.cause = cause
        self.others = others
    }

    /// One error that carries all of `errors`, the first in front; nil when there are none.
    public static func combining(_ errors: [MastheadError]) -> MastheadError? {
        guard let first = errors.first else { return nil }
        return MastheadError(
            first.code, first.problem, at: first.location, remedy: first.remedy, cause: first.cause,
            others: first.others + errors.dropFirst())
    }

    /// The same error at another place, for callers that know better where the user wrote the value.
    public func located(at location: ErrorLocation) -> MastheadError {
        MastheadError(code, problem, at: location, remedy: remedy, cause: cause, others: others)
    }
}

extension MastheadError: CustomStringConvertible {
    /// The error as the command prints it, all others after it.
    public var description: String {
        var lines = ["error: \(problem)"]
        let place = location.description
        if !place.isEmpty { lines.append("  at   \(place)") }
        lines.append("  fix  \(remedy)")
        if let cause, !cause.isEmpty { lines.append("  said \(cause)") }
        lines.append("  code \(code.rawValue)")
        return ([lines.joined(separator: "\n")] + others.map(\.description)).joined(separator: "\n")
    }
}
