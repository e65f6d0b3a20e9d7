import MastheadCore
import MastheadGeo

/// Amounts in words.
struct AmountWords {
    let unit: DemandUnit

    /// An amount with its unit.
    func amount(_ weight: Int64) -> String {
        switch unit {
        case .people: "\(Self.people(PersonCount(billionths: weight)))"
        case .length: "\(FixedPoint.text(Double(weight) / 1e6, decimals: 1)) km"
        case .points: weight == 1 ? "1 key point" : "\(weight) key points"
        }
    }

    /// A number of people.
    static func people(_ people: PersonCount) -> String {
        let whole = Int64((people.persons).rounded())
        if whole == 0, people > .zero { return "less than 1 person" }
        return whole == 1 ? "1 person" : "\(whole) people"
    }
}

/// Why a site is in a plan, in words.
struct PlanReason {
    let candidate: Candidate
    let bands: [PlannedBand]
    let gain: ServedAmounts
    let loss: ServedAmounts

    var text: String {
        var parts: [String] = []
        if bands.contains(where: { $0.purpose == .pinned }) { parts.append("pinned by the job") }
        let added = Self.list(gain)
        if !added.isEmpty { parts.append("adds \(added) to what the sites before it serve") }
        for purpose in [PlanPurpose.capacity, .density] {
            let names = bands.filter { $0.purpose == purpose }.map(\.band)
            guard !names.isEmpty else { continue }
            parts.append("\(names.joined(separator: ", ")) \(purpose.meaning)")
        }
        let lost = Self.list(loss)
        parts.append(lost.isEmpty ? "the others would serve the same without it" : "without it are lost \(lost)")
        return "\(candidate.origin.meaning); " + parts.joined(separator: "; ")
    }

    private static func list(_ amounts: ServedAmounts) -> String {
        var parts: [String] = []
        if amounts.people > .zero { parts.append(AmountWords.people(amounts.people)) }
        if amounts.routeMillimetres > 0 {
            parts.append("\(FixedPoint.text(Double(amounts.routeMillimetres) / 1e6, decimals: 1)) km of routes")
        }
        if amounts.places > 0 { parts.append(amounts.places == 1 ? "1 place" : "\(amounts.places) places") }
        return parts.joined(separator: ", ")
    }
}
