import MastheadCore
import MastheadGeo
import MastheadOutput
import MastheadPropagation

/// One path with its loss by one model or several: the terrain, the ledgers, and how all are printed.
struct PathAnswer {
    let request: PathRequest
    let path: TerrainPath
    /// One answer for each model that was asked; the only one has a loss.
    let answers: [ModelAnswer]

    /// Where the values stand that a model reads beside the path.
    static let parameterOptions = ErrorLocation.option("--carrier, --time, --locations")

    /// Reads the terrain and computes the losses.
    ///
    /// - Throws: What is wrong with the path; in a comparison what the models say only where none has a loss.
    init(_ request: PathRequest) throws(MastheadError) {
        self.request = request
        // A model that cannot answer says so before the terrain is read.
        if !request.isComparison {
            for model in request.models { _ = try model.prepare(request.parameters, Self.parameterOptions) }
        }
        let path = try TerrainPath(
            from: request.from, to: request.to, step: request.step, terrain: TerrainCache(request.layers))
        let terminals = PathTerminals(
            transmitterHeightMetres: request.transmitterHeight.metres,
            receiverHeightMetres: request.receiverHeight.metres,
            midpointLatitudeDegrees: Geodesic.midpoint(from: request.from, to: request.to).latitudeDegrees)
        self.path = path
        answers = request.models.map {
            $0.answer(for: request.parameters, over: path.profile, terminals: terminals)
        }
        if answers.allSatisfy({ $0.error != nil }), let error = MastheadError.combining(answers.compactMap(\.error)) {
            throw error
        }
    }

    /// The answer that others are compared with: the first that has a loss.
    var reference: ModelAnswer? { answers.first { $0.lossDB != nil } }

    /// Loss less that of the reference, dB; nil where there is none.
    func differenceDB(_ answer: ModelAnswer) -> Double? {
        guard let loss = answer.lossDB, let first = reference?.lossDB else { return nil }
        return loss - first
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
        try AtomicFile.write(text, to: file)
    }
}
