public import MastheadCore
public import MastheadProtection
public import MastheadRadio

/// A rule pack with the file it was read from, the place of each of its values, and the filters that it assumes.
///
/// A ``Threshold`` is made here and nowhere else: a limit, its reference bandwidth and its percentage of time come from
/// one criterion of one file, and a job has no key that could pair a limit with others.
public struct RulePackFile: Sendable {
    /// A filter that a criterion assumes.
    public struct Filter: Sendable {
        /// How a filter's attenuation is told.
        enum Curve {
            /// By offset from the middle of the band.
            case fromMiddle(SelectivityMask)
            /// By offset from the edges of the band.
            case fromEdge(EdgeSelectivity)
        }

        let curve: Curve
        /// The file that was read, for digests.
        public let path: String

        /// The selectivity of a station that receives a band, by offset from the middle of the band.
        ///
        /// - Throws: `outside-validity` for a band without width.
        public func mask(for band: ClosedRange<Frequency>) throws(MastheadError) -> SelectivityMask {
            switch curve {
            case .fromMiddle(let mask): mask
            case .fromEdge(let filter):
                try filter.mask(
                    passband: Frequency(hertz: band.upperBound.hertz - band.lowerBound.hertz))
            }
        }
    }

    /// The values.
    public let pack: RulePack
    /// The file that was read.
    public let path: String
    /// The file as it was read, for digests.
    public let bytes: [UInt8]
    /// Where each value is written, by its key: `"date"`, `"long-term.limit"`.
    public let locations: [String: ErrorLocation]
    /// The filters that criteria assume, by their names.
    public let filters: [String: Filter]

    /// Reads a pack.
    ///
    /// - Throws: `missing-file`, or all errors of the file together.
    public static func read(path: String) throws(MastheadError) -> RulePackFile {
        try decode(YAMLDocument(path: path, what: "rule pack"))
    }

    /// Reads the text of a pack.
    ///
    /// - Throws: All errors of the text together.
    public static func read(bytes: [UInt8], path: String) throws(MastheadError) -> RulePackFile {
        try decode(YAMLDocument(bytes: bytes, path: path, what: "rule pack"))
    }

    /// The criterion of that name.
    ///
    /// - Throws: `unknown-name` with the names there are, or `open-criterion` where a number is still to be set.
    public func criterion(_ id: String, at location: ErrorLocation = .none) throws(MastheadError) -> Criterion {
        if let criterion = pack.criteria.first(where: { $0.id == id }) { return criterion }
        if let open = pack.openCriteria.first(where: { $0.id == id }) { throw refusal(of: open, at: location) }
        let names = pack.criteria.map(\.id)
        throw MastheadError(
            .unknownName, "the rule pack \(pack.id) has no criterion \(Quoted.text(id))", at: location,
            remedy: NearestName.suggestion(for: id, among: names).map { "Write \($0)." }
                ?? "Use one of: \(names.joined(separator: ", ")).")
    }

    /// Why nothing can be judged by an open criterion, and what would mend that.
    private func refusal(of open: OpenCriterion, at location: ErrorLocation) -> MastheadError {
        MastheadError(
            .openCriterion,
            "the criterion \(open.id) of \(pack.id) has no value for \(open.openKeys.joined(separator: ", "))",
            at: location,
            remedy: "Copy \(path) under a name of your own, write the values of \(open.citation) for "
                + "\"\(OpenCriterion.marker)\", and name the copy.")
    }

    private static func decode(_ document: YAMLDocument) throws(MastheadError) -> RulePackFile {
        let file = document.place.file
        let errors = ErrorList()
        let reading = NodeReading(node: document.root, place: document.place, errors: errors, example: "")
        let read = RulePackKeys.group.read(reading)
        if let read { refuseOtherName(read.id, file: file, errors) }
        let filters = filters(of: read?.criteria ?? [], packFile: file, errors)
        if let error = errors.combined(file: file) { throw error }
        guard let read else {
            throw MastheadError(
                .internalFault, "the rule pack was not read, and no error says why", at: .file(file),
                remedy: "Report this with the pack.")
        }
        let pack = RulePack(
            id: read.id.value, instrument: read.instrument, title: read.title, date: read.date,
            remarks: read.remarks, criteria: read.criteria.compactMap(\.criterion),
            openCriteria: read.criteria.compactMap(\.openCriterion))
        return RulePackFile(
            pack: pack, path: file, bytes: document.bytes, locations: read.locations, filters: filters)
    }

    /// The file is called after the pack, so that a name in a job leads to one file.
    private static func refuseOtherName(_ id: Entry<String>, file: String, _ errors: ErrorList) {
        let name = file.split(separator: "/").last.map(String.init) ?? ""
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        guard id.value != stem else { return }
        errors.add(
            MastheadError(
                .badJob, "the rule pack is called \(Quoted.text(id.value)), and its file \(Quoted.text(name))",
                at: id.location, remedy: "Write id: \(stem), or call the file \(id.value).yaml."))
    }

    private static func filters(
        of criteria: [CriterionDraft], packFile: String, _ errors: ErrorList
    ) -> [String: Filter] {
        var filters: [String: Filter] = [:]
        for filter in criteria.compactMap(\.assumedFilter) where filters[filter.value] == nil {
            do throws(MastheadError) {
                filters[filter.value] = try MaskFolder.filter(filter, forJob: packFile)
            } catch { errors.add(error) }
        }
        return filters
    }
}

extension ErrorCode {
    /// A criterion is asked for of which a number is still to be set.
    public static let openCriterion = ErrorCode("open-criterion", .badData)
}
