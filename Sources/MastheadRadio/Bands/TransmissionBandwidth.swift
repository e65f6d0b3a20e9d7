public import MastheadCore

/// How many resource blocks a channel holds, by frequency range, bandwidth and subcarrier spacing.
public struct TransmissionBandwidth: Sendable {
    /// The frequency range, as 3GPP names it: `"FR1"`.
    public let name: String
    /// The carriers that it is for.
    public let carriers: ValidRange<Frequency>
    /// The table.
    public let citation: Citation
    /// Resource blocks by subcarrier spacing (kHz) and bandwidth (MHz).
    let blocks: [Int: [Int: Int]]

    private init(_ name: String, _ carriers: ClosedRange<Frequency>, _ citation: Citation, _ blocks: [Int: [Int: Int]])
    {
        self.name = name
        self.carriers = ValidRange(carriers, of: "carrier", by: Citation("3GPP TS 38.104 V18", "Table 5.1-1"))
        self.citation = citation
        self.blocks = blocks
    }

    /// The frequency ranges with their tables.
    public static let ranges = [
        TransmissionBandwidth(
            "FR1", Frequency(megahertz: 410)...Frequency(megahertz: 7125),
            Citation("3GPP TS 38.101-1 V18", "Table 5.3.2-1"),
            [
                15: [
                    3: 15, 5: 25, 10: 52, 15: 79, 20: 106, 25: 133, 30: 160, 35: 188, 40: 216, 45: 242, 50: 270,
                ],
                30: [
                    5: 11, 10: 24, 15: 38, 20: 51, 25: 65, 30: 78, 35: 92, 40: 106, 45: 119, 50: 133, 60: 162,
                    70: 189, 80: 217, 90: 245, 100: 273,
                ],
                60: [
                    10: 11, 15: 18, 20: 24, 25: 31, 30: 38, 35: 44, 40: 51, 45: 58, 50: 65, 60: 79, 70: 93, 80: 107,
                    90: 121, 100: 135,
                ],
            ]),
        TransmissionBandwidth(
            "FR2-1", Frequency(megahertz: 24250)...Frequency(megahertz: 52600),
            Citation("3GPP TS 38.101-2 V18", "Table 5.3.2-1"),
            [
                60: [50: 66, 100: 132, 200: 264],
                120: [50: 32, 100: 66, 200: 132, 400: 264],
            ]),
    ]

    /// The number of resource blocks.
    ///
    /// - Throws: `outside-validity`, with the carriers, bandwidths or spacings that there are.
    public static func resourceBlocks(
        carrier: Frequency, bandwidth: Frequency, spacing: Frequency, at location: ErrorLocation = .none
    ) throws(MastheadError) -> Int {
        guard let range = ranges.first(where: { $0.carriers.contains(carrier) }) else {
            let known = ranges.map { "\($0.carriers) (\($0.name))" }.joined(separator: " or ")
            throw MastheadError(
                .outsideValidity, "a carrier of \(carrier) is in no frequency range of 5G NR", at: location,
                remedy: "Use a carrier of \(known).")
        }
        return try range.blocks(bandwidth: bandwidth, spacing: spacing, at: location)
    }

    private func blocks(
        bandwidth: Frequency, spacing: Frequency, at location: ErrorLocation
    ) throws(MastheadError) -> Int {
        let kilohertz = spacing.hertz / 1000
        guard let row = blocks.first(where: { Double($0.key) == kilohertz })?.value else {
            throw MastheadError(
                .outsideValidity,
                "a subcarrier spacing of \(PlainNumber.text(kilohertz)) kHz is not in \(citation) (\(name))",
                at: location, remedy: "Use a spacing of \(Self.list(blocks.keys, "kHz")).")
        }
        if let count = row.first(where: { Double($0.key) == bandwidth.megahertz })?.value { return count }
        let others = blocks.filter { $0.value.keys.contains { Double($0) == bandwidth.megahertz } }.keys
        throw MastheadError(
            .outsideValidity,
            "a bandwidth of \(bandwidth) with \(PlainNumber.text(kilohertz)) kHz spacing is not in \(citation) (\(name))",
            at: location,
            remedy: "Use a bandwidth of \(Self.list(row.keys, "MHz"))"
                + (others.isEmpty ? "." : ", or a subcarrier spacing of \(Self.list(others, "kHz"))."))
    }

    private static func list(_ numbers: some Sequence<Int>, _ unit: String) -> String {
        numbers.sorted().map(String.init).joined(separator: ", ") + " \(unit)"
    }
}
