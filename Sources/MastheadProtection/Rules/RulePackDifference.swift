/// What differs between two editions of a rule pack: the criteria whose verdicts have to be made anew, and why.
///
/// A criterion that is not named here has the same text in both packs, so that every verdict by it stands.
public struct RulePackDifference: Sendable, Hashable {
    /// A value that is not the same in both.
    public struct Change: Sendable, Hashable {
        /// The key: `"limit"`.
        public let key: String
        /// The value in the older pack.
        public let before: String
        /// The value in the newer pack.
        public let after: String
    }

    /// A criterion of both packs, with the values that differ.
    public struct ChangedCriterion: Sendable, Hashable {
        /// Its name in the packs.
        public let id: String
        /// The values, in the order of ``Criterion/values``.
        public let changes: [Change]
    }

    /// Keys of the pack itself that differ: date, title, instrument, remarks. They change no verdict.
    public let header: [Change]
    /// Criteria that only the newer pack has, in its order; those that were open before are among ``changed``.
    public let added: [String]
    /// Criteria that only the older pack has, in its order.
    public let removed: [String]
    /// Criteria of both with other values, in the newer pack's order.
    public let changed: [ChangedCriterion]

    /// Compares two packs criterion by criterion; open ones count with what they have.
    public init(from older: RulePack, to newer: RulePack) {
        let before = Self.criteria(older)
        let after = Self.criteria(newer)
        let old = Dictionary(before, uniquingKeysWith: { first, _ in first })
        let new = Dictionary(after, uniquingKeysWith: { first, _ in first })
        header = Self.changes(Self.header(older), Self.header(newer))
        added = after.map(\.0).filter { old[$0] == nil }
        removed = before.map(\.0).filter { new[$0] == nil }
        changed = after.compactMap { id, values in
            let changes = old[id].map { Self.changes($0, values) } ?? []
            return changes.isEmpty ? nil : ChangedCriterion(id: id, changes: changes)
        }
    }

    /// Whether verdicts by the criterion have to be made anew, or fall away.
    public func concerns(_ criterion: String) -> Bool {
        added.contains(criterion) || removed.contains(criterion) || changed.contains { $0.id == criterion }
    }

    /// Whether no criterion differs.
    public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

    private static func criteria(_ pack: RulePack) -> [(String, [CriterionValue])] {
        pack.criteria.map { ($0.id, $0.values) } + pack.openCriteria.map { ($0.id, $0.values) }
    }

    private static func header(_ pack: RulePack) -> [CriterionValue] {
        [
            CriterionValue("id", pack.id), CriterionValue("instrument", pack.instrument),
            CriterionValue("title", pack.title), CriterionValue("date", pack.date),
            CriterionValue("remarks", pack.remarks.joined(separator: "\n")),
        ]
    }

    private static func changes(_ before: [CriterionValue], _ after: [CriterionValue]) -> [Change] {
        zip(before, after).compactMap { old, new in
            old.text == new.text ? nil : Change(key: new.key, before: old.text, after: new.text)
        }
    }
}

extension RulePackDifference: CustomStringConvertible {
    /// The difference in lines: `long-term: limit -12.2 dB → -10.0 dB`.
    public var description: String {
        func line(_ name: String, _ changes: [Change]) -> String {
            name + ": " + changes.map { "\($0.key) \($0.before) → \($0.after)" }.joined(separator: "; ")
        }
        var lines = header.isEmpty ? [] : [line("pack", header)]
        lines += changed.map { line($0.id, $0.changes) }
        lines += added.map { "\($0): added" } + removed.map { "\($0): removed" }
        return lines.joined(separator: "\n")
    }
}
