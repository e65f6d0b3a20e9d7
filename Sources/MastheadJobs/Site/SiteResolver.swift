import MastheadCore
import MastheadOutput
import MastheadPlanning
import MastheadPropagation
import MastheadRadio

/// Puts flags and templates together into carriers that can be computed.
struct SiteResolver {
    /// A carrier with what its report says about it.
    struct Carrier: Sendable {
        let carrier: SiteCarrier
        let report: SiteCarrierReport
    }

    private let request: SiteRequest
    private let choices: [SiteTemplates.Choice]
    /// Height of the antennas.
    let height: Length

    init(_ request: SiteRequest) throws(MastheadError) {
        self.request = request
        choices = try SiteTemplates.choices(request)
        height = try Self.height(request, choices)
    }

    /// The files of the templates, each once.
    var templateFiles: [InputFile] {
        var files: [InputFile] = []
        for file in choices.compactMap(\.template) where !files.contains(where: { $0.path == file.path }) {
            files.append(
                InputFile(
                    role: "band template", name: "\(BandTemplateFolder.name)/\(file.template.id).yaml", base: .project,
                    path: file.path))
        }
        return files
    }

    /// All carriers, or all that is wrong with them together.
    func carriers() throws(MastheadError) -> [Carrier] {
        var carriers: [Carrier] = []
        var errors: [MastheadError] = []
        guard [0, 1, choices.count].contains(request.eirp.count) else {
            throw MastheadError(
                .usage, "there are \(request.eirp.count) values of EIRP for \(choices.count) carriers",
                at: .option("--eirp"), remedy: "State one EIRP for all carriers, or one for each in their order.")
        }
        for (index, choice) in choices.enumerated() {
            do throws(MastheadError) {
                let carrier = try carrier(choice, number: index)
                if carriers.contains(where: { $0.report.name == carrier.report.name }) {
                    throw MastheadError(
                        .usage, "the carrier \(choice.frequency) is stated twice", at: choice.location,
                        remedy: "Remove one of them; both would have the same raster.")
                }
                carriers.append(carrier)
            } catch {
                errors.append(error)
            }
        }
        if let error = MastheadError.combining(errors) { throw error }
        return carriers
    }

    /// One site has one height: stated, or that on which the templates agree.
    private static func height(_ request: SiteRequest, _ choices: [SiteTemplates.Choice]) throws(MastheadError)
        -> Length
    {
        if let height = request.height { return height }
        let heights = Set(choices.compactMap { $0.template?.template.height.value })
        guard heights.count <= 1 else {
            throw MastheadError(
                .usage,
                "the templates have antennas at \(heights.sorted().map(\.description).joined(separator: " and "))",
                at: .option("--height"), remedy: "Add --height with the height of this site's antennas.")
        }
        return heights.first ?? Length(metres: 30)
    }

    private func carrier(_ choice: SiteTemplates.Choice, number: Int) throws(MastheadError) -> Carrier {
        let template = choice.template?.template
        let entry = try ModelCatalogue.entry(
            request.model ?? template?.model.value ?? "p1812",
            at: request.model == nil ? choice.location : .option("--model"))
        let parameters = try parameters(choice, entry)
        try requireRadius(try entry.prepare(parameters, choice.location), entry)
        let radiation = try SiteRadiationResolver(request: request, choice: choice).radiation(
            eirp: request.eirp.count > 1 ? request.eirp[number] : request.eirp.first)
        let name = choice.frequency.description.filter { $0 != " " }
        let receiver = request.receiverHeight ?? template?.receiverHeight.value ?? Length(metres: 1.5)
        let carrier = SiteCarrier(
            name: name, model: entry, parameters: parameters, receiverHeight: receiver, radiation: radiation?.radiation)
        let report = SiteCarrierReport(
            name: name, file: "\(radiation == nil ? "loss" : "level")-\(name).tif", template: template?.id,
            megahertz: choice.frequency.megahertz, model: entry.edition, timePercent: parameters.timePercent,
            polarization: parameters.polarization.rawValue, receiverHeightMetres: receiver.metres,
            quantity: radiation?.radiation.quantity.rawValue ?? "basic transmission loss",
            eirpDBm: radiation?.radiation.eirpDBm, antennas: radiation?.words,
            wantedDBm: radiation?.radiation.wantedDBm, wantedSource: radiation?.wantedSource)
        return Carrier(carrier: carrier, report: report)
    }

    private func parameters(_ choice: SiteTemplates.Choice, _ entry: ModelEntry) throws(MastheadError)
        -> PropagationParameters
    {
        let template = choice.template?.template
        let isHorizontal = template?.polarization.value == LinearPolarization.horizontal.rawValue
        return PropagationParameters(
            frequency: choice.frequency, timePercent: (request.time ?? template?.time.value)?.percent ?? 50,
            polarization: request.polarization ?? (isHorizontal ? .horizontal : .vertical), deltaN: request.air.deltaN,
            n0: request.air.n0,
            composition: try composition(choice, entry))
    }

    private func composition(_ choice: SiteTemplates.Choice, _ entry: ModelEntry) throws(MastheadError) -> Composition?
    {
        guard let template = choice.template?.template else { return nil }
        return try CompositionResolver.composition(of: template, model: entry, at: choice.location)
    }

    /// Refuses a disc that lies before the model's first distance, or ends beyond its last.
    private func requireRadius(_ model: any TransmissionLossModel, _ entry: ModelEntry) throws(MastheadError) {
        let range = model.lengths
        let radius = request.radius.kilometres
        guard radius < range.lowerBound || radius > range.upperBound else { return }
        let bound = radius < range.lowerBound ? range.lowerBound : range.upperBound
        throw MastheadError(
            .outsideValidity,
            "the radius \(request.radius) is \(radius < range.lowerBound ? "below" : "above") the "
                + "\(Length(kilometres: bound)) \(radius < range.lowerBound ? "from" : "up to") which \(entry.edition) holds",
            at: .option("--radius"),
            remedy: radius < range.lowerBound
                ? "Use a radius of more than \(Length(kilometres: bound)), or another --model (masthead list models)."
                : "Use a radius of at most \(Length(kilometres: bound)), or another --model (masthead list models).")
    }
}
