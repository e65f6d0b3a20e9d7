public import MastheadCore

/// A downlink carrier of 5G NR: centre frequency, channel bandwidth and subcarrier spacing.
public struct Carrier: Sendable, Hashable {
    /// Centre of the channel.
    public let frequency: Frequency
    /// Width of the channel.
    public let bandwidth: Frequency
    /// Spacing of the subcarriers.
    public let subcarrierSpacing: Frequency
    /// Resource blocks of twelve subcarriers in the channel.
    public let resourceBlocks: Int

    /// A carrier.
    ///
    /// - Throws: `outside-validity` when 3GPP defines no such bandwidth with this subcarrier spacing.
    public init(
        frequency: Frequency, bandwidth: Frequency, subcarrierSpacing: Frequency, at location: ErrorLocation = .none
    ) throws(MastheadError) {
        self.frequency = frequency
        self.bandwidth = bandwidth
        self.subcarrierSpacing = subcarrierSpacing
        resourceBlocks = try TransmissionBandwidth.resourceBlocks(
            carrier: frequency, bandwidth: bandwidth, spacing: subcarrierSpacing, at: location)
    }

    /// Number of subcarriers.
    public var subcarriers: Int { 12 * resourceBlocks }
}
