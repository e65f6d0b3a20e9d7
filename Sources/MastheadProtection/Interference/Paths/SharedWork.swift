import Dispatch
import MastheadCore
import Synchronization

/// Shares numbered pieces of work among threads; nothing about a piece may depend on which thread did it.
enum SharedWork {
    /// Does all pieces from 0 up to `count`, each thread with a worker of its own.
    ///
    /// - Throws: The error of the lowest piece that failed; `interrupted` when it was asked to stop.
    static func run<Worker>(
        count: Int, threads: Int, isStopped: @escaping @Sendable () -> Bool,
        makeWorker: @escaping @Sendable () throws(MastheadError) -> Worker,
        body: @escaping @Sendable (inout Worker, Int) throws(MastheadError) -> Void
    ) throws(MastheadError) {
        guard count > 0 else { return }
        let next = Atomic<Int>(0)
        let failure = Mutex<(index: Int, error: MastheadError)?>(nil)
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
            var index = -1
            do throws(MastheadError) {
                var worker = try makeWorker()
                while failure.withLock({ $0 == nil }) {
                    index = next.add(1, ordering: .relaxed).oldValue
                    guard index < count else { return }
                    guard !isStopped() else { throw stopped }
                    try body(&worker, index)
                }
            } catch {
                let place = index
                failure.withLock { known in
                    // A piece that was given up tells less than one that failed by itself.
                    if let earlier = known, earlier.error.code != .interrupted, earlier.index <= place { return }
                    known = (place, error)
                }
            }
        }
        if let error = failure.withLock({ $0?.error }) { throw error }
    }

    /// The error of work that was asked to stop.
    static let stopped = MastheadError(
        .interrupted, "the assessment was asked to stop", remedy: "Give the same command again.")
}

/// Results of numbered pieces, each written once.
final class PieceResults<Result: Sendable>: Sendable {
    private let results: Mutex<[Result?]>

    init(count: Int) { results = Mutex(Array(repeating: nil, count: count)) }

    func set(_ result: Result, at index: Int) { results.withLock { $0[index] = result } }

    /// All results in the order of the pieces.
    func all() -> [Result] { results.withLock { $0.compactMap { $0 } } }
}
