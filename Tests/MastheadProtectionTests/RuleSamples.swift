import MastheadCore
import MastheadProtection

/// Packs for tests, with one value changed at a time.
enum RuleSamples {
    /// The long-term criterion of an earth station.
    static func criterion(
        _ id: String = "long-term", title: String = "Long-term interference", services: Set<String> = ["a", "b"],
        band: ClosedRange<Frequency>? = Frequency(megahertz: 3700)...Frequency(megahertz: 4200),
        interference: InterferenceCase = .coChannel, quantity: ProtectedQuantity = .interferenceToNoise,
        limit: Double = -12.2, bandwidth: Frequency? = Frequency(megahertz: 1), percent: Double = 20,
        entries: Threshold.Entries = .aggregate, model: String = "p452", distance: Length = Length(kilometres: 150),
        pattern: String? = nil, mean: Bool = true, filter: String? = nil,
        citation: Citation = Citation("Recommendation ITU-R S.1432-1", "recommends 2"), basis: Basis = .unverified,
        assumed: Set<String> = []
    ) -> Criterion {
        Criterion(
            id: id, title: title, services: services, band: band, interference: interference,
            threshold: Threshold(
                quantity: quantity, limit: limit, referenceBandwidth: bandwidth, timePercent: percent,
                entries: entries),
            model: model, searchDistance: distance, assumedPattern: pattern, readsMeanPower: mean,
            assumedFilter: filter, citation: citation, basis: basis, assumedKeys: assumed)
    }

    /// A criterion whose limit is to be set.
    static func open(_ id: String) -> OpenCriterion {
        let values = criterion(id).values.map { value in
            value.key == "limit" ? CriterionValue("limit", OpenCriterion.marker) : value
        }
        return OpenCriterion(
            id: id, title: "Open", services: ["a"], interference: .coChannel, quantity: .interferenceToNoise,
            openKeys: ["limit"], values: values, citation: Citation("A law", "annex 1"))
    }

    /// A pack of criteria.
    static func pack(
        _ criteria: [Criterion], open: [OpenCriterion] = [], date: String = "2006-01-01", remarks: [String] = []
    ) -> RulePack {
        RulePack(
            id: "sample", instrument: "A law", title: "A title", date: date, remarks: remarks, criteria: criteria,
            openCriteria: open)
    }
}
