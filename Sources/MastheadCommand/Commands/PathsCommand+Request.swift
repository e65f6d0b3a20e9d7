import Foundation
import MastheadCore
import MastheadGeo
import MastheadPropagation

extension PathsCommand {
    /// Reads all options and the header before any work is done.
    func table() throws(MastheadError) -> LinkTable {
        let choices = try propagation.choices()
        let latitude = try OptionValue.quantity(Angle.self, latitude, option: "--latitude")
        guard abs(latitude.degrees) <= 90 else {
            throw MastheadError(
                .usage, "the latitude \(latitude) is not on Earth", at: .option("--latitude"),
                remedy: "Write a latitude of -90 deg to 90 deg.")
        }
        let carrier = try carrier.map { (text) throws(MastheadError) in
            try OptionValue.positive(Frequency.self, text, option: "--carrier")
        }
        let layers = try terrain.layers()
        let reader = try DelimitedReader(path: input)
        let columns = try LinkColumns(reader, hasGround: layers != nil, hasCarrier: carrier != nil)
        try requireFree(out)
        let isStated = choices.deltaN != nil && choices.n0 != nil
        let defaults = LinkDefaults(
            choices: choices, model: try ModelCatalogue.entry(model, at: .option("--model")), carrier: carrier,
            latitudeDegrees: latitude.degrees, maps: isStated ? nil : try PathAtmosphere.projectMaps())
        let slash = input.lastIndex(of: "/").map { input.index(after: $0) } ?? input.startIndex
        let step = try terrain.statedStep()
        // Found once: to ask a raster for its own spacing costs as much as a path.
        let source = LinkTerrain(
            rasters: layers.map { ($0, step ?? $0.naturalStep) }, folder: String(input[..<slash]))
        return LinkTable(
            input: input, output: out, setup: LinkSetup(columns: columns, defaults: defaults, terrain: source),
            threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
    }

    /// Refuses to write over a file without leave, and over the input always.
    private func requireFree(_ file: String) throws(MastheadError) {
        guard FileManager.default.fileExists(atPath: file) else { return }
        let real = { (path: String) in URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path }
        guard real(file) != real(input) else {
            throw MastheadError(
                .usage, "the table to write is the table to read", at: .option("--out"),
                remedy: "Name another file.")
        }
        guard force else {
            throw MastheadError(
                .cannotWrite, "there is a file already", at: .file(file),
                remedy: "Name another file, or add --force to replace it.")
        }
    }
}
