public import MastheadGeo

/// Base stations per 10,000 persons against a target.
public enum Density {
    /// Base stations that miss to reach `target` per 10,000 persons: none where no one lives or the target is met.
    ///
    ///     missing = max(0, ⌈ target · people / 10,000 ⌉ − stations)
    public static func missing(stations: Int, people: PersonCount, target: Double) -> Int {
        // 1e-9: a product that is whole but for rounding must not ask for one station more.
        let needed = (target * people.persons / 10_000 - 1e-9).rounded(.up)
        return max(0, Int(needed) - stations)
    }
}
