import Foundation
import MastheadCore
import MastheadGeo
import MastheadJobs
import MastheadPropagation

/// One path with its loss: the terrain, the ledger, and how both are printed.
struct PathAnswer {
    let request: PathRequest
    let path: TerrainPath
    let ledger: Ledger

    /// Reads the terrain and computes the loss.
    init(_ request: PathRequest) throws(MastheadError) {
        self.request = request
        let model = try request.model.prepare(request.parameters, .option("--carrier, --time, --locations"))
        path = try TerrainPath(
            from: request.from, to: request.to, step: request.step, layers: request.layers)
        let terminals = PathTerminals(
            transmitterHeightMetres: request.transmitterHeight.metres,
            receiverHeightMetres: request.receiverHeight.metres,
            midpointLatitudeDegrees: Geodesic.midpoint(from: request.from, to: request.to).latitudeDegrees)
        try model.require(path.profile, terminals)
        ledger = try model.ledger(over: path.profile, terminals: terminals)
    }

    /// The path and its ledger as people read them.
    var text: String {
        let parameters = request.parameters
        let bearing = Geodesic.bearing(from: request.from, to: request.to).degrees
        let rows = [
            ["from", "\(request.from), \(request.transmitterHeight) above the ground"],
            ["to", "\(request.to), \(request.receiverHeight) above the ground"],
            [
                "path",
                "\(FixedPoint.text(path.profile.lengthKilometres, decimals: 3)) km, azimuth "
                    + "\(FixedPoint.text(bearing < 0 ? bearing + 360 : bearing, decimals: 2))°, "
                    + "\(Grouped.text(path.profile.count)) points",
            ],
            [
                "model",
                "\(request.model.edition), \(parameters.frequency), \(PlainNumber.text(parameters.timePercent)) % of time",
            ],
            [
                "air",
                "ΔN \(PlainNumber.text(parameters.deltaN)) N-units/km, N₀ \(PlainNumber.text(parameters.n0)) N-units "
                    + "(\(request.atmosphere))",
            ],
        ]
        let head = rows.map { row in row[0] + String(repeating: " ", count: 7 - row[0].count) + row[1] + "\n" }
        return head.joined() + "\n" + LedgerText.text(ledger)
    }

    /// The path and its ledger for programs.
    var record: PathRecord {
        PathRecord(
            from: request.from, to: request.to, model: request.model.id,
            carrierMegahertz: request.parameters.frequency.megahertz, timePercent: request.parameters.timePercent,
            locationPercent: request.parameters.locationPercent, deltaN: request.parameters.deltaN,
            n0: request.parameters.n0, transmitterHeightMetres: request.transmitterHeight.metres,
            receiverHeightMetres: request.receiverHeight.metres, lossDB: ledger.total, ledger: ledger,
            distanceKilometres: path.profile.distanceKilometres, groundMetres: path.profile.groundMetres,
            clutterMetres: path.profile.clutterMetres, zones: path.profile.zones.map { Int($0.rawValue) })
    }

    /// Writes the points of the profile, one on each row.
    ///
    /// - Throws: `cannot-write`.
    func writeTable(to file: String) throws(MastheadError) {
        var text = "point,distance_km,longitude_deg,latitude_deg,ground_m,clutter_m,zone\n"
        for (index, place) in path.places.enumerated() {
            let fields = [
                "\(index)", FixedPoint.text(path.profile.distanceKilometres[index], decimals: 6),
                FixedPoint.text(place.longitudeDegrees, decimals: 8),
                FixedPoint.text(place.latitudeDegrees, decimals: 8),
                FixedPoint.text(path.profile.groundMetres[index], decimals: 3),
                FixedPoint.text(path.profile.clutterMetres[index], decimals: 1),
                "\(path.profile.zones[index].rawValue)",
            ]
            text += fields.joined(separator: ",") + "\n"
        }
        do {
            try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
        } catch {
            throw MastheadError(
                .cannotWrite, "the table cannot be written", at: .file(file),
                remedy: "Name a file in a folder that exists and is writable.", cause: error.localizedDescription)
        }
    }
}

/// A path as JSON writes it.
struct PathRecord: Encodable {
    let from: GeographicPosition
    let to: GeographicPosition
    let model: String
    let carrierMegahertz: Double
    let timePercent: Double
    let locationPercent: Double
    let deltaN: Double
    let n0: Double
    let transmitterHeightMetres: Double
    let receiverHeightMetres: Double
    let lossDB: Double
    let ledger: Ledger
    let distanceKilometres: [Double]
    let groundMetres: [Double]
    let clutterMetres: [Double]
    let zones: [Int]
}
