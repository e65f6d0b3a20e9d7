import Foundation
import MastheadCore
import MastheadRadio
import MastheadTestSupport
import Testing

@Suite("Mounted antennas")
struct MountedAntennaTests {
    private let pattern = SectorElementPattern(
        peakGain: Decibels(18), horizontalBeamwidth: Angle(degrees: 65), verticalBeamwidth: Angle(degrees: 8))

    private func mounted(azimuth: Double = 0, mechanical: Double = 0, electrical: Double = 0) -> MountedAntenna {
        MountedAntenna(
            pattern: pattern, azimuth: Angle(degrees: azimuth), mechanicalTilt: Angle(degrees: mechanical),
            electricalTilt: Angle(degrees: electrical))
    }

    private func gain(_ antenna: MountedAntenna, azimuth: Double, elevation: Double) -> Double {
        antenna.gainDBi(azimuthRadians: azimuth * .pi / 180, elevationRadians: elevation * .pi / 180)
    }

    // 1e-9 dB here and below: rounding of the rotation, 1e-16 rad, times the pattern's slope of at most 1e3 dB/rad.
    @Test(
        "with a tilt of t the gain at elevation −t is the peak, mechanical or electrical", arguments: [2.0, 6, 15, -5])
    func tiltIsDown(tilt: Double) {
        for antenna in [
            mounted(azimuth: 40, mechanical: tilt), mounted(azimuth: 40, electrical: tilt),
            mounted(azimuth: 40, mechanical: tilt / 2, electrical: tilt / 2),
        ] {
            #expect(abs(gain(antenna, azimuth: 40, elevation: -tilt) - 18) < 1e-9)
            #expect(gain(antenna, azimuth: 40, elevation: tilt) < 17.5)
            #expect(gain(antenna, azimuth: 40, elevation: 0) < 17.5)
        }
    }

    @Test("the back lobe of a mechanical tilt points up, that of an electrical tilt down")
    func backLobe() {
        // A front-to-back attenuation above the vertical one leaves a back lobe to look at.
        let deep = SectorElementPattern(
            peakGain: Decibels(18), verticalBeamwidth: Angle(degrees: 8), frontToBack: Decibels(200),
            verticalSidelobe: Decibels(30))
        func best(mechanical: Double, electrical: Double) -> Double? {
            let antenna = MountedAntenna(
                pattern: deep, azimuth: Angle(degrees: 90), mechanicalTilt: Angle(degrees: mechanical),
                electricalTilt: Angle(degrees: electrical))
            return stride(from: -20.0, through: 20, by: 0.5).max {
                gain(antenna, azimuth: 270, elevation: $0) < gain(antenna, azimuth: 270, elevation: $1)
            }
        }
        #expect(best(mechanical: 6, electrical: 0) == 6)
        #expect(best(mechanical: 0, electrical: 6) == -6)
        #expect(best(mechanical: 6, electrical: 6) == 0)
    }

    @Test("a mechanical tilt does not move the beam at right angles to the boresight")
    func side() {
        let (level, tilted) = (mounted(azimuth: 10), mounted(azimuth: 10, mechanical: 8))
        for azimuth in [100.0, -80] {
            let difference = gain(level, azimuth: azimuth, elevation: 0) - gain(tilted, azimuth: azimuth, elevation: 0)
            #expect(abs(difference) < 1e-9)
        }
    }

    @Test("azimuths run clockwise: a pattern with more to its right has more to the east of an antenna facing north")
    func clockwise() {
        struct RightHanded: AntennaPattern {
            let id = "right-handed"
            let peakGainDBi = 1.0
            let isDirectional = true
            let citation = Citation("this test")
            func gainDBi(azimuthRadians: Double, elevationRadians: Double) -> Double { sin(azimuthRadians) }
        }
        let north = MountedAntenna(pattern: RightHanded(), azimuth: Angle(degrees: 0))
        #expect(abs(gain(north, azimuth: 90, elevation: 0) - 1) < 1e-12)
        #expect(abs(gain(north, azimuth: 270, elevation: 0) + 1) < 1e-12)
        let southeast = MountedAntenna(pattern: RightHanded(), azimuth: Angle(degrees: 135))
        #expect(abs(gain(southeast, azimuth: 225, elevation: 0) - 1) < 1e-12)
    }

    @Test("the peak follows the azimuth, however the direction is counted", arguments: [0.0, 90, 120, 240, 359.5, -60])
    func azimuth(azimuth: Double) {
        let antenna = mounted(azimuth: azimuth)
        for turn in [-360.0, 0, 360] {
            #expect(abs(gain(antenna, azimuth: azimuth + turn, elevation: 0) - 18) < 1e-9)
            #expect(abs(gain(antenna, azimuth: azimuth + 32.5 + turn, elevation: 0) - 15) < 1e-9)
            #expect(abs(gain(antenna, azimuth: azimuth - 32.5 + turn, elevation: 0) - 15) < 1e-9)
        }
    }

    @Test("the gain is finite and not above the peak in all directions, straight up and down too")
    func allDirections() {
        for antenna in [mounted(), mounted(azimuth: 123, mechanical: 90, electrical: 20), mounted(mechanical: -90)] {
            for azimuth in stride(from: -360.0, through: 720, by: 7.5) {
                for elevation in stride(from: -90.0, through: 90, by: 2.5) {
                    let gain = gain(antenna, azimuth: azimuth, elevation: elevation)
                    #expect(gain.isFinite && gain <= 18 && gain >= 18 - 30)
                }
            }
        }
    }

    @Test("without tilt the mounted gain is the pattern's own")
    func untilted() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let azimuth = generator.uniform(in: -179...179)
            let elevation = generator.uniform(in: -80...80)
            let own = pattern.gainDBi(azimuthRadians: azimuth * .pi / 180, elevationRadians: elevation * .pi / 180)
            #expect(abs(gain(mounted(azimuth: 211), azimuth: 211 + azimuth, elevation: elevation) - own) < 1e-9)
        }
    }

    @Test("an antenna without mechanical tilt is the limit of one with a small tilt")
    func levelIsLimit() {
        var generator = SeededGenerator(seed: 61)
        for _ in 0..<200 {
            let azimuth = generator.uniform(in: -149...209)
            let elevation = generator.uniform(in: -80...80)
            let level = gain(mounted(azimuth: 30, electrical: 3), azimuth: azimuth, elevation: elevation)
            let nearly = gain(
                mounted(azimuth: 30, mechanical: 1e-9, electrical: 3), azimuth: azimuth, elevation: elevation)
            // 1e-6 dB: 1e-9° at a slope below 100 dB per degree, away from the zenith.
            #expect(abs(level - nearly) < 1e-6)
        }
    }

    @Test("with the front tilted down by 20° the zenith is seen 70° up at the back")
    func zenith() {
        let round = SectorElementPattern(peakGain: Decibels(0))
        let antenna = MountedAntenna(
            pattern: round, azimuth: Angle(degrees: 0), mechanicalTilt: Angle(degrees: 20),
            electricalTilt: Angle(degrees: 0))
        let expected = round.gainDBi(azimuthRadians: .pi, elevationRadians: 70 * .pi / 180)
        #expect(abs(gain(antenna, azimuth: 0, elevation: 90) - expected) < 1e-9)
    }

    @Test("an electrical tilt never reads the vertical cut beyond zenith or nadir")
    func poles() {
        let own = pattern.gainDBi(azimuthRadians: 0, elevationRadians: .pi / 2)
        #expect(gain(mounted(electrical: 10), azimuth: 0, elevation: 90) == own)
        let sector = SectorReferencePattern(
            peakGain: Decibels(15), horizontalBeamwidth: Angle(degrees: 65), verticalBeamwidth: Angle(degrees: 10),
            sidelobes: .average)
        for pole in [-Double.pi / 2, .pi / 2] {
            #expect(abs(sector.elevationRadians(pole, tiltedBy: 0.1) - pole) < 1e-12)
        }
    }
}
