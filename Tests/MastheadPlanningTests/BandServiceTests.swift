import Foundation
import MastheadCore
import MastheadPlanning
import MastheadPropagation
import MastheadRadio
import Testing

@Suite("What a band serves at a place")
struct BandServiceTests {
    private func cited<Value>(_ value: Value) -> Cited<Value> {
        Cited(value, citation: "a test", basis: .unverified)
    }

    /// A band with a threshold of −110 dBm, 8 dB of sigma at 90 %, and 15 dB indoors.
    private func band(hasLink: Bool = true, terminal: Double = 23, leastSINR: Double = -6) throws -> Band {
        let carrier = try Carrier(
            frequency: Frequency(megahertz: 763), bandwidth: Frequency(megahertz: 10),
            subcarrierSpacing: Frequency(hertz: 15e3), at: .none)
        let template = LinkTemplate(
            load: cited(Share(percent: 50)), reuse: cited(1), noiseFigure: cited(Decibels(9)),
            leastSINR: cited(Decibels(leastSINR)), downlinkShare: cited(Share(percent: 100)),
            overhead: cited(Share(percent: 14)), layers: cited(2), terminalPower: cited(PowerLevel(dBm: terminal)),
            uplinkBlocks: cited(5), baseNoiseFigure: cited(Decibels(5)), uplinkSINR: cited(Decibels(-3)))
        return Band(
            id: "n28", registerNames: [], carrier: carrier, power: PowerLevel(dBm: 46), feederLoss: Decibels(0),
            pattern: OmnidirectionalPattern(peakGain: Decibels(0), verticalBeamwidth: Angle(degrees: 60)),
            sectorCount: 1, antennaHeight: Length(metres: 30),
            mechanicalTilt: Angle(degrees: 0), electricalTilt: Angle(degrees: 0), receiverHeight: Length(metres: 1.5),
            radius: Length(kilometres: 30),
            criterion: CoverageCriterion(
                threshold: PowerLevel(dBm: -110), probability: Share(percent: 90), sigma: Decibels(8)),
            model: P1812.entry, polarization: .vertical, timePercent: 50, environment: "outdoor",
            link: hasLink ? try LinkTerms(template, carrier: carrier, feederLoss: Decibels(0)) : nil,
            indoorPenetration: Decibels(15))
    }

    private let kinds = ServiceKind.usual
    /// Power of a resource element: 46 dBm over 624 subcarriers.
    private let resourceElementDBm = 18.0

    private func outcome(_ band: Band, level: Double, sinr: Double) -> ServiceOutcome {
        BandService(band: band, kinds: kinds).outcome(
            levelDBm: level, sinrDB: sinr, resourceElementDBm: resourceElementDBm)
    }

    @Test("each kind needs its penetration more, and an easier one is served where a harder one is")
    func nesting() throws {
        // Threshold and margin: −110 + 8 · 1.2816 = −99.75 dBm; a strong terminal, so that the level decides.
        let band = try band(terminal: 40)
        #expect(outcome(band, level: -99.7, sinr: 20).served == 0b0001)
        #expect(outcome(band, level: -99.8, sinr: 20).served == 0)
        #expect(outcome(band, level: -90.7, sinr: 20).served == 0b0101)
        #expect(outcome(band, level: -84.7, sinr: 20).served == 0b0111)
        #expect(outcome(band, level: -79.7, sinr: 20).served == 0b1111)
    }

    @Test("the largest shortfall is the limit")
    func limits() throws {
        #expect(outcome(try band(), level: -80, sinr: 10).limit == .none)
        #expect(outcome(try band(terminal: 40), level: -115, sinr: 0).limit == .level)
        #expect(outcome(try band(), level: -80, sinr: -9).limit == .interference)
        let weak = outcome(try band(terminal: 0), level: -99, sinr: 10)
        #expect(weak.limit == .uplink && !weak.isCovered && weak.served == 0)
    }

    @Test("walls weaken interference as they do the signal, but not the noise")
    func indoors() throws {
        // 30 dB above the noise, interference alone leaves 0 dB; behind 15 dB the noise hardly counts yet.
        let band = try band(terminal: 40, leastSINR: -0.3)
        let noise = try #require(band.link).noiseDBm
        let loud = outcome(band, level: noise + 60, sinr: 0)
        #expect(loud.served & 0b0010 != 0)
        // 15 dB above the noise: behind the wall signal and noise are alike, and with the interference −3 dB are left.
        let band2 = try self.band(terminal: 40, leastSINR: -2)
        #expect(outcome(band2, level: noise + 15, sinr: 0).served & 0b0010 == 0)
    }

    @Test("without link terms the level alone decides")
    func levelAlone() throws {
        let band = try band(hasLink: false)
        let outcome = outcome(band, level: -99.7, sinr: -50)
        #expect(outcome.isCovered && outcome.limit == .none && outcome.served == 1)
        // Φ(σ⁻¹ · 10.3 dB) with σ = 8 dB.
        #expect(abs(outcome.probability - 0.901) < 1e-3)
    }
}
