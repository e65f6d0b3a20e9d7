import MastheadCore
import MastheadPlanning

/// What the numbers of routes and places mean, for every table that shows them.
enum ReachDefinitions {
    /// One row for each definition.
    static func rows(_ figures: ReachFigures) -> [(name: String, value: String, meaning: String)] {
        [
            (
                "route_length", "true length, mm",
                "geodesic length on WGS 84 of the route within the regions, cut at the borders of the grid's cells"
            ),
            (
                "route_open", "outside tunnels",
                "length that can be served from outside; the denominator of every share"
            ),
            (
                "route_tunnel", "tunnels and other parts underground",
                "known by attribute or by lying below the ground layer; needs systems of its own, never served from outside"
            ),
            (
                "route_served", "share of the cell's parts that are served",
                "a section counts over the share of its cell that is served in the service, rounded down to whole mm"
            ),
            (
                "route_covered", "share of the open length at least covered_at_percent",
                "a route that is underground all along is neither covered nor uncovered"
            ),
            (
                "place_key_points", "points, or lattice inside polygons",
                "a point is its own; a polygon has one that stands for it and a lattice inside it"
            ),
            (
                "place_covered", "all key points in the open served",
                "a key point is served where every part of its cell is"
            ),
            (
                "any_band", "bands that count for the kind",
                "a section counts with the band that serves most of it, a key point with any band that serves it"
            ),
        ] + figures.kinds.map { ("service_\($0.id)", $0.title, "kind of service") }
    }

    /// The conditions of a rule besides the service, in words.
    static func criterion(_ rule: ReachRule, _ figures: ReachFigures) -> String {
        let bands = zip(figures.bands, rule.bands).filter(\.1).map(\.0)
        var words = bands.count == figures.bands.count ? "any band" : "any of \(bands.joined(separator: " "))"
        let levels = zip(figures.bands, rule.leastHundredthsDBm).compactMap { band, least in
            least.map { "\(band) at least \(FixedPoint.text(Double($0) / 100, decimals: 2)) dBm SS-RSRP outdoors" }
        }
        if !levels.isEmpty { words += "; " + levels.joined(separator: ", ") }
        return words
    }

    /// The name of a column's band.
    static func band(_ column: (kind: Int, band: Int?), _ figures: ReachFigures) -> String {
        column.band.map { figures.bands[$0] } ?? "any"
    }

    /// Kilometres with all their millimetres.
    static func kilometres(_ millimetres: Int64) -> String {
        let digits = String(millimetres % 1_000_000)
        return "\(millimetres / 1_000_000)." + String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// Per cent with three decimals, rounded down, so that 95.000 is not 94.9999.
    static func percent(_ part: Int64, of whole: Int64) -> String? {
        guard whole > 0 else { return nil }
        let thousandths = Double(part) / Double(whole) * 100_000
        return FixedPoint.text((thousandths + 1e-7).rounded(.down) / 1000, decimals: 3)
    }

    /// Covered or not, in words.
    static func word(_ isCovered: Bool?) -> String { isCovered.map { $0 ? "yes" : "no" } ?? underground }

    /// What stands in place of an answer for what lies underground.
    static let underground = "underground"
}
