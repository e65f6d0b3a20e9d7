import Foundation
public import MastheadCore
public import MastheadPlanning

/// The evidence of a plan as files that any program can read: `problem.json`, and plain little-endian numbers beside it.
///
/// | File | Content |
/// |---|---|
/// | `items.bin` | for each item its weight, 8 bytes, and its group, 4 bytes, whole numbers |
/// | `runs.bin` | for each run its first item and its length, 4 bytes each, whole numbers; option after option |
/// | `prices.bin` | for each item its multiplier, 8 bytes, IEEE 754 |
public enum EvidenceFiles {
    /// The folder of the files, in that of the run.
    public static let folderName = "plan-evidence"
    private static let names = ["problem.json", "items.bin", "runs.bin", "prices.bin"]

    /// Writes the files, each whole or not at all.
    ///
    /// - Returns: Their names, from the folder of the run.
    /// - Throws: `cannot-write`.
    public static func write(_ evidence: PlanEvidence, to run: String) throws(MastheadError) -> [String] {
        let folder = "\(run)/\(folderName)"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw MastheadError(
                .cannotWrite, "the folder of the plan's evidence cannot be made", at: .file(folder),
                remedy: "Make the output folder writable.", cause: error.localizedDescription)
        }
        try AtomicFile.write(JSONFile.text(evidence.header), to: "\(folder)/problem.json")
        var items = LittleEndian(capacity: 12 * evidence.weights.count)
        for (weight, group) in zip(evidence.weights, evidence.groups) {
            items.append(weight)
            items.append(group)
        }
        try AtomicFile.write(items.bytes, to: "\(folder)/items.bin")
        var runs = LittleEndian(capacity: 8 * evidence.runs.count)
        for run in evidence.runs {
            runs.append(run.first)
            runs.append(run.count)
        }
        try AtomicFile.write(runs.bytes, to: "\(folder)/runs.bin")
        var prices = LittleEndian(capacity: 8 * evidence.itemPrices.count)
        for price in evidence.itemPrices { prices.append(price.bitPattern) }
        try AtomicFile.write(prices.bytes, to: "\(folder)/prices.bin")
        return names.map { "\(folderName)/\($0)" }
    }

    /// Reads the files.
    ///
    /// - Throws: `missing-file` where the folder holds no plan, `bad-run` where a file is missing, damaged or of another
    ///   format.
    public static func read(from run: String) throws(MastheadError) -> PlanEvidence {
        let folder = "\(run)/\(folderName)"
        guard FileManager.default.fileExists(atPath: "\(folder)/problem.json") else {
            throw MastheadError(
                .missingFile, "the folder holds no evidence of a plan", at: .file(folder),
                remedy: "Name the folder of a run with a plan, <output>/<job>/<run>.")
        }
        let header = try JSONFile.read(PlanEvidence.Header.self, from: "\(folder)/problem.json")
        guard header.format == PlanEvidence.currentFormat else {
            throw damaged("\(folder)/problem.json", "has format \(header.format), not \(PlanEvidence.currentFormat)")
        }
        var items = try bytes("\(folder)/items.bin")
        var runs = try bytes("\(folder)/runs.bin")
        var prices = try bytes("\(folder)/prices.bin")
        let runCount = header.options.reduce(0) { $0 + $1.runs }
        for (reader, size, name) in [
            (items, 12 * header.items, "items.bin"), (runs, 8 * runCount, "runs.bin"),
            (prices, 8 * header.items, "prices.bin"),
        ] where reader.count != size {
            throw damaged("\(folder)/\(name)", "has \(reader.count) bytes, not \(size)")
        }
        var weights: [Int64] = []
        var groups: [Int32] = []
        for _ in 0..<header.items {
            weights.append(items.next(Int64.self))
            groups.append(items.next(Int32.self))
        }
        let all = (0..<runCount).map { _ in
            PlacementProblem.Run(first: runs.next(Int32.self), count: runs.next(Int32.self))
        }
        let itemPrices = (0..<header.items).map { _ in Double(bitPattern: prices.next(UInt64.self)) }
        let evidence = PlanEvidence(header: header, weights: weights, groups: groups, runs: all, itemPrices: itemPrices)
        guard evidence.isWhole else {
            throw damaged("\(folder)/problem.json", "names items, options or sites that are not there")
        }
        return evidence
    }

    private static func bytes(_ path: String) throws(MastheadError) -> LittleEndian.Reader {
        guard let data = FileManager.default.contents(atPath: path) else { throw damaged(path, "is missing") }
        return LittleEndian.Reader([UInt8](data))
    }

    private static func damaged(_ path: String, _ what: String) -> MastheadError {
        MastheadError(
            .badRun, "the file \(what)", at: .file(path),
            remedy: "Name the folder of a finished plan, or make the plan again.")
    }
}

/// Whole numbers as bytes, lowest first.
struct LittleEndian {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func append(_ value: some FixedWidthInteger) {
        for byte in 0..<(value.bitWidth / 8) { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * byte))) }
    }

    /// Reads them back; the count is checked by who reads.
    struct Reader {
        private let bytes: [UInt8]
        private var place = 0
        var count: Int { bytes.count }

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        mutating func next<Number: FixedWidthInteger>(_: Number.Type) -> Number {
            var value: Number = 0
            for byte in 0..<(Number.bitWidth / 8) {
                value |= Number(truncatingIfNeeded: bytes[place + byte]) << (8 * byte)
            }
            place += Number.bitWidth / 8
            return value
        }
    }
}
