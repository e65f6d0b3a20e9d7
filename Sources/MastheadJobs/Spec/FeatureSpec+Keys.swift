import MastheadCore

extension FeatureSpec {
    private static let routePathKey = Key(
        "path", ValueKind.path, .required, example: "../../Output/sample-region/routes.geojson",
        "Vector file with lines: GeoJSON, GeoPackage, Shapefile or any other that OGR reads, in any reference system.")
    private static let placePathKey = Key(
        "path", ValueKind.path, .required, example: "../../Output/sample-region/places.geojson",
        "Vector file with points or polygons: GeoJSON, GeoPackage, Shapefile or any other that OGR reads, in any "
            + "reference system.")
    private static let layerKey = Key(
        "layer", ValueKind.text, .optional("the only layer"), example: "roads", "Layer of a file that has several.")
    private static let idKey = Key(
        "id", ValueKind.text, default: "id", "id",
        "Field with the identifier. Features that share it and their kind are one route or place.")
    private static let nameKey = Key(
        "name", ValueKind.text, default: "name", "name", "Field with the name; the identifier where there is none.")
    private static let kindKey = Key(
        "kind", RegisterSpec.sourceKind, default: .column("kind"), "kind",
        "Field with the kind, such as road or hospital, or `{ value: road }` for all.")
    private static let selectKey = Key(
        "select", ValueKind.list(of: .text, atLeast: 1), .optional("all"), example: "[\"A1\", \"A7\"]",
        "Identifiers of the features to use.")
    private static let routeServiceKey = Key(
        "service", ValueKind.name, default: "car", "car",
        "Service that counts for kinds that have none of their own: `outdoor`, `indoor` or a vehicle of the job. "
            + "Kinds of rail count in `train` without being named.")
    private static let placeServiceKey = Key(
        "service", ValueKind.name, default: "outdoor", "outdoor",
        "Service that counts for kinds that have none of their own: `outdoor`, `indoor` or a vehicle of the job. "
            + "A `hospital` counts `indoor` without being named.")
    private static let coveredAtKey = Key(
        "covered-at", ValueKind.quantity(Share(percent: 1)...Share(percent: 100)), default: Share(percent: 95), "95 %",
        "Share of a route's length in the open that must be served for the route to count as covered.")
    private static let depthKey = Key(
        "underground-below", ValueKind.quantity(Length(metres: 1)...Length(metres: 1000)),
        default: Length(metres: 10), "10 m",
        "Depth below the ground layer from which a feature with heights counts as underground. Its heights are those "
            + "of the ground layer's datum; heights that are all zero count as none.")
    private static let keySpacingKey = Key(
        "key-spacing", ValueKind.quantity(Length(metres: 5)...Length(kilometres: 10)), default: Length(metres: 100),
        "100 m",
        "Distance between the key points inside a polygon; one more point stands for the polygon itself.")

    private static let kindServiceKey = Key(
        "service", ValueKind.name, .optional("the layer's"), example: "indoor", "Service that counts for the kind.")
    private static let kindBandsKey = Key(
        "bands", ValueKind.list(of: .text, atLeast: 1), .optional("all bands"), example: "[n79]",
        "Bands of the job that count for the kind; any one of them suffices.")
    private static let kindThresholdKey = Key(
        "threshold", ValueKind.quantity(PowerLevel(dBm: -156)...PowerLevel(dBm: -31)),
        .optional("the band's own criterion"), example: "-95 dBm",
        "SS-RSRP outdoors that the kind needs besides the service, with the probability of each band. It is above the "
            + "threshold of the bands.")

    private static let kindGroup = KeyGroup(
        "reach.kind", "What holds for one kind of route or place.",
        [kindServiceKey.description, kindBandsKey.description, kindThresholdKey.description]
    ) { reader -> Kind? in
        Kind(service: reader[kindServiceKey], bands: reader[kindBandsKey], threshold: reader[kindThresholdKey])
    }

    private static func kindsKey(_ example: String) -> Key<[NamedEntry<Kind>]> {
        Key(
            "kinds", ValueKind.named(.group(kindGroup)), .assumed([], "none"), example: example,
            "What holds for single kinds, by the name of the kind in the layer.")
    }

    private static let routeKindsKey = kindsKey("{ tram: { service: train } }")
    private static let placeKindsKey = kindsKey("{ industrial-park: { service: indoor } }")

    static let routesGroup = KeyGroup(
        "routes",
        "Routes are cut at the borders of the grid's cells, and the share of their length that is served is told for "
            + "each route, region and band. Tunnels (`tunnel`, `underground`, `location=underground`, `covered` with a "
            + "`layer` below zero, or heights below the ground) are told apart: they need systems of their own. A "
            + "feature that cannot be used is set aside with its reason.",
        [
            routePathKey.description, layerKey.description, idKey.description, nameKey.description,
            kindKey.description, selectKey.description, routeServiceKey.description, routeKindsKey.description,
            coveredAtKey.description, depthKey.description, LayersSpec.creditKey.description,
        ]
    ) { reader -> FeatureSpec? in
        guard let coveredAt = reader[coveredAtKey] else { return nil }
        return spec(
            reader, path: routePathKey, service: routeServiceKey, kinds: routeKindsKey, coveredAt: coveredAt,
            keySpacing: nil)
    }

    static let placesGroup = KeyGroup(
        "places",
        "A place is covered when all its key points are served: a point is its own, and a polygon has one that stands "
            + "for it and a lattice inside it. Places underground are told apart. A feature that cannot be used is set "
            + "aside with its reason.",
        [
            placePathKey.description, layerKey.description, idKey.description, nameKey.description,
            kindKey.description, selectKey.description, placeServiceKey.description, placeKindsKey.description,
            keySpacingKey.description, depthKey.description, LayersSpec.creditKey.description,
        ]
    ) { reader -> FeatureSpec? in
        guard let keySpacing = reader[keySpacingKey] else { return nil }
        return spec(
            reader, path: placePathKey, service: placeServiceKey, kinds: placeKindsKey, coveredAt: nil,
            keySpacing: keySpacing)
    }

    private static func spec(
        _ reader: MappingReader, path: Key<JobPath>, service: Key<String>, kinds: Key<[NamedEntry<Kind>]>,
        coveredAt: Entry<Share>?, keySpacing: Entry<Length>?
    ) -> FeatureSpec? {
        guard let path = reader[path], let id = reader[idKey], let name = reader[nameKey], let kind = reader[kindKey],
            let service = reader[service], let kinds = reader[kinds], let depth = reader[depthKey]
        else { return nil }
        return FeatureSpec(
            path: path, layer: reader[layerKey], idField: id, nameField: name, kind: kind, select: reader[selectKey],
            service: service, kinds: kinds.value, coveredAt: coveredAt, depth: depth, keySpacing: keySpacing,
            credit: reader[LayersSpec.creditKey], location: reader.location)
    }
}
