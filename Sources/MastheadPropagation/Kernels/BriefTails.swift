/// The last stage of a model that reads of a path its length, its ends and whether they see each other: its reference form
/// over three points.
struct SightTail: BriefTail {
    let model: any TransmissionLossModel
    let sightRadiusKilometres: Double?

    func lossDB(_ path: inout BriefPath) -> Double {
        model.lossDB(over: path.profile(past: path.decidingPoint), terminals: path.terminals)
    }
}

/// Hata's last stage: the mean of the ground from running sums.
struct HataTail: BriefTail {
    let model: Hata
    var sightRadiusKilometres: Double? { nil }

    func lossDB(_ path: inout BriefPath) -> Double {
        let height = HataHeight(
            lengthKilometres: path.receiver.lengthKilometres, baseGroundMetres: path.radial.footMetres,
            antennaMetres: path.antennaMetres
        ) { path.meanRiseMetres(fromKilometres: $0, to: $1) }
        return model.lossDB(over: path.receiver.lengthKilometres, height, path.terminals)
    }
}

extension FreeSpace: RadialModel {
    /// The last stage of radials.
    package var radialTail: (any RadialTail)? { SightTail(model: self, sightRadiusKilometres: nil) }
}

extension Hata: RadialModel {
    /// The last stage of radials.
    package var radialTail: (any RadialTail)? { HataTail(model: self) }
}
