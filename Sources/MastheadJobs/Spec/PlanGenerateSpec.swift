public import MastheadCore

/// How places for new masts are found.
public struct PlanGenerateSpec: Sendable {
    /// Side of the squares of which the busiest cell is a candidate, by band.
    public let lattice: [NamedEntry<Length>]
    /// People that a square needs.
    public let leastPeople: Entry<Double>
    /// Side of the squares of which the highest ground is a candidate.
    public let summits: Entry<Length>?
    /// How far it must rise above the median of its square.
    public let prominence: Entry<Length>
    /// Spacing along routes.
    public let routes: Entry<Length>?
    /// Whether places are candidates.
    public let places: Entry<YesOrNo>

    static let latticeKey = Key(
        "lattice", ValueKind.named(.quantity(Length(metres: 100)...Length(kilometres: 50))), .optional("none"),
        example: "{ n28: 4 km, n78: 800 m }",
        "For each band, the side of squares; the cell with most people of each is a candidate.")
    static let leastPeopleKey = Key(
        "least-people", ValueKind.number(0...1e9, of: "persons"), default: 50, "50",
        "People that a square, or the surroundings of a summit, need for a candidate.")
    static let summitsKey = Key(
        "summits", ValueKind.quantity(Length(metres: 500)...Length(kilometres: 50)), .optional("none"), example: "5 km",
        "Side of squares; the highest ground of each is a candidate where it stands out and people live within a band's radius."
    )
    static let prominenceKey = Key(
        "prominence", ValueKind.quantity(Length(metres: 0)...Length(metres: 5000)), default: Length(metres: 30), "30 m",
        "How far the highest ground must rise above the median of its square.")
    static let routesKey = Key(
        "routes", ValueKind.quantity(Length(metres: 500)...Length(kilometres: 50)), .optional("none"), example: "3 km",
        "Distance between candidates along the routes of the job.")
    static let placesKey = Key(
        "places", ValueKind<YesOrNo>.choice, default: .no, "no", "Whether the places of the job are candidates.")

    static let group = KeyGroup(
        "plan.generate", "How places for new masts are found.",
        [
            latticeKey.description, leastPeopleKey.description, summitsKey.description, prominenceKey.description,
            routesKey.description, placesKey.description,
        ]
    ) { reader -> PlanGenerateSpec? in
        guard let people = reader[leastPeopleKey], let prominence = reader[prominenceKey],
            let places = reader[placesKey]
        else { return nil }
        return PlanGenerateSpec(
            lattice: reader[latticeKey]?.value ?? [], leastPeople: people, summits: reader[summitsKey],
            prominence: prominence, routes: reader[routesKey], places: places)
    }
}

/// A plain decision.
public enum YesOrNo: String, Sendable, CaseIterable {
    /// It is so.
    case yes
    /// It is not.
    case no
}

/// Where no new mast is built.
public struct PlanExcludeSpec: Sendable {
    /// Steepest ground.
    public let slope: Entry<Angle>
    /// Least distance to any other candidate.
    public let spacing: Entry<Length>
    /// Areas where nothing is built.
    public let areas: [PlanAreaSpec]

    static let slopeKey = Key(
        "slope", ValueKind.quantity(Angle(degrees: 1)...Angle(degrees: 90)), default: Angle(degrees: 30), "30 deg",
        "Steepest ground that is built on, by the study grid.")
    static let spacingKey = Key(
        "spacing", ValueKind.quantity(Length(metres: 1)...Length(kilometres: 20)), default: Length(metres: 500),
        "500 m",
        "Least distance between a new mast and any other candidate.")
    static let areasKey = Key(
        "areas", ValueKind.list(of: .group(PlanAreaSpec.group), atLeast: 1), .optional("none"),
        example: "[{ path: parks.gpkg }]", "Polygons in which nothing is built; they may overlap.")

    static let group = KeyGroup(
        "plan.exclude", "Where no new mast is built. Water is always left out.",
        [slopeKey.description, spacingKey.description, areasKey.description]
    ) { reader -> PlanExcludeSpec? in
        guard let slope = reader[slopeKey], let spacing = reader[spacingKey] else { return nil }
        return PlanExcludeSpec(slope: slope, spacing: spacing, areas: reader[areasKey]?.value.map(\.value) ?? [])
    }
}

/// A layer of areas where nothing is built.
public struct PlanAreaSpec: Sendable {
    /// A vector file of polygons.
    public let path: Entry<JobPath>
    /// The layer of a file with several.
    public let layer: Entry<String>?
    /// Field with an identifier of each area.
    public let idField: Entry<String>

    private static let pathKey = Key(
        "path", ValueKind.path, .required, example: "../parks.gpkg",
        "Vector file of polygons: GeoJSON, GeoPackage, Shapefile or any other that OGR reads, in any reference system.")
    private static let idKey = Key(
        "id", ValueKind.text, default: "id", "id", "Field with an identifier; every area has its own.")

    static let group = KeyGroup(
        "plan.exclude.areas", "Areas in which nothing is built.",
        [pathKey.description, RegisterSpec.layerKey.description, idKey.description]
    ) { reader -> PlanAreaSpec? in
        guard let path = reader[pathKey], let id = reader[idKey] else { return nil }
        return PlanAreaSpec(path: path, layer: reader[RegisterSpec.layerKey], idField: id)
    }
}
