import MastheadCore
public import MastheadRadio

/// What a base-station count counts; declared in the job and printed beside every density.
public enum CountingRule: String, Sendable, Codable, CaseIterable {
    /// Masts: one for each site, however much stands on it.
    case site
    /// Base stations: one for each station of the register, whatever its sectors and bands.
    case station
    /// Sectors times carriers.
    case cell
    /// Bands: one for each band of each station.
    case bandLayer = "band-layer"

    /// The rule in words, for tables and maps.
    public var meaning: String {
        switch self {
        case .site: "masts, one for each site"
        case .station: "base stations, one for each station of the register"
        case .cell: "cells, one for each sector and carrier"
        case .bandLayer: "band layers, one for each band of each station"
        }
    }
}

/// The definitions that travel with every figure of a run.
public struct Definitions: Sendable, Codable, Equatable {
    /// The definitions of one band's coverage.
    public struct Band: Sendable, Codable, Equatable {
        /// The band's name in the job: `"n28"`.
        public var id: String
        /// Centre of the downlink carrier, MHz.
        public var carrierMegahertz: Double
        /// Propagation model with edition.
        public var model: String
        /// Percentage of time for which the loss is not exceeded.
        public var timePercent: Double
        /// SS-RSRP that must be reached, dBm.
        public var thresholdDBm: Double
        /// Probability with which the threshold must be reached at a cell.
        public var probability: Double
        /// Standard deviation of the prediction with shadow fading, dB.
        public var sigmaDB: Double
        /// Margin that follows from probability and sigma, dB.
        public var marginDB: Double
        /// `"outdoor"` or `"indoor"`.
        public var environment: String
        /// Loss assumed between the street and the receiver, dB; zero outdoors.
        public var penetrationDB: Double
        /// Height of the receiver above the ground, m.
        public var receiverHeightMetres: Double
        /// Largest distance at which a sector is considered, m.
        public var radiusMetres: Double
        /// k, where the band divides each cell into k × k parts around its sites; nil where it leaves them whole.
        public var refinement: Int?
        /// Noise, load, interference and the way back; nil where the level alone decides.
        public var link: Link?
        /// Loss of each kind of service, dB, in the order of the services.
        public var servicePenetrationsDB: [Double] = []
        /// Where the heights of what stands in sight come from, `"surface layer"` or `"clutter heights"`; nil for a model
        /// that does not ask.
        public var clutterHeights: String?

        /// The definitions of one band.
        public init(
            id: String, carrierMegahertz: Double, model: String, timePercent: Double, thresholdDBm: Double,
            probability: Double, sigmaDB: Double, marginDB: Double, environment: String, penetrationDB: Double,
            receiverHeightMetres: Double, radiusMetres: Double, refinement: Int? = nil, clutterHeights: String? = nil
        ) {
            self.id = id
            self.carrierMegahertz = carrierMegahertz
            self.model = model
            self.timePercent = timePercent
            self.thresholdDBm = thresholdDBm
            self.probability = probability
            self.sigmaDB = sigmaDB
            self.marginDB = marginDB
            self.environment = environment
            self.penetrationDB = penetrationDB
            self.receiverHeightMetres = receiverHeightMetres
            self.radiusMetres = radiusMetres
            self.refinement = refinement
            self.clutterHeights = clutterHeights
        }
    }

    /// The definitions of a band's link.
    public struct Link: Sendable, Codable, Equatable {
        /// Share of its resource elements that a neighbouring sector fills.
        public var load: Double
        /// In how many parts the band is reused.
        public var reuse: Int
        /// Noise of the terminal in a resource element, dBm.
        public var noiseDBm: Double
        /// SS-SINR that the terminal needs, dB.
        public var leastSINRDB: Double
        /// Signals weaker than this do not count as interference, dBm per resource element.
        public var leastInterferenceDBm: Double
        /// The throughput curve in words.
        public var throughput: String
        /// Bandwidth, MHz; share of time for the downlink; share of overhead; spatial layers.
        public var bandwidthMegahertz: Double
        /// Share of time for the downlink.
        public var downlinkShare: Double
        /// Share of resource elements that carry no user data.
        public var overhead: Double
        /// Spatial layers of the downlink.
        public var layers: Int
        /// Symbols of user data that all layers carry in a millisecond.
        public var symbolsPerMillisecond: Double
        /// Power of the terminal, dBm.
        public var terminalDBm: Double
        /// Resource blocks that the terminal spreads its power over.
        public var uplinkBlocks: Int
        /// Noise figure of the base station, dB.
        public var baseNoiseFigureDB: Double
        /// SINR that the base station needs, dB.
        public var uplinkSINRDB: Double

        /// Downlink throughput of one user who has the cell for himself, kbit/s.
        public func downlinkKilobitsPerSecond(sinrDB: Double) -> Double {
            symbolsPerMillisecond * SpectralEfficiency.bitsPerSymbol(sinrDB: sinrDB)
        }

        /// The definitions of link terms.
        public init(_ link: LinkTerms) {
            load = link.load.fraction
            reuse = link.reuse
            noiseDBm = link.noiseDBm
            leastSINRDB = link.leastSINR.value
            leastInterferenceDBm = link.leastInterferenceDBm
            throughput = SpectralEfficiency.name
            bandwidthMegahertz = link.carrier.bandwidth.megahertz
            downlinkShare = link.downlinkShare.fraction
            overhead = link.overhead.fraction
            layers = link.layers
            symbolsPerMillisecond = link.symbolsPerMillisecond
            terminalDBm = link.uplink.terminalPower.dBm
            uplinkBlocks = link.uplink.blocks
            baseNoiseFigureDB = link.uplink.noiseFigure.value
            uplinkSINRDB = link.uplink.sinr.value
        }
    }

    /// What is counted for density.
    public var countingRule: CountingRule
    /// Base stations per 10,000 persons aimed at.
    public var targetPerTenThousand: Double
    /// Name of the population source, with its year where known.
    public var populationSource: String
    /// Along which line the terrain of a path is taken.
    public var rays: RayForm
    /// The bands, in the order of the job.
    public var bands: [Band]
    /// The kinds of service, in the order of all lists of services.
    public var services: [ServiceKind]

    /// The definitions of a run.
    public init(
        countingRule: CountingRule, targetPerTenThousand: Double, populationSource: String, bands: [Band],
        services: [ServiceKind] = [], rays: RayForm = .nearestRadial
    ) {
        self.countingRule = countingRule
        self.targetPerTenThousand = targetPerTenThousand
        self.populationSource = populationSource
        self.bands = bands
        self.services = services
        self.rays = rays
    }
}
