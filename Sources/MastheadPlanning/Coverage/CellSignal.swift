import Foundation

/// What the engine gives for one cell, or one part of a cell, in one band.
public struct CellSignal: Sendable, Equatable {
    /// Ordinal of the best server; 0 for none.
    public var bestServer: UInt32 = 0
    /// SS-RSRP of the best server, dBm, outdoors at the receiver's height.
    public var levelDBm = -Double.infinity
    /// What other sectors of the channel add, per resource element, mW.
    public var interferenceMilliwatts = 0.0
    /// Power of a resource element of the serving sector after its feeder, dBm.
    public var resourceElementDBm = 0.0
    /// The best server is nearer than the model allows.
    public var isNearField = false
    /// At least one path of a mast that might have won crosses a void.
    public var crossedVoid = false
    /// At least one mast within the radius is farther than its model holds.
    public var isBeyondModel = false
    /// Paths that were computed.
    public var evaluations = 0

    /// Nothing received.
    public init() {}

    /// SINR of a resource element, dB: 10 log₁₀( P / (N + I) ).
    public func sinrDB(noiseMilliwatts: Double) -> Double {
        levelDBm - 10 * log10(noiseMilliwatts + interferenceMilliwatts)
    }
}
