import MastheadCore
import MastheadRadio
import Testing

/// The sense of tilts, for every pattern that a catalogue has or a file may give.
@Suite("Tilts are positive downwards")
struct TiltSenseTests {
    private static let level = Angle(degrees: 0)
    private static let tilt = Angle(degrees: 6)

    /// Every pattern, by its name: with 65° and 8° of beamwidth where it takes them.
    private static func patterns() throws -> [any AntennaPattern] {
        let parameters = AntennaParameters(
            gain: Decibels(15), horizontalBeamwidth: Angle(degrees: 65), verticalBeamwidth: Angle(degrees: 8))
        var patterns: [any AntennaPattern] = try AntennaCatalogue.entries.map { entry in
            var own = parameters
            if entry.id == IsotropicPattern.entry.id { own.gain = Decibels(0) }
            return try entry.make(own)
        }
        patterns += try OffAxisPatternCatalogue.entries.map { entry in
            let gain = entry.id == RadioAstronomySidelobePattern.entry.id ? 0 : 53.7
            return OffAxisAntennaPattern(
                try entry.make(
                    OffAxisParameters(
                        peakGain: Decibels(gain), aperture: ApertureSize(wavelengths: 200),
                        frequency: Frequency(gigahertz: 4))))
        }
        patterns.append(
            SectorReferencePattern(
                peakGain: Decibels(15), horizontalBeamwidth: Angle(degrees: 65), verticalBeamwidth: Angle(degrees: 8),
                sidelobes: .peak))
        patterns.append(
            BeamArrayPattern(
                element: SectorElementPattern(), columns: 4, rows: 8, columnSpacing: 0.5, rowSpacing: 0.7))
        var file = MSIFile()
        file.vertical = (0..<360).map { MSIFile.cut($0, beamwidth: 8, limit: 25) }
        patterns.append(try MSIPatternReader.parse(file.text, path: "test.msi"))
        var lines = ["peak_gain_dbi,17.5", "cut,angle_deg,gain_db"]
        for degrees in 0..<360 {
            lines.append("azimuth,\(degrees),\(-file.horizontal[degrees])")
            lines.append("elevation,\(degrees),\(-file.vertical[degrees])")
        }
        patterns.append(try MeasuredPatternReader.parse(lines.joined(separator: "\n"), path: "measured.csv"))
        return patterns
    }

    /// Patterns that are alike at all elevations, or within 20° of the axis, have no tilt of 6° to show.
    private static let flat: Set = [
        IsotropicPattern.entry.id, StandardSectorPattern.entry.id, RadioAstronomySidelobePattern.entry.id,
        BT419Pattern.entry.id, UniformPattern.entry.id,
    ]

    @Test(
        "a tilt of 6°, mechanical or electrical, moves the beam to 6° below the horizon in every pattern",
        arguments: [true, false])
    func down(isMechanical: Bool) throws {
        for pattern in try Self.patterns() {
            func antenna(_ tilt: Angle) -> MountedAntenna {
                MountedAntenna(
                    pattern: pattern, azimuth: Angle(degrees: 120), mechanicalTilt: isMechanical ? tilt : Self.level,
                    electricalTilt: isMechanical ? Self.level : tilt)
            }
            func gain(_ tilt: Angle, _ elevation: Double) -> Double {
                antenna(tilt).gainDBi(
                    azimuthRadians: Angle(degrees: 120).radians, elevationRadians: Angle(degrees: elevation).radians)
            }
            // 1e-9 dB: degrees to radians and back, and the tilt's rotation.
            #expect(abs(gain(Self.tilt, -6) - gain(Self.level, 0)) < 1e-9, "\(pattern.id)")
            #expect(abs(gain(Angle(degrees: -6), 6) - gain(Self.level, 0)) < 1e-9, "\(pattern.id)")
            if Self.flat.contains(pattern.id) {
                #expect(gain(Self.tilt, -6) == gain(Self.tilt, 6))
            } else {
                #expect(gain(Self.tilt, -6) > gain(Self.tilt, 6) + 3, "\(pattern.id)")
                #expect(gain(Self.tilt, -3) > gain(Self.tilt, 3), "\(pattern.id)")
            }
        }
    }

    @Test("a mechanical tilt raises the back of every pattern, an electrical tilt sinks it too")
    func back() throws {
        let behind = Angle(degrees: 180).radians
        func gain(_ antenna: MountedAntenna, _ elevation: Double) -> Double {
            antenna.gainDBi(azimuthRadians: behind, elevationRadians: Angle(degrees: elevation).radians)
        }
        for pattern in try Self.patterns() where pattern.id == OmnidirectionalPattern.entry.id {
            let mechanical = MountedAntenna(
                pattern: pattern, azimuth: Self.level, mechanicalTilt: Self.tilt, electricalTilt: Self.level)
            let electrical = MountedAntenna(pattern: pattern, azimuth: Self.level, electricalTilt: Self.tilt)
            #expect(gain(mechanical, 6) > gain(mechanical, -6) + 3)
            #expect(gain(electrical, -6) > gain(electrical, 6) + 3)
        }
    }
}
