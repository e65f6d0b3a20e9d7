import Foundation
import MastheadRadio

/// A signal as it is published: level and SINR in hundredths. What is decided is decided on it, so that tables and rasters
/// agree.
struct PublishedSignal {
    /// SS-RSRP in hundredths of a dBm, and in dBm.
    let levelHundredthsDBm: Int16
    /// SS-SINR in hundredths of a dB; nil for a band without link terms.
    let sinrHundredthsDB: Int16?
    let resourceElementDBm: Double

    init(_ signal: CellSignal, link: LinkTerms?) {
        levelHundredthsDBm = Level.hundredths(signal.levelDBm)
        sinrHundredthsDB = link.map {
            Level.hundredths(signal.sinrDB(noiseMilliwatts: pow(10, $0.noiseDBm / 10)))
        }
        resourceElementDBm = signal.resourceElementDBm
    }

    /// SS-RSRP, dBm.
    var levelDBm: Double { Double(levelHundredthsDBm) / 100 }
    /// SS-SINR, dB.
    var sinrDB: Double? { sinrHundredthsDB.map { Double($0) / 100 } }
}

extension BandService {
    /// What is served where a signal is received.
    func outcome(of signal: PublishedSignal) -> ServiceOutcome {
        outcome(
            levelDBm: signal.levelDBm, sinrDB: signal.sinrDB ?? 0, resourceElementDBm: signal.resourceElementDBm)
    }
}
