import MastheadCore
import MastheadGeo
import MastheadPlanning
import MastheadPropagation
import MastheadRadio

/// Every parameter of a run as it was decided, by key path, for the manifest: what the job states, and what templates and
/// defaults add to it.
enum ResolvedParameters {
    static func describe(_ job: ResolvedJob) -> [String: String] {
        let spec = job.spec
        var parameters = [
            "grid.resolution": spec.grid.resolution.value.description,
            "grid.crs": job.setup.studyGrid.referenceSystem.definition,
            "layers.ground.step": Length(metres: job.setup.terrainGrid.cellMetres).description,
            "layers.ground.voids": spec.layers.ground.voids.value.rawValue,
            "layers.population.kind": spec.layers.population.kind.value.rawValue,
            "density.count": spec.density.count.value.rawValue,
            "density.target": PlainNumber.text(spec.density.target.value),
            "limits.quarantine": spec.limits.quarantine.value.description,
            "run.tile": "\(spec.run.tile.value)",
        ]
        for kind in job.setup.kinds where kind.penetrationDB != nil {
            parameters["vehicles.\(kind.id)"] = Decibels(kind.penetrationDB ?? 0).description
        }
        parameters.merge(job.decisions.filter { $0.key.hasPrefix("atmosphere") }) { stated, _ in stated }
        for (index, band) in job.setup.bands.enumerated() {
            if band.asksForSight {
                parameters["bands.\(band.id).clutter-heights"] =
                    job.setup.group(of: index).terrain.clutterHeights.rawValue
            }
            for (key, value) in describe(band) { parameters["bands.\(band.id).\(key)"] = value }
        }
        return parameters
    }

    private static func describe(_ band: Band) -> [String: String] {
        var parameters = radio(band)
        if band.refinement > 1 { parameters["parts"] = "\(band.refinement) × \(band.refinement) of each cell" }
        if let source = band.criterion.penetrationSource { parameters["penetration.source"] = source.description }
        parameters["penetration.indoor"] = band.indoorPenetration.description
        if let link = band.link { parameters.merge(describe(link)) { stated, _ in stated } }
        guard let composition = band.composition else { return parameters }
        parameters["composition.base"] = composition.base
        parameters["composition.gases"] = composition.hasGases ? "yes" : "no"
        if let rain = composition.rain {
            parameters["composition.rain.rate"] = "\(PlainNumber.text(rain.rate)) mm/h"
            parameters["composition.rain.availability"] = "\(PlainNumber.text(rain.availabilityPercent)) %"
        }
        if let vegetation = composition.vegetation {
            parameters["composition.vegetation.specific"] = "\(PlainNumber.text(vegetation.specificDBPerMetre)) dB/m"
            parameters["composition.vegetation.a1"] = "\(PlainNumber.text(vegetation.a1)) dB"
            parameters["composition.vegetation.alpha"] = PlainNumber.text(vegetation.alpha)
        }
        return parameters
    }

    private static func describe(_ link: LinkTerms) -> [String: String] {
        [
            "link.load": link.load.description, "link.reuse": "\(link.reuse)",
            "link.noise-figure": link.noiseFigure.description, "link.least-sinr": link.leastSINR.description,
            "link.downlink-share": link.downlinkShare.description, "link.overhead": link.overhead.description,
            "link.layers": "\(link.layers)", "link.terminal-power": link.uplink.terminalPower.description,
            "link.uplink-blocks": "\(link.uplink.blocks)",
            "link.base-noise-figure": link.uplink.noiseFigure.description,
            "link.uplink-sinr": link.uplink.sinr.description,
        ]
    }

    private static func radio(_ band: Band) -> [String: String] {
        [
            "carrier": band.carrier.frequency.description, "bandwidth": band.carrier.bandwidth.description,
            "subcarrier-spacing": band.carrier.subcarrierSpacing.description,
            "resource-blocks": "\(band.carrier.resourceBlocks)", "power": band.power.description,
            "feeder-loss": band.feederLoss.description, "antenna": band.pattern.citation.description,
            "antenna.gain": "\(PlainNumber.text(band.pattern.peakGainDBi)) dBi", "sectors": "\(band.sectorCount)",
            "height": band.antennaHeight.description, "tilt": band.mechanicalTilt.description,
            "electrical-tilt": band.electricalTilt.description, "polarization": band.polarization.rawValue,
            "receiver-height": band.receiverHeight.description, "radius": band.radius.description,
            "threshold": band.criterion.threshold.description,
            "probability": band.criterion.probability.description, "sigma": band.criterion.sigma.description,
            "environment": band.environment, "penetration": band.criterion.penetration.description,
            "model": band.model.edition, "time": "\(PlainNumber.text(band.timePercent)) %",
        ]
    }
}
