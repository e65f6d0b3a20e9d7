public import MastheadCore

/// Runs the models over a folder of published vectors.
public enum ConformanceSuite {
    /// Checks every file of cases in a folder; one result for each file and tolerance, in the order of the table.
    ///
    /// Which rows a file holds does not matter. Files that no entry of ``VectorChecks`` knows are listed as not
    /// implemented. A row that cannot be computed is an error of its file, and the others are still run.
    ///
    /// - Throws: `missing-file` where the folder is not there or holds no file of cases, `bad-vectors` where it holds none
    ///   that is known.
    ///
    /// - Parameters:
    ///   - path: The folder of vectors.
    ///   - maps: The folder with the ITU's maps; nil for none. Files that need one that is not there say so.
    public static func run(folder path: String, maps: String? = nil) throws(MastheadError) -> [ConformanceResult] {
        var folder = try VectorFolder(path: path, maps: maps)
        var results: [ConformanceResult] = []
        for check in VectorChecks.all where folder.files.contains(check.file) {
            results += run(check, in: &folder)
        }
        let known = Set(VectorChecks.all.map(\.file))
        guard !known.isDisjoint(with: folder.files) else {
            throw MastheadError(
                .badVectors, "none of the \(folder.files.count) files of cases is one that a model here computes",
                at: .file(path),
                remedy: "Give a folder that keeps the names of Tests/Vectors, such as p1812/p1812_official.csv.")
        }
        for file in folder.files where !known.contains(file) {
            results.append(notImplemented(file, in: folder))
        }
        return results
    }

    private static func run(_ check: VectorCheck, in folder: inout VectorFolder) -> [ConformanceResult] {
        let table: VectorTable
        do throws(MastheadError) {
            table = try VectorTable(path: "\(folder.path)/\(check.file)", name: check.file)
        } catch {
            return [Tally(check, check.outputs[0].tolerance).result(cases: 0, errors: [error])]
        }
        do throws(MastheadError) {
            if let needs = check.needs, !(try needs.isInstalled(&folder)) {
                return [unavailable(check, needs, cases: table.rows.count)]
            }
        } catch {
            return [Tally(check, check.outputs[0].tolerance).result(cases: table.rows.count, errors: [error])]
        }
        let absent = (check.inputs + check.outputs.map(\.name)).filter { !table.columns.contains($0) }
        let known = Set(check.inputs + check.outputs.map(\.name) + check.unchecked.keys)
        let unknown = table.columns.filter { !known.contains($0) }

        var tallies: [Tally] = []
        for column in check.outputs where !tallies.contains(where: { $0.tolerance == column.tolerance }) {
            tallies.append(Tally(check, column.tolerance))
        }
        var errors: [MastheadError] = []
        var seen: Set<String> = []
        for row in table.rows {
            do throws(MastheadError) {
                guard seen.insert(row.caseID).inserted else {
                    throw row.refusal("the case \"\(row.caseID)\" occurs twice", "case_id")
                }
                let values = try check.compute(row, &folder)
                for (column, computed) in zip(check.outputs, values) {
                    guard let computed, let expected = try row.optionalNumber(column.name) else { continue }
                    for index in tallies.indices where tallies[index].tolerance == column.tolerance {
                        tallies[index].add(row.caseID, column, computed: computed, expected: expected)
                    }
                }
            } catch { errors.append(error) }
        }
        return tallies.enumerated().map { (index, tally) in
            tally.result(
                cases: table.rows.count, unknown: index == 0 ? unknown : [], absent: index == 0 ? absent : [],
                notCompared: index == 0 ? check.unchecked.filter { table.columns.contains($0.key) } : [:],
                errors: index == 0 ? errors : [])
        }
    }

    private static func unavailable(_ check: VectorCheck, _ needs: MapNeed, cases: Int) -> ConformanceResult {
        ConformanceResult(
            model: check.model, edition: check.edition, file: check.file, subject: needs.name, cases: cases,
            comparisons: 0, worst: nil, deviation999: 0, tolerance: 0,
            reason: "\(needs.name): install it with make maps", verdict: .notInstalled, unknownColumns: [],
            absentColumns: [], notCompared: [:], errors: [])
    }

    private static func notImplemented(_ file: String, in folder: VectorFolder) -> ConformanceResult {
        var cases = 0
        var errors: [MastheadError] = []
        do throws(MastheadError) {
            cases = try VectorTable(path: "\(folder.path)/\(file)", name: file).rows.count
        } catch { errors.append(error) }
        return ConformanceResult(
            model: file.split(separator: "/").first.map(String.init) ?? file, edition: "", file: file, subject: "",
            cases: cases, comparisons: 0, worst: nil, deviation999: 0, tolerance: 0, reason: "",
            verdict: .notImplemented, unknownColumns: [], absentColumns: [], notCompared: [:], errors: errors)
    }
}

/// Gathers the deviations of one file under one tolerance.
private struct Tally {
    let check: VectorCheck
    let tolerance: VectorTolerance
    private var deviations: [Double] = []
    private var worst: ConformanceResult.Deviation?

    init(_ check: VectorCheck, _ tolerance: VectorTolerance) {
        self.check = check
        self.tolerance = tolerance
    }

    mutating func add(_ caseID: String, _ column: VectorColumn, computed: Double, expected: Double) {
        let deviation = column.scaled(computed, expected: expected)
        deviations.append(deviation)
        if deviation > worst?.deviation ?? -1 {
            worst = ConformanceResult.Deviation(
                caseID: caseID, column: column.name, expected: expected, computed: computed, deviation: deviation)
        }
    }

    func result(
        cases: Int, unknown: [String] = [], absent: [String] = [], notCompared: [String: String] = [:],
        errors: [MastheadError]
    ) -> ConformanceResult {
        let sorted = deviations.sorted()
        // The smallest value that at least 99.9 % of all do not exceed.
        let rank = Int((Double(sorted.count) * 0.999).rounded(.up))
        let isMet = errors.isEmpty && (worst?.deviation ?? .infinity) <= tolerance.absolute
        return ConformanceResult(
            model: check.model, edition: check.edition, file: check.file, subject: tolerance.subject, cases: cases,
            comparisons: sorted.count, worst: worst, deviation999: sorted.isEmpty ? 0 : sorted[max(rank, 1) - 1],
            tolerance: tolerance.absolute, reason: tolerance.reason, verdict: isMet ? .met : .missed,
            unknownColumns: unknown, absentColumns: absent, notCompared: notCompared, errors: errors)
    }
}
