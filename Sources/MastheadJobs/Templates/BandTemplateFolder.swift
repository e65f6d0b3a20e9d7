import Foundation
public import MastheadCore

/// The band templates that a job may name.
public enum BandTemplateFolder {
    /// Where templates are kept, below the project's folder.
    static let name = "Jobs/bands"

    /// The template that a band of a job names.
    ///
    /// - Throws: `unknown-name` with the names there are, `missing-file`, or the errors of the file.
    public static func template(_ entry: Entry<BandSpec.Template>, jobFile: String)
        throws(MastheadError) -> BandTemplateFile
    {
        switch entry.value {
        case .file(let path):
            guard FileManager.default.fileExists(atPath: path.resolved) else {
                throw MastheadError(
                    .missingFile, "there is no band template \(path.resolved)", at: entry.location,
                    remedy: "Correct the path; it is relative to the job file.")
            }
            return try BandTemplateFile.read(path: path.resolved)
        case .named(let name):
            guard let folder = ProjectFolders.find(Self.name, forJob: jobFile) else {
                throw MastheadError(
                    .missingFile, "there is no folder \(Self.name) beside or above the job", at: entry.location,
                    remedy: "Keep the job in the project's folder, or write the path of a template, such as "
                        + "./\(name).yaml.")
            }
            let names = names(in: folder)
            guard names.contains(name) else {
                let nearest = NearestName.suggestion(for: name, among: names)
                throw MastheadError(
                    .unknownName, "there is no band template \(Quoted.text(name)) in \(folder)", at: entry.location,
                    remedy: nearest.map { "Write \($0)." } ?? "Use one of: \(names.joined(separator: ", ")).")
            }
            return try BandTemplateFile.read(path: "\(folder)/\(name).yaml")
        }
    }

    /// All templates of the project that the working directory is in, by name.
    ///
    /// - Throws: `missing-file` where there is no folder of templates.
    public static func all(jobFile: String = "./job.yaml") throws(MastheadError) -> [BandTemplateFile] {
        guard let folder = ProjectFolders.find(name, forJob: jobFile) else {
            throw MastheadError(
                .missingFile, "there is no folder \(name) in or above the working directory",
                remedy: "Change to the project's folder first.")
        }
        var files: [BandTemplateFile] = []
        for name in names(in: folder) { files.append(try BandTemplateFile.read(path: "\(folder)/\(name).yaml")) }
        return files
    }

    /// The names of the templates in a folder.
    private static func names(in folder: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }.sorted()
    }
}
