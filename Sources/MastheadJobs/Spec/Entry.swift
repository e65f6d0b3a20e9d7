public import MastheadCore

/// A value of a job with the place where it is written, or would be.
public struct Entry<Value: Sendable>: Sendable {
    /// The value, as written or as the documented default.
    public let value: Value
    /// File, key path, line and column; a default has the key path only.
    public let location: ErrorLocation
    /// True where the user wrote it; false for a default.
    public let isWritten: Bool

    /// A value with its place.
    public init(_ value: Value, at location: ErrorLocation, isWritten: Bool = true) {
        self.value = value
        self.location = location
        self.isWritten = isWritten
    }
}

/// A value under a name of the user's own.
public struct NamedEntry<Value: Sendable>: Sendable {
    /// The name as written.
    public let name: String
    /// The value with its place.
    public let entry: Entry<Value>
}

/// A path of a job: as written, and as seen from the working directory.
public struct JobPath: Sendable, Hashable {
    /// The path as the user wrote it.
    public let written: String
    /// The path seen from the folder of the job file, unless it was absolute.
    public let resolved: String

    /// A path that is relative to a folder unless it is absolute.
    public init(_ written: String, in folder: String) {
        self.written = written
        resolved = Self.join(folder, written)
    }

    /// Joins a folder and a path, and folds `.` and `..` where that does not leave the folder's own text.
    static func join(_ folder: String, _ path: String) -> String {
        if path.hasPrefix("/") { return path }
        var parts = folder.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        for part in path.split(separator: "/", omittingEmptySubsequences: true) {
            switch part {
            case ".": continue
            case "..":
                if let last = parts.last, last != "..", last != "." {
                    parts.removeLast()
                } else if parts.isEmpty, folder.hasPrefix("/") {
                    continue
                } else {
                    parts.append("..")
                }
            default: parts.append(String(part))
            }
        }
        let joined = parts.filter { $0 != "." }.joined(separator: "/")
        if folder.hasPrefix("/") { return "/" + joined }
        return joined.isEmpty ? "." : joined
    }
}
