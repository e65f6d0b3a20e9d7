public import MastheadCore

/// What the outdoor scenarios of 3GPP TR 38.901 share: the link, the speed of light and the places in the text.
///
/// Source: 3GPP TR 38.901 V18.0.0, clause 7.4, Tables 7.4.1-1 and 7.4.2-1. The loss is outdoors; the losses of clause
/// 7.4.3 into buildings and cars are the business of the link budget.
public enum TR38901 {
    /// c of the notes to Table 7.4.1-1, m/s: rounded there, and part of the break points.
    public static let speedOfLight = 3.0e8

    /// The text, with a place in it.
    public static func citation(_ clause: String) -> Citation { Citation("3GPP TR 38.901 V18.0.0", clause) }

    /// The text with its edition.
    public static let edition = "3GPP TR 38.901 V18.0.0 (same equations as V16 and V17)"

    /// A link between a base station and a user, as Figure 7.4.1-1 draws it.
    public struct Link: Sendable, Hashable {
        /// fc: carrier frequency, GHz.
        public var frequencyGigahertz: Double
        /// d2D: distance along the ground, m.
        public var groundMetres: Double
        /// hBS: height of the base station's antenna above the ground, m.
        public var baseHeightMetres: Double
        /// hUT: height of the user's antenna above the ground, m.
        public var userHeightMetres: Double
        /// Height of one antenna above the other, m: hBS − hUT on the flat ground of the text.
        public var riseMetres: Double

        /// A link; without `riseMetres` it stands on flat ground.
        public init(
            frequencyGigahertz: Double, groundMetres: Double, baseHeightMetres: Double, userHeightMetres: Double,
            riseMetres: Double? = nil
        ) {
            self.frequencyGigahertz = frequencyGigahertz
            self.groundMetres = groundMetres
            self.baseHeightMetres = baseHeightMetres
            self.userHeightMetres = userHeightMetres
            self.riseMetres = riseMetres ?? baseHeightMetres - userHeightMetres
        }

        /// d3D: distance between the antennas, m.
        ///
        ///     d3D = √(d2D² + (hBS − hUT)²)        (7.4-1)
        public var slantMetres: Double { (groundMetres * groundMetres + riseMetres * riseMetres).squareRoot() }
    }

    /// d'BP: the break point over a street or roofs of effective height hE, m.
    ///
    ///     d'BP = 4 (hBS − hE) (hUT − hE) fc / c        (Table 7.4.1-1, note 1)
    static func breakPointMetres(_ link: Link, environmentHeightMetres hE: Double) -> Double {
        4 * (link.baseHeightMetres - hE) * (link.userHeightMetres - hE) * (link.frequencyGigahertz * 1e9)
            / speedOfLight
    }

    /// The mean of two losses in dB as the text's receivers see it: of their powers.
    ///
    /// - Parameters:
    ///   - share: Weight of `first`, from 0 to 1.
    ///   - first: A loss, dB.
    ///   - second: The other loss, dB.
    static func meanDB(share: Double, _ first: Double, _ second: Double) -> Double {
        if share >= 1 { return first }
        if share <= 0 { return second }
        // The smaller loss is taken out, so that no power underflows.
        let least = min(first, second)
        let power =
            share * Elementary.pow(10, (least - first) / 10) + (1 - share) * Elementary.pow(10, (least - second) / 10)
        return least - 10 * Elementary.log10(power)
    }
}
