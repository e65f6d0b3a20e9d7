import Foundation
public import MastheadCore
import MastheadRadio

/// Decides, for one band, what is served at a place from its level and SINR.
///
/// A service is there when both directions hold: the level reaches the threshold, the SINR reaches what the terminal
/// needs, and the terminal reaches the base station. Each of the three is told as a headroom: the fade in decibels that
/// it stands. Shadowing and the walls of buildings and vehicles are such fades, of the server and its neighbours alike
/// but not of the noise; so a place is served when every headroom covers the penetration loss and the margin for
/// shadowing. A band without link terms is decided by its level alone.
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
        let headroom = headroom(levelDBm: levelDBm, sinrDB: sinrDB, resourceElementDBm: resourceElementDBm)
        var served: UInt8 = 0
        for (kind, penetration) in penetrationsDB.enumerated() where headroom.least >= penetration + marginDB {
            served |= 1 << UInt8(kind)
        }
        let own = headroom.least - band.criterion.penetration.value
        return ServiceOutcome(
            served: served, isCovered: own >= marginDB, probability: probability(own), limit: headroom.limit(marginDB))
    }

    /// Downlink throughput of one user who has the cell for himself, kbit/s; nil for a band without link terms.
    public func downlinkKilobitsPerSecond(sinrDB: Double) -> Double? {
        band.link.map { $0.downlinkKilobitsPerSecond(sinrDB: sinrDB) }
    }

    /// The fade that each condition stands, dB.
    private struct Headroom {
        var level: Double
        var sinr = Double.infinity
        var uplink = Double.infinity

        var least: Double { min(level, sinr, uplink) }

        /// The condition that fails first, where one fails at a fade.
        func limit(_ fade: Double) -> ServiceLimit {
            guard least < fade else { return .none }
            if level == least { return .level }
            return sinr == least ? .interference : .uplink
        }
    }

    private func headroom(levelDBm: Double, sinrDB: Double, resourceElementDBm: Double) -> Headroom {
        var headroom = Headroom(level: levelDBm - band.criterion.threshold.dBm)
        guard let link = band.link else { return headroom }
        // In units of the noise: signal S, interference I = S/SINR − 1, and what is asked, T. A fade f of both leaves
        // S·f/(1 + I·f) ≥ T, so that f ≥ 1/(S/T − I). No fade helps where S/I stays under T.
        let snrDB = levelDBm - link.noiseDBm
        let interference = max(0, pow(10, (snrDB - sinrDB) / 10) - 1)
        let excess = pow(10, (snrDB - link.leastSINR.value) / 10) - interference
        headroom.sinr = excess > 0 ? 10 * log10(excess) : -.infinity
        headroom.uplink =
            link.uplink.snrDB(couplingDB: levelDBm - resourceElementDBm) - link.uplink.sinr.value
        return headroom
    }

    /// The probability that shadowing leaves a headroom, dB.
    private func probability(_ headroom: Double) -> Double {
        guard band.criterion.sigma.value > 0 else { return headroom >= 0 ? 1 : 0 }
        return NormalDistribution.cumulative(headroom / band.criterion.sigma.value)
    }
}

extension Band {
    /// The loss between the street and a receiver in a use of the band.
    public func penetration(of kind: ServiceKind) -> Decibels {
        if let stated = kind.penetrationDB { return Decibels(stated) }
        return kind.id == ServiceKind.indoor.id ? indoorPenetration : Decibels(0)
    }
}
