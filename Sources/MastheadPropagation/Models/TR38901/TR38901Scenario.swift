import MastheadCore

/// What the path model needs to know of a scenario.
protocol TR38901Scenario: Sendable {
    static var id: String { get }
    static var title: String { get }
    static var purpose: String { get }
    static var frequencies: ValidRange<Frequency> { get }
    static var baseHeights: ValidRange<Length> { get }
    static var userHeights: ValidRange<Length> { get }
    /// Distances along the ground of paths in sight.
    static var sightDistances: ValidRange<Length> { get }
    /// Distances along the ground of hidden paths.
    static var hiddenDistances: ValidRange<Length> { get }
    /// The base station's height for which the table was made, m.
    static var nominalBaseMetres: Double { get }
    /// Standard deviations of the shadow fading that occur, the smallest first, dB.
    static var sigmasDB: [Double] { get }

    /// The scenario with the text's defaults.
    init()
    func breakPoint(_ link: TR38901.Link) -> Double
    func sightMedianDB(_ link: TR38901.Link) -> Double
    /// Not below ``sightMedianDB(_:)``.
    func hiddenMedianDB(_ link: TR38901.Link) -> Double
    /// From 0 to 1.
    func probability(_ link: TR38901.Link) -> Double
    /// σSF, dB.
    func shadowSigmaDB(_ link: TR38901.Link, isInSight: Bool) -> Double
    /// A median loss that no link of this length falls below, dB.
    func lowestMedianDB(slantMetres: Double, frequencyGigahertz: Double) -> Double
}

extension TR38901Scenario {
    /// The ranges in words.
    static var validity: [String] {
        [
            "\(frequencies.subject) \(frequencies)", "\(baseHeights.subject) \(baseHeights)",
            "\(userHeights.subject) \(userHeights)", "\(sightDistances.subject) \(sightDistances)",
            "\(hiddenDistances.subject) \(hiddenDistances)", SightlineChecks.locationValidity,
        ]
    }

    /// The catalogue's entry.
    static var catalogueEntry: ModelEntry {
        ModelEntry(
            id: id, title: title, edition: TR38901.edition, purpose: purpose, validity: validity,
            citation: TR38901.citation("Table 7.4.1-1"), tellsSight: true,
            prepare: { (parameters, location) throws(MastheadError) in
                try TR38901Model<Self>.prepare(for: parameters, at: location)
            })
    }
}

/// The ranges that the scenarios' tables share in form.
enum TR38901Range {
    static func frequencies(upToGigahertz highest: Double) -> ValidRange<Frequency> {
        ValidRange(
            Frequency(gigahertz: 0.5)...Frequency(gigahertz: highest), of: "carrier frequency",
            by: TR38901.citation("Table 7.4.1-1, note 2"))
    }

    static func baseHeights(_ metres: ClosedRange<Double>, by citation: Citation) -> ValidRange<Length> {
        heights(metres, of: "height of the higher antenna, the base station's,", by: citation)
    }

    static func userHeights(_ metres: ClosedRange<Double>) -> ValidRange<Length> {
        heights(
            metres, of: "height of the lower antenna, the user's,", by: TR38901.citation("Table 7.4.1-1"))
    }

    static func sightDistances(upToKilometres longest: Double) -> ValidRange<Length> {
        ValidRange(
            Length(metres: 10)...Length(kilometres: longest), of: "length of a path in sight",
            by: TR38901.citation("Table 7.4.1-1"))
    }

    static let hiddenDistances = ValidRange(
        Length(metres: 10)...Length(kilometres: 5), of: "length of a hidden path",
        by: TR38901.citation("Table 7.4.1-1"))

    private static func heights(
        _ metres: ClosedRange<Double>, of subject: String, by citation: Citation
    ) -> ValidRange<Length> {
        ValidRange(
            Length(metres: metres.lowerBound)...Length(metres: metres.upperBound), of: subject, by: citation)
    }
}
