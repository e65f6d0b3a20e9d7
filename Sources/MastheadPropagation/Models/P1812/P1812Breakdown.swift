/// One path by P.1812, every intermediate under a plain name; ``quantities`` has the letters and equation numbers.
@dynamicMemberLookup
public struct P1812Breakdown: Sendable, Hashable {
    /// What P.1812 shares with P.452; its values are read as the breakdown's own.
    public internal(set) var path = TerrainPathBreakdown()
    /// Lbfs: free-space loss between the antennas, dB.
    public internal(set) var freeSpaceDB = 0.0
    /// Lbc: loss for half of the locations, dB.
    public internal(set) var medianLocationDB = 0.0
    /// σL: standard deviation of the location variability, dB.
    public internal(set) var locationSigmaDB = 0.0
    /// Lloc: what the location percentage adds, dB.
    public internal(set) var locationDB = 0.0
    /// Lb: basic transmission loss for p of the time and pL of the locations, dB.
    public internal(set) var lossDB = 0.0
    /// Ep: field strength for 1 kW effective radiated power, dB(µV/m).
    public internal(set) var fieldStrengthDBuVm = 0.0

    /// A value of ``path``.
    public subscript(dynamicMember value: KeyPath<TerrainPathBreakdown, Double>) -> Double { path[keyPath: value] }

    init() {}
}
