public import MastheadCore

extension Caveat {
    /// Entries whose path crosses a void of the terrain.
    public static let interferenceOverVoid = Caveat(
        "interference-over-void",
        "The terrain is unknown on the path, so that the lowest loss that the model has over its distance was taken.")
    /// Entries nearer than the model holds.
    public static let interferenceNearField = Caveat(
        "interference-near-field", "The path is shorter than the model holds, so that free space was taken.")
    /// Entries of a station whose antenna points in an unknown direction.
    public static let interferenceUnknownPointing = Caveat(
        "interference-unknown-pointing",
        "The station's antenna points in an unknown direction, so that the gain on its axis was taken.")
    /// A verdict by a limit that was not read in its source.
    public static let unverifiedCriterion = Caveat(
        "unverified-criterion", "The limit was not read in the text that it cites.")
}
