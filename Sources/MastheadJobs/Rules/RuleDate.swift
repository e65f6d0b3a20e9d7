import MastheadCore

/// The date of an instrument: `YYYY-MM-DD`, a day of the calendar.
enum RuleDate {
    static let kind = ValueKind<String>(form: .text) { reading in
        guard let text = reading.scalar("a date") else { return nil }
        guard isDay(text) else {
            reading.refuse(
                "\(reading.keyName) \(Quoted.text(text)) is not a day of the calendar as YYYY-MM-DD",
                remedy: "Write the date of the edition, such as \(reading.keyName): \(reading.example); "
                    + "the first of the month where only the month is known.")
            return nil
        }
        return text
    }

    private static func isDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], text.utf8.allSatisfy({ "0123456789-".utf8.contains($0) }) else {
            return false
        }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == 3, numbers[0] >= 1900, (1...12).contains(numbers[1]) else { return false }
        return (1...days(inMonth: numbers[1], year: numbers[0])).contains(numbers[2])
    }

    private static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
