public import MastheadCore

/// What one sector brings to one station under one criterion.
public struct InterferenceEntry: Sendable {
    /// Where the ledger is from.
    private enum Form: Sendable {
        /// Written when it is asked for: a batch has millions of entries.
        case path(StationPaths, PathEntry)
        /// Given as it is.
        case written(WrittenLedger)
    }

    /// A ledger out of line, so that entries stay small.
    private final class WrittenLedger: Sendable {
        let ledger: Ledger

        init(_ ledger: Ledger) { self.ledger = ledger }
    }

    /// Index of the emitter.
    public let emitter: Int
    /// The value that it alone gives, in the unit of the criterion's quantity.
    public let value: Double
    /// Distance along the ground, km.
    public let distanceKilometres: Double
    /// Basic transmission loss at the criterion's percentage of time, dB.
    public let lossDB: Double
    private let form: Form

    /// An entry with its ledger.
    public init(emitter: Int, value: Double, distanceKilometres: Double, lossDB: Double, ledger: Ledger) {
        self.emitter = emitter
        self.value = value
        self.distanceKilometres = distanceKilometres
        self.lossDB = lossDB
        form = .written(WrittenLedger(ledger))
    }

    /// An entry over one of a station's paths.
    init(_ entry: PathEntry, of paths: StationPaths) {
        emitter = Int(entry.emitter)
        value = entry.value
        distanceKilometres = paths.geometries[Int(entry.stop)].distanceKilometres
        lossDB = entry.lossDB
        form = .path(paths, entry)
    }

    /// All terms, which add up to ``value``; it is written anew each time.
    public var ledger: Ledger {
        switch form {
        case .path(let paths, let entry): paths.terms(entry)?.ledger ?? Ledger("", unit: "")
        case .written(let written): written.ledger
        }
    }
}

/// The verdict on one station under one criterion.
public struct Assessment: Sendable {
    /// Index of the station.
    public let station: Int
    /// The pack that the criterion is of, and its number there.
    public let pack: String
    /// The criterion.
    public let criterion: Criterion
    /// The aggregate, or the strongest entry where entries are judged alone; nil where nothing comes near.
    public let value: Double?
    /// Limit less value, dB; negative where the criterion is exceeded; nil where nothing comes near.
    public let marginDB: Double?
    /// What the sectors bring, the strongest first, equal ones by index.
    public let entries: [InterferenceEntry]
    /// Sectors within the search distance.
    public let consideredCount: Int
    /// Sectors among them whose exact paths were not computed, since even the most that they can bring, all together, does
    /// not change the verdict.
    public let leftOutCount: Int
    /// The most that those can bring, in the unit of the quantity: their sum, or the strongest where entries are judged
    /// alone; nil where none was left out. It is not part of ``value``.
    public let leftOutBound: Double?
    /// Reservations that hold for this verdict alone.
    public let caveats: Caveats

    /// A verdict.
    public init(
        station: Int, pack: String, criterion: Criterion, value: Double?, marginDB: Double?,
        entries: [InterferenceEntry], consideredCount: Int, leftOutCount: Int = 0, leftOutBound: Double? = nil,
        caveats: Caveats
    ) {
        self.station = station
        self.pack = pack
        self.criterion = criterion
        self.value = value
        self.marginDB = marginDB
        self.entries = entries
        self.consideredCount = consideredCount
        self.leftOutCount = leftOutCount
        self.leftOutBound = leftOutBound
        self.caveats = caveats
    }

    /// Whether the criterion is kept.
    public var isKept: Bool { (marginDB ?? 0) >= 0 }
}
