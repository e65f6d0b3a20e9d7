import MastheadCore

/// The refractivity of the air; where nothing is written, the ITU maps or stated defaults.
public struct AtmosphereSpec: Sendable {
    /// ΔN; nil to take it from the maps, else 45 N-units/km.
    public let deltaN: Entry<RefractivityLapse>?
    /// N₀; nil to take it from the maps, else 325 N-units.
    public let n0: Entry<Refractivity>?
    /// Folder with `DN50.TXT` and `N050.TXT`; nil for the folder `Geo/local` where it has them.
    public let maps: Entry<JobPath>?
}

extension AtmosphereSpec {
    static let deltaNKey = Key(
        "delta-n",
        ValueKind.quantity(RefractivityLapse(nUnitsPerKilometre: 10)...RefractivityLapse(nUnitsPerKilometre: 150)),
        .optional("from the maps, else 45 N-units/km"), example: "45 N-units/km",
        "ΔN: fall of refractivity through the lowest kilometre of the air, positive.")
    static let n0Key = Key(
        "n0", ValueKind.quantity(Refractivity(nUnits: 200)...Refractivity(nUnits: 450)),
        .optional("from the maps, else 325 N-units"), example: "325 N-units",
        "N₀: refractivity at sea level.")
    static let mapsKey = Key(
        "maps", ValueKind.path, .optional("Geo/local, where it has them"), example: "../../Geo/local",
        "Folder with the ITU maps DN50.TXT and N050.TXT of Recommendation ITU-R P.1812. They may not be passed on, so "
            + "each operator gets them from the ITU.")

    static let group = KeyGroup(
        "atmosphere",
        "Refractivity of the air. A value that is written holds everywhere; one that is not comes from the ITU maps, "
            + "and without maps from the default, which the manifest records as such.",
        [deltaNKey.description, n0Key.description, mapsKey.description]
    ) { reader -> AtmosphereSpec? in
        AtmosphereSpec(deltaN: reader[deltaNKey], n0: reader[n0Key], maps: reader[mapsKey])
    }
}
