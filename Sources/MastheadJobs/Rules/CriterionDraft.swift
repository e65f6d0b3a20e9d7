import MastheadCore
import MastheadProtection

/// A criterion whose keys have all been read, before the values are held against one another.
struct CriterionDraft: Sendable {
    let id: Entry<String>
    let title: String
    let services: Set<String>
    let band: ClosedRange<Frequency>?
    let interference: InterferenceCase
    let quantity: ProtectedQuantity
    let limit: Entry<StatedValue<StatedLimit>>
    let referenceBandwidth: Entry<StatedValue<StatedBandwidth>>
    let time: Entry<StatedValue<Share>>
    let entries: Threshold.Entries
    let model: Entry<String>
    let searchDistance: Entry<StatedValue<Length>>
    let assumedPattern: Entry<String>?
    let power: Entry<CriterionKeys.Power>
    let assumedFilter: Entry<String>?
    let citation: Citation
    let basis: Entry<Basis>
    let assumedKeys: Set<String>
    /// Where each value is written, by its key.
    let locations: [String: ErrorLocation]

    /// The mapping of one criterion; an error of one value does not hide those between the others.
    static let group = KeyGroup(
        "criteria", "One limit, with everything that belongs to it.", CriterionKeys.all
    ) { reader -> CriterionDraft? in
        guard let draft = CriterionDraft(reader) else { return nil }
        CriterionChecks(draft, reader.reading.errors).refuse()
        return draft
    }

    private init?(_ reader: MappingReader) {
        typealias Keys = CriterionKeys
        let band = Self.band(reader)
        guard let id = reader[Keys.id], let title = reader[Keys.title], let services = reader[Keys.services],
            let interference = reader[Keys.interference], let quantity = reader[Keys.quantity],
            let limit = reader[Keys.limit], let referenceBandwidth = reader[Keys.referenceBandwidth],
            let time = reader[Keys.time], let entries = reader[Keys.entries], let model = reader[Keys.model],
            let searchDistance = reader[Keys.searchDistance], let power = reader[Keys.power],
            let citation = reader[Keys.citation], let basis = reader[Keys.basis]
        else { return nil }
        self.id = id
        self.title = title.value
        self.services = Set(services.value.map(\.value))
        self.band = band
        self.interference = interference.value
        self.quantity = quantity.value
        self.limit = limit
        self.referenceBandwidth = referenceBandwidth
        self.time = time
        self.entries = entries.value
        self.model = model
        self.searchDistance = searchDistance
        assumedPattern = reader[Keys.assumedPattern]
        self.power = power
        assumedFilter = reader[Keys.assumedFilter]
        self.citation = citation.value
        self.basis = basis
        assumedKeys = Set(reader[Keys.assumed]?.value.map(\.value) ?? [])
        locations = reader.locations
    }

    private static func band(_ reader: MappingReader) -> ClosedRange<Frequency>? {
        guard let stated = reader[CriterionKeys.band] else { return nil }
        let frequencies = stated.value.map(\.value)
        guard frequencies.count == 2, frequencies[0] < frequencies[1] else {
            reader.reading.errors.add(
                MastheadError(
                    .badJob, "band is not a lower and a higher frequency", at: stated.location,
                    remedy: "Write two frequencies, such as band: \(CriterionKeys.band.example)"))
            return nil
        }
        return frequencies[0]...frequencies[1]
    }
}

extension CriterionDraft {
    /// The percentage of time, without what the change from percent to a fraction and back leaves in the last digits.
    static func percent(_ share: Share) -> Double { (share.percent * 1e9).rounded() / 1e9 }

    /// The keys whose values are to be set, in the order of the file's documentation.
    var openKeys: [String] {
        [
            (CriterionKeys.limit.name, limit.value.value == nil),
            (CriterionKeys.referenceBandwidth.name, referenceBandwidth.value.value == nil),
            (CriterionKeys.time.name, time.value.value == nil),
            (CriterionKeys.searchDistance.name, searchDistance.value.value == nil),
        ].filter(\.1).map(\.0)
    }

    /// The criterion; nil while a value is to be set, or where the limit's unit does not suit.
    var criterion: Criterion? {
        guard let number = limit.value.value?.value(of: quantity), let bandwidth = referenceBandwidth.value.value,
            let time = time.value.value, let distance = searchDistance.value.value
        else { return nil }
        return Criterion(
            id: id.value, title: title, services: services, band: band, interference: interference,
            threshold: Threshold(
                quantity: quantity, limit: number, referenceBandwidth: bandwidth.frequency,
                timePercent: Self.percent(time), entries: entries),
            model: model.value, searchDistance: distance, assumedPattern: assumedPattern?.value,
            readsMeanPower: power.value == .mean, assumedFilter: assumedFilter?.value, citation: citation,
            basis: basis.value, assumedKeys: assumedKeys)
    }

    /// The criterion with the values that are to be set; nil where there are none.
    var openCriterion: OpenCriterion? {
        let openKeys = openKeys
        guard !openKeys.isEmpty else { return nil }
        let text = CriterionText(
            id: id.value, title: title, services: services, band: band, interference: interference,
            quantity: quantity,
            limit: limit.value.text { CriterionText.limit($0.value(of: quantity) ?? $0.number, of: quantity) },
            referenceBandwidth: referenceBandwidth.value.text { CriterionText.bandwidth($0.frequency) },
            time: time.value.text { CriterionText.time(percent: Self.percent($0)) }, entries: entries,
            model: model.value, searchDistance: searchDistance.value.text(CriterionText.distance),
            assumedPattern: assumedPattern?.value, readsMeanPower: power.value == .mean,
            assumedFilter: assumedFilter?.value, citation: citation, basis: basis.value, assumedKeys: assumedKeys)
        return OpenCriterion(
            id: id.value, title: title, services: services, interference: interference, quantity: quantity,
            openKeys: openKeys, values: text.values, citation: citation)
    }
}
