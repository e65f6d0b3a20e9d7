public import MastheadCore

/// A band of a job: a template, and what the job changes of it.
public struct BandSpec: Sendable {
    /// Where the receiver is.
    public enum Environment: String, Sendable, CaseIterable {
        /// In the open, at street level.
        case outdoor
        /// Inside a building: the penetration loss counts.
        case indoor
    }

    /// Polarization of the link.
    public enum Polarization: String, Sendable, CaseIterable {
        /// Electric field in the vertical plane.
        case vertical
        /// Electric field parallel to the ground.
        case horizontal
    }

    /// A template by name, or the path of one.
    public enum Template: Sendable, Hashable {
        /// A file of that name in a folder of templates.
        case named(String)
        /// A file.
        case file(JobPath)
    }

    /// The template.
    public let template: Entry<Template>
    /// The band's name in products; nil for the template's.
    public let name: Entry<String>?
    /// Values that take the place of the template's.
    public let overrides: BandOverrides
    /// Where the band is named in the job.
    public let location: ErrorLocation
}

/// Values of a band that the job states itself; nil keeps the template's.
public struct BandOverrides: Sendable {
    /// Centre of the downlink carrier.
    public let carrier: Entry<Frequency>?
    /// Width of the channel.
    public let bandwidth: Entry<Frequency>?
    /// Spacing of the subcarriers.
    public let subcarrierSpacing: Entry<Frequency>?
    /// Conducted power of the whole carrier.
    public let power: Entry<PowerLevel>?
    /// Loss between transmitter and antenna.
    public let feederLoss: Entry<Decibels>?
    /// The antenna.
    public let antenna: AntennaOverrides
    /// Sectors of a station whose row does not tell.
    public let sectors: Entry<Int>?
    /// Height of an antenna above the ground where the row does not tell.
    public let height: Entry<Length>?
    /// Mechanical tilt where the row does not tell; down is positive.
    public let tilt: Entry<Angle>?
    /// Electrical tilt where the row does not tell; down is positive.
    public let electricalTilt: Entry<Angle>?
    /// Polarization of the link.
    public let polarization: Entry<BandSpec.Polarization>?
    /// Height of the receiver above the ground.
    public let receiverHeight: Entry<Length>?
    /// Largest distance at which a sector is considered.
    public let radius: Entry<Length>?
    /// SS-RSRP that must be reached.
    public let threshold: Entry<PowerLevel>?
    /// Probability with which it must be reached at a cell.
    public let probability: Entry<Share>?
    /// Standard deviation of prediction error and shadow fading together.
    public let sigma: Entry<Decibels>?
    /// Where the receiver is.
    public let environment: Entry<BandSpec.Environment>?
    /// Loss into buildings; counts indoors only.
    public let penetration: Entry<Decibels>?
    /// The propagation model, by its name in the catalogue.
    public let model: Entry<String>?
    /// Share of an average year for which the loss is not exceeded.
    public let time: Entry<Share>?
    /// The longest side of the parts that cells are divided into around the band's sites.
    public let resolution: Entry<Length>?
    /// The link.
    public let link: LinkOverrides
}

/// Values of an antenna that the job states itself.
public struct AntennaOverrides: Sendable {
    /// The pattern, by its name in the catalogue.
    public let pattern: Entry<String>?
    /// A pattern file, MSI or measured CSV.
    public let file: Entry<JobPath>?
    /// Gain at the peak.
    public let gain: Entry<Decibels>?
    /// Horizontal half-power beamwidth.
    public let horizontalBeamwidth: Entry<Angle>?
    /// Vertical half-power beamwidth.
    public let verticalBeamwidth: Entry<Angle>?
}
