import Foundation
import MastheadCore
import MastheadRadio
import Testing

@Suite("The link of a band")
struct LinkTests {
    private func cited<Value>(_ value: Value) -> Cited<Value> {
        Cited(value, citation: "a test", basis: .unverified)
    }

    private func template(blocks: Int = 5) -> LinkTemplate {
        LinkTemplate(
            load: cited(Share(percent: 50)), reuse: cited(1), noiseFigure: cited(Decibels(9)),
            leastSINR: cited(Decibels(-6)), downlinkShare: cited(Share(percent: 75)),
            overhead: cited(Share(percent: 14)),
            layers: cited(2), terminalPower: cited(PowerLevel(dBm: 23)), uplinkBlocks: cited(blocks),
            baseNoiseFigure: cited(Decibels(5)), uplinkSINR: cited(Decibels(-3)))
    }

    private func carrier() throws -> Carrier {
        try Carrier(
            frequency: Frequency(megahertz: 763), bandwidth: Frequency(megahertz: 10),
            subcarrierSpacing: Frequency(hertz: 15e3), at: .none)
    }

    // 0.01 dB: the constants are rounded to five digits in the usual −174 dBm/Hz.
    @Test("thermal noise is −173.98 dBm in a hertz, and ten times the band brings 10 dB")
    func noise() {
        #expect(abs(ThermalNoise.dBm(in: Frequency(hertz: 1)) + 173.975) < 0.01)
        let decade =
            ThermalNoise.dBm(in: Frequency(hertz: 10_000)) - ThermalNoise.dBm(in: Frequency(hertz: 1000))
        #expect(abs(decade - 10) < 1e-9)
    }

    // 1e-4: the table of 3GPP TS 38.214 prints efficiencies with four decimals.
    @Test("efficiencies are those that the table prints, and rise with the SINR")
    func efficiency() {
        let printed = [
            0.1523, 0.3770, 0.8770, 1.4766, 1.9141, 2.4063, 2.7305, 3.3223, 3.9023, 4.5234, 5.1152, 5.5547, 6.2266,
            6.9141, 7.4063,
        ]
        for (threshold, value) in zip(SpectralEfficiency.thresholdsDB, printed) {
            #expect(abs(SpectralEfficiency.bitsPerSymbol(sinrDB: threshold) - value) < 1e-4)
            #expect(SpectralEfficiency.bitsPerSymbol(sinrDB: threshold - 1e-6) < value)
        }
        #expect(SpectralEfficiency.thresholdsDB == SpectralEfficiency.thresholdsDB.sorted())
        #expect(SpectralEfficiency.bitsPerSymbol(sinrDB: -30) == 0)
    }

    @Test("throughput is symbols times efficiency")
    func throughput() throws {
        let link = try LinkTerms(template(), carrier: carrier(), feederLoss: Decibels(0))
        // 52 blocks of 12 subcarriers, 14 symbols a millisecond, 86 % of them for users, 75 % of the time, 2 layers.
        let symbols = 52.0 * 12 * 14 * 0.86 * 0.75 * 2
        #expect(abs(link.symbolsPerMillisecond - symbols) < 1e-6)
        // 40 dB is beyond the last index.
        #expect(abs(link.downlinkKilobitsPerSecond(sinrDB: 40) - symbols * 8 * 948 / 1024) < 1e-3)
    }

    @Test("the uplink budget adds up to its margin")
    func uplink() throws {
        let link = try LinkTerms(template(), carrier: carrier(), feederLoss: Decibels(3))
        let budget = link.uplink.budget(couplingDB: -120)
        #expect(abs(budget.total - (link.uplink.snrDB(couplingDB: -120) + 3)) < 1e-9)
        // 23 dBm over 60 subcarriers, −120 dB and 3 dB of feeder, over −132.2 dBm of noise and 5 dB.
        #expect(abs(link.uplink.snrDB(couplingDB: -120) - (23 - 17.78 - 120 - 3 + 132.21 - 5)) < 0.02)
    }

    @Test("more blocks for the terminal than the carrier has are refused")
    func blocks() throws {
        let carrier = try carrier()
        let error = #expect(throws: MastheadError.self) {
            try LinkTerms(template(blocks: 60), carrier: carrier, feederLoss: Decibels(0))
        }
        #expect(error?.remedy == "Set link.uplink-blocks to 52 or less.")
    }
}
