import MastheadCore

/// The rows of a measured pattern file, split into fields and checked one by one.
struct MeasuredPatternTable {
    /// A row: its line in the file, its angles or its cut, its gain.
    struct Row {
        let line: Int
        /// The cut's name; empty for a table over the sphere.
        let cut: String
        /// `angle_deg`, or azimuth and elevation.
        let angles: [Double]
        /// Gain relative to the peak, dB.
        let gainDB: Double
    }

    let path: String
    private(set) var peakGainDBi: Double?
    private(set) var rows: [Row] = []
    private var columns: [String] = []
    private var line = 0

    /// The columns of a file of cuts.
    static let cutColumns = ["cut", "angle_deg", "gain_db"]
    /// The columns of a table over the sphere.
    static let sphereColumns = ["azimuth_deg", "elevation_deg", "gain_db"]
    /// What the gain at the peak may be, dBi.
    static let peakRange = -30.0...100.0
    /// What a gain relative to the peak may be, dB.
    static let gainRange = -200.0...0.0
    /// What an angle may be; −180 to 180 and 0 to 360 are both in use.
    static let angleRange = -180.0...360.0

    /// Whether the file has a table over the sphere.
    var isSphere: Bool { columns == Self.sphereColumns }

    init(_ text: String, path: String) throws(MastheadError) {
        self.path = path
        let withoutMark = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        let lines = withoutMark.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        for (index, text) in lines.enumerated() {
            line = index + 1
            let fields = text.split(separator: ",", omittingEmptySubsequences: false).map { Self.trimmed($0) }
            if text.first == "#" || fields == [""] { continue }
            try take(fields)
        }
        guard !columns.isEmpty else { throw refuseWhole("the file has no header", Self.headerRemedy) }
    }

    private static let headerRemedy =
        "Write the columns \(cutColumns.joined(separator: ",")), or \(sphereColumns.joined(separator: ","))."

    private mutating func take(_ fields: [String]) throws(MastheadError) {
        if columns.isEmpty, fields.first == "peak_gain_dbi" {
            guard peakGainDBi == nil else { throw refuse("peak_gain_dbi stands twice", "Delete one of the two.") }
            guard fields.count == 2, let gain = Double(fields[1]), Self.peakRange.contains(gain) else {
                throw refuse(
                    "the gain at the peak is not a number of \(Self.text(Self.peakRange)) dBi",
                    "Write peak_gain_dbi, a comma, and the gain at the peak in dBi.")
            }
            peakGainDBi = gain
        } else if columns.isEmpty {
            guard fields == Self.cutColumns || fields == Self.sphereColumns else {
                throw refuse("the columns are \"\(fields.joined(separator: ","))\"", Self.headerRemedy)
            }
            columns = fields
        } else {
            try takeRow(fields)
        }
    }

    private mutating func takeRow(_ fields: [String]) throws(MastheadError) {
        guard fields.count == columns.count else {
            throw refuse(
                "the row has \(fields.count) fields, the header \(columns.count)",
                "Write one field for each column, decimals after a point.")
        }
        var numbers: [Double] = []
        for (column, field) in zip(columns, fields) where column != "cut" {
            guard let number = Double(field), number.isFinite else {
                throw refuse("\(column) is \"\(field)\", not a finite number", "Write a number, or delete the row.")
            }
            numbers.append(number)
        }
        let gain = numbers.removeLast()
        guard Self.gainRange.contains(gain) else {
            throw refuse(
                "gain_db is \(PlainNumber.text(gain)), outside \(Self.text(Self.gainRange)) relative to the peak",
                "Write gains relative to the peak, which is 0 dB; attenuations with a minus sign.")
        }
        guard numbers.allSatisfy(Self.angleRange.contains) else {
            throw refuse("an angle is outside \(Self.text(Self.angleRange))", "Write angles in degrees.")
        }
        rows.append(Row(line: line, cut: isSphere ? "" : fields[0], angles: numbers, gainDB: gain))
    }

    private static func trimmed(_ field: Substring) -> String {
        let blank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        let start = field.drop(while: blank)
        return String(start[..<(start.lastIndex { !blank($0) }.map { start.index(after: $0) } ?? start.startIndex)])
    }

    private static func text(_ range: ClosedRange<Double>) -> String {
        "\(PlainNumber.text(range.lowerBound)) to \(PlainNumber.text(range.upperBound))"
    }

    private func refuse(_ problem: String, _ remedy: String) -> MastheadError {
        refuse(problem, remedy, line: line)
    }

    func refuse(_ problem: String, _ remedy: String, line: Int) -> MastheadError {
        MastheadError(.badPattern, problem, at: .line(file: path, line: line), remedy: remedy)
    }

    func refuseWhole(_ problem: String, _ remedy: String) -> MastheadError {
        MastheadError(.badPattern, problem, at: .file(path), remedy: remedy)
    }
}
