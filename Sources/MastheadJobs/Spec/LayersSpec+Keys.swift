import MastheadCore

extension LayersSpec {
    static let groundKey = Key(
        "ground", ValueKind.group(GroundSpec.group), .required, example: "{ path: ../dtm.tif }",
        "Altitude of the bare earth (DTM), in metres above sea level.")
    static let surfaceKey = Key(
        "surface", ValueKind.group(SurfaceSpec.group), .optional("none"), example: "{ path: ../dsm.tif }",
        "Altitude of the tops of trees and buildings (DSM). Models that ask what stands in sight, such as those for "
            + "millimetre waves, take heights from it in place of the clutter classes'.")
    static let clutterKey = Key(
        "clutter", ValueKind.group(ClutterSpec.group), .optional("bare ground everywhere"),
        example: "{ path: ../landcover.tif, classes: esa-worldcover }", "Land-cover classes: what stands on the ground."
    )
    static let populationKey = Key(
        "population", ValueKind.group(PopulationSpec.group), .required,
        example: "{ path: ../population.tif, kind: count }",
        "People. They are moved to the study grid without losing or gaining any.")
    static let zonesKey = Key(
        "zones", ValueKind.group(ZonesSpec.group), .empty, example: "{ from: clutter, sea-below: 1 m }",
        "Radio-climatic zones: sea, coastal land, inland.")

    static let group = KeyGroup(
        "layers", "The rasters that the run reads; any format, reference system and resolution that GDAL reads.",
        [
            groundKey.description, surfaceKey.description, clutterKey.description, populationKey.description,
            zonesKey.description,
        ]
    ) { reader -> LayersSpec? in
        guard let ground = reader[groundKey], let population = reader[populationKey], let zones = reader[zonesKey]
        else { return nil }
        let clutter = reader[clutterKey]
        if zones.value.from.value == .clutter, zones.value.from.isWritten, !reader.isWritten(clutterKey) {
            reader.reading.errors.add(
                MastheadError(
                    .badJob, "layers.zones are to come from the clutter, and there is no layers.clutter",
                    at: zones.value.from.location,
                    remedy: "Add layers.clutter, or write from: inland."))
            return nil
        }
        return LayersSpec(
            ground: ground.value, surface: reader[surfaceKey]?.value, clutter: clutter?.value,
            population: population.value, zones: zones.value)
    }

    /// The credit line of any layer.
    static let creditKey = Key(
        "credit", ValueKind.text, .optional("none"), example: "\"SRTM, NASA/USGS, public domain\"",
        "Source and licence, printed on maps and in the manifest.")
}

extension GroundSpec {
    static let pathKey = Key(
        "path", ValueKind.path, .required, example: "../dtm.tif",
        "Raster, VRT or folder of tiles with altitudes in metres. Voids are never taken for sea level.")
    static let stepKey = Key(
        "step", ValueKind.quantity(Length(metres: 5)...Length(metres: 10_000)),
        .optional("the grid's resolution"), example: "50 m",
        "Spacing of the terrain along paths. The grid's resolution must be a whole multiple of it.")
    static let voidsKey = Key(
        "voids", ValueKind<Voids>.choice, default: .refuse, "refuse",
        "What a void under a needed cell does: `refuse` stops with its place; `caveat` leaves out the paths that "
            + "cross it and counts the cells and people.")

    static let group = KeyGroup(
        "layers.ground", "The bare earth.",
        [pathKey.description, stepKey.description, voidsKey.description, LayersSpec.creditKey.description]
    ) { reader -> GroundSpec? in
        guard let path = reader[pathKey], let voids = reader[voidsKey] else { return nil }
        return GroundSpec(path: path, step: reader[stepKey], voids: voids, credit: reader[LayersSpec.creditKey])
    }
}

extension SurfaceSpec {
    static let pathKey = Key(
        "path", ValueKind.path, .required, example: "../dsm.tif",
        "Raster, VRT or folder of tiles with altitudes of tops in metres.")

    static let group = KeyGroup(
        "layers.surface", "The tops of trees and buildings.",
        [pathKey.description, LayersSpec.creditKey.description]
    ) { reader -> SurfaceSpec? in
        guard let path = reader[pathKey] else { return nil }
        return SurfaceSpec(path: path, credit: reader[LayersSpec.creditKey])
    }
}

extension ClutterSpec {
    static let pathKey = Key(
        "path", ValueKind.path, .required, example: "../landcover.tif",
        "Raster, VRT or folder of tiles with class codes; read by nearest cell.")
    static let classesKey = Key(
        "classes",
        ValueKind.text.map { text, reading -> Classes? in
            text.contains("/") || text.contains(".") ? .file(JobPath(text, in: reading.place.folder)) : .builtIn(text)
        },
        default: .builtIn("esa-worldcover"), "esa-worldcover",
        "Table that gives each code its height: `esa-worldcover`, or the path of a CSV of your own "
            + "(format in Geo/README.md).")

    static let group = KeyGroup(
        "layers.clutter", "What stands on the ground.",
        [pathKey.description, classesKey.description, LayersSpec.creditKey.description]
    ) { reader -> ClutterSpec? in
        guard let path = reader[pathKey], let classes = reader[classesKey] else { return nil }
        return ClutterSpec(path: path, classes: classes, credit: reader[LayersSpec.creditKey])
    }
}

extension PopulationSpec {
    static let pathKey = Key(
        "path", ValueKind.path, .required, example: "../population.tif",
        "Raster, VRT or folder of tiles. No data means no people; a negative or undefined value is refused.")
    static let kindKey = Key(
        "kind", ValueKind<Kind>.choice, default: .count, "count",
        "What a pixel holds: `count` for persons in the pixel, `density` for persons per km².")
    static let nameKey = Key(
        "name", ValueKind.text, .optional("the file's name"), example: "\"WorldPop 2020, 100 m, UN-adjusted\"",
        "Name and year of the source, printed beside every figure.")

    static let group = KeyGroup(
        "layers.population", "Where people live.",
        [pathKey.description, kindKey.description, nameKey.description, LayersSpec.creditKey.description]
    ) { reader -> PopulationSpec? in
        guard let path = reader[pathKey], let kind = reader[kindKey] else { return nil }
        return PopulationSpec(
            path: path, kind: kind, name: reader[nameKey], credit: reader[LayersSpec.creditKey])
    }
}

extension ZonesSpec {
    static let fromKey = Key(
        "from",
        ValueKind.text.map { text, reading -> Source? in
            switch text {
            case "inland": return .inland
            case "clutter": return .clutter
            default:
                guard text.contains("/") || text.contains(".") else {
                    let nearest = NearestName.suggestion(for: text, among: ["inland", "clutter"])
                    reading.refuse(
                        "\(reading.keyName) \(Quoted.text(text)) is neither inland, nor clutter, nor a path",
                        remedy: nearest.map { "Write \($0)." }
                            ?? "Write inland, clutter, or the path of a raster such as ./zones.tif.")
                    return nil
                }
                return .file(JobPath(text, in: reading.place.folder))
            }
        },
        .assumed(.clutter, "clutter; inland without a clutter layer"), example: "clutter",
        "`inland` everywhere; `clutter`: water at or below `sea-below` is sea, and land below 100 m within 50 km of it "
            + "is coastal; or the path of a raster of codes (1 sea, 3 coastal, 4 inland).")
    static let seaBelowKey = Key(
        "sea-below", ValueKind.quantity(Length(metres: -500)...Length(metres: 500)), default: Length(metres: 1), "1 m",
        "Water whose ground lies at or below this altitude is sea; higher water is a lake or river.")

    static let group = KeyGroup(
        "layers.zones", "Radio-climatic zones of ITU-R P.1812: sea, coastal land, inland.",
        [fromKey.description, seaBelowKey.description]
    ) { reader -> ZonesSpec? in
        guard let from = reader[fromKey], let seaBelow = reader[seaBelowKey] else { return nil }
        return ZonesSpec(from: from, seaBelow: seaBelow)
    }
}
