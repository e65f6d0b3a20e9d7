import MastheadCore
import MastheadPlanning
import MastheadRadio

/// What a site radiates on one carrier, from flags and the carrier's template.
struct SiteRadiationResolver {
    /// What is radiated, with the words for its report.
    struct Result {
        let radiation: SiteRadiation
        let words: [String]
        let wantedSource: String?
    }

    let request: SiteRequest
    let choice: SiteTemplates.Choice

    /// Shapes of antennas for carriers without a template: what the template n28-700 has too.
    private static let usual = AntennaParameters(
        gain: Decibels(15), horizontalBeamwidth: Angle(degrees: 65), verticalBeamwidth: Angle(degrees: 15))

    private var template: BandTemplate? { choice.template?.template }

    /// What is radiated; nil where no EIRP is known.
    ///
    /// - Parameter eirp: EIRP of the whole carrier as stated.
    func radiation(eirp: PowerLevel?) throws(MastheadError) -> Result? {
        let known = template.map { $0.power.value - $0.feederLoss.value + $0.gain.value }
        guard let total = eirp ?? known else {
            try refuseWithoutPower()
            return nil
        }
        let carrier = try template.map { template throws(MastheadError) in
            try Carrier(
                frequency: choice.frequency, bandwidth: template.bandwidth.value,
                subcarrierSpacing: template.subcarrierSpacing.value, at: choice.location)
        }
        let antennas = try antennas()
        let criterion = template.map {
            CoverageCriterion(threshold: $0.threshold.value, probability: $0.probability.value, sigma: $0.sigma.value)
        }
        let share = carrier.map { SectorTransmitter.resourceElementShareDB(of: $0) }
        return Result(
            radiation: SiteRadiation(
                quantity: share == nil ? .carrier : .resourceElement, eirpDBm: total.dBm + (share ?? 0),
                antennas: antennas, wantedDBm: (request.wanted ?? criterion?.requiredMedian)?.dBm),
            words: words(antennas),
            wantedSource: request.wanted != nil
                ? "as stated"
                : criterion.map {
                    "threshold \($0.threshold) and \(FixedPoint.text($0.margin.value, decimals: 2)) dB of margin for "
                        + "\($0.probability) of the cell at \($0.sigma) of error, outdoors"
                })
    }

    /// Nothing that is stated about levels goes unheard.
    private func refuseWithoutPower() throws(MastheadError) {
        let stated = request.wanted != nil ? "--threshold" : request.antennas.isEmpty ? nil : "--azimuth, --pattern"
        guard let stated else { return }
        throw MastheadError(
            .usage, "a level depends on it, and there is no EIRP of \(choice.frequency)", at: .option(stated),
            remedy: "Add --eirp, such as \"62 dBm\", or --template; or remove it to have losses.")
    }

    private func antennas() throws(MastheadError) -> [MountedAntenna] {
        let stated = request.antennas
        guard !stated.isEmpty else { return [] }
        let place = ErrorLocation.option("--pattern, --beamwidth")
        let name = stated.pattern ?? template?.pattern.value ?? "tr38901-sector"
        let isFile = name.contains("/") || name.contains(".")
        let pattern: any AntennaPattern =
            isFile
            ? try PatternFileReader.read(path: name)
            : try AntennaCatalogue.entry(name, at: place).make(
                AntennaParameters(
                    gain: template?.gain.value ?? Self.usual.gain,
                    horizontalBeamwidth: stated.beamwidth ?? template?.horizontalBeamwidth.value
                        ?? Self.usual.horizontalBeamwidth,
                    verticalBeamwidth: stated.verticalBeamwidth ?? template?.verticalBeamwidth.value
                        ?? Self.usual.verticalBeamwidth))
        guard !stated.azimuths.isEmpty || !pattern.isDirectional else {
            throw MastheadError(
                .usage, "the pattern \(pattern.id) looks one way, and no azimuth is stated", at: .option("--azimuth"),
                remedy: "Add --azimuth with the azimuths of the sectors, such as 0,120,240.")
        }
        // A pattern file brings its own electrical tilt, unless another is stated.
        let tilt =
            stated.tilt ?? (isFile ? pattern.electricalTilt : template?.electricalTilt.value ?? Angle(degrees: 0))
        return (stated.azimuths.isEmpty ? [Angle(degrees: 0)] : stated.azimuths).map {
            MountedAntenna(
                pattern: pattern, azimuth: $0, mechanicalTilt: template?.tilt.value ?? Angle(degrees: 0),
                electricalTilt: tilt)
        }
    }

    private func words(_ antennas: [MountedAntenna]) -> [String] {
        guard !antennas.isEmpty else { return ["alike in all directions"] }
        return antennas.map { antenna in
            "\(antenna.pattern.id) to \(PlainNumber.text(antenna.azimuth.degrees))°, tilted "
                + "\(PlainNumber.text(antenna.mechanicalTilt.degrees))° mechanically and "
                + "\(PlainNumber.text(antenna.electricalTilt.degrees))° electrically"
        }
    }
}

extension SectorTransmitter {
    /// The part of one resource element in a carrier's power, dB, negative.
    static func resourceElementShareDB(of carrier: Carrier) -> Double {
        SectorTransmitter(
            carrier: carrier, power: PowerLevel(dBm: 0), feederLoss: Decibels(0),
            antenna: MountedAntenna(pattern: IsotropicPattern(), azimuth: Angle(radians: 0)), height: Length(metres: 0)
        ).resourceElementShareDB
    }
}
