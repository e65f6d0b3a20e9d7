import MastheadCore
import MastheadGeo
import MastheadPropagation

/// Points of the ITU's maps: refractivity at the middle of paths, and rain rates.
enum MapsCheck {
    static let entries = [refractivity, rain]

    private static let place = VectorTolerance(
        "places", absolute: 1e-9, reason: "a great circle in double precision; printed with 12 digits")

    private static let refractivity = VectorCheck(
        file: "maps/dn50_n050_midpath_official.csv", model: "ΔN and N₀ maps",
        edition: "digital maps of ITU-R P.452 and P.1812",
        inputs: ["case_id", "profile_id", "tx_lat_deg", "tx_lon_deg", "rx_lat_deg", "rx_lon_deg", "length_km"],
        outputs: [
            VectorColumn("mid_lat_deg", place), VectorColumn("mid_lon_deg", place),
        ]
            + ["DN_official_Nunits_per_km", "N0_official_Nunits"].map {
                VectorColumn(
                    $0, VectorTolerance("refractivity", absolute: 1e-5, reason: "printed with six decimals"))
            },
        needs: MapNeed(name: "DN50.TXT and N050.TXT") { (folder) throws(MastheadError) in
            try folder.refractivityMaps() != nil
        }
    ) { (row, folder) throws(MastheadError) in
        let middle = GreatCircle.point(
            from: GeographicPosition(
                longitudeDegrees: try row.number("tx_lon_deg"), latitudeDegrees: try row.number("tx_lat_deg")),
            towards: GeographicPosition(
                longitudeDegrees: try row.number("rx_lon_deg"), latitudeDegrees: try row.number("rx_lat_deg")),
            atKilometres: try row.number("length_km") / 2
        ).position
        guard let values = try folder.refractivityMaps()?.values(at: middle) else {
            throw row.refusal("the maps of refractivity are not installed", "case_id")
        }
        return [middle.latitudeDegrees, middle.longitudeDegrees, values.deltaN, values.n0]
    }

    private static let rain = VectorCheck(
        file: "maps/p837_7_R001_official.csv", model: "P.837 rain map", edition: "Recommendation ITU-R P.837-7",
        inputs: ["case_id", "lat_deg", "lon_deg", "p_pct"],
        outputs: [
            VectorColumn(
                "R001_official_mm_per_h",
                VectorTolerance("rain rate", absolute: 1e-6, reason: "printed with up to eight decimals"))
        ],
        needs: MapNeed(name: RainRateMap.fileName) { (folder) throws(MastheadError) in
            try folder.rainRateMap() != nil
        }
    ) { (row, folder) throws(MastheadError) in
        guard try row.number("p_pct") == 0.01 else {
            throw row.refusal("the map is of 0.01 % of the time only", "p_pct")
        }
        guard let map = try folder.rainRateMap() else {
            throw row.refusal("the map of rain rates is not installed", "case_id")
        }
        return [
            map.rate(
                at: GeographicPosition(
                    longitudeDegrees: try row.number("lon_deg"), latitudeDegrees: try row.number("lat_deg")))
        ]
    }
}
