public import MastheadCore

/// What a band's link needs beyond the level, decided: the values of a ``LinkTemplate`` for a carrier.
public struct LinkTerms: Sendable, Hashable {
    /// The carrier.
    public let carrier: Carrier
    /// Share of its resource elements that a neighbouring sector fills.
    public let load: Share
    /// In how many parts the band is reused.
    public let reuse: Int
    /// Noise figure of the terminal.
    public let noiseFigure: Decibels
    /// SS-SINR that the terminal needs.
    public let leastSINR: Decibels
    /// Share of time for the downlink.
    public let downlinkShare: Share
    /// Share of resource elements that carry no user data.
    public let overhead: Share
    /// Spatial layers of the downlink.
    public let layers: Int
    /// The way back.
    public let uplink: UplinkTerms

    /// The terms of a template for a carrier.
    ///
    /// - Parameter feederLoss: Loss between the antenna and the base station's receiver, that of its transmitter.
    /// - Throws: `bad-job` where the terminal has more resource blocks than the carrier.
    public init(
        _ template: LinkTemplate, carrier: Carrier, feederLoss: Decibels, at location: ErrorLocation = .none
    ) throws(MastheadError) {
        guard template.uplinkBlocks.value <= carrier.resourceBlocks else {
            throw MastheadError(
                .badJob,
                "the terminal has \(template.uplinkBlocks.value) resource blocks, and the carrier "
                    + "\(carrier.resourceBlocks)", at: location,
                remedy: "Set link.uplink-blocks to \(carrier.resourceBlocks) or less.")
        }
        self.carrier = carrier
        load = template.load.value
        reuse = template.reuse.value
        noiseFigure = template.noiseFigure.value
        leastSINR = template.leastSINR.value
        downlinkShare = template.downlinkShare.value
        overhead = template.overhead.value
        layers = template.layers.value
        uplink = UplinkTerms(
            terminalPower: template.terminalPower.value, blocks: template.uplinkBlocks.value,
            noiseFigure: template.baseNoiseFigure.value, sinr: template.uplinkSINR.value, feederLoss: feederLoss,
            subcarrierSpacing: carrier.subcarrierSpacing)
    }

    /// Noise of the terminal in a resource element, dBm.
    public var noiseDBm: Double { ThermalNoise.dBm(in: carrier.subcarrierSpacing) + noiseFigure.value }

    /// Signals weaker than this are not counted as interference, dBm per resource element: 20 dB below the noise, to which
    /// one of them adds less than 0.05 dB.
    public var leastInterferenceDBm: Double { noiseDBm - 20 }

    /// Downlink throughput of one user who has the cell for himself, kbit/s.
    ///
    ///     12 N_RB · 14 · 2^μ · 1000 s⁻¹ · (1 − OH) · share · layers · η(SINR)
    ///
    /// with η the spectral efficiency of ``SpectralEfficiency``; the form is that of 3GPP TS 38.306, clause 4.1.2.
    public func downlinkKilobitsPerSecond(sinrDB: Double) -> Double {
        symbolsPerMillisecond * SpectralEfficiency.bitsPerSymbol(sinrDB: sinrDB)
    }

    /// Symbols of user data that all layers carry in a millisecond.
    public var symbolsPerMillisecond: Double {
        // 14 symbols in a slot, 2^μ slots in a millisecond, μ = 0 at 15 kHz.
        Double(carrier.subcarriers) * 14 * carrier.subcarrierSpacing.hertz / 15e3 * (1 - overhead.fraction)
            * downlinkShare.fraction * Double(layers)
    }
}
