import Foundation
import MastheadCore
import MastheadRadio
import MastheadTestSupport
import Testing

@Suite("Antennas on a mast")
struct MountedAntennaTests {
    static let pattern = SectorElementPattern(
        peakGain: Decibels(15), horizontalBeamwidth: Angle(degrees: 65), verticalBeamwidth: Angle(degrees: 10))

    private func antenna(azimuth: Double = 0, mechanical: Double = 0, electrical: Double = 0) -> MountedAntenna {
        MountedAntenna(
            pattern: Self.pattern, azimuth: Angle(degrees: azimuth), mechanicalTilt: Angle(degrees: mechanical),
            electricalTilt: Angle(degrees: electrical))
    }

    private func gain(_ antenna: MountedAntenna, _ azimuth: Double, _ elevation: Double) -> Double {
        antenna.gainDBi(azimuthRadians: radians(azimuth), elevationRadians: radians(elevation))
    }

    // 1e-9 dB throughout: a rotation costs a few units in the last place of an angle, times 12/θ₃dB² per degree.
    @Test("a positive tilt points the beam down, be it mechanical or electrical", arguments: [2.0, 6, 12])
    func positiveIsDown(tilt: Double) {
        for mounted in [antenna(mechanical: tilt), antenna(electrical: tilt)] {
            #expect(abs(gain(mounted, 0, -tilt) - 15) < 1e-9)
            #expect(gain(mounted, 0, tilt) < gain(mounted, 0, -tilt) - 1)
        }
    }

    @Test("a mechanical tilt raises the back of the antenna, an electrical one lowers it")
    func back() {
        // The front-to-back attenuation hides the vertical cut behind the antenna; a weaker one shows it.
        let open = SectorElementPattern(
            peakGain: Decibels(15), horizontalBeamwidth: Angle(degrees: 360), verticalBeamwidth: Angle(degrees: 10))
        func peak(_ mounted: MountedAntenna) -> Double {
            let elevations = stride(from: -30.0, through: 30, by: 0.5)
            return elevations.max { gain(mounted, 180, $0) < gain(mounted, 180, $1) } ?? .nan
        }
        let tilt = Angle(degrees: 8)
        let level = Angle(degrees: 0)
        #expect(
            peak(MountedAntenna(pattern: open, azimuth: level, mechanicalTilt: tilt, electricalTilt: level)) == 8)
        #expect(
            peak(MountedAntenna(pattern: open, azimuth: level, mechanicalTilt: level, electricalTilt: tilt)) == -8)
    }

    @Test("the boresight is at the azimuth, clockwise from north, and turning both changes nothing")
    func azimuth() {
        var random = SeededGenerator(seed: 60)
        for _ in 0..<200 {
            let azimuth = Double.random(in: 0..<360, using: &random)
            let offset = Double.random(in: -179...179, using: &random)
            let elevation = Double.random(in: -80...80, using: &random)
            let tilt = Double.random(in: -10...10, using: &random)
            let turned = gain(antenna(azimuth: azimuth, mechanical: tilt), azimuth + offset, elevation)
            #expect(abs(turned - gain(antenna(mechanical: tilt), offset, elevation)) < 1e-9)
        }
        #expect(abs(gain(antenna(azimuth: 120), 120, 0) - 15) < 1e-9)
        #expect(gain(antenna(azimuth: 120), -120, 0) < 0)
        // Azimuths beyond the circle are the same directions.
        #expect(abs(gain(antenna(azimuth: 350), 10, 0) - gain(antenna(azimuth: 350), -350, 0)) < 1e-9)
        #expect(abs(gain(antenna(azimuth: 350), 10, 0) - gain(antenna(), 20, 0)) < 1e-9)
    }

    @Test("an antenna without mechanical tilt is the limit of one with a small tilt")
    func levelIsLimit() {
        var random = SeededGenerator(seed: 61)
        for _ in 0..<200 {
            let direction = (
                Double.random(in: -179...179, using: &random), Double.random(in: -80...80, using: &random)
            )
            let level = gain(antenna(azimuth: 30, electrical: 3), direction.0, direction.1)
            let nearly = gain(antenna(azimuth: 30, mechanical: 1e-9, electrical: 3), direction.0, direction.1)
            // 1e-6 dB: 1e-9° at a slope below 100 dB per degree, and far from the zenith.
            #expect(abs(level - nearly) < 1e-6)
        }
    }

    @Test("a mechanical tilt is a rotation: it keeps the angle between direction and boresight")
    func rotation() {
        // A pattern with equal beamwidths and no limits depends, near the boresight, on that angle alone.
        let round = SectorElementPattern(
            peakGain: Decibels(0), horizontalBeamwidth: Angle(degrees: 65), verticalBeamwidth: Angle(degrees: 65))
        let tilt = radians(20)
        let mounted = MountedAntenna(
            pattern: round, azimuth: Angle(degrees: 0), mechanicalTilt: Angle(radians: tilt),
            electricalTilt: Angle(degrees: 0))
        // Straight sideways lies on the axis of the rotation: it stays where it is.
        #expect(abs(gain(mounted, 90, 0) - round.gainDBi(azimuthRadians: .pi / 2, elevationRadians: 0)) < 1e-9)
        // With the front down by 20°, the zenith is seen 70° up at the back.
        let zenith = round.gainDBi(azimuthRadians: .pi, elevationRadians: .pi / 2 - tilt)
        #expect(abs(gain(mounted, 0, 90) - zenith) < 1e-9)
    }

    @Test("an electrical tilt never reads the vertical cut beyond zenith or nadir")
    func poles() {
        let mounted = antenna(electrical: 10)
        #expect(gain(mounted, 0, 90) == Self.pattern.gainDBi(azimuthRadians: 0, elevationRadians: .pi / 2))
        let sector = SectorReferencePattern(
            peakGain: Decibels(15), horizontalBeamwidth: Angle(degrees: 65), verticalBeamwidth: Angle(degrees: 10),
            sidelobes: .average)
        for pole in [-Double.pi / 2, .pi / 2] {
            #expect(abs(sector.elevationRadians(pole, tiltedBy: 0.1) - pole) < 1e-12)
        }
    }

    @Test("nothing but direction matters: equal calls give equal bits")
    func pure() {
        let mounted = antenna(azimuth: 77, mechanical: 3, electrical: 2)
        #expect(gain(mounted, 13, -4).bitPattern == gain(mounted, 13, -4).bitPattern)
    }
}
