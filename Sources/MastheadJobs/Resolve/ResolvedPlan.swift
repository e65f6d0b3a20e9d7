import MastheadCore
import MastheadGeo
import MastheadPlanning
import MastheadRadio

/// A plan's question with its candidates' rules, decided: nothing is left to be looked up but cells.
public struct ResolvedPlan: Sendable {
    /// What is asked.
    let question: PlanQuestion
    /// How candidates are found.
    let rules: CandidateRules
    /// Masts that stand and may be used.
    let towers: [Tower]
    /// Settlements that name what stays unserved.
    let settlements: [Settlement]
    /// The bands that may be built, with what is offered of each.
    let bands: [BandOffer]
    /// SINR that is kept for interference, dB.
    let reserveDB: Double
    /// Rows of towers and settlements that are not used.
    let quarantined: [QuarantinedRow]
    /// Files that the plan depends on.
    let inputs: [InputFile]

    /// What is offered of a band.
    struct BandOffer: Sendable {
        let band: Int
        let cost: Int64
        let azimuths: Int
        let tiltDegrees: [Double]
        /// What the job states.
        let heightMetres: Double?
    }
}

extension ResolvedPlan {
    /// The bands that the plan may build, one entry for each band of the run.
    func mask(of count: Int) -> [Bool] { (0..<count).map { index in bands.contains { $0.band == index } } }

    /// What may be built on each candidate: each band that does not stand there, within the limits that protected stations
    /// set, in the order of the bands.
    func offers(on candidates: [Candidate], stations: [Station], bands all: [Band]) -> [PlanOffer] {
        candidates.enumerated().flatMap { index, candidate in
            bands.compactMap { offer -> PlanOffer? in
                let stands = candidate.stations.contains { station in
                    stations[station].sectors.contains { $0.band == offer.band }
                }
                guard !stands else { return nil }
                let band = all[offer.band]
                // Without direction all azimuths are alike.
                let azimuths = band.pattern.isDirectional ? offer.azimuths : 1
                let step = 360 / Double(band.sectorCount) / Double(offer.azimuths)
                return PlanOffer(
                    candidate: index, band: offer.band,
                    heightMetres: height(of: offer, on: candidate, band: band),
                    sectorCount: band.sectorCount,
                    forms: PlanOffer.Form.all(
                        azimuthDegrees: (0..<azimuths).map { Double($0) * step }, tiltDegrees: offer.tiltDegrees),
                    power: band.power, cost: offer.cost
                ).keeping(candidate.limits, band: band)
            }
        }
    }

    /// On new masts what the job states, or the band's own; on masts that stand no more than their height.
    private func height(of offer: BandOffer, on candidate: Candidate, band: Band) -> Double {
        guard candidate.origin.isExisting, let mast = candidate.mastMetres else {
            return offer.heightMetres ?? band.antennaHeight.metres
        }
        return min(mast, offer.heightMetres ?? mast)
    }
}
