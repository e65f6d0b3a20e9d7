import MastheadCore
import MastheadPropagation

/// A path with its losses as JSON writes it.
///
/// One model stands in `model`, `lossDB` and `ledger`, a comparison in `models`.
struct PathRecord: Encodable {
    let from: GeographicPosition
    let to: GeographicPosition
    var model: String?
    var edition: String?
    let carrierMegahertz: Double
    let timePercent: Double
    let locationPercent: Double
    let polarization: LinearPolarization
    let deltaN: Double
    let n0: Double
    let pressureHectopascals: Double
    let temperatureKelvin: Double
    let transmitterHeightMetres: Double
    let receiverHeightMetres: Double
    var lossDB: Double?
    var ledger: Ledger?
    var models: [ModelRecord]?
    let distanceKilometres: [Double]
    let groundMetres: [Double]
    let clutterMetres: [Double]
    let zones: [Int]
}

/// What one model of a comparison says, as JSON writes it.
struct ModelRecord: Encodable {
    let model: String
    let edition: String
    let lossDB: Double?
    /// Loss less that of the first model that has one.
    let differenceDB: Double?
    let error: ErrorRecord?
    let ledger: Ledger?
}

/// Why a model has no loss, as JSON writes it.
struct ErrorRecord: Encodable {
    let code: String
    let problem: String
    let fix: String
}

extension PathAnswer {
    /// The path and its losses for programs.
    func record(withLedgers: Bool) -> PathRecord {
        let parameters = request.parameters
        var record = PathRecord(
            from: request.from, to: request.to, carrierMegahertz: parameters.frequency.megahertz,
            timePercent: parameters.timePercent, locationPercent: parameters.locationPercent,
            polarization: parameters.polarization, deltaN: parameters.deltaN, n0: parameters.n0,
            pressureHectopascals: parameters.atmosphere.dryPressureHectopascals,
            temperatureKelvin: parameters.atmosphere.temperatureKelvin,
            transmitterHeightMetres: request.transmitterHeight.metres,
            receiverHeightMetres: request.receiverHeight.metres,
            distanceKilometres: path.profile.distanceKilometres, groundMetres: path.profile.groundMetres,
            clutterMetres: path.profile.clutterMetres, zones: path.profile.zones.map { Int($0.rawValue) })
        guard !request.isComparison else {
            record.models = answers.map { answer in
                ModelRecord(
                    model: answer.entry.id, edition: answer.entry.edition, lossDB: answer.lossDB,
                    differenceDB: differenceDB(answer),
                    error: answer.error.map {
                        ErrorRecord(code: $0.code.rawValue, problem: answer.reason, fix: $0.remedy)
                    },
                    ledger: withLedgers ? answer.ledger : nil)
            }
            return record
        }
        record.model = answers.first?.entry.id
        record.edition = answers.first?.entry.edition
        record.lossDB = answers.first?.lossDB
        record.ledger = answers.first?.ledger
        return record
    }
}
