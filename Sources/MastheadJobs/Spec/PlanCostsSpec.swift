public import MastheadCore

/// What sites cost.
public struct PlanCostsSpec: Sendable {
    /// A new mast.
    public let mast: Entry<Int>
    /// Power for a new mast.
    public let power: Entry<Int>
    /// A place on a mast that stands.
    public let reuse: Entry<Int>
    /// A km of the way to the nearest mast that stands.
    public let backhaul: Entry<Int>

    /// The most that anything costs, so that no sum is too large.
    static let most = 1_000_000_000_000

    private static let mastKey = Key(
        "mast", ValueKind.integer(0...most), .required, example: "90000", "Cost of a new mast.")
    private static let powerKey = Key(
        "power", ValueKind.integer(0...most), default: 0, "0", "Cost of power for a new mast.")
    private static let reuseKey = Key(
        "reuse", ValueKind.integer(0...most), .required, example: "20000",
        "Cost of a place on a mast of `towers`. Masts of the register cost nothing more.")
    private static let backhaulKey = Key(
        "backhaul", ValueKind.integer(0...most), default: 0, "0",
        "Cost of a km of backhaul from a new mast to the nearest mast that stands.")

    static let group = KeyGroup(
        "plan.costs", "What sites cost, in whole numbers of the currency.",
        [mastKey.description, powerKey.description, reuseKey.description, backhaulKey.description]
    ) { reader -> PlanCostsSpec? in
        guard let mast = reader[mastKey], let power = reader[powerKey], let reuse = reader[reuseKey],
            let backhaul = reader[backhaulKey]
        else { return nil }
        return PlanCostsSpec(mast: mast, power: power, reuse: reuse, backhaul: backhaul)
    }
}

/// A band that the plan may build.
public struct PlanBandSpec: Sendable {
    /// Cost of its equipment on a site.
    public let cost: Entry<Int>
    /// Azimuths of the first sector that are tried.
    public let azimuths: Entry<Int>
    /// Mechanical tilts that are tried; nil for the band's own.
    public let tilts: [Entry<Angle>]?
    /// Height of the antennas, at most the mast's; nil for the band's own on new masts and the top of those that stand.
    public let height: Entry<Length>?

    private static let costKey = Key(
        "cost", ValueKind.integer(0...PlanCostsSpec.most), .required, example: "30000",
        "Cost of the band's equipment on a site, all sectors together.")
    private static let azimuthsKey = Key(
        "azimuths", ValueKind.integer(1...36), default: 4, "4",
        "First azimuths that are tried on each candidate, evenly over the angle between sectors; the one that serves most "
            + "alone is kept.")
    private static let tiltsKey = Key(
        "tilts", ValueKind.list(of: .quantity(Angle(degrees: -30)...Angle(degrees: 30)), atLeast: 1),
        .optional("the band's own"), example: "[0 deg, 4 deg]",
        "Mechanical tilts that are tried on each candidate; the one that serves most alone is kept.")
    private static let heightKey = Key(
        "height", ValueKind.quantity(Length(metres: 1)...Length(metres: 650)), .optional("the band's own"),
        example: "45 m",
        "Height of the antennas: on new masts this; on masts that stand this or the mast's height, whichever is lower. Left "
            + "out, new masts have the band's own height, and masts that stand carry the antennas at their top.")

    static let group = KeyGroup(
        "plan.bands", "A band that the plan may build.",
        [costKey.description, azimuthsKey.description, tiltsKey.description, heightKey.description]
    ) { reader -> PlanBandSpec? in
        guard let cost = reader[costKey], let azimuths = reader[azimuthsKey] else { return nil }
        return PlanBandSpec(cost: cost, azimuths: azimuths, tilts: reader[tiltsKey]?.value, height: reader[heightKey])
    }
}
