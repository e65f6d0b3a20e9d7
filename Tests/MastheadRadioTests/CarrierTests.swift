import Foundation
import MastheadCore
import MastheadRadio
import Testing

@Suite("Carriers")
struct CarrierTests {
    private func carrier(_ megahertz: Double, _ bandwidth: Double, _ kilohertz: Double) throws -> Carrier {
        try Carrier(
            frequency: Frequency(megahertz: megahertz), bandwidth: Frequency(megahertz: bandwidth),
            subcarrierSpacing: Frequency(hertz: kilohertz * 1000))
    }

    @Test(
        "resource blocks are those of TS 38.101, Table 5.3.2-1",
        arguments: [
            (773.0, 30.0, 15.0, 160), (773, 10, 15, 52), (773, 20, 15, 106), (773, 3, 15, 15), (2565, 100, 30, 273),
            (3550, 50, 30, 133), (3550, 35, 30, 92), (4850, 100, 60, 135), (4850, 90, 30, 245),
            (26_000, 100, 120, 66), (26_000, 400, 120, 264), (39_000, 50, 60, 66),
        ])
    func table(megahertz: Double, bandwidth: Double, kilohertz: Double, blocks: Int) throws {
        let carrier = try carrier(megahertz, bandwidth, kilohertz)
        #expect(carrier.resourceBlocks == blocks && carrier.subcarriers == 12 * blocks)
    }

    @Test("all blocks fit into their channels, and leave less than a tenth of them free above 25 MHz")
    func blocksFit() throws {
        for (megahertz, spacings) in [(3500.0, [15.0, 30, 60]), (26_000, [60.0, 120])] {
            for spacing in spacings {
                for bandwidth in stride(from: 1.0, through: 400, by: 1) {
                    guard let carrier = try? carrier(megahertz, bandwidth, spacing) else { continue }
                    let used = Double(carrier.subcarriers) * spacing / 1000
                    #expect(used < bandwidth)
                    if bandwidth > 25 { #expect(used > 0.9 * bandwidth, "\(bandwidth) MHz, \(spacing) kHz") }
                }
            }
        }
    }

    @Test(
        "a combination that does not exist is refused with those that do",
        arguments: [
            (773.0, 100.0, 15.0, "5, 10, 15, 20, 25, 30, 35, 40, 45, 50 MHz, or a subcarrier spacing of 30, 60 kHz"),
            (773, 7, 15, "40, 45, 50 MHz."), (773, 10, 120, "15, 30, 60 kHz"), (26_000, 100, 30, "60, 120 kHz"),
            (10_000, 100, 30, "410 MHz to 7125 MHz (FR1) or 24250 MHz to 52600 MHz"), (100, 10, 15, "FR1"),
        ])
    func refused(megahertz: Double, bandwidth: Double, kilohertz: Double, mention: String) {
        let error = #expect(throws: MastheadError.self) { try carrier(megahertz, bandwidth, kilohertz) }
        #expect(error?.code == .outsideValidity && error?.remedy.contains(mention) == true, "\(error?.remedy ?? "")")
    }

    @Test("a remedy works: any bandwidth that it lists makes a carrier")
    func remedyWorks() throws {
        let error = #expect(throws: MastheadError.self) { try carrier(773, 7, 15) }
        let numbers = (error?.remedy ?? "").split { !$0.isNumber }.compactMap { Double($0) }
        #expect(numbers.count > 5)
        for bandwidth in numbers { #expect(throws: Never.self) { try carrier(773, bandwidth, 15) } }
    }
}
