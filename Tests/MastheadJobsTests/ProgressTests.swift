import Foundation
import MastheadCore
import MastheadJobs
import Synchronization
import Testing

@Suite("Progress of a run")
struct ProgressTests {
    /// Collects what is written, at times that a test sets.
    private final class Recorder: Sendable {
        let text = Mutex("")
        let seconds = Mutex(0.0)

        func progress(_ style: RunProgress.Style) -> RunProgress {
            RunProgress(style: style, now: { .seconds(self.seconds.withLock { $0 }) }) { piece in
                self.text.withLock { $0 += piece }
            }
        }

        func at(_ time: Double) { seconds.withLock { $0 = time } }
        var written: String { text.withLock { $0 } }
    }

    @Test("a log gets one line for each stage")
    func lines() {
        let recorder = Recorder()
        let progress = recorder.progress(.lines)
        progress.report(.started(stage: "coverage", of: 2800, unit: "tiles"))
        for done in 1...2800 { progress.report(.advanced(stage: "coverage", done: done, of: 2800)) }
        recorder.at(49.84)
        progress.report(.finished(stage: "coverage"))
        progress.report(.started(stage: "maps"))
        recorder.at(200)
        progress.report(.finished(stage: "maps"))
        #expect(recorder.written == "coverage: 2,800 tiles in 49.8 s\nmaps: 2 min 30 s\n")
    }

    @Test("a terminal's line shows share, rate and remaining time, and fits its width")
    func bar() {
        let recorder = Recorder()
        let progress = recorder.progress(.terminal(columns: 90))
        progress.report(.started(stage: "coverage", of: 2800, unit: "tiles"))
        recorder.at(10)
        progress.report(.advanced(stage: "coverage", done: 700, of: 2800))
        #expect(recorder.written.contains(" 25 %  700 of 2,800 tiles  70/s  0:30 left"))
        #expect(recorder.written.contains("█"))
        #expect(recorder.written.count < 90)
        progress.report(.advanced(stage: "coverage", done: 701, of: 2800))
        #expect(!recorder.written.contains("701"), "a terminal is not rewritten more often than ten times a second")
        recorder.at(40)
        progress.report(.finished(stage: "coverage"))
        #expect(recorder.written.hasSuffix("\r\u{1B}[Kcoverage: 2,800 tiles in 40.0 s\n"))
    }

    @Test("odd counts are neither a trap nor a false rate", arguments: [1, 8, 20, 79, 80, 200])
    func oddCounts(columns: Int) {
        let recorder = Recorder()
        let progress = recorder.progress(.terminal(columns: columns))
        progress.report(.advanced(stage: "a", done: 5, of: 0))
        progress.report(.started(stage: "b", of: -3, unit: "x"))
        for (time, done) in [(0.5, 9), (1.0, -2), (1.5, 100), (2.0, 3)] {
            recorder.at(time)
            progress.report(.advanced(stage: "b", done: done, of: 10))
        }
        progress.report(.finished(stage: "never started"))
        progress.report(.message("done"))
        progress.close()
        let shown = recorder.written.components(separatedBy: "\r\u{1B}[K").filter { !$0.contains("\n") }
        #expect(shown.allSatisfy { $0.count <= max(1, columns) }, "\(shown)")
    }

    @Test("a log for schedulers is one JSON object on each line, errors with code, place and remedy")
    func jsonLines() throws {
        let recorder = Recorder()
        let progress = recorder.progress(.json)
        progress.report(.started(stage: "coverage \"x\"", of: 10, unit: "tiles"))
        recorder.at(11)
        progress.report(.advanced(stage: "coverage \"x\"", done: 4, of: 10))
        progress.report(.finished(stage: "coverage \"x\""))
        progress.report(.message("line\nbreak"))
        progress.report(
            MastheadError(
                .badJob, "first", at: .file("a.yaml"), remedy: "Mend it.",
                others: [MastheadError(.layerVoid, "second", remedy: "Fill it.")]))
        let lines = recorder.written.split(separator: "\n")
        #expect(lines.count == 6)
        let objects = try lines.map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(objects.allSatisfy { $0["time"] != nil && $0["level"] != nil && $0["message"] != nil })
        #expect(objects[1]["done"] as? Int == 4)
        #expect(objects[4]["code"] as? String == "bad-job")
        #expect(objects[4]["at"] as? String == "a.yaml")
        #expect(objects[5]["message"] as? String == "second")
    }

    @Test("many threads may report at once, and nothing is lost between them")
    func threads() {
        let recorder = Recorder()
        let progress = recorder.progress(.lines)
        progress.report(.started(stage: "coverage", of: 4000, unit: "tiles"))
        DispatchQueue.concurrentPerform(iterations: 8) { thread in
            for step in 1...500 { progress.report(.advanced(stage: "coverage", done: thread * 500 + step, of: 4000)) }
        }
        progress.report(.finished(stage: "coverage"))
        #expect(recorder.written == "coverage: 4,000 tiles in 0.0 s\n")
    }

    @Test("a stop flag tells whether it was raised before")
    func stopFlag() {
        let flag = StopFlag()
        #expect(!flag.isRaised)
        #expect(!flag.raise())
        #expect(flag.isRaised)
        #expect(flag.raise())
    }
}
