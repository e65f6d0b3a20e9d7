/// Data of the project that the working directory is in, for commands without a job.
public enum ProjectData {
    /// The file of a clutter table that comes with Masthead; nil where none of that name is in or above the working
    /// directory.
    public static func clutterTable(named name: String) -> String? {
        ProjectFolders.find("Geo/clutter/\(name).csv", forJob: "./job.yaml")
    }

    /// The folder for the operator's own data, where the ITU maps may lie; nil where there is none.
    public static var localFolder: String? {
        ProjectFolders.find("Geo/local", forJob: "./job.yaml")
    }
}
