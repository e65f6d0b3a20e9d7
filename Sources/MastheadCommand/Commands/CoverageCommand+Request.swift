import MastheadCore
import MastheadGeo
import MastheadJobs
import MastheadPropagation

extension CoverageCommand {
    /// Reads all options before any work is done.
    func request() throws(MastheadError) -> SiteRequest {
        let position = try OptionValue.position(at, option: "--at")
        let radius = try OptionValue.positive(Length.self, radius, option: "--radius")
        let carriers = try carrier.map { text throws(MastheadError) in
            try OptionValue.quantities(Frequency.self, text, option: "--carrier")
        }
        guard let layers = try terrain.layers(surface: surface, zones: zones) else {
            throw MastheadError(
                .usage, "there is no terrain to read", at: .option("--ground"),
                remedy: "Add --ground with a raster of altitudes.")
        }
        let cell = try resolution.map { text throws(MastheadError) in
            try OptionValue.metres(text, option: "--resolution")
        }
        var request = SiteRequest(
            position: position, air: try site.air(at: position), radius: radius,
            resolution: cell ?? layers.naturalStep, folder: out, terrain: { layers.source(on: $0) })
        request.carriers = carriers ?? []
        request.templates = template.map(OptionValue.items) ?? []
        if let height { request.height = try OptionValue.metres(height, option: "--height") }
        try site.fill(&request)
        request.exactRays = exactRays
        request.toleratesVoids = tolerateVoids
        request.isCloudOptimized = cog
        return request
    }
}

extension SiteOptions {
    /// The climate of a site: as stated, else the ITU maps, else the defaults.
    func air(at position: GeographicPosition) throws(MastheadError) -> SiteRequest.Air {
        let lapse = try deltaN.map { text throws(MastheadError) in
            try OptionValue.quantity(RefractivityLapse.self, text, option: "--delta-n").nUnitsPerKilometre
        }
        let surface = try n0.map { text throws(MastheadError) in
            try OptionValue.positive(Refractivity.self, text, option: "--n0").nUnits
        }
        let isStated = lapse != nil && surface != nil
        let air = PathAtmosphere(
            deltaN: lapse, n0: surface, maps: isStated ? nil : try PathAtmosphere.projectMaps(), at: position)
        return SiteRequest.Air(deltaN: air.deltaN, n0: air.n0, source: air.source)
    }

    /// Puts the stated values into a request.
    func fill(_ request: inout SiteRequest) throws(MastheadError) {
        request.model = model
        if let receiverHeight {
            request.receiverHeight = try OptionValue.metres(receiverHeight, option: "--receiver-height")
        }
        if let time { request.time = try OptionValue.openShare(time, option: "--time") }
        if let polarization {
            request.polarization = try OptionValue.polarization(polarization, option: "--polarization")
        }
        if let eirp { request.eirp = try OptionValue.quantities(PowerLevel.self, eirp, option: "--eirp") }
        if let threshold {
            request.wanted = try OptionValue.quantity(PowerLevel.self, threshold, option: "--threshold")
        }
        request.antennas.pattern = pattern
        if let azimuth {
            for (index, item) in OptionValue.items(azimuth).enumerated() {
                request.antennas.azimuths.append(
                    try OptionValue.degrees(item, option: "--azimuth, number \(index + 1) of the list"))
            }
        }
        if let beamwidth { request.antennas.beamwidth = try OptionValue.degrees(beamwidth, option: "--beamwidth") }
        if let verticalBeamwidth {
            request.antennas.verticalBeamwidth = try OptionValue.degrees(
                verticalBeamwidth, option: "--vertical-beamwidth")
        }
        if let tilt { request.antennas.tilt = try OptionValue.degrees(tilt, option: "--tilt") }
    }
}
