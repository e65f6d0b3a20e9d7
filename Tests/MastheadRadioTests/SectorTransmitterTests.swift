import Foundation
import MastheadCore
import MastheadRadio
import MastheadTestSupport
import Testing

@Suite("Link budgets")
struct SectorTransmitterTests {
    private func transmitter(
        power: Double = 53, feeder: Double = 3, tilt: Double = 6
    ) throws -> SectorTransmitter {
        SectorTransmitter(
            carrier: try Carrier(
                frequency: Frequency(megahertz: 3550), bandwidth: Frequency(megahertz: 100),
                subcarrierSpacing: Frequency(hertz: 30e3)),
            power: PowerLevel(dBm: power), feederLoss: Decibels(feeder),
            antenna: MountedAntenna(
                pattern: SectorElementPattern(peakGain: Decibels(18), verticalBeamwidth: Angle(degrees: 8)),
                azimuth: Angle(degrees: 120), electricalTilt: Angle(degrees: tilt)),
            height: Length(metres: 30))
    }

    @Test("the budget adds up to the element's power and gain less the loss, in every direction")
    func addsUp() throws {
        var generator = SeededGenerator(seed: 38215)
        for _ in 0..<500 {
            let transmitter = try transmitter(
                power: generator.uniform(in: 20...60), feeder: generator.uniform(in: 0...6),
                tilt: generator.uniform(in: -2...15))
            let azimuth = generator.uniform(in: -7...7)
            let elevation = generator.uniform(in: -1.5...1.5)
            let loss = generator.uniform(in: 40...220)
            let budget = transmitter.budget(azimuthRadians: azimuth, elevationRadians: elevation, lossDB: loss)
            let gain = transmitter.antenna.gainDBi(azimuthRadians: azimuth, elevationRadians: elevation)
            // 1e-12 dB: the same sum in another order; a few roundings of numbers about 200.
            #expect(abs(budget.total - (transmitter.resourceElementPowerDBm + gain - loss)) < 1e-12)
            #expect(budget.unit == "dBm" && budget.title == "SS-RSRP")
        }
    }

    @Test("the budget has the hand-made numbers of a 200 W carrier of 273 blocks")
    func numbers() throws {
        let transmitter = try transmitter(feeder: 0)
        // 10 log₁₀(3276) = 35.1534 dB by hand; 0.0001 dB because that many decimals were taken.
        #expect(abs(transmitter.resourceElementShareDB + 35.1534) < 1e-4)
        #expect(abs(transmitter.resourceElementPowerDBm - 17.8466) < 1e-4)
        #expect(abs(try self.transmitter().resourceElementPowerDBm - 14.8466) < 1e-4)
        let budget = transmitter.budget(
            azimuthRadians: 120 * .pi / 180, elevationRadians: -6 * .pi / 180, lossDB: 140)
        #expect(abs(budget.total - (17.8466 + 18 - 140)) < 1e-4)
    }

    @Test("the EIRP is that of the whole carrier at the pattern's peak, after the feeder")
    func eirp() throws {
        #expect(try transmitter().eirp == PowerLevel(dBm: 53 - 3 + 18))
        #expect(try transmitter(feeder: 0).eirp == PowerLevel(dBm: 71))
    }

    @Test("the lines of a budget that explain are not added, and tell the direction as people count it")
    func details() throws {
        let budget = try transmitter().budget(
            azimuthRadians: -230 * .pi / 180, elevationRadians: -2 * .pi / 180, lossDB: 120)
        let details = budget.terms.filter { $0.role == .detail }
        // 1e-9 deg: degrees to radians and back.
        #expect(abs((details.first { $0.name.contains("boresight") }?.value ?? .nan) - 10) < 1e-9)
        #expect(abs((details.first { $0.name.contains("elevation") }?.value ?? .nan) + 2) < 1e-9)
        #expect(abs((details.first { $0.name.contains("tilt") }?.value ?? .nan) - 6) < 1e-9)
        let summands = budget.terms.filter { $0.role == .summand }
        #expect(summands.count == 6)
        #expect(summands.first { $0.name == "feeder loss" }?.value == -3)
        #expect(summands.first { $0.symbol == "Lb" }?.value == -120)
    }

    @Test("a penetration loss is a term of its own, and lowers the level by itself")
    func penetration() throws {
        let transmitter = try transmitter()
        let outdoors = transmitter.budget(azimuthRadians: 1, elevationRadians: 0, lossDB: 120)
        let indoors = transmitter.budget(
            azimuthRadians: 1, elevationRadians: 0, lossDB: 120, penetration: Decibels(15))
        #expect(!outdoors.terms.contains { $0.name.contains("penetration") })
        // 1e-12 dB: one more sum.
        #expect(abs(outdoors.total - indoors.total - 15) < 1e-12)
    }

    @Test("all resource elements together have the power of the carrier after the feeder")
    func elementsTogether() throws {
        let transmitter = try transmitter()
        let element = PowerLevel(dBm: transmitter.resourceElementPowerDBm)
        let whole = try #require(
            PowerLevel.sum(of: Array(repeating: element, count: transmitter.carrier.subcarriers)))
        // 1e-9 dB: 3276 additions in milliwatts.
        #expect(abs(whole.dBm - (53 - 3)) < 1e-9)
    }
}
