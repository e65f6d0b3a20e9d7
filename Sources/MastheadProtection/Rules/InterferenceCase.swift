/// The ways in which an emission harms a receiver. They are assessed apart, and never mixed in one aggregate.
public enum InterferenceCase: String, Sendable, Hashable, Codable, CaseIterable {
    /// The wanted part of the emission falls into the band that the station receives.
    case coChannel = "co-channel"
    /// The unwanted part of the emission, out of band or spurious, falls into the band that the station receives.
    case unwanted
    /// The wanted emission, outside the received band, drives the first amplifier out of its linear range.
    case saturation
}
