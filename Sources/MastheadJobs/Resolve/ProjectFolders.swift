import Foundation

/// Finds the project's own folders, `Jobs/bands` or `Geo/local`, for a job that does not name them.
///
/// They are looked for beside the job file and in the folders above it, then in the working directory and above,
/// then above the program itself, which a build leaves inside the project.
enum ProjectFolders {
    /// The path of a folder or file below the nearest folder that holds it; nil where none does.
    static func find(_ relative: String, forJob file: String) -> String? {
        let working = FileManager.default.currentDirectoryPath
        let start = URL(filePath: file, relativeTo: URL(filePath: working, directoryHint: .isDirectory))
        return search(relative, from: start.deletingLastPathComponent())
            ?? search(relative, from: URL(filePath: working, directoryHint: .isDirectory))
            ?? Bundle.main.executableURL.flatMap {
                search(relative, from: $0.resolvingSymlinksInPath().deletingLastPathComponent())
            }
    }

    private static func search(_ relative: String, from folder: URL) -> String? {
        var current = folder.standardizedFileURL
        while true {
            let candidate = current.appending(path: relative).path
            if FileManager.default.fileExists(atPath: candidate) { return candidate }
            let parent = current.deletingLastPathComponent().standardizedFileURL
            guard parent.path != current.path else { return nil }
            current = parent
        }
    }
}
