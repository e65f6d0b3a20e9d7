import Synchronization

/// The wish that a run should stop, set from a signal handler or another thread and polled by the workers.
public final class StopFlag: Sendable {
    private let raised = Atomic<Bool>(false)

    /// A flag that is not raised.
    public init() {}

    /// True once a stop was asked for.
    public var isRaised: Bool { raised.load(ordering: .relaxed) }

    /// Asks for a stop; tells whether it had been asked for before.
    @discardableResult
    public func raise() -> Bool { raised.exchange(true, ordering: .relaxed) }
}
