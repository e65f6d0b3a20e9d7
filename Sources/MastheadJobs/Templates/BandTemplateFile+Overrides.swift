import MastheadCore
import MastheadRadio

extension BandTemplateFile {
    /// The template with the values that a job states itself in their place, cited as the job's.
    ///
    /// A pattern file is not among the values of a template; the caller reads it from `overrides.antenna.file`.
    public func applying(_ overrides: BandOverrides) -> BandTemplateFile {
        var template = template
        var locations = locations

        func replace<Value>(_ path: WritableKeyPath<BandTemplate, Cited<Value>>, _ entry: Entry<Value>?, _ key: String)
        {
            guard let entry else { return }
            template[keyPath: path] = Cited(entry.value, citation: "the job", basis: .unverified)
            locations[key] = entry.location
        }

        replace(\.carrier, overrides.carrier, "carrier")
        replace(\.bandwidth, overrides.bandwidth, "bandwidth")
        replace(\.subcarrierSpacing, overrides.subcarrierSpacing, "subcarrier-spacing")
        replace(\.power, overrides.power, "power")
        replace(\.feederLoss, overrides.feederLoss, "feeder-loss")
        replace(\.pattern, overrides.antenna.pattern, "pattern")
        replace(\.gain, overrides.antenna.gain, "gain")
        replace(\.horizontalBeamwidth, overrides.antenna.horizontalBeamwidth, "horizontal-beamwidth")
        replace(\.verticalBeamwidth, overrides.antenna.verticalBeamwidth, "vertical-beamwidth")
        replace(\.sectors, overrides.sectors, "sectors")
        replace(\.height, overrides.height, "height")
        replace(\.tilt, overrides.tilt, "tilt")
        replace(\.electricalTilt, overrides.electricalTilt, "electrical-tilt")
        replace(\.polarization, overrides.polarization?.word, "polarization")
        replace(\.receiverHeight, overrides.receiverHeight, "receiver-height")
        replace(\.radius, overrides.radius, "radius")
        replace(\.threshold, overrides.threshold, "threshold")
        replace(\.probability, overrides.probability, "probability")
        replace(\.sigma, overrides.sigma, "sigma")
        replace(\.environment, overrides.environment?.word, "environment")
        replace(\.penetration, overrides.penetration, "penetration")
        replace(\.model, overrides.model, "model")
        replace(\.time, overrides.time, "time")
        template.link = template.link?.applying(overrides.link)
        if let stated = overrides.resolution {
            template.resolution = Cited(stated.value, citation: "the job", basis: .unverified)
            locations["resolution"] = stated.location
        }
        return BandTemplateFile(template: template, path: path, bytes: bytes, locations: locations)
    }
}

extension Entry where Value: RawRepresentable, Value.RawValue == String {
    /// The word itself, at the same place.
    var word: Entry<String> { Entry<String>(value.rawValue, at: location, isWritten: isWritten) }
}
