import MastheadCore

extension BandSpec {
    static let templateKey = Key(
        "template",
        ValueKind.text.map { text, reading -> Template? in
            text.contains("/") || text.hasSuffix(".yaml") || text.hasSuffix(".yml")
                ? .file(JobPath(text, in: reading.place.folder)) : .named(text)
        },
        .required, example: "n28-700",
        "Band template: the name of a file in Jobs/bands (`masthead list bands`), or the path of one of your own.")
    static let nameKey = Key(
        "name", ValueKind.name, .optional("the template's id"), example: "n28",
        "Name of the band in products and tables; no two bands of a job have the same.")

    static let group = KeyGroup(
        "bands",
        "Bands to compute. Everything below `name` takes the place of the template's value; leave it out to keep it.",
        [templateKey.description, nameKey.description] + BandOverrides.keys
    ) { reader -> BandSpec? in
        guard let template = reader[templateKey], let overrides = BandOverrides(reader) else { return nil }
        return BandSpec(
            template: template, name: reader[nameKey], overrides: overrides, location: reader.location)
    }
}

extension BandOverrides {
    private static func key<Value>(
        _ name: String, _ kind: ValueKind<Value>, example: String, _ doc: String
    ) -> Key<Value> {
        Key(name, kind, .optional("the template's"), example: example, doc)
    }

    static let carrierKey = key(
        "carrier", ValueKind.quantity(Frequency(megahertz: 30)...Frequency(gigahertz: 100)), example: "763 MHz",
        "Centre of the downlink carrier. The model's own range is checked as well.")
    static let bandwidthKey = key(
        "bandwidth", ValueKind.quantity(Frequency(megahertz: 3)...Frequency(megahertz: 400)), example: "10 MHz",
        "Width of the channel; 3GPP TS 38.101-1 and 38.101-2 give its resource blocks.")
    static let subcarrierSpacingKey = key(
        "subcarrier-spacing", ValueKind.quantity(Frequency(hertz: 15e3)...Frequency(hertz: 120e3)), example: "15 kHz",
        "Spacing of the subcarriers.")
    static let powerKey = key(
        "power", ValueKind.quantity(PowerLevel(dBm: -10)...PowerLevel(dBm: 70)), example: "46 dBm",
        "Conducted power of the whole carrier, all antenna ports together.")
    static let feederLossKey = key(
        "feeder-loss", ValueKind.quantity(Decibels(0)...Decibels(30)), example: "0.5 dB",
        "Loss between transmitter and antenna.")
    static let antennaKey = Key(
        "antenna", ValueKind.group(AntennaOverrides.group), .empty, example: "{ gain: 15 dBi }",
        "The antenna of a sector.")
    static let sectorsKey = key(
        "sectors", ValueKind.integer(1...12), example: "3", "Sectors of a station whose row does not tell.")
    static let heightKey = key(
        "height", ValueKind.quantity(Length(metres: 1)...Length(metres: 650)), example: "35 m",
        "Height of the antenna above the ground where the row does not tell.")
    static let tiltKey = key(
        "tilt", ValueKind.quantity(Angle(degrees: -30)...Angle(degrees: 30)), example: "2 deg",
        "Mechanical tilt where the row does not tell; down is positive.")
    static let electricalTiltKey = key(
        "electrical-tilt", ValueKind.quantity(Angle(degrees: -30)...Angle(degrees: 30)), example: "3 deg",
        "Electrical tilt where the row does not tell; down is positive.")
    static let polarizationKey = key(
        "polarization", ValueKind<BandSpec.Polarization>.choice, example: "vertical", "Polarization of the link.")
    static let receiverHeightKey = key(
        "receiver-height", ValueKind.quantity(Length(metres: 0.5)...Length(metres: 300)), example: "1.5 m",
        "Height of the receiver above the ground.")
    static let radiusKey = key(
        "radius", ValueKind.quantity(Length(metres: 250)...Length(kilometres: 300)), example: "30 km",
        "Largest distance at which a sector is considered.")
    static let thresholdKey = key(
        "threshold", ValueKind.quantity(PowerLevel(dBm: -160)...PowerLevel(dBm: 0)), example: "-110 dBm",
        "SS-RSRP that the receiver needs.")
    static let probabilityKey = key(
        "probability", ValueKind.quantity(Share(percent: 1)...Share(percent: 99.9)), example: "90 %",
        "Probability with which the threshold must be reached at a cell for it to count as covered.")
    static let sigmaKey = key(
        "sigma", ValueKind.quantity(Decibels(0)...Decibels(20)), example: "8 dB",
        "Standard deviation of prediction error and shadow fading together.")
    static let environmentKey = key(
        "environment", ValueKind<BandSpec.Environment>.choice, example: "outdoor",
        "Where the receiver is; `penetration` counts indoors only.")
    static let penetrationKey = key(
        "penetration", ValueKind.quantity(Decibels(0)...Decibels(60)), example: "12 dB",
        "Loss between the street and the receiver indoors; it takes the place of a template's building-entry, too.")
    static let modelKey = key(
        "model", ValueKind.text, example: "p1812", "Propagation model (`masthead list models`).")
    static let timeKey = key(
        "time", ValueKind.quantity(Share(percent: 0.001)...Share(percent: 99.9)), example: "50 %",
        "Share of an average year for which the predicted loss is not exceeded.")
    static let resolutionKey = key(
        "resolution", ValueKind.quantity(Length(metres: 1)...Length(metres: 10_000)), example: "10 m",
        "Around its sites the band is computed in parts of cells no longer than this: an odd number of them along a "
            + "cell's side, at most 15. The grid's resolution, or more, leaves the cells whole.")

    static let linkKey = Key(
        "link", ValueKind.group(LinkOverrides.group), .empty, example: "{ load: 50 %, reuse: 1 }",
        "Noise, load, interference and the way back, for SINR, throughput and the uplink.")

    static let keys: [KeyDescription] = [
        carrierKey.description, bandwidthKey.description, subcarrierSpacingKey.description, powerKey.description,
        feederLossKey.description, antennaKey.description, sectorsKey.description, heightKey.description,
        tiltKey.description, electricalTiltKey.description, polarizationKey.description,
        receiverHeightKey.description, radiusKey.description, thresholdKey.description, probabilityKey.description,
        sigmaKey.description, environmentKey.description, penetrationKey.description, modelKey.description,
        timeKey.description, resolutionKey.description, linkKey.description,
    ]

    init?(_ reader: MappingReader) {
        guard let antenna = reader[Self.antennaKey], let link = reader[Self.linkKey] else { return nil }
        self.link = link.value
        self.antenna = antenna.value
        carrier = reader[Self.carrierKey]
        bandwidth = reader[Self.bandwidthKey]
        subcarrierSpacing = reader[Self.subcarrierSpacingKey]
        power = reader[Self.powerKey]
        feederLoss = reader[Self.feederLossKey]
        sectors = reader[Self.sectorsKey]
        height = reader[Self.heightKey]
        tilt = reader[Self.tiltKey]
        electricalTilt = reader[Self.electricalTiltKey]
        polarization = reader[Self.polarizationKey]
        receiverHeight = reader[Self.receiverHeightKey]
        radius = reader[Self.radiusKey]
        threshold = reader[Self.thresholdKey]
        probability = reader[Self.probabilityKey]
        sigma = reader[Self.sigmaKey]
        environment = reader[Self.environmentKey]
        penetration = reader[Self.penetrationKey]
        model = reader[Self.modelKey]
        time = reader[Self.timeKey]
        resolution = reader[Self.resolutionKey]
    }
}

extension AntennaOverrides {
    static let patternKey = Key(
        "pattern", ValueKind.text, .optional("the template's"), example: "tr38901-sector",
        "Antenna pattern by name (`masthead list antennas`).")
    static let fileKey = Key(
        "file", ValueKind.path, .optional("none"), example: "../patterns/742265.msi",
        "Pattern file, MSI or measured CSV; it takes the place of `pattern`, and brings its own gain.")
    static let gainKey = Key(
        "gain", ValueKind.quantity(Decibels(-10)...Decibels(40)), .optional("the template's"), example: "15 dBi",
        "Gain at the peak of the pattern.")
    static let horizontalKey = Key(
        "horizontal-beamwidth", ValueKind.quantity(Angle(degrees: 5)...Angle(degrees: 360)),
        .optional("the template's"), example: "65 deg", "Half-power beamwidth in azimuth.")
    static let verticalKey = Key(
        "vertical-beamwidth", ValueKind.quantity(Angle(degrees: 1)...Angle(degrees: 180)),
        .optional("the template's"), example: "10 deg", "Half-power beamwidth in elevation.")

    static let group = KeyGroup(
        "bands.antenna", "The antenna of a sector.",
        [
            patternKey.description, fileKey.description, gainKey.description, horizontalKey.description,
            verticalKey.description,
        ]
    ) { reader -> AntennaOverrides? in
        if let file = reader[fileKey], reader.isWritten(patternKey) {
            reader.reading.errors.add(
                MastheadError(
                    .badJob, "the antenna has both a pattern and a file", at: file.location,
                    remedy: "Remove one of the two."))
            return nil
        }
        return AntennaOverrides(
            pattern: reader[patternKey], file: reader[fileKey], gain: reader[gainKey],
            horizontalBeamwidth: reader[horizontalKey], verticalBeamwidth: reader[verticalKey])
    }
}
