import MastheadCore
import MastheadOutput
import MastheadPlanning
import MastheadPropagation
import MastheadRadio

/// Turns the bands of a job, templates with their changes, into bands that can be computed.
enum BandResolver {
    /// The bands of a run.
    struct Bands: Sendable {
        let bands: [Band]
        /// Names of bands that a register may hold without their being computed.
        let knownNames: Set<String>
        let inputs: [InputFile]
        let caveats: Caveats
    }

    static func bands(of spec: JobSpec) throws(MastheadError) -> Bands {
        var bands: [Band] = []
        var inputs: [InputFile] = []
        var caveats = Caveats()
        for stated in spec.bands {
            let file = try BandTemplateFolder.template(stated.template, jobFile: spec.file).applying(stated.overrides)
            let band = try band(file, stated: stated, cell: spec.grid.resolution.value, inputs: &inputs)
            guard !bands.contains(where: { $0.id == band.id }) else {
                throw MastheadError(
                    .badJob, "two bands of the job are called \"\(band.id)\"",
                    at: stated.name?.location ?? stated.location, remedy: "Give one of them another name.")
            }
            if let file = band.pattern as? MSIPattern, !file.isFor(band.carrier.frequency) {
                caveats.add(PlanningCaveats.otherPatternFrequency)
            }
            bands.append(band)
            inputs.append(templateInput(stated.template.value, path: file.path))
        }
        let templates = (try? BandTemplateFolder.all(jobFile: spec.file)) ?? []
        let known = templates.flatMap { [$0.template.id, $0.template.operatingBand.value] }
        return Bands(bands: bands, knownNames: Set(known.map { $0.lowercased() }), inputs: inputs, caveats: caveats)
    }

    private static func band(
        _ file: BandTemplateFile, stated: BandSpec, cell: Length, inputs: inout [InputFile]
    ) throws(MastheadError) -> Band {
        if let stated = stated.overrides.penetration, file.template.environment.value != "indoor" {
            throw MastheadError(
                .badJob,
                "a penetration loss of \(stated.value) is stated for a band outdoors, where it would not count",
                at: stated.location, remedy: "Add environment: indoor to the band, or remove penetration.")
        }
        let template = file.template
        func place(_ key: String) -> ErrorLocation { file.locations[key] ?? .file(file.path) }
        let carrier = try Carrier(
            frequency: template.carrier.value, bandwidth: template.bandwidth.value,
            subcarrierSpacing: template.subcarrierSpacing.value, at: place("bandwidth"))
        let model = try ModelCatalogue.entry(template.model.value, at: place("model"))
        let polarization = template.polarization.value == "horizontal" ? LinearPolarization.horizontal : .vertical
        let pattern = try pattern(template, stated: stated, at: place("pattern"), inputs: &inputs)
        // A pattern file brings its own electrical tilt, unless the job states another.
        let isFile = stated.overrides.antenna.file != nil && stated.overrides.electricalTilt == nil
        let id = stated.name?.value ?? template.id
        let composition = try CompositionResolver.composition(of: template, model: model, at: place("model"))
        let penetration = try CompositionResolver.penetration(of: template, stated: stated, at: place("carrier"))
        let refinement = try Refinement.factor(
            cell: cell, resolution: template.resolution?.value ?? cell, band: id, at: place("resolution"))
        let linkTerms: LinkTerms?
        if let link = template.link {
            linkTerms = try LinkTerms(
                link, carrier: carrier, feederLoss: template.feederLoss.value, at: place("uplink-blocks"))
        } else {
            linkTerms = nil
        }
        let band = Band(
            id: id, registerNames: Set([id, template.id, template.operatingBand.value].map { $0.lowercased() }),
            carrier: carrier, power: template.power.value, feederLoss: template.feederLoss.value,
            pattern: pattern,
            sectorCount: template.sectors.value, antennaHeight: template.height.value,
            mechanicalTilt: template.tilt.value,
            electricalTilt: isFile ? pattern.electricalTilt : template.electricalTilt.value,
            receiverHeight: template.receiverHeight.value, radius: template.radius.value,
            criterion: CoverageCriterion(
                threshold: template.threshold.value, probability: template.probability.value,
                sigma: template.sigma.value,
                penetration: penetration.loss, penetrationSource: penetration.source),
            model: model, polarization: polarization, timePercent: template.time.value.percent,
            environment: template.environment.value, composition: composition,
            refinement: refinement, link: linkTerms,
            indoorPenetration: try CompositionResolver.indoorPenetration(
                of: template, stated: stated, at: place("carrier")
            ).loss)
        // Prepared once here, so that a carrier or time percentage beyond the model is refused with its place.
        _ = try band.preparedModel(at: place("carrier"))
        return band
    }

    private static func templateInput(_ template: BandSpec.Template, path: String) -> InputFile {
        switch template {
        case .file(let file): InputFile(role: "band template", name: file.written, path: path)
        case .named(let name):
            InputFile(
                role: "band template", name: "\(BandTemplateFolder.name)/\(name).yaml", base: .project, path: path)
        }
    }

    private static func pattern(
        _ template: BandTemplate, stated: BandSpec, at location: ErrorLocation, inputs: inout [InputFile]
    ) throws(MastheadError) -> any AntennaPattern {
        if let file = stated.overrides.antenna.file {
            inputs.append(InputFile(role: "antenna pattern", name: file.value.written, path: file.value.resolved))
            return try PatternFileReader.read(path: file.value.resolved)
        }
        return try AntennaCatalogue.entry(template.pattern.value, at: location).make(
            AntennaParameters(
                gain: template.gain.value, horizontalBeamwidth: template.horizontalBeamwidth.value,
                verticalBeamwidth: template.verticalBeamwidth.value))
    }
}
