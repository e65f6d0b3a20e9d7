import Foundation
import MastheadCore
import MastheadJobs
import MastheadOutput
import Synchronization

/// A table of links on its way from one file to another.
struct LinkTable {
    let input: String
    let output: String
    let setup: LinkSetup
    let threads: Int

    /// Checks the form of the whole table.
    ///
    /// - Returns: The number of its rows.
    /// - Throws: `bad-table` with the row; `interrupted`.
    func check(stop: StopFlag) throws(MastheadError) -> Int {
        var reader = try DelimitedReader(path: input)
        var count = 0
        while let record = try reader.next() {
            guard !stop.isRaised else { throw Self.stopped }
            let cells = DelimitedText.cells(of: record.bytes, separator: setup.columns.separator).count
            guard cells <= setup.columns.count else {
                throw MastheadError(
                    .badTable, "the row has \(cells) cells, and the header has \(setup.columns.count)",
                    at: .row(file: input, row: record.number),
                    remedy: "Put texts that hold a separator in double quotes, or name every column.")
            }
            count += 1
        }
        guard count > 0 else {
            throw MastheadError(
                .badTable, "the table has no rows below its header", at: .file(input),
                remedy: "Write one link into each row.")
        }
        return count
    }

    /// The error of a table that was given up.
    static let stopped = MastheadError(
        .interrupted, "the command was asked to stop, and no table was written",
        remedy: "Give the same command again; it starts from the first row.")

    /// Computes all rows and writes the result, whole or not at all.
    ///
    /// - Throws: `bad-table`, `cannot-write` or `interrupted`; a row without a loss is no error of the table.
    func write(rows: Int, progress: RunProgress, stop: StopFlag) throws(MastheadError) -> LinkSummary {
        var summary = LinkSummary(output: output)
        let done = Atomic<Int>(0)
        let slots = (0..<threads).map { _ in LinkWorkerSlot() }
        progress.report(.started(stage: "paths", of: rows, unit: "rows"))
        try AtomicFile.replace(output) { (temporary) throws(MastheadError) in
            // Made by the house's writer first, so that a folder that is not there is met with its words.
            try AtomicFile.writeWhole([], to: temporary, for: output)
            guard let file = FileHandle(forWritingAtPath: temporary) else { throw cannotWrite("") }
            var reader = try DelimitedReader(path: input)
            let mark = String(decoding: [setup.columns.separator], as: UTF8.self)
            try append(
                reader.header + Array((mark + setup.columns.added.joined(separator: mark) + "\n").utf8), to: file)
            while true {
                let batch = try Self.batch(from: &reader)
                guard !batch.isEmpty else { break }
                let results = try LinkBatch(batch).run(setup, on: slots, stop: stop) { count in
                    progress.report(
                        .advanced(stage: "paths", done: done.add(count, ordering: .relaxed).newValue, of: rows))
                }
                var bytes: [UInt8] = []
                for (record, result) in zip(batch, results) {
                    bytes += record.bytes
                    bytes += Array(result.text.utf8)
                    bytes.append(UInt8(ascii: "\n"))
                    summary.count(result, row: record.number)
                }
                try append(bytes, to: file)
            }
            try? file.close()
        }
        progress.report(.finished(stage: "paths"))
        return summary
    }

    private static func batch(from reader: inout DelimitedReader) throws(MastheadError) -> [DelimitedRecord] {
        var batch: [DelimitedRecord] = []
        var bytes = 0
        while batch.count < LinkBatch.rowLimit, bytes < LinkBatch.byteLimit, let record = try reader.next() {
            batch.append(record)
            bytes += record.bytes.count
        }
        return batch
    }

    private func append(_ bytes: [UInt8], to file: FileHandle) throws(MastheadError) {
        do { try file.write(contentsOf: bytes) } catch { throw cannotWrite(error.localizedDescription) }
    }

    private func cannotWrite(_ cause: String) -> MastheadError {
        MastheadError(
            .cannotWrite, "the table cannot be written", at: .file(output),
            remedy: "Make its folder writable and free space on its disk, then give the same command again.",
            cause: cause)
    }
}

/// What came of a table of links.
struct LinkSummary: Encodable {
    /// The table that was written.
    let output: String
    /// Rows of the table.
    private(set) var rows = 0
    /// Rows without a loss.
    private(set) var failed = 0
    /// Kinds of errors, the one met first in front.
    private(set) var errors: [Kind] = []

    /// Rows that have no loss for one kind of reason.
    struct Kind: Encodable {
        let code: String
        var rows: Int
        let firstRow: Int
    }

    init(output: String) { self.output = output }

    /// Counts one row.
    mutating func count(_ result: LinkResult, row: Int) {
        rows += 1
        guard let failure = result.failure else { return }
        failed += 1
        if let index = errors.firstIndex(where: { $0.code == failure.rawValue }) {
            errors[index].rows += 1
        } else {
            errors.append(Kind(code: failure.rawValue, rows: 1, firstRow: row))
        }
    }

    /// The figures as people read them.
    var text: String {
        let kinds = errors.map {
            "  \($0.code): \(Grouped.text($0.rows)) \($0.rows == 1 ? "row" : "rows"), first row \($0.firstRow)\n"
        }
        return "\(output): \(Grouped.text(rows)) \(rows == 1 ? "row" : "rows"), "
            + "\(Grouped.text(rows - failed)) with a loss, \(Grouped.text(failed)) with an error\n" + kinds.joined()
    }
}
