import Foundation

/// A well-formed MSI file by its parts, for tests that read it or spoil it.
struct MSIFile {
    var name = "TEST 65-8"
    var gain = "GAIN 17.5 dBi"
    /// 30 dB behind, 12 (φ/65°)² in front.
    var horizontal: [Double] = (0..<360).map { Self.cut($0, beamwidth: 65, limit: 30) }
    /// The beam points 6° down; above the horizon, from 180 to 360, it is 3 dB weaker than below.
    var vertical: [Double] = (0..<360).map {
        Self.cut(($0 + 354) % 360, beamwidth: 8, limit: $0 <= 180 ? 20 : 23)
    }
    var lineEnd = "\n"

    static func cut(_ degrees: Int, beamwidth: Double, limit: Double) -> Double {
        let turned = Double(degrees > 180 ? degrees - 360 : degrees)
        // Two decimals, as such files have.
        return (min(12 * (turned / beamwidth) * (turned / beamwidth), limit) * 100).rounded() / 100
    }

    /// The lines: five of keywords, then each section's header with its 360 angles.
    var lines: [String] {
        ["NAME \(name)", "MAKE nobody", "FREQUENCY 3500", gain, "TILT ELECTRICAL"] + section("HORIZONTAL", horizontal)
            + section("VERTICAL", vertical)
    }

    var text: String { lines.joined(separator: lineEnd) + lineEnd }

    private func section(_ title: String, _ cut: [Double]) -> [String] {
        ["\(title) 360"] + cut.enumerated().map { "\($0.offset)\t\($0.element)" }
    }
}
