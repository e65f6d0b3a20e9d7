public import MastheadCore

/// The gain of an antenna that is alike in all directions at the same angle from its axis: a dish of an earth station, a
/// fixed link or a radio telescope.
///
/// Such patterns are envelopes for sharing and coordination, not the gain of one antenna. Some of them say nothing
/// about the main beam; what they give there is stated at each.
public protocol OffAxisPattern: Sendable {
    /// The name in the catalogue.
    var id: String { get }
    /// Gain on the axis, dBi.
    var peakGainDBi: Double { get }
    /// The text that the pattern comes from.
    var citation: Citation { get }
    /// The angle from which the text itself states the gain, degrees; zero where it does so everywhere.
    var definedFromDegrees: Double { get }
    /// Gain at an angle from the axis, dBi; the sign of the angle does not matter.
    ///
    /// - Parameter degrees: −180 to 180.
    func gainDBi(offAxisDegrees degrees: Double) -> Double
}

extension OffAxisPattern {
    /// Everywhere.
    public var definedFromDegrees: Double { 0 }
}
