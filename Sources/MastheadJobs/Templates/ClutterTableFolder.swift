/// The clutter tables that come with Masthead.
public enum ClutterTableFolder {
    /// The file of a table; nil where none of that name is in or above the working directory.
    public static func path(named name: String) -> String? {
        ProjectFolders.find("Geo/clutter/\(name).csv", forJob: "./job.yaml")
    }
}
