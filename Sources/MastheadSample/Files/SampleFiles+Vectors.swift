import MastheadCore
import MastheadGeo

extension SampleFiles {
    func write(_ regions: [AdministrativeRegion]) throws(MastheadError) {
        var features = FeatureText(name: "regions", frame: frame)
        for region in regions {
            features.append(polygons: region.polygons, [("id", .text(region.id)), ("name", .text(region.name))])
        }
        try write(features.text, "regions.geojson")
    }

    func write(_ routes: [Route]) throws(MastheadError) {
        var features = FeatureText(name: "routes", frame: frame)
        for (index, route) in routes.enumerated() {
            features.append(
                line: route.points,
                [
                    ("id", .text(Self.identifier("R", index + 1, digits: 4))), ("name", .text(route.name)),
                    ("kind", .text(route.kind.rawValue)), ("tunnel", .boolean(route.isTunnel)),
                ])
        }
        try write(features.text, "routes.geojson")
    }

    func write(_ places: [Place]) throws(MastheadError) {
        var features = FeatureText(name: "places", frame: frame)
        for place in places {
            let properties: [(String, JSONValue)] = [
                ("id", .text(place.id)), ("name", .text(place.name)), ("kind", .text(place.kind)),
                ("underground", .boolean(place.isUnderground)),
            ]
            if place.outline.isEmpty {
                features.append(point: place.point, properties)
            } else {
                features.append(polygons: [[place.outline]], properties)
            }
        }
        try write(features.text, "places.geojson")
    }

    func write(_ settlements: [Settlement]) throws(MastheadError) {
        var table = TextTable(columns: ["id", "name", "longitude_deg", "latitude_deg", "population"])
        for settlement in settlements {
            table.append(
                [Self.identifier("P", settlement.rank, digits: 4), settlement.name] + degrees(settlement.point)
                    + [String(Int(settlement.people))])
        }
        try write(table.text, "settlements.csv")
    }

    func write(_ masts: [Mast]) throws(MastheadError) {
        var table = TextTable(columns: ["id", "longitude_deg", "latitude_deg", "height_m", "azimuth0_deg", "kind"])
        for mast in masts {
            table.append(
                [mast.id] + degrees(mast.point)
                    + [String(mast.heightMetres), String(mast.azimuthDegrees), mast.kind.rawValue])
        }
        try write(table.text, "towers.csv")
    }

    func write(_ stations: [BaseStation]) throws(MastheadError) {
        var table = TextTable(columns: [
            "station_id", "site_id", "operator", "longitude_deg", "latitude_deg", "height_m", "band", "azimuth_deg",
            "downtilt_deg", "electrical_tilt_deg", "sectors",
        ])
        for station in stations {
            table.append(
                [station.id, station.mast.id, station.network] + degrees(station.mast.point)
                    + [
                        String(station.heightMetres), "n28", String(station.azimuthDegrees),
                        String(station.mechanicalDowntiltDegrees), String(station.electricalTiltDegrees),
                        String(station.sectors),
                    ])
        }
        try write(table.text, "base-stations-700.csv")
    }

    func write(_ stations: [ProtectedSample]) throws(MastheadError) {
        var features = FeatureText(name: "earth-stations", frame: frame)
        func number(_ value: Double?) -> JSONValue { value.map { .number($0, decimals: 2) } ?? .null }
        for station in stations {
            let place = frame.position(of: station.point)
            features.append(
                point: station.point,
                [
                    ("id", .text(station.id)), ("name", .text(station.name)), ("service", .text(station.service)),
                    ("longitude_deg", .number(place.longitudeDegrees, decimals: 6)),
                    ("latitude_deg", .number(place.latitudeDegrees, decimals: 6)),
                    ("antenna_height_m", number(station.antennaHeightMetres)),
                    ("azimuth_deg", number(station.azimuthDegrees)),
                    ("elevation_deg", number(station.elevationDegrees)),
                    ("satellite_longitude_deg", number(station.satelliteLongitudeDegrees)),
                    ("dish_diameter_m", number(station.dishDiameterMetres)),
                    ("noise_temperature_k", number(station.noiseTemperatureKelvin)),
                    ("lower_mhz", number(station.lowerMegahertz)), ("upper_mhz", number(station.upperMegahertz)),
                    ("pattern", .text(station.pattern)), ("basis", .text("synthetic")),
                ])
        }
        try write(features.text, "earth-stations.geojson")
    }

    /// The note that says what this is and how to make it again.
    func writeNote(_ options: SampleOptions, _ summary: SampleSummary) throws(MastheadError) {
        let members: [(String, JSONValue)] = [
            (
                "about",
                .text("A synthetic region. No such place exists; every layer is invented, none is a measurement.")
            ),
            ("generator", .text("masthead sample")), ("generator_version", .integer(SampleRegion.generatorVersion)),
            ("seed", .text(String(options.seed))), ("size_km", .number(options.size.kilometres, decimals: 3)),
            ("cell_arc_seconds", .integer(options.cellArcSeconds)),
            ("centre_longitude_deg", .number(options.centre.longitudeDegrees, decimals: 6)),
            ("centre_latitude_deg", .number(options.centre.latitudeDegrees, decimals: 6)),
            ("columns", .integer(summary.columns)), ("rows", .integer(summary.rows)),
            ("land_km2", .integer(summary.landSquareKilometres)), ("highest_m", .integer(summary.highestMetres)),
            ("people", .integer(summary.people)), ("settlements", .integer(summary.settlements)),
            ("regions", .integer(summary.regions)), ("towers", .integer(summary.masts)),
            ("base_stations_700", .integer(summary.baseStations)),
            ("licence", .text("Apache-2.0, as Masthead itself")),
        ]
        let lines = members.map { "  \(JSONValue.text($0.0).written): \($0.1.written)" }
        try write("{\n" + lines.joined(separator: ",\n") + "\n}\n", SampleFolder.note)
    }

    /// Longitude and latitude with six decimals.
    private func degrees(_ point: PlanePoint) -> [String] {
        let place = frame.position(of: point)
        return [
            FixedPoint.text(place.longitudeDegrees, decimals: 6), FixedPoint.text(place.latitudeDegrees, decimals: 6),
        ]
    }

    private static func identifier(_ letter: String, _ number: Int, digits: Int) -> String {
        let text = String(number)
        return letter + String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
