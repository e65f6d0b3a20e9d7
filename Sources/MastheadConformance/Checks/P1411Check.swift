import MastheadCore
import MastheadPropagation

/// The vectors of P.1411: the site-general methods and the bounds along a street.
enum P1411Check {
    static let entries = [siteGeneral, streetCanyon]

    private static let loss = VectorTolerance("loss", absolute: 1e-9, reason: "a closed form, printed with 12 digits")
    private static let warning = VectorTolerance("warnings", absolute: 1e-9, reason: "a whole number of bits")

    private static let siteGeneral = VectorCheck(
        file: "p1411/p1411_12_site_general.csv", model: "P.1411 site-general", edition: P1411.edition,
        inputs: ["case_id", "model", "f_GHz", "d_m", "environment", "path", "location_pct"],
        outputs: [VectorColumn("warnings", warning), VectorColumn("Lb_median_dB", loss)]
    ) { (row, _) throws(MastheadError) in
        let f = try row.number("f_GHz")
        let d = try row.number("d_m")
        let p = try row.number("location_pct")
        switch row.text("model") {
        case "4.1.1_within_street_canyons":
            return try median(
                row, p, f, d, P1411SiteGeneral.withinStreetCanyons(try environment(row), isInSight: isInSight(row)))
        case "4.2.1_over_rooftops":
            return try median(
                row, p, f, d, P1411SiteGeneral.overRooftops(try environment(row), isInSight: isInSight(row)))
        case "4.3.1_near_street_level_w20m":
            let method = P1411StreetLevel(try surroundings(row), transitionMetres: 20)
            return [
                Double(method.warnings(distanceMetres: d, frequencyGigahertz: f).rawValue),
                method.lossDB(distanceMetres: d, frequencyGigahertz: f, locationPercent: p),
            ]
        default: throw row.refusal("there is no such method", "model")
        }
    }

    private static func median(
        _ row: VectorRow, _ p: Double, _ f: Double, _ d: Double, _ method: P1411SiteGeneral?
    ) throws(MastheadError) -> [Double] {
        guard let method else { throw row.refusal("the table has no such path", "environment") }
        guard p == 50 else { throw row.refusal("the median is that of 50 % of the locations", "location_pct") }
        return [
            Double(method.warnings(distanceMetres: d, frequencyGigahertz: f).rawValue),
            method.medianDB(distanceMetres: d, frequencyGigahertz: f),
        ]
    }

    private static func environment(_ row: VectorRow) throws(MastheadError) -> P1411.Environment {
        switch row.text("environment") {
        case "urban_high_rise": .urbanHighRise
        case "urban_low_rise_or_suburban": .urbanLowRise
        case "residential": .residential
        default: throw row.refusal("there is no such environment", "environment")
        }
    }

    private static func surroundings(_ row: VectorRow) throws(MastheadError) -> P1411StreetLevel.Surroundings {
        switch row.text("environment") {
        case "suburban": .suburban
        case "urban": .urban
        case "dense_urban_high_rise": .denseUrban
        default: throw row.refusal("there is no such environment", "environment")
        }
    }

    private static func isInSight(_ row: VectorRow) throws(MastheadError) -> Bool {
        switch row.text("path") {
        case "los": true
        case "nlos": false
        default: throw row.refusal("a path is los or nlos", "path")
        }
    }

    private static let streetCanyon = VectorCheck(
        file: "p1411/p1411_12_street_canyon_los.csv", model: "P.1411 street canyon", edition: P1411.edition,
        inputs: ["case_id", "model", "f_GHz", "d_m", "h1_m", "h2_m", "hs_m"],
        outputs: ["L_median_dB", "L_lower_dB", "L_upper_dB"].map { VectorColumn($0, loss) }
    ) { (row, _) throws(MastheadError) in
        let f = try row.number("f_GHz")
        let d = try row.number("d_m")
        let (h1, h2) = (try row.number("h1_m"), try row.number("h2_m"))
        let street: P1411StreetCanyon
        switch row.text("model") {
        case "4.1.2_uhf_los":
            street = try P1411StreetCanyon.uhf(
                distanceMetres: d, frequencyGigahertz: f, heightMetres: h1, otherHeightMetres: h2)
        case "4.1.2_shf_los":
            street = try P1411StreetCanyon.shf(
                distanceMetres: d, frequencyGigahertz: f, heightMetres: h1, otherHeightMetres: h2,
                roadHeightMetres: try row.number("hs_m"))
        default: throw row.refusal("there is no such method", "model")
        }
        return [street.medianDB, street.lowerDB, street.upperDB]
    }
}
