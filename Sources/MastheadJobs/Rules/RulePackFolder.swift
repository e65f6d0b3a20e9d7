import Foundation
public import MastheadCore

/// A rule pack as a job names it.
public enum RulePackName: Sendable, Hashable {
    /// A file of that name in a folder of packs.
    case named(String)
    /// A file.
    case file(JobPath)
}

extension ValueKind where Value == RulePackName {
    /// The name of a pack, or the path of one.
    static var rulePack: Self {
        ValueKind<String>.text.map { text, reading in
            text.contains("/") || text.hasSuffix(".yaml") || text.hasSuffix(".yml")
                ? .file(JobPath(text, in: reading.place.folder)) : .named(text)
        }
    }
}

/// The rule packs that a job may name.
public enum RulePackFolder {
    /// Where packs are kept, below the project's folder.
    static let name = "Jobs/rules"

    /// The pack that a job names.
    ///
    /// - Throws: `unknown-name` with the names there are, `missing-file`, or the errors of the file.
    public static func pack(_ entry: Entry<RulePackName>, jobFile: String) throws(MastheadError) -> RulePackFile {
        switch entry.value {
        case .file(let path):
            guard FileManager.default.fileExists(atPath: path.resolved) else {
                throw MastheadError(
                    .missingFile, "there is no rule pack \(path.resolved)", at: entry.location,
                    remedy: "Correct the path; it is relative to the job file.")
            }
            return try RulePackFile.read(path: path.resolved)
        case .named(let name):
            guard let folder = ProjectFolders.find(Self.name, forJob: jobFile) else {
                throw MastheadError(
                    .missingFile, "there is no folder \(Self.name) beside or above the job", at: entry.location,
                    remedy: "Keep the job in the project's folder, or write the path of a pack, such as "
                        + "./\(name).yaml.")
            }
            let names = names(in: folder)
            guard names.contains(name) else {
                let nearest = NearestName.suggestion(for: name, among: names)
                throw MastheadError(
                    .unknownName, "there is no rule pack \(Quoted.text(name)) in \(folder)", at: entry.location,
                    remedy: nearest.map { "Write \($0)." } ?? "Use one of: \(names.joined(separator: ", ")).")
            }
            return try RulePackFile.read(path: "\(folder)/\(name).yaml")
        }
    }

    /// All packs of the project that the working directory is in, by name.
    ///
    /// - Throws: `missing-file` where there is no folder of packs, or the errors of the first pack that has some.
    public static func all(jobFile: String = "./job.yaml") throws(MastheadError) -> [RulePackFile] {
        guard let folder = ProjectFolders.find(name, forJob: jobFile) else {
            throw MastheadError(
                .missingFile, "there is no folder \(name) in or above the working directory",
                remedy: "Change to the project's folder first.")
        }
        var files: [RulePackFile] = []
        for name in names(in: folder) { files.append(try RulePackFile.read(path: "\(folder)/\(name).yaml")) }
        return files
    }

    /// The names of the packs in a folder.
    private static func names(in folder: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }.sorted()
    }
}
