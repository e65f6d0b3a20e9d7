/// The version of Masthead; it is part of what a run depends on.
public enum SoftwareVersion {
    /// Raised with every change that can change a result.
    public static let masthead = "0.2.0"
}
