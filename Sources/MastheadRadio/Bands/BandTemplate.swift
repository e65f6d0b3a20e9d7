public import MastheadCore

/// A band and the way it is deployed, as data: every value cited.
public struct BandTemplate: Sendable, Hashable {
    /// The template's name; the file is called after it: `"n28-700"`.
    public var id: String
    /// What it is, for lists: `"700 MHz FDD, wide rural macro"`.
    public var title: String
    /// The 3GPP operating band: `"n28"`.
    public var operatingBand: Cited<String>
    /// Centre of the downlink carrier.
    public var carrier: Cited<Frequency>
    /// Width of the channel.
    public var bandwidth: Cited<Frequency>
    /// Spacing of the subcarriers.
    public var subcarrierSpacing: Cited<Frequency>
    /// Conducted power of the whole carrier at each sector.
    public var power: Cited<PowerLevel>
    /// Loss between transmitter and antenna.
    public var feederLoss: Cited<Decibels>
    /// The antenna's pattern, by its name in the catalogue.
    public var pattern: Cited<String>
    /// Gain at the peak.
    public var gain: Cited<Decibels>
    /// Half-power beamwidth in azimuth.
    public var horizontalBeamwidth: Cited<Angle>
    /// Half-power beamwidth in elevation.
    public var verticalBeamwidth: Cited<Angle>
    /// Sectors of a station.
    public var sectors: Cited<Int>
    /// Height of the antenna above the ground.
    public var height: Cited<Length>
    /// Mechanical tilt, down is positive.
    public var tilt: Cited<Angle>
    /// Electrical tilt, down is positive.
    public var electricalTilt: Cited<Angle>
    /// Polarization: `"vertical"` or `"horizontal"`.
    public var polarization: Cited<String>
    /// Height of the receiver above the ground.
    public var receiverHeight: Cited<Length>
    /// Largest distance at which a sector is considered.
    public var radius: Cited<Length>
    /// SS-RSRP that the receiver needs.
    public var threshold: Cited<PowerLevel>
    /// Probability with which it must be reached at a cell.
    public var probability: Cited<Share>
    /// Standard deviation of prediction error and shadow fading together.
    public var sigma: Cited<Decibels>
    /// `"outdoor"` or `"indoor"`.
    public var environment: Cited<String>
    /// Loss between the street and the receiver indoors.
    public var penetration: Cited<Decibels>
    /// The propagation model, by its name in the catalogue.
    public var model: Cited<String>
    /// Share of an average year for which the loss is not exceeded.
    public var time: Cited<Share>
    /// The longest side of the parts that cells are divided into for this band; nil for the cells themselves.
    public var resolution: Cited<Length>?
    /// What the loss is put together from, where the model is `composed`.
    public var composition: CompositionTemplate?
    /// Noise, load, interference and uplink; nil where the level alone decides.
    public var link: LinkTemplate?
    /// The building that receivers indoors stand in; nil where ``penetration`` holds.
    public var buildingEntry: BuildingEntryTemplate?

    /// A template with all its values.
    public init(
        id: String, title: String, operatingBand: Cited<String>, carrier: Cited<Frequency>,
        bandwidth: Cited<Frequency>, subcarrierSpacing: Cited<Frequency>, power: Cited<PowerLevel>,
        feederLoss: Cited<Decibels>, pattern: Cited<String>, gain: Cited<Decibels>,
        horizontalBeamwidth: Cited<Angle>, verticalBeamwidth: Cited<Angle>, sectors: Cited<Int>,
        height: Cited<Length>, tilt: Cited<Angle>, electricalTilt: Cited<Angle>, polarization: Cited<String>,
        receiverHeight: Cited<Length>, radius: Cited<Length>, threshold: Cited<PowerLevel>,
        probability: Cited<Share>, sigma: Cited<Decibels>, environment: Cited<String>,
        penetration: Cited<Decibels>, model: Cited<String>, time: Cited<Share>, resolution: Cited<Length>? = nil,
        composition: CompositionTemplate? = nil, link: LinkTemplate? = nil, buildingEntry: BuildingEntryTemplate? = nil
    ) {
        self.id = id
        self.title = title
        self.operatingBand = operatingBand
        self.carrier = carrier
        self.bandwidth = bandwidth
        self.subcarrierSpacing = subcarrierSpacing
        self.power = power
        self.feederLoss = feederLoss
        self.pattern = pattern
        self.gain = gain
        self.horizontalBeamwidth = horizontalBeamwidth
        self.verticalBeamwidth = verticalBeamwidth
        self.sectors = sectors
        self.height = height
        self.tilt = tilt
        self.electricalTilt = electricalTilt
        self.polarization = polarization
        self.receiverHeight = receiverHeight
        self.radius = radius
        self.threshold = threshold
        self.probability = probability
        self.sigma = sigma
        self.environment = environment
        self.penetration = penetration
        self.model = model
        self.time = time
        self.resolution = resolution
        self.composition = composition
        self.link = link
        self.buildingEntry = buildingEntry
    }
}
