import MastheadCore
import MastheadGeo
import MastheadJobs
import MastheadPropagation

/// What is asked about one path, all values read.
struct PathRequest {
    let from: GeographicPosition
    let to: GeographicPosition
    /// The models, the one that others are compared with first.
    let models: [ModelEntry]
    /// Whether a model may refuse the path and leave the others their say.
    let isComparison: Bool
    let parameters: PropagationParameters
    let layers: TerrainLayers
    let step: Length
    let transmitterHeight: Length
    let receiverHeight: Length
    /// Where ΔN and N₀ come from, in words.
    let atmosphere: String
}

extension ProfileCommand {
    /// Reads all options before any work is done.
    func request() throws(MastheadError) -> PathRequest {
        let start = try OptionValue.position(from, option: "--from")
        let end = try OptionValue.position(to, option: "--to")
        let models = try requestedModels()
        let choices = try propagation.choices()
        let transmitter = try OptionValue.quantity(Length.self, heightTx, option: "--height-tx")
        let receiver = try OptionValue.quantity(Length.self, heightRx, option: "--height-rx")
        let carrier = try OptionValue.positive(Frequency.self, carrier, option: "--carrier")
        let isStated = choices.deltaN != nil && choices.n0 != nil
        let air = PathAtmosphere(
            deltaN: choices.deltaN, n0: choices.n0, maps: isStated ? nil : try PathAtmosphere.projectMaps(),
            at: Geodesic.midpoint(from: start, to: end))
        if let plot { try PathAnswer.requirePlottable(plot) }
        guard let layers = try terrain.layers() else {
            throw MastheadError(
                .usage, "there is no terrain to read", at: .option("--ground"),
                remedy: "Add --ground with a raster of altitudes.")
        }
        return PathRequest(
            from: start, to: end, models: models, isComparison: compare != nil,
            parameters: choices.parameters(frequency: carrier, climate: air), layers: layers,
            step: try terrain.statedStep() ?? layers.naturalStep, transmitterHeight: transmitter,
            receiverHeight: receiver,
            atmosphere: air.source)
    }

    /// The models by name, each once: the one of `--model` where it is given, then those of `--compare`.
    private func requestedModels() throws(MastheadError) -> [ModelEntry] {
        guard let compare else { return [try ModelCatalogue.entry(model ?? "p1812", at: .option("--model"))] }
        var models: [ModelEntry] = []
        if let model { models.append(try ModelCatalogue.entry(model, at: .option("--model"))) }
        let names = compare.split(separator: ",", omittingEmptySubsequences: false).map {
            String(String($0.drop { $0 == " " }).trimmingEnd())
        }
        let others =
            names == ["all"]
            ? ModelCatalogue.entries
            : try names.map { (name) throws(MastheadError) in
                try ModelCatalogue.entry(name, at: .option("--compare"))
            }
        for entry in others where !models.contains(where: { $0.id == entry.id }) { models.append(entry) }
        return models
    }
}
