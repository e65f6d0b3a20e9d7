import Dispatch
import MastheadCore
import MastheadGeo
import MastheadPlanning
import Synchronization

/// Computes the tiles of a run on the threads of this process.
///
/// Each thread owns its readers and takes the next tile from one counter. A finished tile goes to the store at once, so
/// a kill loses only the tiles in work. Nothing about the results depends on which thread computed what.
struct TileEngine: Sendable {
    /// Makes the worker of one thread.
    typealias MakeWorker = @Sendable () throws(MastheadError) -> TileWorker

    let tiles: [GridWindow]
    let store: TileStore
    let threads: Int

    /// Computes all tiles that the store does not hold.
    ///
    /// - Parameter onTile: Called after each tile with the number of finished ones; from any thread, one at a time.
    /// - Throws: The error of the earliest tile that failed; `interrupted` when stopped.
    func run(
        makeWorker: @escaping MakeWorker, isStopped: @escaping @Sendable () -> Bool,
        onTile: @escaping @Sendable (Int) -> Void
    ) throws(MastheadError) {
        let state = State()
        let missing = tiles.indices.filter { store.tile($0) == nil }
        state.markFinished(tiles.count - missing.count, onTile)
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, missing.count))) { _ in
            do throws(MastheadError) {
                guard !missing.isEmpty else { return }
                var worker = try makeWorker()
                while let next = state.take(below: missing.count) {
                    let index = missing[next]
                    do throws(MastheadError) {
                        let tile = try worker.compute(tiles[index]) { isStopped() || state.hasFailed }
                        try store.put(tile, at: index)
                    } catch {
                        state.fail(error, at: index)
                        return
                    }
                    state.markFinished(1, onTile)
                }
            } catch {
                state.fail(error, at: -1)
            }
        }
        if let error = state.firstError { throw error }
    }

    /// What the threads share.
    private final class State: Sendable {
        private let next = Atomic<Int>(0)
        private let failed = Atomic<Bool>(false)
        private let failure = Mutex<(index: Int, error: MastheadError)?>(nil)
        private let finished = Mutex<Int>(0)

        var hasFailed: Bool { failed.load(ordering: .relaxed) }
        var firstError: MastheadError? { failure.withLock { $0?.error } }

        func take(below limit: Int) -> Int? {
            guard !hasFailed else { return nil }
            let index = next.add(1, ordering: .relaxed).oldValue
            return index < limit ? index : nil
        }

        func markFinished(_ count: Int, _ onTile: (Int) -> Void) {
            finished.withLock {
                $0 += count
                onTile($0)
            }
        }

        /// Keeps the error of the earliest tile; a tile that was given up because another failed says nothing new.
        func fail(_ error: MastheadError, at index: Int) {
            failure.withLock { known in
                if let earlier = known {
                    let isRealBeforeStop = earlier.error.code == .interrupted && error.code != .interrupted
                    let isEarlier = index < earlier.index && error.code != .interrupted
                    guard isRealBeforeStop || isEarlier else { return }
                }
                known = (index, error)
            }
            failed.store(true, ordering: .relaxed)
        }
    }
}
