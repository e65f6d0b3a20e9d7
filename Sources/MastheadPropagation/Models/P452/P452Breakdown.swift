/// One path by P.452, every intermediate under a plain name; ``quantities`` has the letters and equation numbers.
@dynamicMemberLookup
public struct P452Breakdown: Sendable, Hashable {
    /// What P.452 shares with P.1812; its values are read as the breakdown's own.
    public internal(set) var path = TerrainPathBreakdown()
    /// Distance between the antennas, km.
    public internal(set) var slantKilometres = 0.0
    /// Ag: attenuation by oxygen and water vapour between the antennas, dB.
    public internal(set) var gasDB = 0.0
    /// Lbfsg: loss in free space and by gases between the antennas, dB.
    public internal(set) var freeSpaceAndGasDB = 0.0
    /// Loss of all mechanisms together before nominal clutter, dB.
    public internal(set) var combinedDB = 0.0
    /// Aht: loss of nominal clutter around the transmitter, dB; P.452-17 only.
    public internal(set) var transmitterClutterDB = 0.0
    /// Ahr: loss of nominal clutter around the receiver, dB; P.452-17 only.
    public internal(set) var receiverClutterDB = 0.0
    /// Lb: basic transmission loss not exceeded for p of the time, dB.
    public internal(set) var lossDB = 0.0

    /// A value of ``path``.
    public subscript(dynamicMember value: KeyPath<TerrainPathBreakdown, Double>) -> Double { path[keyPath: value] }

    init() {}
}
