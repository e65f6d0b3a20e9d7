import MastheadCore
import MastheadGeo
import MastheadPlanning
import Synchronization

/// Computes the tiles of a run on the threads of this process.
///
/// A finished tile goes to the store at once, so a kill loses only the tiles in work.
struct TileEngine: Sendable {
    let tiles: [GridWindow]
    let store: TileStore
    let threads: Int

    /// Tiles that the store holds already.
    var finishedCount: Int { tiles.indices.count { store.tile($0) != nil } }

    /// Computes all tiles that the store does not hold.
    ///
    /// - Parameter onTile: Called with the number of finished tiles, one call at a time, from any thread.
    /// - Throws: The error of the earliest tile that failed; `interrupted` when stopped.
    func run(
        makeWorker: @escaping @Sendable () throws(MastheadError) -> TileWorker,
        isStopped: @escaping @Sendable () -> Bool, onTile: @escaping @Sendable (Int) -> Void
    ) throws(MastheadError) {
        let missing = tiles.indices.filter { store.tile($0) == nil }
        let finished = Counter(tiles.count - missing.count)
        onTile(tiles.count - missing.count)
        let windows = tiles
        let shelf = store
        try WorkerPool.run(count: missing.count, threads: threads, isStopped: isStopped, makeWorker: makeWorker) {
            (worker, number, givesUp) throws(MastheadError) in
            let index = missing[number]
            try shelf.put(worker.compute(windows[index], isStopped: givesUp), at: index)
            finished.increment(onTile)
        }
    }
}

/// Counts finished pieces of work across threads.
final class Counter: Sendable {
    private let value: Mutex<Int>

    init(_ start: Int = 0) { value = Mutex(start) }

    /// Adds one and tells the new count, one call at a time.
    func increment(_ tell: (Int) -> Void) {
        value.withLock {
            $0 += 1
            tell($0)
        }
    }
}
