import MastheadCore
import MastheadPlanning
import MastheadPropagation
import MastheadRadio
import Testing

@Suite("Offers under limits of protected stations")
struct OfferLimitTests {
    /// 46 dBm, three sectors of 65° with 16 dBi, feeder 2 dB.
    private func band() throws -> Band {
        let pattern = try AntennaCatalogue.entry("tr38901-sector").make(
            AntennaParameters(
                gain: Decibels(16), horizontalBeamwidth: Angle(degrees: 65),
                verticalBeamwidth: Angle(degrees: 8)))
        return Band(
            id: "n78", registerNames: [],
            carrier: try Carrier(
                frequency: Frequency(megahertz: 3550), bandwidth: Frequency(megahertz: 100),
                subcarrierSpacing: Frequency(hertz: 30e3), at: .none),
            power: PowerLevel(dBm: 46), feederLoss: Decibels(2), pattern: pattern, sectorCount: 3,
            antennaHeight: Length(metres: 30), mechanicalTilt: Angle(degrees: 0), electricalTilt: Angle(degrees: 0),
            receiverHeight: Length(metres: 1.5), radius: Length(kilometres: 5),
            criterion: CoverageCriterion(
                threshold: PowerLevel(dBm: -110), probability: Share(percent: 90), sigma: Decibels(8)),
            model: P1812.entry, polarization: .vertical, timePercent: 50, environment: "outdoor")
    }

    private func offer() -> PlanOffer {
        PlanOffer(
            candidate: 0, band: 0, heightMetres: 30, sectorCount: 3,
            forms: PlanOffer.Form.all(azimuthDegrees: [0, 30, 60, 90], tiltDegrees: [2, 6]),
            power: PowerLevel(dBm: 46), cost: 0)
    }

    private func limit(_ azimuth: Double, carrier: Double? = nil, gain: Double? = nil, band: String = "n78")
        -> EmissionLimit
    {
        EmissionLimit(
            band: band, azimuth: Angle(degrees: azimuth), elevation: Angle(degrees: 0),
            carrier: carrier.map { PowerLevel(dBm: $0) }, gain: gain.map { Decibels($0) }, source: "a test")
    }

    /// The most EIRP of a form in a direction, by the antennas themselves, dBm.
    private func eirpDBm(_ offer: PlanOffer, _ form: PlanOffer.Form, _ band: Band, azimuth: Double) -> Double {
        PlannedAzimuths.degrees(first: form.azimuthDegrees, sectors: offer.sectorCount).map {
            let antenna = MountedAntenna(
                pattern: band.pattern, azimuth: Angle(degrees: $0), mechanicalTilt: Angle(degrees: form.tiltDegrees),
                electricalTilt: band.electricalTilt)
            return offer.power.dBm - band.feederLoss.value
                + antenna.gainDBi(azimuthRadians: Angle(degrees: azimuth).radians, elevationRadians: 0)
        }.max() ?? -.infinity
    }

    @Test("no form of a limited offer radiates more than any limit allows", arguments: [10.0, 37, 61, 115, 203, 359])
    func neverExceeds(azimuth: Double) throws {
        let band = try band()
        let limits = [limit(azimuth, carrier: 52), limit(azimuth + 70, carrier: 55)]
        let limited = try #require(offer().keeping(limits, band: band))
        #expect(!limited.forms.isEmpty && limited.forms.allSatisfy(offer().forms.contains))
        for form in limited.forms {
            // 1e-9 dB: rounding of sums.
            #expect(eirpDBm(limited, form, band, azimuth: azimuth) <= 52 + 1e-9)
            #expect(eirpDBm(limited, form, band, azimuth: azimuth + 70) <= 55 + 1e-9)
        }
    }

    @Test("forms that turn a gap between sectors to the station are preferred to less power")
    func turnsAway() throws {
        let band = try band()
        // Sectors at 60°, 180°, 300°: the gap lies at 0°, 10 dB below the peak or so.
        let limited = try #require(offer().keeping([limit(0, carrier: 52)], band: band))
        #expect(limited.power.dBm == 46)
        #expect(limited.forms.allSatisfy { $0.azimuthDegrees == 60 })
    }

    @Test("a limit on gain rules forms out whatever their power")
    func gain() throws {
        let band = try band()
        let limited = try #require(offer().keeping([limit(0, gain: 6)], band: band))
        #expect(limited.power.dBm == 46)
        #expect(limited.forms.allSatisfy { $0.azimuthDegrees == 60 })
        #expect(offer().keeping([limit(0, gain: -30)], band: band) == nil)
    }

    @Test("an offer that keeps less than a hundredth of its power is none; limits of other bands do not count")
    func ends() throws {
        let band = try band()
        #expect(offer().keeping([limit(0, carrier: 10)], band: band) == nil)
        let other = try #require(offer().keeping([limit(0, carrier: 10, band: "n28")], band: band))
        #expect(other.power.dBm == 46 && other.forms == offer().forms)
    }
}
