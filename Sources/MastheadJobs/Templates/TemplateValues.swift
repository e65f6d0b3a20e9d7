import MastheadCore
import MastheadRadio

/// The values of a band template, as its file gives them.
struct TemplateValues: Sendable {
    static let operatingBand = Key(
        "operating-band", ValueKind.text, .required, example: "n28", "The 3GPP operating band."
    ).cited
    static let carrier = BandOverrides.carrierKey.cited
    static let bandwidth = BandOverrides.bandwidthKey.cited
    static let subcarrierSpacing = BandOverrides.subcarrierSpacingKey.cited
    static let power = BandOverrides.powerKey.cited
    static let feederLoss = BandOverrides.feederLossKey.cited
    static let pattern = AntennaOverrides.patternKey.cited
    static let gain = AntennaOverrides.gainKey.cited
    static let horizontalBeamwidth = AntennaOverrides.horizontalKey.cited
    static let verticalBeamwidth = AntennaOverrides.verticalKey.cited
    static let sectors = BandOverrides.sectorsKey.cited
    static let height = BandOverrides.heightKey.cited
    static let tilt = BandOverrides.tiltKey.cited
    static let electricalTilt = BandOverrides.electricalTiltKey.cited
    static let polarization = word(BandOverrides.polarizationKey)
    static let receiverHeight = BandOverrides.receiverHeightKey.cited
    static let radius = BandOverrides.radiusKey.cited
    static let threshold = BandOverrides.thresholdKey.cited
    static let probability = BandOverrides.probabilityKey.cited
    static let sigma = BandOverrides.sigmaKey.cited
    static let environment = word(BandOverrides.environmentKey)
    static let penetration = BandOverrides.penetrationKey.cited
    static let model = BandOverrides.modelKey.cited
    static let time = BandOverrides.timeKey.cited
    static let resolution = BandOverrides.resolutionKey.cited(.optional("the study grid's"))

    private static func word<Value: RawRepresentable>(_ key: Key<Value>) -> Key<Cited<String>>
    where Value.RawValue == String {
        Key(key.name, key.kind.word, .required, example: key.example, key.doc).cited
    }

    static let group = KeyGroup(
        "values", "The values of a band template.",
        [
            operatingBand.description, carrier.description, bandwidth.description, subcarrierSpacing.description,
            power.description, feederLoss.description, pattern.description, gain.description,
            horizontalBeamwidth.description, verticalBeamwidth.description, sectors.description, height.description,
            tilt.description, electricalTilt.description, polarization.description, receiverHeight.description,
            radius.description, threshold.description, probability.description, sigma.description,
            environment.description, penetration.description, model.description, time.description,
            resolution.description,
        ]
    ) { reader -> TemplateValues? in
        TemplateValues(reader)
    }

    private let make: @Sendable (String, String) -> BandTemplate
    let locations: [String: ErrorLocation]

    func template(id: String, title: String) -> BandTemplate { make(id, title) }

    private init?(_ reader: MappingReader) {
        guard let operatingBand = reader[Self.operatingBand], let carrier = reader[Self.carrier],
            let bandwidth = reader[Self.bandwidth], let spacing = reader[Self.subcarrierSpacing],
            let power = reader[Self.power], let feederLoss = reader[Self.feederLoss],
            let pattern = reader[Self.pattern], let gain = reader[Self.gain],
            let horizontal = reader[Self.horizontalBeamwidth], let vertical = reader[Self.verticalBeamwidth],
            let sectors = reader[Self.sectors], let height = reader[Self.height], let tilt = reader[Self.tilt],
            let electricalTilt = reader[Self.electricalTilt], let polarization = reader[Self.polarization],
            let receiverHeight = reader[Self.receiverHeight], let radius = reader[Self.radius],
            let threshold = reader[Self.threshold], let probability = reader[Self.probability],
            let sigma = reader[Self.sigma], let environment = reader[Self.environment],
            let penetration = reader[Self.penetration], let model = reader[Self.model], let time = reader[Self.time]
        else { return nil }
        let resolution = reader[Self.resolution]
        make = { id, title in
            BandTemplate(
                id: id, title: title, operatingBand: operatingBand.value, carrier: carrier.value,
                bandwidth: bandwidth.value, subcarrierSpacing: spacing.value, power: power.value,
                feederLoss: feederLoss.value, pattern: pattern.value, gain: gain.value,
                horizontalBeamwidth: horizontal.value, verticalBeamwidth: vertical.value, sectors: sectors.value,
                height: height.value, tilt: tilt.value, electricalTilt: electricalTilt.value,
                polarization: polarization.value, receiverHeight: receiverHeight.value, radius: radius.value,
                threshold: threshold.value, probability: probability.value, sigma: sigma.value,
                environment: environment.value, penetration: penetration.value, model: model.value, time: time.value,
                resolution: resolution?.value)
        }
        locations = reader.locations
    }
}
