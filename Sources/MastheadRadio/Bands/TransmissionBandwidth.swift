public import MastheadCore

/// How many resource blocks a channel holds.
///
/// Source: 3GPP TS 38.101-1 V18, Table 5.3.2-1 (410 MHz to 7.125 GHz); TS 38.101-2 V18, Table 5.3.2-1 (24.25 to 52.6 GHz).
public enum TransmissionBandwidth {
    /// Resource blocks by subcarrier spacing (kHz) and bandwidth (MHz), frequency range 1.
    static let range1: [Int: [Int: Int]] = [
        15: [
            3: 15, 5: 25, 10: 52, 15: 79, 20: 106, 25: 133, 30: 160, 35: 188, 40: 216, 45: 242, 50: 270,
        ],
        30: [
            5: 11, 10: 24, 15: 38, 20: 51, 25: 65, 30: 78, 35: 92, 40: 106, 45: 119, 50: 133, 60: 162, 70: 189,
            80: 217, 90: 245, 100: 273,
        ],
        60: [
            10: 11, 15: 18, 20: 24, 25: 31, 30: 38, 35: 44, 40: 51, 45: 58, 50: 65, 60: 79, 70: 93, 80: 107, 90: 121,
            100: 135,
        ],
    ]

    /// Resource blocks by subcarrier spacing (kHz) and bandwidth (MHz), frequency range 2.
    static let range2: [Int: [Int: Int]] = [
        60: [50: 66, 100: 132, 200: 264],
        120: [50: 32, 100: 66, 200: 132, 400: 264],
    ]

    /// The number of resource blocks.
    ///
    /// - Throws: `outside-validity`, with the frequencies, bandwidths or spacings that there are.
    public static func resourceBlocks(
        carrier: Frequency, bandwidth: Frequency, spacing: Frequency, at location: ErrorLocation = .none
    ) throws(MastheadError) -> Int {
        let isRange2 = (24.25...52.6).contains(carrier.gigahertz)
        guard isRange2 || (410...7125).contains(carrier.megahertz) else {
            throw MastheadError(
                .outsideValidity, "a carrier of \(carrier) lies in no frequency range of 5G NR", at: location,
                remedy: "Use a carrier of 410 MHz to 7125 MHz, or of 24250 MHz to 52600 MHz.")
        }
        let table = isRange2 ? range2 : range1
        let text = isRange2 ? "3GPP TS 38.101-2, Table 5.3.2-1" : "3GPP TS 38.101-1, Table 5.3.2-1"
        let spacingKilohertz = spacing.hertz / 1000
        guard let row = table.first(where: { Double($0.key) == spacingKilohertz })?.value else {
            let known = table.keys.sorted().map { "\($0) kHz" }.joined(separator: ", ")
            throw MastheadError(
                .outsideValidity,
                "a subcarrier spacing of \(PlainNumber.text(spacingKilohertz)) kHz is not in \(text)", at: location,
                remedy: "Use a spacing of \(known).")
        }
        guard let blocks = row.first(where: { Double($0.key) == bandwidth.megahertz })?.value else {
            let known = row.keys.sorted().map(String.init).joined(separator: ", ")
            throw MastheadError(
                .outsideValidity,
                "a bandwidth of \(bandwidth) with \(PlainNumber.text(spacingKilohertz)) kHz spacing is not in \(text)",
                at: location, remedy: "Use a bandwidth of \(known) MHz, or another subcarrier spacing.")
        }
        return blocks
    }
}
