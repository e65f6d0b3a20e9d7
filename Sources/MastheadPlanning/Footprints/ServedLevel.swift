import MastheadCore
import MastheadRadio

/// The least level at which a band serves a use, as it is published: what ``BandService`` says where no neighbour disturbs,
/// less a reserve of SINR for those that will.
struct ServedLevel {
    private let band: Band
    private let service: BandService
    private let reserveDB: Double

    /// - Parameters:
    ///   - kinds: The kinds of service of the run.
    ///   - reserveDB: SINR that is kept for interference, dB.
    init(_ band: Band, kinds: [ServiceKind], reserveDB: Double) {
        self.band = band
        self.reserveDB = reserveDB
        service = BandService(band: band, kinds: kinds)
    }

    /// The least level in hundredths of a dBm that serves a kind; nil where none does.
    ///
    /// - Parameter resourceElementDBm: Power of a resource element of the sector after its feeder.
    func leastHundredths(kind: Int, resourceElementDBm: Double) -> Int? {
        func isServed(_ hundredths: Int) -> Bool {
            let level = Double(hundredths) / 100
            let snr = band.link.map { level - $0.noiseDBm } ?? 0
            let outcome = service.outcome(
                levelDBm: level, sinrDB: snr - reserveDB, resourceElementDBm: resourceElementDBm)
            return outcome.served & (1 << UInt8(kind)) != 0
        }
        // Every condition eases as the level rises.
        var (low, high) = (-30_000, 10_000)
        guard isServed(high) else { return nil }
        while high - low > 1 {
            let middle = (low + high) / 2
            if isServed(middle) { high = middle } else { low = middle }
        }
        return high
    }
}
