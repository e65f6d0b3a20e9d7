import Foundation
import MastheadCore
import MastheadRadio
import MastheadTestSupport
import Testing

@Suite("Transmitters and link budgets")
struct TransmitterTests {
    private func transmitter(_ antenna: MountedAntenna? = nil) throws -> SectorTransmitter {
        SectorTransmitter(
            carrier: try Carrier(
                frequency: Frequency(megahertz: 773), bandwidth: Frequency(megahertz: 30),
                subcarrierSpacing: Frequency(hertz: 15e3)),
            power: PowerLevel(dBm: 50.8), feederLoss: Decibels(3),
            antenna: antenna
                ?? MountedAntenna(
                    pattern: SectorElementPattern(peakGain: Decibels(15)), azimuth: Angle(degrees: 90),
                    mechanicalTilt: Angle(degrees: 2), electricalTilt: Angle(degrees: 3)),
            height: Length(metres: 30))
    }

    @Test("EIRP is power less feeder plus gain, and a resource element has its even share of the carrier")
    func levels() throws {
        let transmitter = try transmitter()
        // 1e-12 dB: sums of three doubles.
        #expect(abs(transmitter.eirp.dBm - 62.8) < 1e-12)
        #expect(abs(transmitter.resourceElementPowerDBm - (50.8 - 3 - 10 * log10(1920))) < 1e-12)
        let elements = Array(
            repeating: PowerLevel(dBm: transmitter.resourceElementPowerDBm), count: transmitter.carrier.subcarriers)
        let whole = try #require(PowerLevel.sum(of: elements))
        // 1e-9 dB: 1920 additions in milliwatts.
        #expect(abs(whole.dBm - 47.8) < 1e-9, "the elements together have the power of the carrier after the feeder")
    }

    @Test("a budget worked out by hand: 100 MHz at 3.5 GHz")
    func byHand() throws {
        // 53 dBm − 10 log₁₀(3276) = 17.847 dBm; + 18 dBi − 120 dB = −84.153 dBm. 0.001 dB: worked to three decimals.
        let transmitter = SectorTransmitter(
            carrier: try Carrier(
                frequency: Frequency(megahertz: 3550), bandwidth: Frequency(megahertz: 100),
                subcarrierSpacing: Frequency(hertz: 30e3)),
            power: PowerLevel(dBm: 53), feederLoss: Decibels(0),
            antenna: MountedAntenna(
                pattern: SectorElementPattern(peakGain: Decibels(18)), azimuth: Angle(degrees: 0)),
            height: Length(metres: 25))
        let total = transmitter.budget(azimuthRadians: 0, elevationRadians: 0, lossDB: 120).total
        #expect(abs(total - -84.153) < 0.001)
    }

    @Test("the terms of a budget add up to power, gain and losses, in any direction")
    func ledgerAddsUp() throws {
        let transmitter = try transmitter()
        var random = SeededGenerator(seed: 2101)
        for _ in 0..<200 {
            let azimuth = Double.random(in: -Double.pi...Double.pi, using: &random)
            let elevation = Double.random(in: -1.5...1.5, using: &random)
            let loss = Double.random(in: 60...250, using: &random)
            let penetration = Decibels(Double.random(in: 0...30, using: &random))
            let ledger = transmitter.budget(
                azimuthRadians: azimuth, elevationRadians: elevation, lossDB: loss, penetration: penetration)
            let gain = transmitter.antenna.gainDBi(azimuthRadians: azimuth, elevationRadians: elevation)
            // 1e-10 dB: seven terms below 300, each rounded once.
            let direct = transmitter.resourceElementPowerDBm + gain - loss - penetration.value
            #expect(abs(ledger.total - direct) < 1e-10)
            let summands = ledger.terms.filter { $0.role == .summand }
            #expect(ledger.total == summands.reduce(0) { $0 + $1.value })
            #expect(summands.count == 7 && ledger.unit == "dBm" && summands.allSatisfy { $0.unit.hasPrefix("dB") })
        }
    }

    @Test("a budget outdoors has no penetration term, and names its sources")
    func namedTerms() throws {
        let ledger = try transmitter().budget(azimuthRadians: 0, elevationRadians: 0, lossDB: 100)
        #expect(!ledger.terms.contains { $0.name.contains("penetration") })
        let sources = ledger.terms.compactMap { $0.source?.document }
        #expect(sources.contains("3GPP TS 38.215") && sources.contains("3GPP TR 38.901 V17"))
        let details = ledger.terms.filter { $0.role == .detail }
        #expect(details.contains { $0.name.hasPrefix("direction from the boresight") && abs($0.value - -90) < 1e-9 })
        #expect(details.contains { $0.name.hasPrefix("tilt") && abs($0.value - 5) < 1e-9 })
    }
}

@Suite("The coverage criterion")
struct CoverageCriterionTests {
    private func criterion(_ percent: Double, sigma: Double = 8, penetration: Double = 0) -> CoverageCriterion {
        CoverageCriterion(
            threshold: PowerLevel(dBm: -110), probability: Share(percent: percent), sigma: Decibels(sigma),
            penetration: Decibels(penetration))
    }

    // 0.005 dB: the published margins have two decimals.
    @Test(
        "the margin for sigma 8 dB is 10.25 dB at 90 % and 13.16 dB at 95 %", arguments: [(90.0, 10.25), (95, 13.16)])
    func margin(percent: Double, margin: Double) {
        #expect(abs(criterion(percent).margin.value - margin) < 0.005)
    }

    @Test("half of all places need no margin, and fewer need less than none")
    func median() {
        #expect(criterion(50).margin.value == 0)
        #expect(criterion(50).requiredMedian.dBm == -110)
        #expect(criterion(30).margin.value < 0)
    }

    @Test("where the median is just what is needed, the probability is the one that was asked for")
    func inverse() {
        for percent in [1.0, 20, 50, 75, 90, 95, 99, 99.9] {
            for penetration in [0.0, 15] {
                let criterion = criterion(percent, penetration: penetration)
                // 1e-12: both functions are accurate to rounding.
                #expect(
                    abs(criterion.probability(atMedian: criterion.requiredMedian).fraction - percent / 100) < 1e-12)
            }
        }
    }

    @Test("the loss into buildings counts in full")
    func penetration() {
        let difference = criterion(90, penetration: 20).requiredMedian - criterion(90).requiredMedian
        #expect(abs(difference.value - 20) < 1e-12)
    }

    @Test("without any deviation the threshold itself decides")
    func withoutSigma() {
        let sure = criterion(90, sigma: 0)
        #expect(sure.margin.value == 0)
        #expect(sure.probability(atMedian: PowerLevel(dBm: -110)).fraction == 1)
        #expect(sure.probability(atMedian: PowerLevel(dBm: -110.01)).fraction == 0)
    }

    @Test("the requirement's terms add up to the median that is needed")
    func requirement() {
        let criterion = criterion(95, penetration: 12)
        #expect(criterion.requirement.total == criterion.requiredMedian.dBm)
        #expect(criterion.requirement.terms.count == 3)
    }
}
