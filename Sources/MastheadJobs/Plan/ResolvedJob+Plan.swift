import MastheadCore
import MastheadGeo
import MastheadOutput
import MastheadPlanning
import MastheadRadio

extension ResolvedJob {
    /// The job with the base stations of a plan beside those of its register.
    ///
    /// - Throws: As `CoverageSetup`.
    func adding(_ plan: SitePlan) throws(MastheadError) -> ResolvedJob {
        var ordinal = setup.stations.flatMap(\.sectors).map(\.ordinal).max() ?? 0
        var stations = setup.stations
        for site in plan.sites {
            for planned in site.bands {
                stations.append(try station(planned, on: site, ordinal: &ordinal))
            }
        }
        var job = self
        job.setup = try CoverageSetup(
            studyGrid: setup.studyGrid, terrain: setup.terrain, bands: setup.bands, stations: stations,
            toleratesVoids: setup.toleratesVoids, rays: setup.rays, kinds: setup.kinds, refractivity: refractivity)
        job.setup.reach = setup.reach
        return job
    }

    private func station(
        _ planned: PlannedBand, on site: PlannedSite, ordinal: inout UInt32
    ) throws(MastheadError) -> Station {
        guard let index = setup.bands.firstIndex(where: { $0.id == planned.band }) else {
            throw MastheadError(
                .badRun, "the plan has a band \"\(planned.band)\" that the job does not have", at: .file(spec.file),
                remedy: "Make the plan again.")
        }
        let band = setup.bands[index]
        // An antenna without direction has as many sectors as the band, all alike.
        let azimuths =
            band.pattern.isDirectional
            ? planned.azimuthDegrees.map { Angle(degrees: $0) as Angle? }
            : Array(repeating: nil, count: band.sectorCount)
        let sectors = azimuths.enumerated().map { number, azimuth in
            ordinal += 1
            let antenna = MountedAntenna(
                pattern: band.pattern, azimuth: azimuth ?? Angle(radians: 0),
                mechanicalTilt: Angle(degrees: planned.tiltDegrees),
                electricalTilt: Angle(degrees: planned.electricalTiltDegrees))
            return Sector(
                ordinal: ordinal, id: "\(planned.station)/\(number + 1)", band: index,
                heightMetres: planned.heightMetres,
                transmitter: SectorTransmitter(
                    carrier: band.carrier, power: PowerLevel(dBm: planned.powerDBm), feederLoss: band.feederLoss,
                    antenna: antenna, height: Length(metres: planned.heightMetres)),
                azimuth: azimuth,
                tilt: Angle(radians: antenna.mechanicalTilt.radians + antenna.electricalTilt.radians))
        }
        return Station(
            id: planned.station, siteID: site.id, position: site.position, plane: site.plane,
            region: regions.regions.firstIndex { $0.id == site.region }, sectors: sectors)
    }
}
