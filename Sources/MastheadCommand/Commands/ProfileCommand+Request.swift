import MastheadCore
import MastheadGeo
import MastheadJobs
import MastheadPropagation

/// What is asked about one path, all values read.
struct PathRequest {
    let from: GeographicPosition
    let to: GeographicPosition
    let model: ModelEntry
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
        let model = try ModelCatalogue.entry(model, at: .option("--model"))
        guard let polarization = LinearPolarization(rawValue: polarization) else {
            throw MastheadError(
                .usage, "\"\(polarization)\" is not a polarization", at: .option("--polarization"),
                remedy: "Write vertical or horizontal.")
        }
        let transmitter = try OptionValue.quantity(Length.self, heightTx, option: "--height-tx")
        let receiver = try OptionValue.quantity(Length.self, heightRx, option: "--height-rx")
        let carrier = try OptionValue.quantity(Frequency.self, carrier, option: "--carrier")
        let time = try OptionValue.quantity(Share.self, time, option: "--time")
        let locations = try OptionValue.quantity(Share.self, locations, option: "--locations")
        let sea = try OptionValue.quantity(Length.self, seaBelow, option: "--sea-below")
        let air = try PathAtmosphere(
            deltaN: deltaN, n0: n0, at: Geodesic.midpoint(from: start, to: end))
        if let plot { try PathAnswer.requirePlottable(plot) }
        let layers = try TerrainLayers(
            ground: ground, clutter: clutter, classes: clutterClasses, seaBelow: sea)
        return PathRequest(
            from: start, to: end, model: model,
            parameters: PropagationParameters(
                frequency: carrier, timePercent: time.percent, locationPercent: locations.percent,
                polarization: polarization, deltaN: air.deltaN, n0: air.n0),
            layers: layers, step: try requestedStep(layers), transmitterHeight: transmitter,
            receiverHeight: receiver, atmosphere: air.source)
    }

    private func requestedStep(_ layers: TerrainLayers) throws(MastheadError) -> Length {
        guard let step else { return layers.naturalStep }
        let length = try OptionValue.quantity(Length.self, step, option: "--step")
        guard length.metres >= 1 else {
            throw MastheadError(
                .usage, "the step \(length) is below 1 m", at: .option("--step"),
                remedy: "Write a step of 1 m or more; the default follows the pixels of the ground.")
        }
        return length
    }
}
