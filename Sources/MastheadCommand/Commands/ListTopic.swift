import MastheadCore
import MastheadJobs
import MastheadOutput
import MastheadPropagation
import MastheadRadio

/// A catalogue that can be listed, with its columns.
struct ListTopic: Sendable {
    /// The word after `masthead list`.
    let name: String
    /// What is listed, a few words.
    let abstract: String
    /// The names of the columns.
    let columns: [String]
    /// The rows.
    let rows: @Sendable () throws(MastheadError) -> [[String]]

    /// All topics, in the order of the help.
    static let all = [models, effects, bands, products, antennas, offAxis, masks, rules, layers]

    private static let models = ListTopic(
        name: "models", abstract: "propagation models", columns: ["id", "edition", "title", "purpose", "validity"]
    ) { () throws(MastheadError) in
        ModelCatalogue.entries.map { [$0.id, $0.edition, $0.title, $0.purpose, $0.validity.joined(separator: "; ")] }
    }

    private static let effects = ListTopic(
        name: "effects", abstract: "parts of a loss: gases, rain, clutter, building entry",
        columns: ["id", "edition", "title", "purpose", "validity"]
    ) { () throws(MastheadError) in
        EffectCatalogue.entries.map { [$0.id, $0.edition, $0.title, $0.purpose, $0.validity.joined(separator: "; ")] }
    }

    private static let bands = ListTopic(
        name: "bands", abstract: "band templates in Jobs/bands",
        columns: ["id", "band", "carrier", "bandwidth", "power", "threshold", "title"]
    ) { () throws(MastheadError) in
        try BandTemplateFolder.all().map { file in
            let band = file.template
            return [
                band.id, band.operatingBand.value, band.carrier.value.description, band.bandwidth.value.description,
                band.power.value.description, band.threshold.value.description, band.title,
            ]
        }
    }

    private static let products = ListTopic(
        name: "products", abstract: "products of runs and plans",
        columns: ["id", "commands", "file", "format", "summary"]
    ) { () throws(MastheadError) in
        ProductNames.rows.map { [$0.id, $0.commands, $0.fileName, $0.format, $0.summary] }
    }

    private static let antennas = ListTopic(
        name: "antennas", abstract: "antenna patterns", columns: ["id", "source", "summary"]
    ) { () throws(MastheadError) in
        AntennaCatalogue.entries.map { [$0.id, $0.citation.description, $0.summary] }
    }

    private static let offAxis = ListTopic(
        name: "off-axis", abstract: "patterns of earth stations and fixed links by off-axis angle",
        columns: ["id", "source", "summary", "validity"]
    ) { () throws(MastheadError) in
        OffAxisPatternCatalogue.entries.map {
            [$0.id, $0.citation.description, $0.summary, $0.validity.joined(separator: "; ")]
        }
    }

    private static let masks = ListTopic(
        name: "masks", abstract: "masks of emissions and selectivity in Jobs/masks",
        columns: ["id", "kind", "from", "to"]
    ) { () throws(MastheadError) in
        try MaskFolder.all().map { [$0.id, $0.kind, $0.from, $0.to] }
    }

    private static let rules = ListTopic(
        name: "rules", abstract: "criteria of the rule packs in Jobs/rules, with date and basis",
        columns: RuleListing.columns
    ) { () throws(MastheadError) in
        try RuleListing.rows()
    }

    private static let layers = ListTopic(
        name: "layers", abstract: "layers of a job, by role", columns: ["key", "required", "meaning"]
    ) { () throws(MastheadError) in
        LayerRoles.rows
    }
}
