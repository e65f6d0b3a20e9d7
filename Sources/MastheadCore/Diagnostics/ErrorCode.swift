/// The stable name of a kind of error; an open set, written in kebab case.
///
/// The class of the code decides the exit status of the command.
public struct ErrorCode: Sendable, Hashable, RawRepresentable {
    /// The name, such as `"outside-validity"`.
    public let rawValue: String
    /// What the command answers with.
    public let exitStatus: ExitStatus

    /// A code by name, for errors about the job or its data.
    public init(rawValue: String) { self.init(rawValue, .badData) }

    /// A code by name with its class.
    public init(_ rawValue: String, _ exitStatus: ExitStatus) {
        self.rawValue = rawValue
        self.exitStatus = exitStatus
    }

    /// Codes are equal when their names are.
    public static func == (lhs: ErrorCode, rhs: ErrorCode) -> Bool { lhs.rawValue == rhs.rawValue }
    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

/// The exit status of the command.
public enum ExitStatus: Int32, Sendable {
    /// Done.
    case done = 0
    /// `masthead verify` found a deviation above its tolerance.
    case miss = 1
    /// Done, with findings: a target unmet, a criterion exceeded.
    case findings = 2
    /// The command line cannot be read.
    case usage = 64
    /// The job or its data cannot be used.
    case badData = 65
    /// A file that the job names, or a program that it needs, is not there.
    case missingInput = 66
    /// A defect of Masthead.
    case internalFault = 70
    /// A product or the run's folder cannot be written.
    case cannotWrite = 73
    /// Interrupted; the same command goes on from there.
    case interrupted = 75
}

extension ErrorCode {
    /// A value is outside the range that a cited method allows.
    public static let outsideValidity = ErrorCode("outside-validity", .badData)
    /// A number or its unit cannot be read.
    public static let badQuantity = ErrorCode("bad-quantity", .badData)
    /// A profile has too few points, unordered distances or heights that are not finite.
    public static let badProfile = ErrorCode("bad-profile", .badData)
    /// A job file is not YAML, or a key is unknown, missing or of the wrong kind.
    public static let badJob = ErrorCode("bad-job", .badData)
    /// A file or folder that is named is not there.
    public static let missingFile = ErrorCode("missing-file", .missingInput)
    /// A program that the work needs is not installed.
    public static let missingProgram = ErrorCode("missing-program", .missingInput)
    /// A program that the work needs ended without an answer.
    public static let failedProgram = ErrorCode("failed-program", .badData)
    /// A raster or vector file cannot be opened or read.
    public static let unreadableLayer = ErrorCode("unreadable-layer", .badData)
    /// A coordinate reference system is absent, has no datum, or does not suit.
    public static let badReferenceSystem = ErrorCode("bad-crs", .badData)
    /// A needed cell has no value in the source.
    public static let layerVoid = ErrorCode("layer-void", .badData)
    /// A layer does not reach over the area that is asked for.
    public static let layerDoesNotCover = ErrorCode("layer-does-not-cover", .badData)
    /// A layer holds a value that cannot be: a negative population, an unknown clutter code.
    public static let badLayerValue = ErrorCode("bad-layer-value", .badData)
    /// A region polygon is invalid, empty, or shares area with another.
    public static let badRegion = ErrorCode("bad-region", .badData)
    /// A register has no usable rows, or more bad rows than the job allows.
    public static let badRegister = ErrorCode("bad-register", .badData)
    /// An antenna pattern file cannot be read.
    public static let badPattern = ErrorCode("bad-pattern", .badData)
    /// A name is not in the catalogue it should be in.
    public static let unknownName = ErrorCode("unknown-name", .badData)
    /// The command line is incomplete or contradicts itself.
    public static let usage = ErrorCode("usage", .usage)
    /// A file cannot be written.
    public static let cannotWrite = ErrorCode("cannot-write", .cannotWrite)
    /// Another process works on the same run.
    public static let runInUse = ErrorCode("run-in-use", .interrupted)
    /// The run was asked to stop; it can be resumed.
    public static let interrupted = ErrorCode("interrupted", .interrupted)
    /// A finished run is incomplete, altered, or no longer matches its inputs.
    public static let badRun = ErrorCode("bad-run", .badData)
    /// A defect of Masthead itself.
    public static let internalFault = ErrorCode("internal-fault", .internalFault)
}
