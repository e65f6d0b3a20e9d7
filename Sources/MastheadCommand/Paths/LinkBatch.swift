import Dispatch
import MastheadCore
import MastheadJobs
import Synchronization

/// Rows that are computed together and written before the next are read.
final class LinkBatch: Sendable {
    /// Rows of a batch, and the bytes that end it earlier where rows are long.
    static let rowLimit = 4096
    static let byteLimit = 8 << 20
    /// Rows that a thread takes at once: neighbours often share their profile and model.
    private static let piece = 8

    private let records: [DelimitedRecord]
    private let next = Atomic<Int>(0)
    private let results: Mutex<[LinkResult?]>

    init(_ records: [DelimitedRecord]) {
        self.records = records
        results = Mutex(Array(repeating: nil, count: records.count))
    }

    /// Computes all rows, each worker on a thread of its own; the results stand in the order of the rows.
    ///
    /// - Throws: `interrupted`.
    func run(
        _ setup: LinkSetup, on slots: [LinkWorkerSlot], stop: StopFlag, advance: @Sendable (Int) -> Void
    ) throws(MastheadError) -> [LinkResult] {
        DispatchQueue.concurrentPerform(iterations: slots.count) { index in
            slots[index].use(setup) { worker in
                while !stop.isRaised {
                    let first = next.add(Self.piece, ordering: .relaxed).oldValue
                    guard first < records.count else { return }
                    let range = first..<min(first + Self.piece, records.count)
                    let done = range.map { worker.result(of: records[$0]) }
                    results.withLock { $0.replaceSubrange(range, with: done) }
                    advance(done.count)
                }
            }
        }
        let finished = results.withLock { $0.compactMap { $0 } }
        guard finished.count == records.count else { throw LinkTable.stopped }
        return finished
    }
}

/// The place of one worker, which keeps its readers from one batch to the next; one thread at a time.
final class LinkWorkerSlot: Sendable {
    private let worker = Mutex<LinkWorker?>(nil)

    /// Lends the worker, made at its first use.
    func use(_ setup: LinkSetup, _ body: (inout LinkWorker) -> Void) {
        worker.withLock { worker in
            var own = worker ?? LinkWorker(setup)
            body(&own)
            worker = own
        }
    }
}
