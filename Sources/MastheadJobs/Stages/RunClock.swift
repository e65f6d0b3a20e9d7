import Foundation
import Synchronization

/// How long each stage of a run took; the only part of a run that looks at a clock.
final class RunClock: Sendable {
    /// When the run began, in UTC.
    let started = Date()
    private let clock = ContinuousClock()
    private let begin: ContinuousClock.Instant
    private let marks: Mutex<[(stage: String, seconds: Double)]>
    private let last: Mutex<ContinuousClock.Instant>

    init() {
        begin = clock.now
        marks = Mutex([])
        last = Mutex(begin)
    }

    /// Ends a stage.
    func mark(_ stage: String) {
        let now = clock.now
        let seconds = last.withLock { previous in
            defer { previous = now }
            return previous.duration(to: now) / .seconds(1)
        }
        marks.withLock { $0.append((stage, seconds)) }
    }

    /// The stages so far, in order.
    var stages: [(stage: String, seconds: Double)] { marks.withLock { $0 } }

    /// Seconds since the run began.
    var seconds: Double { begin.duration(to: clock.now) / .seconds(1) }

    /// The most memory that the process has held, bytes; zero where the system does not tell.
    static var peakMemoryBytes: Int {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kilobytes = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
        else { return 0 }
        return (Int(kilobytes) ?? 0) * 1024
    }
}
