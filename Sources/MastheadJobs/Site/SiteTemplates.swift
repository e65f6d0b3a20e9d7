import MastheadCore
import MastheadRadio

/// Finds the carriers of a site and the band template of each.
enum SiteTemplates {
    /// A carrier and its place among the options.
    struct Choice: Sendable {
        let frequency: Frequency
        let template: BandTemplateFile?
        let location: ErrorLocation
    }

    /// The carriers in the order in which they were stated.
    ///
    /// - Throws: `usage`, `unknown-name`, or what the template's file is refused for.
    static func choices(_ request: SiteRequest) throws(MastheadError) -> [Choice] {
        let option = ErrorLocation.option("--template")
        let names = request.templates
        if names == ["auto"] { return try matched(request.carriers) }
        var files: [BandTemplateFile] = []
        for name in names {
            files.append(try BandTemplateFolder.template(Entry(.named(name), at: option), jobFile: "./job.yaml"))
        }
        if request.carriers.isEmpty {
            guard !files.isEmpty else {
                throw MastheadError(
                    .usage, "no carrier is stated", at: .option("--carrier"),
                    remedy: "Add --carrier with one frequency or several, such as 763MHz,2.6GHz, or --template n28-700."
                )
            }
            return files.map { Choice(frequency: $0.template.carrier.value, template: $0, location: option) }
        }
        guard files.count <= 1 || files.count == request.carriers.count else {
            throw MastheadError(
                .usage, "there are \(files.count) templates for \(request.carriers.count) carriers", at: option,
                remedy: "Name one template for all carriers, one for each in their order, or auto.")
        }
        return request.carriers.enumerated().map { index, frequency in
            Choice(
                frequency: frequency, template: files.count > 1 ? files[index] : files.first, location: place(index))
        }
    }

    /// Where the user wrote a carrier.
    static func place(_ index: Int) -> ErrorLocation { .option("--carrier, number \(index + 1) of the list") }

    /// For each carrier the template whose channel holds it.
    private static func matched(_ carriers: [Frequency]) throws(MastheadError) -> [Choice] {
        guard !carriers.isEmpty else {
            throw MastheadError(
                .usage, "no carrier is stated that a template could be found for", at: .option("--template"),
                remedy: "Add --carrier, or name templates in place of auto.")
        }
        let all = try BandTemplateFolder.all()
        var choices: [Choice] = []
        var errors: [MastheadError] = []
        for (index, carrier) in carriers.enumerated() {
            let found = all.first { file in
                abs(file.template.carrier.value.hertz - carrier.hertz) <= file.template.bandwidth.value.hertz / 2
            }
            if let found {
                choices.append(Choice(frequency: carrier, template: found, location: place(index)))
            } else {
                errors.append(
                    MastheadError(
                        .unknownName, "no band template has a channel around \(carrier)", at: place(index),
                        remedy: "Name one with --template: \(all.map(\.template.id).joined(separator: ", ")); or leave "
                            + "--template out and state --eirp."))
            }
        }
        if let error = MastheadError.combining(errors) { throw error }
        return choices
    }
}
