import Logging
import MastheadCore

/// How far one stage is, in numbers and in words.
struct StageProgress: Sendable {
    let name: String
    let unit: String
    private(set) var count: Int
    private(set) var done = 0
    let start: Duration
    /// What was done before the first event: a resumed run does not owe its rate to it.
    private var doneAtStart: Int?

    init(name: String, unit: String, count: Int, start: Duration) {
        self.name = name
        self.unit = unit
        self.count = max(0, count)
        self.start = start
    }

    /// Takes a new state; a thread that comes late with a smaller number changes nothing.
    mutating func advance(to done: Int, of count: Int, at time: Duration) {
        if doneAtStart == nil { doneAtStart = time - start < .milliseconds(200) && done > 1 ? done : 0 }
        self.count = max(0, count)
        self.done = max(self.done, min(max(0, done), self.count))
    }

    /// Units in a second since the start; nil until enough is done to tell.
    func rate(at time: Duration) -> Double? {
        let seconds = (time - start).inSeconds
        let own = done - (doneAtStart ?? 0)
        return seconds >= 0.5 && own > 0 ? Double(own) / seconds : nil
    }

    /// Seconds that remain at the present rate.
    func remaining(at time: Duration) -> Double? {
        rate(at: time).map { Double(count - done) / $0 }
    }

    /// `coverage  ████████░░░░░░░░  43 %  1,204 of 2,800 tiles  56/s  0:28 left`, cut to the width.
    func bar(columns: Int, at time: Duration) -> String {
        let share = count > 0 ? Double(done) / Double(count) : 0
        let percent = Int((share * 100).rounded(.down))
        var tail = " \(percent < 10 ? "  " : percent < 100 ? " " : "")\(percent) %"
        tail += "  \(Grouped.text(done)) of \(Grouped.text(count))" + (unit.isEmpty ? "" : " \(unit)")
        if let rate = rate(at: time) { tail += "  \(Self.rateText(rate))/s" }
        if let remaining = remaining(at: time) { tail += "  \(Self.clock(remaining)) left" }
        let room = columns - name.count - tail.count - 3
        guard room >= 8 else { return String("\(name)\(tail)".prefix(max(1, columns - 1))) }
        let width = min(40, room)
        let filled = Int((share * Double(width)).rounded(.down))
        return name + "  " + String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
            + tail
    }

    /// `coverage: 2,800 tiles in 49.8 s`.
    func summary(at time: Duration) -> String {
        let what = count > 0 ? "\(Grouped.text(count))" + (unit.isEmpty ? "" : " \(unit)") + " in " : ""
        return "\(name): \(what)\(SpokenTime.text(seconds: (time - start).inSeconds))"
    }

    /// The numbers for a log.
    func fields(at time: Duration) -> Logger.Metadata {
        var fields: Logger.Metadata = [
            "stage": .string(name), "done": .stringConvertible(done), "of": .stringConvertible(count),
            "seconds": .stringConvertible(((time - start).inSeconds * 1000).rounded() / 1000),
        ]
        if done < count, let remaining = remaining(at: time) {
            fields["remaining_seconds"] = .stringConvertible(remaining.rounded())
        }
        return fields
    }

    static func rateText(_ rate: Double) -> String {
        rate >= 10 ? Grouped.text(Int(min(rate, 1e15))) : FixedPoint.text(rate, decimals: 1)
    }

    /// `0:28`, `12:05`, `3:07:00`.
    static func clock(_ seconds: Double) -> String {
        // A stage that would take a century is not going to be waited for.
        guard seconds.isFinite, seconds < 3.2e9 else { return "?" }
        let total = Int(seconds.rounded(.up))
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let (hours, minutes) = (total / 3600, total / 60 % 60)
        return hours > 0 ? "\(hours):\(two(minutes)):\(two(total % 60))" : "\(minutes):\(two(total % 60))"
    }
}

extension Duration {
    /// The duration in seconds.
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
