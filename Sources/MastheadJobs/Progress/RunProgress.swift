import Logging
public import MastheadCore
import Synchronization

/// Says how far a run is: a bar on a terminal, a line for each stage elsewhere, or JSON lines.
///
/// It takes events from many threads, and writes through a closure that gets whole pieces of text.
public final class RunProgress: ProgressReporting {
    /// How the events are written.
    public enum Style: Sendable, Equatable {
        /// One line that is rewritten, so many columns wide, and one final line for each stage.
        case terminal(columns: Int)
        /// One line for each stage, when it ends.
        case lines
        /// One JSON object on each line.
        case json
    }

    /// Rewriting a terminal's line more often than this costs more than it tells.
    static let terminalInterval = Duration.milliseconds(100)
    /// How often a log gets a line about a stage that goes on.
    static let logInterval = Duration.seconds(10)

    private let style: Style
    private let log: JSONLines
    private let now: @Sendable () -> Duration
    private let write: @Sendable (String) -> Void
    private let state = Mutex(State())

    /// What is remembered between events.
    private struct State {
        var stages: [String: StageProgress] = [:]
        var lastWrite: Duration?
        var hasOpenLine = false
    }

    /// A reporter that writes to `write`.
    ///
    /// - Parameter now: Time since any fixed moment; a test gives its own.
    public init(
        style: Style, now: (@Sendable () -> Duration)? = nil, write: @escaping @Sendable (String) -> Void
    ) {
        self.style = style
        let start = ContinuousClock.now
        self.now = now ?? { ContinuousClock.now - start }
        self.write = write
        log = JSONLines(write: write)
    }

    /// Takes one event.
    public func report(_ event: ProgressEvent) {
        let time = now()
        state.withLock { take(event, at: time, &$0) }
    }

    /// Tells what stopped the work: the error with all others, or a JSON line for each.
    public func report(_ error: MastheadError) {
        guard style == .json else { return write(error.description + "\n") }
        for error in [error] + error.others { log.note(error) }
    }

    /// Ends an open line, so that other text may follow.
    public func close() {
        state.withLock { state in
            if state.hasOpenLine { write("\n") }
            state.hasOpenLine = false
        }
    }

    private func take(_ event: ProgressEvent, at time: Duration, _ state: inout State) {
        switch event {
        case .started(let stage, let count, let unit):
            state.stages[stage] = StageProgress(name: stage, unit: unit, count: count, start: time)
            state.lastWrite = nil
            if style == .json { log.note("stage started", ["stage": .string(stage), "of": .stringConvertible(count)]) }
        case .advanced(let stage, let done, let count):
            var progress = state.stages[stage] ?? StageProgress(name: stage, unit: "", count: count, start: time)
            progress.advance(to: done, of: count, at: time)
            state.stages[stage] = progress
            show(progress, at: time, &state)
        case .finished(let stage):
            let progress = state.stages.removeValue(forKey: stage)
            finish(progress ?? StageProgress(name: stage, unit: "", count: 0, start: time), at: time, &state)
        case .message(let text):
            switch style {
            case .json: log.note(text, [:])
            case .lines: write("\(text)\n")
            case .terminal: write(clear(&state) + "\(text)\n")
            }
        }
    }

    private func show(_ progress: StageProgress, at time: Duration, _ state: inout State) {
        let interval = style == .json ? Self.logInterval : Self.terminalInterval
        if let last = state.lastWrite, time - last < interval, progress.done < progress.count { return }
        switch style {
        case .terminal(let columns):
            write(clear(&state) + progress.bar(columns: columns, at: time))
            state.hasOpenLine = true
        case .json:
            guard state.lastWrite != nil || time - progress.start >= interval else { return }
            log.note("stage advanced", progress.fields(at: time))
        case .lines: return
        }
        state.lastWrite = time
    }

    private func finish(_ progress: StageProgress, at time: Duration, _ state: inout State) {
        switch style {
        case .terminal: write(clear(&state) + progress.summary(at: time) + "\n")
        case .lines: write(progress.summary(at: time) + "\n")
        case .json: log.note("stage finished", progress.fields(at: time))
        }
        state.lastWrite = nil
    }

    /// Takes an open line away: back to its start, and erase to its end.
    private func clear(_ state: inout State) -> String {
        defer { state.hasOpenLine = false }
        return state.hasOpenLine ? "\r\u{1B}[K" : ""
    }
}
