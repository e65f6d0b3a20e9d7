import MastheadCore
import MastheadGeo

/// One row of a register of protected stations: every value checked, every refusal with its row.
struct ProtectedStationCells {
    typealias Column = ProtectedStationColumn

    let row: RegisterRow
    let file: String

    /// The text of a column; nil where the row leaves it empty or the register has no such column.
    func text(_ column: Column) -> String? {
        guard let raw = row.fields[column.rawValue] else { return nil }
        let trimmed = raw.drop { $0.isWhitespace }
        return trimmed.lastIndex { !$0.isWhitespace }.map { String(trimmed[...$0]) }
    }

    func refuse(_ code: String, _ problem: String, _ remedy: String) -> QuarantinedRow {
        QuarantinedRow(
            file: file, row: row.number, id: text(.id) ?? "", code: code, problem: problem, remedy: remedy)
    }

    /// The text of a column that must not be empty.
    func needed(_ column: Column) throws(QuarantinedRow) -> String {
        guard let text = text(column) else {
            throw refuse(
                "missing-value", "column \(column.rawValue) is empty", "Fill in \(column.rawValue), or delete the row.")
        }
        return text
    }

    /// The number in a column within a range; nil where it is empty.
    func number(_ column: Column, in range: ClosedRange<Double>) throws(QuarantinedRow) -> Double? {
        guard let text = text(column) else { return nil }
        guard let value = Double(text), value.isFinite else {
            throw refuse(
                "bad-number", "\(column.rawValue) is \"\(text)\", which is not a number",
                "Write digits only; the column's name tells the unit.")
        }
        guard range.contains(value) else {
            throw refuse(
                "impossible-value",
                "\(column.rawValue) is \(PlainNumber.text(value)), outside \(PlainNumber.text(range.lowerBound)) to "
                    + PlainNumber.text(range.upperBound),
                "Correct \(column.rawValue); the column's name tells the unit.")
        }
        return value
    }

    /// The number in a column that must not be empty.
    func neededNumber(_ column: Column, in range: ClosedRange<Double>) throws(QuarantinedRow) -> Double {
        _ = try needed(column)
        guard let value = try number(column, in: range) else {
            throw refuse("missing-value", "column \(column.rawValue) is empty", "Fill in \(column.rawValue).")
        }
        return value
    }

    func position() throws(QuarantinedRow) -> GeographicPosition {
        guard let position = row.position else {
            throw refuse(
                "missing-coordinates", "the row gives no position that can be read",
                "Fill in longitude_deg and latitude_deg, in degrees of WGS 84.")
        }
        guard position.longitudeDegrees != 0 || position.latitudeDegrees != 0 else {
            throw refuse("missing-coordinates", "both coordinates are zero", "Fill in the position of the antenna.")
        }
        guard abs(position.latitudeDegrees) <= 90, abs(position.longitudeDegrees) <= 360 else {
            throw refuse(
                "bad-coordinates", "position \(position) is not on the Earth",
                "Write degrees east and north; the two may be swapped.")
        }
        return position
    }

    /// The edges of the received band.
    func band() throws(QuarantinedRow) -> ClosedRange<Frequency> {
        let lower = try neededNumber(.lowerEdge, in: 30...300_000)
        let upper = try neededNumber(.upperEdge, in: 30...300_000)
        guard lower < upper else {
            throw refuse(
                "empty-band",
                "the band begins at \(PlainNumber.text(lower)) MHz and ends at \(PlainNumber.text(upper)) MHz",
                "Write the lower edge in lower_mhz and the upper in upper_mhz.")
        }
        return Frequency(megahertz: lower)...Frequency(megahertz: upper)
    }
}
