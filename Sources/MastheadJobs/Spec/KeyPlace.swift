import MastheadCore
import Yams

/// A line and a column, both from 1.
struct TextPosition: Sendable, Hashable {
    let line: Int
    let column: Int

    init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// The reader counts a missing position as line 0.
    init(_ mark: Mark) {
        line = max(1, mark.line)
        column = max(1, mark.column)
    }
}

/// Where a value stands: file, key path, line and column, and the folder that its paths are relative to.
struct KeyPlace: Sendable {
    let file: String
    let folder: String
    let path: String
    let line: Int?
    let column: Int?

    /// The top of a file.
    init(file: String) {
        self.file = file
        folder = file.lastIndex(of: "/").map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
        path = ""
        line = nil
        column = nil
    }

    private init(_ parent: KeyPlace, path: String, mark: Mark?) {
        file = parent.file
        folder = parent.folder
        self.path = path
        line = mark.map { TextPosition($0).line }
        column = mark.map { TextPosition($0).column }
    }

    /// The place of the value of a key.
    func key(_ name: String, _ mark: Mark?) -> KeyPlace {
        KeyPlace(self, path: path.isEmpty ? name : "\(path).\(name)", mark: mark)
    }

    /// The place of an item of a list, counted from 0.
    func item(_ index: Int, _ mark: Mark?) -> KeyPlace { KeyPlace(self, path: "\(path)[\(index)]", mark: mark) }

    /// The same key path at another mark.
    func marked(_ mark: Mark?) -> KeyPlace { KeyPlace(self, path: path, mark: mark) }

    var location: ErrorLocation { .job(file: file, key: path, line: line, column: column) }
}

/// The errors of one file, gathered so that a user mends all of them at once.
final class ErrorList {
    /// More than this many are counted, not listed: the first ones tell what is wrong.
    static let limit = 50

    private var errors: [MastheadError] = []
    private var unlisted = 0

    var isEmpty: Bool { errors.isEmpty }

    func add(_ error: MastheadError) {
        if errors.count < Self.limit { errors.append(error) } else { unlisted += 1 }
    }

    func add(_ code: ErrorCode, _ problem: String, at place: KeyPlace, remedy: String) {
        add(MastheadError(code, problem, at: place.location, remedy: remedy))
    }

    /// All errors as one, in the order of the file.
    func combined(file: String) -> MastheadError? {
        guard unlisted > 0 else { return MastheadError.combining(errors) }
        let rest = MastheadError(
            .badJob, "the file has \(unlisted) more errors", at: .file(file),
            remedy: "Mend the errors above and check again.")
        return MastheadError.combining(errors + [rest])
    }
}

/// Text of the user inside a message: on one line, not too long.
enum Quoted {
    static func text(_ text: String, limit: Int = 60) -> String {
        let line = text.unicodeScalars.prefix(limit + 1).map { scalar in
            scalar.properties.generalCategory == .control || scalar == "\"" ? " " : String(scalar)
        }
        return line.count > limit ? "\"\(line.prefix(limit).joined())…\"" : "\"\(line.joined())\""
    }
}
