import MastheadCore
import MastheadGeo
import MastheadPropagation

/// What rows fall back on where they leave a cell empty.
struct LinkDefaults: Sendable {
    let choices: PropagationChoices
    let model: ModelEntry
    let carrier: Frequency?
    /// Latitude of paths that have a profile and no coordinates, degrees.
    let latitudeDegrees: Double
    let maps: RefractivityMaps?
}

/// One row of a table of links, its values read.
struct LinkQuestion {
    /// The ends of the path; nil where only a profile is given.
    let ends: (from: GeographicPosition, to: GeographicPosition)?
    /// The file of the profile as the row names it.
    let profile: String?
    let model: ModelEntry
    let parameters: PropagationParameters
    let terminals: PathTerminals

    /// Reads a row.
    ///
    /// - Throws: `bad-quantity` or `unknown-name`, with the column in the problem.
    init(_ cells: [String], columns: LinkColumns, defaults: LinkDefaults) throws(MastheadError) {
        func text(_ column: LinkColumn) -> String? { columns.text(column, in: cells) }
        func needed(_ column: LinkColumn) throws(MastheadError) -> String {
            guard let text = text(column) else {
                throw MastheadError(
                    .badQuantity, "\(column.rawValue) is empty", remedy: "Write a value into the cell.")
            }
            return text
        }
        func number(_ column: LinkColumn, _ text: String) throws(MastheadError) -> Double {
            guard let value = Double(text), value.isFinite else {
                throw MastheadError(
                    .badQuantity, "\(column.rawValue) \"\(text)\" is not a number",
                    remedy: "Write a number with a point and without a unit.")
            }
            return value
        }
        func share(_ column: LinkColumn, else fallback: Double) throws(MastheadError) -> Double {
            guard let text = text(column) else { return fallback }
            let value = try number(column, text)
            guard value > 0, value < 100 else {
                throw MastheadError(
                    .badQuantity, "\(column.rawValue) \(text) is not between 0 and 100",
                    remedy: "Write a percentage above 0 and below 100.")
            }
            return value
        }

        model =
            try text(.model).map { (name) throws(MastheadError) in try ModelCatalogue.entry(name) } ?? defaults.model
        profile = text(.profile)
        let coordinates = LinkColumn.coordinates.compactMap(text)
        guard profile != nil || !coordinates.isEmpty else {
            throw MastheadError(
                .badQuantity, "the row has neither a profile nor coordinates",
                remedy: "Name a profile, or write from_lon, from_lat, to_lon and to_lat.")
        }
        if !coordinates.isEmpty {
            var degrees: [Double] = []
            for column in LinkColumn.coordinates { degrees.append(try number(column, try needed(column))) }
            ends = (
                try Self.position(degrees[0], degrees[1], "from"), try Self.position(degrees[2], degrees[3], "to")
            )
        } else {
            ends = nil
        }

        var choices = defaults.choices
        choices.timePercent = try share(.time, else: choices.timePercent)
        choices.locationPercent = try share(.locations, else: choices.locationPercent)
        if let text = text(.polarization) {
            guard let polarization = LinearPolarization(rawValue: text) else {
                throw MastheadError(
                    .badQuantity, "polarization \"\(text)\" is not known", remedy: "Write vertical or horizontal.")
            }
            choices.polarization = polarization
        }
        if let text = text(.deltaN) { choices.deltaN = try number(.deltaN, text) }
        if let text = text(.n0) { choices.n0 = try number(.n0, text) }
        let middle = ends.map { Geodesic.midpoint(from: $0.from, to: $0.to) }
        let latitude = try text(.midLatitude).map { (text) throws(MastheadError) in try number(.midLatitude, text) }
        guard abs(latitude ?? 0) <= 90 else {
            throw MastheadError(
                .badQuantity, "mid_lat \(PlainNumber.text(latitude ?? 0)) is not on Earth",
                remedy: "Write a latitude of -90 to 90.")
        }
        let climate = PathAtmosphere(deltaN: choices.deltaN, n0: choices.n0, maps: defaults.maps, at: middle)
        let stated = try text(.frequency).map { (text) throws(MastheadError) in try Frequency(parsing: text) }
        let megahertz = try text(.frequencyMegahertz).map { (text) throws(MastheadError) in
            Frequency(megahertz: try number(.frequencyMegahertz, text))
        }
        guard let frequency = stated ?? megahertz ?? defaults.carrier else {
            throw MastheadError(
                .badQuantity, "the row states no frequency",
                remedy: "Write a frequency into the cell, or state one for such rows with --carrier.")
        }
        guard frequency.hertz > 0 else {
            throw MastheadError(
                .badQuantity, "the frequency \(frequency) is not above zero", remedy: "Write a frequency above zero.")
        }
        parameters = choices.parameters(frequency: frequency, climate: climate)
        terminals = PathTerminals(
            transmitterHeightMetres: try number(.fromHeight, try needed(.fromHeight)),
            receiverHeightMetres: try number(.toHeight, try needed(.toHeight)),
            midpointLatitudeDegrees: latitude ?? middle?.latitudeDegrees ?? defaults.latitudeDegrees)
    }

    private static func position(_ longitude: Double, _ latitude: Double, _ end: String)
        throws(MastheadError) -> GeographicPosition
    {
        guard abs(longitude) <= 360, abs(latitude) <= 90 else {
            throw MastheadError(
                .badQuantity,
                "\(end)_lon \(PlainNumber.text(longitude)) and \(end)_lat \(PlainNumber.text(latitude)) are not on Earth",
                remedy: "Write a longitude of -180 to 180 and a latitude of -90 to 90.")
        }
        return OptionValue.position(longitude: longitude, latitude: latitude)
    }
}
