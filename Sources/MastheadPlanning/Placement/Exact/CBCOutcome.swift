/// What CBC says of an integer programme.
package struct CBCOutcome: Sendable, Equatable {
    /// How a search ended.
    package enum Status: Sendable, Equatable {
        /// The values are a solution that no other is better than, within CBC's tolerances.
        case optimal
        /// The values are a solution, but the search ended before it was proved that none is better.
        case feasible
        /// There is no solution.
        case infeasible
        /// The search ended without a solution, and without a proof that there is none.
        case givenUp
    }

    /// How the search ended.
    package var status: Status
    /// A value for each variable; empty where there is no solution.
    package var values: [Double]
    /// The objective of these values.
    package var objective: Double?
    /// What no solution has an objective below, as far as CBC tells.
    package var bound: Double?
    /// Whether the hard stop ended the search; this depends on the machine.
    package var wasStopped: Bool

    /// An outcome by its parts.
    package init(
        status: Status, values: [Double] = [], objective: Double? = nil, bound: Double? = nil, wasStopped: Bool = false
    ) {
        self.status = status
        self.values = values
        self.objective = objective
        self.bound = bound
        self.wasStopped = wasStopped
    }

    /// The child was ended at its hard stop, and left nothing.
    static let stopped = CBCOutcome(status: .givenUp, wasStopped: true)
}

extension CBCOutcome {
    /// Reads the solution file of CBC and what it said meanwhile.
    ///
    /// The file begins with a line such as `Stopped on nodes - objective value 7`; then comes one line for each variable:
    /// number, name, value and reduced cost, behind `**` where a limit is missed by more than CBC's tolerance.
    ///
    /// - Returns: Nil where the file is not what CBC 2.10 writes.
    init?(solution: String, log: String, variables: Int) {
        let lines = solution.split(separator: "\n")
        guard let head = lines.first, let status = Self.status(head) else { return nil }
        self.init(status: status)
        guard status == .optimal || status == .feasible else { return }
        values = Array(repeating: 0, count: variables)
        for line in lines.dropFirst() {
            let words = line.split(separator: " ").drop { $0 == "**" }
            guard words.count >= 3, let name = words.dropFirst().first, name.first == "C",
                let index = Int(name.dropFirst()), index < variables,
                let value = Double(words[words.startIndex + 2]), value.isFinite
            else { return nil }
            values[index] = value
        }
        objective = head.split(separator: " ").last.flatMap { Double($0) }
        bound = status == .optimal ? objective : Self.number(after: "Lower bound:", in: log)
    }

    private static func status(_ head: Substring) -> Status? {
        if head.hasPrefix("Optimal") { return .optimal }
        if head.hasPrefix("Infeasible") || head.hasPrefix("Integer infeasible") { return .infeasible }
        guard head.hasPrefix("Stopped on") else { return nil }
        return head.contains("no integer solution") ? .givenUp : .feasible
    }

    /// The last number that stands behind a label at the beginning of a line.
    private static func number(after label: String, in log: String) -> Double? {
        log.split(separator: "\n").last { $0.hasPrefix(label) }
            .flatMap { Double($0.dropFirst(label.count).drop { $0 == " " }) }
    }
}
