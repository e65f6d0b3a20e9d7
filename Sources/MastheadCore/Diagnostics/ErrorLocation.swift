/// Where the user can put a finger on the problem.
public enum ErrorLocation: Sendable, Hashable {
    /// No place can be named.
    case none
    /// A key of a job file or another YAML file, with its line and column where known (both from 1).
    case job(file: String, key: String, line: Int? = nil, column: Int? = nil)
    /// A whole file or folder.
    case file(String)
    /// A line of a text file, from 1.
    case line(file: String, line: Int)
    /// A row of a register, counted as a text editor or spreadsheet counts it.
    case row(file: String, row: Int, column: String? = nil)
    /// A place in a layer; `role` as the job names it.
    case layer(role: String, file: String, place: GeographicPosition? = nil)
    /// A feature of a vector file, by its identifier.
    case feature(file: String, id: String, place: GeographicPosition? = nil)
    /// An option of the command line.
    case option(String)
}

extension ErrorLocation: CustomStringConvertible {
    /// The text that people read.
    public var description: String {
        switch self {
        case .none: return ""
        case .job(let file, let key, let line, let column):
            let position = line.map { ":\($0)" + (column.map { ":\($0)" } ?? "") } ?? ""
            return key.isEmpty ? "\(file)\(position)" : "\(file)\(position)  \(key)"
        case .file(let file): return file
        case .line(let file, let line): return "\(file):\(line)"
        case .row(let file, let row, let column):
            return "\(file) row \(row)" + (column.map { ", column \($0)" } ?? "")
        case .layer(let role, let file, let place):
            return "\(role) layer \(file)" + (place.map { " at \($0)" } ?? "")
        case .feature(let file, let id, let place):
            return "\(file) feature \(id)" + (place.map { " at \($0)" } ?? "")
        case .option(let name): return "option \(name)"
        }
    }
}
