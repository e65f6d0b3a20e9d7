/// What a run says while it works.
public enum ProgressEvent: Sendable, Equatable {
    /// A stage begins; `of` is the number of its units, such as `"tiles"`; zero when it is not known.
    case started(stage: String, of: Int = 0, unit: String = "")
    /// So many units of a stage are done.
    case advanced(stage: String, done: Int, of: Int)
    /// A stage has ended.
    case finished(stage: String)
    /// A remark for the operator, one sentence.
    case message(String)
}

/// Takes what a run says; may be called from any thread.
public protocol ProgressReporting: Sendable {
    /// Takes one event.
    func report(_ event: ProgressEvent)
}

/// Says nothing: for tests and for use as a library.
public struct SilentProgress: ProgressReporting {
    /// A reporter that says nothing.
    public init() {}
    /// Drops the event.
    public func report(_ event: ProgressEvent) {}
}
