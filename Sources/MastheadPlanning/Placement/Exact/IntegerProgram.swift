/// A linear programme with whole and broken variables, all between 0 and 1, whose objective is to be least.
package struct IntegerProgram: Sendable {
    /// What values a variable may have.
    package enum Variable: Sendable {
        /// 0 or 1.
        case binary
        /// Anything from 0 to 1.
        case share
    }

    /// A variable with its factor in a row.
    package struct Term: Sendable {
        /// The variable, by its number.
        package var variable: Int
        /// What one unit of it counts for.
        package var factor: Double

        /// A term by its parts.
        package init(_ variable: Int, _ factor: Double) {
            self.variable = variable
            self.factor = factor
        }
    }

    /// On which side of its limit the sum of a row stays.
    package enum Sense: Sendable {
        /// The sum is not above the limit.
        case atMost
        /// The sum is not below the limit.
        case atLeast
    }

    /// A limit on a sum; each variable has at most one term in it.
    package struct Row: Sendable {
        /// What is added up.
        package var terms: [Term]
        /// On which side of the limit the sum stays.
        package var sense: Sense
        /// The limit.
        package var limit: Double

        /// A row by its parts.
        package init(_ terms: [Term], _ sense: Sense, _ limit: Double) {
            self.terms = terms
            self.sense = sense
            self.limit = limit
        }
    }

    /// The variables.
    package private(set) var variables: [Variable] = []
    /// What one unit of each variable adds to the objective.
    package private(set) var costs: [Double] = []
    /// The rows.
    package private(set) var rows: [Row] = []

    /// Nothing yet.
    package init() {}

    /// Adds a variable, and answers with its number.
    package mutating func add(_ variable: Variable, cost: Double) -> Int {
        precondition(cost.isFinite, "a cost is a number")
        variables.append(variable)
        costs.append(cost)
        return variables.count - 1
    }

    /// Adds a row.
    package mutating func add(_ row: Row) {
        precondition(row.limit.isFinite, "a limit is a number")
        precondition(
            row.terms.allSatisfy { $0.factor.isFinite && variables.indices.contains($0.variable) },
            "a term has a variable that is there")
        rows.append(row)
    }

    /// Sets what variables add to the objective; the others add what they did.
    package mutating func setCosts(_ terms: [Term]) {
        precondition(terms.allSatisfy { $0.factor.isFinite }, "a cost is a number")
        for term in terms { costs[term.variable] = term.factor }
    }

    /// The objective where the variables have these values.
    package func objective(_ values: [Double]) -> Double {
        zip(costs, values).reduce(0) { $0 + $1.0 * $1.1 }
    }

    // MARK: - As text

    /// The name of a variable in files: a letter and its number, never words of a user.
    static func name(variable: Int) -> String { "C\(variable)" }

    /// The programme in free MPS format; numbers have as many digits as it takes to read the same ones back.
    package var mps: String {
        var columns: [[(row: Int, factor: Double)]] = Array(repeating: [], count: variables.count)
        for (index, row) in rows.enumerated() {
            for term in row.terms where term.factor != 0 { columns[term.variable].append((index, term.factor)) }
        }
        var text = "NAME MASTHEAD FREE\nROWS\n N COST\n"
        for (index, row) in rows.enumerated() { text += row.sense == .atMost ? " L R\(index)\n" : " G R\(index)\n" }
        text += "COLUMNS\n"
        for (index, column) in columns.enumerated() {
            let name = Self.name(variable: index)
            // A column without any entry would not be there; one in the objective may be zero.
            text += " \(name) COST \(costs[index])\n"
            for entry in column { text += " \(name) R\(entry.row) \(entry.factor)\n" }
        }
        text += "RHS\n"
        for (index, row) in rows.enumerated() where row.limit != 0 { text += " RHS R\(index) \(row.limit)\n" }
        text += "BOUNDS\n"
        for (index, variable) in variables.enumerated() {
            let name = Self.name(variable: index)
            text += variable == .binary ? " BV BND \(name)\n" : " UP BND \(name) 1\n"
        }
        return text + "ENDATA\n"
    }

    /// A first solution in the form in which CBC takes one: all variables, since it takes silence for nothing known.
    func start(_ values: [Double]) -> String {
        var text = "Feasible - objective value \(objective(values))\n"
        for (index, value) in values.enumerated() { text += "\(index) \(Self.name(variable: index)) \(value) 0\n" }
        return text
    }
}
