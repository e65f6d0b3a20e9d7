public import MastheadCore

/// How one file of vectors is checked; the entries are in `VectorChecks`.
public struct VectorCheck: Sendable {
    /// The file below the folder: `p1812/p1812_official.csv`.
    public let file: String
    /// The model, as the table names it.
    public let model: String
    /// The text with its edition.
    public let edition: String
    /// Columns that are read.
    public let inputs: [String]
    /// Columns that are compared.
    public let outputs: [VectorColumn]
    /// Columns that are there and are not compared, with the reason.
    public let unchecked: [String: String]
    /// What the check needs that is not part of the project, and whether it is there; nil for nothing.
    public let needs: MapNeed?
    /// Computes one value for each of `outputs`, in their order; nil for a column that is not compared in this row.
    public let compute: @Sendable (VectorRow, inout VectorFolder) throws(MastheadError) -> [Double?]

    /// A check with all its parts.
    public init(
        file: String, model: String, edition: String, inputs: [String], outputs: [VectorColumn],
        unchecked: [String: String] = [:], needs: MapNeed? = nil,
        compute: @escaping @Sendable (VectorRow, inout VectorFolder) throws(MastheadError) -> [Double?]
    ) {
        self.file = file
        self.model = model
        self.edition = edition
        self.inputs = inputs
        self.outputs = outputs
        self.unchecked = unchecked
        self.needs = needs
        self.compute = compute
    }
}

/// A column that is compared, and how far it may be off.
public struct VectorColumn: Sendable {
    /// The name of the column.
    public let name: String
    /// The tolerance of which it has a share.
    public let tolerance: VectorTolerance
    /// The absolute deviation that is allowed, in the column's unit.
    public let absolute: Double
    /// The deviation that is allowed as a share of the expected value; the larger of both counts.
    public let relative: Double

    /// A column with the tolerance's own limits, or a floor of its own.
    public init(_ name: String, _ tolerance: VectorTolerance, absolute: Double? = nil) {
        self.name = name
        self.tolerance = tolerance
        self.absolute = absolute ?? tolerance.absolute
        relative = tolerance.relative
    }

    /// What a deviation of this column counts for in the tolerance's unit: equal to it where it is just allowed.
    func scaled(_ computed: Double, expected: Double) -> Double {
        let deviation = abs(computed - expected)
        guard deviation.isFinite else { return .infinity }
        return deviation * (tolerance.absolute / max(absolute, relative * abs(expected)))
    }
}

/// A tolerance that several columns of a file share; each makes one line of the table.
public struct VectorTolerance: Sendable, Hashable {
    /// What it is about: `"loss"`, `"intermediates"`.
    public let subject: String
    /// The absolute deviation that is allowed.
    public let absolute: Double
    /// The deviation that is allowed as a share of the expected value.
    public let relative: Double
    /// Why this much.
    public let reason: String

    /// A tolerance with its reason.
    public init(_ subject: String, absolute: Double, relative: Double = 0, reason: String) {
        self.subject = subject
        self.absolute = absolute
        self.relative = relative
        self.reason = reason
    }
}

extension VectorTolerance {
    /// That of the radial form, which computes the vectors whose profiles have points at equal steps.
    static let radialForm = VectorTolerance(
        "loss by the radial form", absolute: 0.005, reason: "single precision, and horizons that tie one point apart")
}

/// A map of the ITU that a check reads, and that an operator installs.
public struct MapNeed: Sendable {
    /// What it is, in words.
    public let name: String
    /// Whether it is installed where the folder of vectors looks for it.
    let isInstalled: @Sendable (inout VectorFolder) throws(MastheadError) -> Bool
}
