import Dispatch
import MastheadCore
import Synchronization

/// Shares numbered pieces of work among the threads of this process.
///
/// Each thread makes a worker of its own, with its own handles, and takes the next piece from one counter. Nothing about a
/// piece may depend on which thread did it, or when.
enum WorkerPool {
    /// Does all pieces from 0 up to `count`.
    ///
    /// - Parameters:
    ///   - makeWorker: Makes the worker of one thread.
    ///   - body: Does one piece; it is told to give up by its last argument.
    /// - Throws: The error of the lowest piece that failed by itself; `interrupted` when only that stopped the work.
    static func run<Worker: ~Copyable>(
        count: Int, threads: Int, isStopped: @escaping @Sendable () -> Bool,
        makeWorker: @escaping @Sendable () throws(MastheadError) -> Worker,
        body: @escaping @Sendable (inout Worker, Int, () -> Bool) throws(MastheadError) -> Void
    ) throws(MastheadError) {
        guard count > 0 else { return }
        let state = State()
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
            do throws(MastheadError) {
                var worker = try makeWorker()
                while let index = state.take(below: count) {
                    do throws(MastheadError) {
                        guard !isStopped() else { throw stopped }
                        try body(&worker, index) { isStopped() || state.hasFailed }
                    } catch {
                        state.fail(error, at: index)
                        return
                    }
                }
            } catch {
                state.fail(error, at: -1)
            }
        }
        if let error = state.firstError { throw error }
    }

    /// The error of work that was asked to stop.
    static let stopped = MastheadError(
        .interrupted, "the run was asked to stop", remedy: "Give the same command again; it goes on from there.")

    /// What the threads share.
    private final class State: Sendable {
        private let next = Atomic<Int>(0)
        private let failed = Atomic<Bool>(false)
        private let failure = Mutex<(index: Int, error: MastheadError)?>(nil)

        var hasFailed: Bool { failed.load(ordering: .relaxed) }
        var firstError: MastheadError? { failure.withLock { $0?.error } }

        func take(below limit: Int) -> Int? {
            guard !hasFailed else { return nil }
            let index = next.add(1, ordering: .relaxed).oldValue
            return index < limit ? index : nil
        }

        /// Keeps the error of the lowest piece; a piece that was given up because of another's error says nothing new.
        func fail(_ error: MastheadError, at index: Int) {
            failure.withLock { known in
                if let earlier = known {
                    let isRealAfterStop = earlier.error.code == .interrupted && error.code != .interrupted
                    let isLower = index < earlier.index && error.code != .interrupted
                    guard isRealAfterStop || isLower else { return }
                }
                known = (index, error)
            }
            failed.store(true, ordering: .relaxed)
        }
    }
}
