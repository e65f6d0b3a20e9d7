import Foundation
public import MastheadCore
public import MastheadRadio

/// Decides, for one band, what is served at a place from its level and SINR.
///
/// A service is there when both directions hold: the median level reaches the threshold with the margin for shadowing and
/// the penetration loss, the SINR reaches what the terminal needs, and the terminal reaches the base station with the same
/// margin and loss. Buildings and vehicles weaken the signal and its interference alike, but not the noise. The SINR is
/// that of the medians, without a margin: neighbours fade together with the server. A band without link terms is decided
/// by its level alone.
public struct BandService: Sendable {
    private let band: Band
    private let marginDB: Double
    /// Penetration of each kind of the run, and of the band's own criterion.
    private let penetrationsDB: [Double]

    /// A band with the kinds of the run, of which there are at most eight.
    public init(band: Band, kinds: [ServiceKind]) {
        precondition(kinds.count <= 8, "one bit for each kind")
        self.band = band
        marginDB = band.criterion.margin.value
        penetrationsDB = kinds.map { band.penetration(of: $0).value }
    }

    /// What is served.
    ///
    /// - Parameters:
    ///   - levelDBm: SS-RSRP outdoors.
    ///   - sinrDB: SS-SINR outdoors; of no use for a band without link terms.
    ///   - resourceElementDBm: Power of a resource element of the serving sector after its feeder.
    public func outcome(levelDBm: Double, sinrDB: Double, resourceElementDBm: Double) -> ServiceOutcome {
        let signal = Signal(band.link, levelDBm: levelDBm, sinrDB: sinrDB, resourceElementDBm: resourceElementDBm)
        var served: UInt8 = 0
        for (kind, penetration) in penetrationsDB.enumerated() {
            if clearance(signal, penetration).least >= 0 { served |= 1 << UInt8(kind) }
        }
        let own = clearance(signal, band.criterion.penetration.value)
        let outdoors = clearance(signal, 0)
        return ServiceOutcome(
            served: served, isCovered: own.least >= 0, probability: probability(own), limit: outdoors.limit)
    }

    /// Downlink throughput of one user who has the cell for himself, kbit/s; nil for a band without link terms.
    public func downlinkKilobitsPerSecond(sinrDB: Double) -> Double? {
        band.link.map { $0.downlinkKilobitsPerSecond(sinrDB: sinrDB) }
    }

    /// How far each condition is met, dB.
    private struct Clearance {
        var levelDB: Double
        var sinrDB: Double
        var uplinkDB: Double

        var least: Double { min(levelDB, sinrDB, uplinkDB) }

        var limit: ServiceLimit {
            guard least < 0 else { return .none }
            if levelDB == least { return .level }
            return sinrDB == least ? .interference : .uplink
        }
    }

    /// The signal at a place, taken apart.
    private struct Signal {
        let levelDBm: Double
        let couplingDB: Double
        /// Interference over noise of the terminal, linear.
        let interference: Double
        let snrDB: Double

        init(_ link: LinkTerms?, levelDBm: Double, sinrDB: Double, resourceElementDBm: Double) {
            self.levelDBm = levelDBm
            couplingDB = levelDBm - resourceElementDBm
            guard let link else {
                (interference, snrDB) = (0, .infinity)
                return
            }
            snrDB = levelDBm - link.noiseDBm
            // P/SINR = N + I, over N.
            interference = max(0, pow(10, (snrDB - sinrDB) / 10) - 1)
        }
    }

    private func clearance(_ signal: Signal, _ penetrationDB: Double) -> Clearance {
        let required = band.criterion.threshold.dBm + marginDB + penetrationDB
        guard let link = band.link else {
            return Clearance(levelDB: signal.levelDBm - required, sinrDB: .infinity, uplinkDB: .infinity)
        }
        let noise = 1 + signal.interference * pow(10, -penetrationDB / 10)
        let sinr = signal.snrDB - penetrationDB - 10 * log10(noise)
        let uplink =
            link.uplink.snrDB(couplingDB: signal.couplingDB) - penetrationDB - marginDB - link.uplink.sinr.value
        return Clearance(
            levelDB: signal.levelDBm - required, sinrDB: sinr - link.leastSINR.value, uplinkDB: uplink)
    }

    /// The probability that the own criterion is met: level, SINR and uplink against one sigma.
    private func probability(_ own: Clearance) -> Double {
        let median = min(own.levelDB + marginDB, own.sinrDB, own.uplinkDB + marginDB)
        guard band.criterion.sigma.value > 0 else { return median >= 0 ? 1 : 0 }
        return NormalDistribution.cumulative(median / band.criterion.sigma.value)
    }
}

extension Band {
    /// The loss between the street and a receiver in a use of the band.
    public func penetration(of kind: ServiceKind) -> Decibels {
        if let stated = kind.penetrationDB { return Decibels(stated) }
        return kind.id == ServiceKind.indoor.id ? indoorPenetration : Decibels(0)
    }
}
