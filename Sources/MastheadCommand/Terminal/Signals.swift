import Dispatch
import Foundation
import MastheadCore
import MastheadJobs

/// Turns signals into a wish to stop.
struct Signals {
    private let sources: [any DispatchSourceSignal]

    /// Writing to a reader that has gone away gives an error instead of ending the process.
    static func ignoreBrokenPipe() { signal(SIGPIPE, SIG_IGN) }

    /// Raises the flag at the first SIGINT or SIGTERM; a second one ends the process at once.
    ///
    /// - Parameter onStop: What is said at the first signal.
    init(raising flag: StopFlag, onStop: @escaping @Sendable () -> Void) {
        // A queue of its own: the workers may hold every thread of the shared ones.
        let queue = DispatchQueue(label: "masthead.signals")
        sources = [SIGINT, SIGTERM].map { number in
            // The default action would end the process before the source is told.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                if flag.raise() { _exit(ExitStatus.interrupted.rawValue) }
                onStop()
            }
            source.resume()
            return source
        }
    }

    /// Gives the signals their usual meaning back.
    func cancel() {
        sources.forEach { $0.cancel() }
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
}
