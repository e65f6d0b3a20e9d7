import MastheadCore
import MastheadRadio
import Testing

@Suite("Carriers")
struct CarrierTests {
    private func carrier(_ megahertz: Double, bandwidth: Double, spacing: Double) throws -> Carrier {
        try Carrier(
            frequency: Frequency(megahertz: megahertz), bandwidth: Frequency(megahertz: bandwidth),
            subcarrierSpacing: Frequency(hertz: spacing * 1000), at: .file("bands/test.yaml"))
    }

    @Test(
        "a channel has the resource blocks of 3GPP",
        arguments: [
            (773.0, 30.0, 15.0, 160), (773, 3, 15, 15), (773, 5, 15, 25), (2120, 50, 15, 270), (2565, 100, 30, 273),
            (3550, 100, 30, 273), (3550, 60, 30, 162), (4850, 20, 30, 51), (4850, 100, 60, 135), (26000, 50, 60, 66),
            (26000, 400, 120, 264), (28000, 100, 120, 66), (39000, 50, 120, 32),
        ])
    func blocks(megahertz: Double, bandwidth: Double, spacing: Double, blocks: Int) throws {
        let carrier = try carrier(megahertz, bandwidth: bandwidth, spacing: spacing)
        #expect(carrier.resourceBlocks == blocks && carrier.subcarriers == 12 * blocks)
    }

    @Test("every channel that a refusal lists holds its subcarriers, and more spacing never means more of them")
    func tables() throws {
        for (megahertz, spacings) in [(3550.0, [15.0, 30, 60]), (26000, [60, 120])] {
            var before: [Double: Int] = [:]
            for spacing in spacings {
                let error = #expect(throws: MastheadError.self) {
                    try carrier(megahertz, bandwidth: 1, spacing: spacing)
                }
                let numbers = try #require(error).remedy.split { !$0.isNumber }.compactMap { Double($0) }
                #expect(numbers.count >= 3)
                for bandwidth in numbers {
                    let blocks = try carrier(megahertz, bandwidth: bandwidth, spacing: spacing).resourceBlocks
                    #expect(Double(blocks) * 12 * spacing < bandwidth * 1000, "\(bandwidth) MHz, \(spacing) kHz")
                    #expect(blocks < before[bandwidth] ?? .max)
                    before[bandwidth] = blocks
                }
            }
        }
    }

    @Test("a channel that 3GPP does not define is refused with what there is, at its place")
    func refusals() throws {
        let bandwidth = try #require(
            #expect(throws: MastheadError.self) { try carrier(773, bandwidth: 12, spacing: 15) })
        #expect(bandwidth.code == .outsideValidity && bandwidth.location == .file("bands/test.yaml"))
        #expect(bandwidth.problem.contains("12 MHz") && bandwidth.problem.contains("15 kHz"))
        #expect(bandwidth.remedy.contains("10, 15, 20, 25, 30"))
        // 100 MHz exists, with wider spacings.
        let wide = try #require(
            #expect(throws: MastheadError.self) { try carrier(3550, bandwidth: 100, spacing: 15) })
        #expect(wide.remedy.hasSuffix(", or a subcarrier spacing of 30, 60 kHz."))
        let spacing = try #require(
            #expect(throws: MastheadError.self) { try carrier(3550, bandwidth: 100, spacing: 120) })
        #expect(spacing.problem.contains("120 kHz") && spacing.problem.contains("38.101-1"))
        #expect(spacing.remedy == "Use a spacing of 15, 30, 60 kHz.")
        let range2 = try #require(
            #expect(throws: MastheadError.self) { try carrier(26000, bandwidth: 100, spacing: 15) })
        #expect(range2.problem.contains("38.101-2") && range2.remedy == "Use a spacing of 60, 120 kHz.")
    }

    @Test(
        "a carrier outside the frequency ranges of 5G NR is refused with both",
        arguments: [-700, 0, 300, 7126, 15000, 24249, 60000, .nan, .infinity] as [Double])
    func outsideRanges(megahertz: Double) throws {
        let error = try #require(
            #expect(throws: MastheadError.self) { try carrier(megahertz, bandwidth: 100, spacing: 60) })
        #expect(error.code == .outsideValidity && error.location == .file("bands/test.yaml"))
        #expect(error.remedy.contains("7125 MHz") && error.remedy.contains("24250 MHz"))
    }

    @Test("the unit in which a bandwidth is written does not matter")
    func units() throws {
        for text in ["100 MHz", "0.1 GHz", "100000 kHz"] {
            let carrier = try Carrier(
                frequency: Frequency(parsing: "3.55 GHz"), bandwidth: Frequency(parsing: text),
                subcarrierSpacing: Frequency(parsing: "0.03 MHz"))
            #expect(carrier.resourceBlocks == 273)
        }
    }
}
