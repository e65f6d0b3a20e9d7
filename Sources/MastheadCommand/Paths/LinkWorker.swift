import MastheadCore
import MastheadPropagation

/// Where the terrain of links comes from.
struct LinkTerrain: Sendable {
    /// The rasters with the step along a path; nil where only profiles are given.
    let rasters: (layers: TerrainLayers, step: Length)?
    /// The folder of the input, from which the paths of profiles start.
    let folder: String
}

/// What all rows of a table share.
struct LinkSetup: Sendable {
    let columns: LinkColumns
    let defaults: LinkDefaults
    let terrain: LinkTerrain
}

/// What came of one row.
struct LinkResult: Sendable {
    /// The cells that the result adds, separated and in quotes where they must be.
    let text: String
    /// The code of the error; nil for a row with a loss.
    let failure: ErrorCode?
}

/// Computes rows on one thread.
///
/// What it keeps from one row to the next are pure functions of the row, so that no result depends on which worker did it.
struct LinkWorker {
    private let columns: LinkColumns
    private let defaults: LinkDefaults
    private let source: LinkTerrain

    private let terrain: TerrainCache?
    private var profile: (file: String, value: PathProfile)?
    private var model: (id: String, parameters: PropagationParameters, value: any TransmissionLossModel)?

    init(_ setup: LinkSetup) {
        columns = setup.columns
        defaults = setup.defaults
        source = setup.terrain
        terrain = setup.terrain.rasters.map { TerrainCache($0.layers) }
    }

    /// The result of one row; an error of the row is a result.
    mutating func result(of record: DelimitedRecord) -> LinkResult {
        let cells = DelimitedText.cells(of: record.bytes, separator: columns.separator)
        var entry: ModelEntry?
        var length: Double?
        do throws(MastheadError) {
            guard cells.count == columns.count else {
                throw MastheadError(
                    .badTable, "the row has \(cells.count) cells, and the header has \(columns.count)",
                    remedy: "Write one cell for each column.")
            }
            let question = try LinkQuestion(cells, columns: columns, defaults: defaults)
            entry = question.model
            let model = try prepared(question)
            let profile = try profile(of: question)
            length = profile.lengthKilometres
            try model.require(profile, question.terminals)
            let loss = model.lossDB(over: profile, terminals: question.terminals)
            guard loss.isFinite else {
                throw MastheadError(
                    .internalFault, "the loss is not a finite number",
                    remedy: "Report this as a defect of Masthead, with the row.")
            }
            return LinkResult(text: text(entry, length, loss, nil, of: cells.count), failure: nil)
        } catch {
            return LinkResult(text: text(entry, length, nil, error, of: cells.count), failure: error.code)
        }
    }

    private mutating func prepared(_ question: LinkQuestion) throws(MastheadError) -> any TransmissionLossModel {
        if let model, model.id == question.model.id, model.parameters == question.parameters { return model.value }
        let value = try question.model.prepare(question.parameters, .none)
        model = (question.model.id, question.parameters, value)
        return value
    }

    private mutating func profile(of question: LinkQuestion) throws(MastheadError) -> PathProfile {
        if let name = question.profile {
            let file = name.hasPrefix("/") ? name : source.folder + name
            if let profile, profile.file == file { return profile.value }
            let value = try ProfileTable.read(file)
            profile = (file, value)
            return value
        }
        guard let ends = question.ends, let rasters = source.rasters, let terrain else {
            throw MastheadError(
                .badTable, "the row has no profile, and there is no terrain to read",
                remedy: "Name a profile in the row, or state a raster of altitudes with --ground.")
        }
        return try TerrainPath(from: ends.from, to: ends.to, step: rasters.step, terrain: terrain).profile
    }

    /// The added cells behind those of a row; a row that lacks cells at its end gets them.
    private func text(
        _ entry: ModelEntry?, _ length: Double?, _ loss: Double?, _ error: MastheadError?, of count: Int
    ) -> String {
        let reason = error.map { error in
            "\(error.code.rawValue): " + ([error] + error.others).map(\.problem).joined(separator: "; ")
                + ". \(error.remedy)"
        }
        let cells = [
            entry?.id ?? "", entry?.edition ?? "", length.map { FixedPoint.text($0, decimals: 6) } ?? "",
            loss.map { FixedPoint.text($0, decimals: 6) } ?? "", reason ?? "",
        ]
        let mark = String(decoding: [columns.separator], as: UTF8.self)
        return String(repeating: mark, count: max(0, columns.count - count))
            + cells.map { mark + DelimitedText.cell($0, separator: columns.separator) }.joined()
    }
}
