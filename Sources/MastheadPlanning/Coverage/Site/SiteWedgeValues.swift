/// What was computed for the cells of one wedge.
public struct SiteWedgeValues: Sendable {
    /// The value of a cell without one.
    public static let noValue = Int16.min

    /// Row-major indices of the cells in the grid.
    public let indices: [Int32]
    /// The carriers, as indices into those of the site.
    public let carriers: [Int]
    /// For each of them, hundredths of a dB of loss, or of a dBm, in the order of the indices.
    public private(set) var hundredths: [[Int16]]
    /// For each of them, what the cells come to.
    public private(set) var tallies: [SiteTally]

    init(indices: [Int32], carriers: [Int]) {
        self.indices = indices
        self.carriers = carriers
        hundredths = carriers.map { _ in [] }
        tallies = carriers.map { _ in SiteTally() }
    }

    /// Turns the losses of a carrier into values as published.
    ///
    /// - Parameter patternDB: By cell, how far the strongest antenna stays below its peak; empty where it does not.
    mutating func take(_ losses: SiteSweep.Losses, number: Int, radiation: SiteRadiation?, patternDB: [Double]) {
        var own = [Int16](repeating: Self.noValue, count: indices.count)
        var tally = SiteTally()
        tally.cells = indices.count
        let outcomes = losses.outcomes.span
        let lossDB = losses.lossDB.span
        var stored = own.mutableSpan
        for index in 0..<indices.count {
            switch outcomes[index] {
            case .outOfReach, .beyondModel:
                tally.beyondModel += 1
                continue
            case .void:
                tally.void += 1
                continue
            case .nearField: tally.nearField += 1
            case .modelled: break
            }
            let loss = Double(lossDB[index])
            guard let radiation else {
                stored[index] = Level.hundredths(loss)
                tally.record(stored[index], wantedDBm: nil)
                continue
            }
            let level = radiation.eirpDBm - loss + (patternDB.isEmpty ? 0 : patternDB[index])
            stored[index] = Level.hundredths(level)
            tally.record(stored[index], wantedDBm: radiation.wantedDBm)
        }
        hundredths[number] = own
        tallies[number] = tally
    }
}

/// What the cells of one carrier come to: whole numbers, so that any order of adding gives the same.
public struct SiteTally: Sendable, Equatable, Codable {
    /// Cells within the radius.
    public var cells = 0
    /// Cells with a value.
    public var valued = 0
    /// Cells so near the site that the model does not hold, where free space is used.
    public var nearField = 0
    /// Cells farther than the model holds: they have no value.
    public var beyondModel = 0
    /// Cells on or behind a void of the ground: they have no value.
    public var void = 0
    /// Cells at or above the wanted level, where one is stated.
    public var wanted = 0
    /// The lowest value, hundredths.
    public var least = Int16.max
    /// The highest value, hundredths.
    public var most = Int16.min

    /// Nothing yet.
    public init() {}

    /// Counts a value, decided as it is published.
    mutating func record(_ hundredths: Int16, wantedDBm: Double?) {
        valued += 1
        least = min(least, hundredths)
        most = max(most, hundredths)
        if let wantedDBm, Double(hundredths) / 100 >= wantedDBm { wanted += 1 }
    }

    /// Takes over another tally.
    public mutating func merge(_ other: SiteTally) {
        cells += other.cells
        valued += other.valued
        nearField += other.nearField
        beyondModel += other.beyondModel
        void += other.void
        wanted += other.wanted
        least = min(least, other.least)
        most = max(most, other.most)
    }
}
