import Foundation
public import MastheadCore
import MastheadRadio

/// The masks that come with the project.
public enum MaskFolder {
    /// A mask as lists show it.
    public struct Listing: Sendable {
        /// The mask's name, that of its file.
        public let id: String
        /// What it limits.
        public let kind: String
        /// Where it begins: an offset or a frequency.
        public let from: String
        /// Where it ends.
        public let to: String
    }

    private static let name = "Jobs/masks"

    /// All masks of the project that the working directory is in, by name.
    ///
    /// - Throws: `missing-file` where there is no folder of masks, `bad-mask` for a file that is none.
    public static func all() throws(MastheadError) -> [Listing] {
        guard let folder = ProjectFolders.find(name, forJob: "./job.yaml") else {
            throw MastheadError(
                .missingFile, "there is no folder \(name) in or above the working directory",
                remedy: "Change to the project's folder first.")
        }
        let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        var listings: [Listing] = []
        for file in files where file.hasSuffix(".csv") { listings.append(try listing("\(folder)/\(file)")) }
        return listings
    }

    /// The filter that a rule pack names.
    ///
    /// - Throws: `unknown-name` with the filters there are, `missing-file`, or `bad-mask`.
    static func filter(_ name: Entry<String>, forJob file: String) throws(MastheadError) -> RulePackFile.Filter {
        guard let folder = ProjectFolders.find(Self.name, forJob: file) else {
            throw MastheadError(
                .missingFile, "there is no folder \(Self.name) beside or above the rule pack", at: name.location,
                remedy: "Keep the rule pack in the project's folder.")
        }
        let path = "\(folder)/\(name.value).csv"
        guard FileManager.default.fileExists(atPath: path) else {
            let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
            let names = files.filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }
            throw MastheadError(
                .unknownName, "there is no mask \(Quoted.text(name.value)) in \(folder)", at: name.location,
                remedy: NearestName.suggestion(for: name.value, among: names).map { "Write \($0)." }
                    ?? "Use one of: \(names.joined(separator: ", ")).")
        }
        if columns(path).contains("offset_from_edge_mhz") {
            return RulePackFile.Filter(curve: .fromEdge(try MaskReader.edgeSelectivity(path: path)), path: path)
        }
        return RulePackFile.Filter(curve: .fromMiddle(try MaskReader.selectivity(path: path)), path: path)
    }

    /// A mask by the kind whose columns its header has.
    private static func listing(_ path: String) throws(MastheadError) -> Listing {
        let header = columns(path)
        if header.contains("offset_from_edge_mhz") {
            let filter = try MaskReader.edgeSelectivity(path: path)
            return Listing(
                id: filter.id, kind: "filter of a receiver, from the edges of its band",
                from: filter.points.first?.offset.description ?? "", to: filter.points.last?.offset.description ?? "")
        }
        if header.hasPrefix("offset_from_mhz") {
            let mask = try MaskReader.emission(path: path)
            return Listing(
                id: mask.id, kind: "unwanted emissions beside a channel",
                from: mask.segments.first?.from.description ?? "", to: mask.end.description)
        }
        if header.hasPrefix("from_mhz") {
            let mask = try MaskReader.spurious(path: path)
            return Listing(
                id: mask.id, kind: "spurious emissions", from: mask.ranges.first?.from.description ?? "",
                to: mask.ranges.last?.to.description ?? "")
        }
        let mask = try MaskReader.selectivity(path: path)
        return Listing(
            id: mask.id, kind: "selectivity of a receiver", from: mask.points.first?.offset.description ?? "",
            to: mask.points.last?.offset.description ?? "")
    }

    /// The header of a mask file: the first line that is no comment.
    private static func columns(_ path: String) -> String {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(whereSeparator: \.isNewline).first { !$0.hasPrefix("#") }.map(String.init) ?? ""
    }
}
