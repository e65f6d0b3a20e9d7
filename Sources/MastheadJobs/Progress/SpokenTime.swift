import MastheadCore

/// Spans of time as people say them: `49.8 s`, `12 min 5 s`, `3 h 7 min`.
public enum SpokenTime {
    /// The words for a number of seconds.
    public static func text(seconds: Double) -> String {
        // A stage that would take a century is not going to be waited for.
        guard seconds >= 120, seconds < 3.2e9 else { return "\(FixedPoint.text(seconds, decimals: 1)) s" }
        let total = Int(seconds.rounded())
        if total < 7200 { return "\(total / 60) min \(total % 60) s" }
        return "\(Grouped.text(total / 3600)) h \(total / 60 % 60) min"
    }
}
