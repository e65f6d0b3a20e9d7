import MastheadCore
import MastheadGeo
import MastheadPlanning

/// Sentences and amounts that table, plot and map of a plan share.
enum PlanWords {
    /// A sum of money with the currency's name.
    static func money(_ amount: Int64, _ plan: SitePlan) -> String {
        "\(MapText.grouped(Int(amount))) \(plan.currency)"
    }

    /// People rounded to whole persons.
    static func people(_ count: PersonCount) -> String { MapText.grouped(Int(count.persons.rounded())) }

    /// Kilometres with one decimal.
    static func kilometres(_ millimetres: Int64) -> String { "\(MapText.fixed(Double(millimetres) / 1e6, 1)) km" }

    /// What the whole plan comes to, one sentence.
    static func summary(_ content: PlanContent) -> String {
        let plan = content.plan
        guard let first = plan.curve.first, let last = plan.curve.last, !plan.sites.isEmpty else {
            return "The plan adds no site."
        }
        let sites = plan.sites.count
        var gains = ["\(people(last.served.people - first.served.people)) people"]
        if last.served.routeMillimetres > 0 {
            gains.append("\(kilometres(last.served.routeMillimetres - first.served.routeMillimetres)) of routes")
        }
        if last.served.places > 0 { gains.append(count(last.served.places - first.served.places, "place")) }
        return "\(count(sites, "site")) with \(count(plan.stationCount, "base station")) for "
            + "\(money(plan.cost, plan)) \(sites == 1 ? "adds" : "add") \(gains.joined(separator: ", ")) to what is "
            + "served."
    }

    /// A number of things in words.
    static func count(_ number: Int, _ thing: String) -> String {
        "\(MapText.grouped(number)) \(thing)\(number == 1 ? "" : "s")"
    }

    /// An amount of a target in words.
    static func amount(_ amount: Int64, _ unit: DemandUnit) -> String {
        switch unit {
        case .people: "\(people(PersonCount(billionths: amount))) persons"
        case .length: kilometres(amount)
        case .points: "\(MapText.grouped(Int(amount))) key points"
        }
    }

    /// What came of a target.
    static func outcome(_ target: PlanTarget) -> String {
        let change = "\(amount(target.before, target.unit)) before, \(amount(target.after, target.unit)) after"
        guard target.need > 0 else { return "objective: \(change)" }
        return "\(target.isMet ? "met" : "not met"): \(amount(target.need, target.unit)) needed, \(change)"
    }

    /// How far any plan could be better, one sentence; the bound is rounded to the safe side.
    static func certificate(_ plan: SitePlan) -> String {
        let certificate = plan.certificate
        guard !certificate.isProvenOptimal else { return "Proven optimal: no plan is better." }
        let gap = certificate.gap.isFinite ? " (gap \(MapText.fixed(certificate.gap * 100, 2)) %)" : ""
        switch certificate.sense {
        case .leastCost:
            return "No plan that meets the needs costs less than \(money(whole(certificate.bound, .down), plan))\(gap)."
        case .mostServed:
            let unit = plan.targets.last?.unit ?? .people
            return "No plan within the budget serves more than \(amount(whole(certificate.bound, .up), unit))\(gap)."
        }
    }

    /// The same with the part of the problem that it holds for.
    static func certificateWithScope(_ plan: SitePlan) -> String {
        let scope = plan.certificate.scope
        return certificate(plan) + (scope.isEmpty ? "" : " This holds for: \(scope).")
    }

    /// A number as a whole one, as far as 64 bits go.
    private static func whole(_ value: Double, _ rule: FloatingPointRoundingRule) -> Int64 {
        Int64(exactly: value.rounded(rule)) ?? (value > 0 ? .max : 0)
    }

    /// The criterion of each band, for headings.
    static func criteria(_ definitions: Definitions) -> String {
        definitions.bands.map { band in
            let place =
                band.penetrationDB > 0
                ? "\(band.environment) behind \(MapText.number(band.penetrationDB)) dB" : band.environment
            return "\(band.id) (\(MapText.number(band.carrierMegahertz)) MHz): SS-RSRP ≥ "
                + "\(MapText.number(band.thresholdDBm)) dBm with \(MapText.number(band.probability * 100)) % "
                + "probability, \(place)"
        }.joined(separator: "; ")
    }
}
