import Foundation
import MastheadCore
import MastheadRadio
import MastheadTestSupport
import Testing

@Suite("Patterns by off-axis angle")
struct OffAxisPatternTests {
    private static func parameters(_ wavelengths: Double, gigahertz: Double = 4) -> OffAxisParameters {
        // 7.7 dB: F.699, recommends 3.
        OffAxisParameters(
            peakGain: Decibels(20 * log10(wavelengths) + 7.7), aperture: ApertureSize(wavelengths: wavelengths),
            frequency: Frequency(gigahertz: gigahertz))
    }

    /// All patterns that an aperture may have.
    private static func patterns(_ wavelengths: Double) throws -> [any OffAxisPattern] {
        try OffAxisPatternCatalogue.entries.compactMap { entry in
            if entry.id == AP7Pattern.entry.id, wavelengths < 35 { return nil }
            if entry.id == RA1631Pattern.entry.id, wavelengths < 100 { return nil }
            var parameters = parameters(wavelengths)
            if entry.id == FCC25209Pattern.entry.id, parameters.peakGain.value < 25 { return nil }
            if entry.id == RadioAstronomySidelobePattern.entry.id { parameters.peakGain = Decibels(0) }
            return try entry.make(parameters)
        }
    }

    @Test("ids are unique, entries are cited, and patterns carry the id and the citation of their entry")
    func complete() throws {
        let entries = OffAxisPatternCatalogue.entries
        #expect(Set(entries.map(\.id)).count == entries.count)
        for pattern in try Self.patterns(200) {
            let entry = try OffAxisPatternCatalogue.entry(pattern.id)
            #expect(!entry.summary.isEmpty && entry.citation == pattern.citation)
        }
        let error = #expect(throws: MastheadError.self) { try OffAxisPatternCatalogue.entry("s456") }
        #expect(error?.code == .unknownName && error?.remedy == "Write \"s465\".")
    }

    @Test(
        "a roof-top television antenna has its whole gain to 20°, 16 dB less from 60° on, and a straight line between")
    func television() {
        let pattern = BT419Pattern(peakGain: Decibels(12))
        let gains = [0, 20, 40, 60, 180].map { pattern.gainDBi(offAxisDegrees: $0) }
        #expect(gains == [12, 12, 4, -4, -4])
    }

    // 0.04 dB: the texts round where their pieces join, at 20° and 48° by 0.03 dB upwards.
    @Test(
        "the gain is finite, not above the axis, the same to both sides, and does not rise with the angle",
        arguments: [3, 12, 36, 49.9, 50, 99.9, 100, 150, 1000, 20_000])
    func monotone(wavelengths: Double) throws {
        for pattern in try Self.patterns(wavelengths) {
            var last = pattern.gainDBi(offAxisDegrees: 0)
            #expect(last == pattern.peakGainDBi)
            for step in 1...18_000 {
                let phi = Double(step) / 100
                let gain = pattern.gainDBi(offAxisDegrees: phi)
                #expect(gain.isFinite && gain <= pattern.peakGainDBi)
                #expect(gain == pattern.gainDBi(offAxisDegrees: -phi))
                // RA.1631 has its spill-over lobe at 80°.
                let isSpillOver = pattern.id == RA1631Pattern.entry.id && phi >= 80
                if !isSpillOver { #expect(gain <= last + 0.04, "\(pattern.id) at \(phi)°") }
                last = gain
            }
        }
    }

    // 1e-9 dB: the closed forms, evaluated in another order.
    @Test(
        "the side lobes of S.465 and S.580 step where their texts step, and nowhere else",
        arguments: [(1.0, 32.0, 29.0), (20, -0.5257498916, -3.5257498916), (26.3, -3.4988937122, -3.5)])
    func steps(phi: Double, s465: Double, s580: Double) throws {
        let aperture = ApertureSize(wavelengths: 200)
        let wide = try S465Pattern(peakGain: Decibels(53.7), aperture: aperture)
        let design = try S580Pattern(peakGain: Decibels(53.7), aperture: aperture)
        #expect(abs(wide.gainDBi(offAxisDegrees: phi) - s465) < 1e-9)
        #expect(abs(design.gainDBi(offAxisDegrees: phi) - s580) < 1e-9)
    }

    @Test("beyond 20° S.580 is the tail of S.465, not the −10 dBi of some programs")
    func s580Tail() throws {
        let aperture = ApertureSize(wavelengths: 200)
        let wide = try S465Pattern(peakGain: Decibels(53.7), aperture: aperture)
        let design = try S580Pattern(peakGain: Decibels(53.7), aperture: aperture)
        #expect(design.gainDBi(offAxisDegrees: 20.01) == -3.5)
        #expect(design.gainDBi(offAxisDegrees: 26.3) == -3.5)
        for phi in stride(from: 26.31, through: 180, by: 0.1) {
            #expect(design.gainDBi(offAxisDegrees: phi) == wide.gainDBi(offAxisDegrees: phi))
        }
        #expect(wide.gainDBi(offAxisDegrees: 48) == -10 && wide.gainDBi(offAxisDegrees: 47.9) < -10)
    }

    @Test("the coordination pattern of Appendix 7 has −10 dBi from 36° on")
    func ap7Tail() throws {
        let pattern = try AP7Pattern(peakGain: Decibels(53.7), aperture: ApertureSize(wavelengths: 200))
        #expect(pattern.gainDBi(offAxisDegrees: 36) == -10)
        #expect(abs(pattern.gainDBi(offAxisDegrees: 35.999) - (29 - 25 * log10(35.999))) < 1e-12)
    }

    @Test(
        "in the main beam that S.465 and S.580 leave open, the gain is that of Appendix 8",
        arguments: [12.0, 50, 99, 100, 800])
    func mainBeam(wavelengths: Double) throws {
        let parameters = Self.parameters(wavelengths)
        let open = try AP8Pattern(peakGain: parameters.peakGain, aperture: parameters.aperture)
        for id in ["s465", "s580"] {
            let pattern = try OffAxisPatternCatalogue.entry(id).make(parameters)
            #expect(pattern.definedFromDegrees >= 1)
            for step in 0..<100 {
                let phi = pattern.definedFromDegrees * Double(step) / 100
                #expect(pattern.gainDBi(offAxisDegrees: phi) == open.gainDBi(offAxisDegrees: phi))
            }
        }
    }

    @Test(
        "the least angle of S.465 depends on the aperture as the text has it",
        arguments: [
            (30.0, 2.798), (49.99, 2.0), (50, 2), (80, 1.25), (100, 1), (500, 1),
        ])
    func leastAngle(wavelengths: Double, degrees: Double) throws {
        let parameters = Self.parameters(wavelengths)
        let pattern = try S465Pattern(peakGain: parameters.peakGain, aperture: parameters.aperture)
        // 0.001°: the digits that are written above.
        #expect(abs(pattern.definedFromDegrees - degrees) < 1e-3)
    }

    // 0.01 dB: the Recommendation rounds 144.5 and its levels so that its pieces join to that much.
    @Test(
        "F.699 has no step in its side lobes", arguments: [0.4, 6, 80], [20.0, 100, 300])
    func f699Joins(gigahertz: Double, wavelengths: Double) throws {
        let parameters = Self.parameters(wavelengths, gigahertz: gigahertz)
        let pattern = try OffAxisPatternCatalogue.entry("f699").make(parameters)
        for phi in stride(from: 100 / wavelengths + 0.01, through: 179.9, by: 0.01) {
            let fall = pattern.gainDBi(offAxisDegrees: phi) - pattern.gainDBi(offAxisDegrees: phi + 1e-6)
            #expect(fall > -1e-9 && fall < 0.03, "\(phi)°")
        }
    }

    @Test("pycraf's reading of F.699 is 20 dB lower behind small apertures and the same for large ones")
    func f699Readings() throws {
        for wavelengths in [30.0, 100, 101, 400] {
            let parameters = Self.parameters(wavelengths)
            func gain(_ reading: F699Pattern.Reading, _ phi: Double) throws -> Double {
                try F699Pattern(
                    peakGain: parameters.peakGain, aperture: parameters.aperture, frequency: parameters.frequency,
                    reading: reading
                ).gainDBi(offAxisDegrees: phi)
            }
            let difference = try gain(.recommendation, 90) - gain(.pycraf, 90)
            #expect(abs(difference - (wavelengths > 100 ? 0 : 20)) < 1e-12)
            for phi in [0, 0.5, 10, 47.9] { #expect(try gain(.recommendation, phi) == gain(.pycraf, phi)) }
        }
    }

    @Test("the limits of 47 CFR 25.209 are met at their angles, in both planes and between them")
    func fccLimits() throws {
        let across = try FCC25209Pattern(peakGain: Decibels(45))
        let along = try FCC25209Pattern(peakGain: Decibels(45), tangentialWeight: Share(percent: 100))
        let between = try FCC25209Pattern(peakGain: Decibels(45), tangentialWeight: Share(percent: 30))
        #expect(across.gainDBi(offAxisDegrees: 3) == 45 && across.gainDBi(offAxisDegrees: 3.01) < 21)
        #expect(along.gainDBi(offAxisDegrees: 1.5) == 45 && along.gainDBi(offAxisDegrees: 1.51) < 25)
        #expect(along.gainDBi(offAxisDegrees: 8) == 8 && along.gainDBi(offAxisDegrees: 50) == -10)
        for phi in [0.0, 2, 5, 8, 20, 48, 90] {
            let mixed = 0.3 * along.gainDBi(offAxisDegrees: phi) + 0.7 * across.gainDBi(offAxisDegrees: phi)
            #expect(between.gainDBi(offAxisDegrees: phi) == mixed)
        }
    }

    @Test("each range is refused beyond its ends and taken at them, with the limit in the message")
    func refusals() throws {
        for (id, wavelengths, gigahertz) in [
            ("s465", 200.0, 1.99), ("s465", 200, 31.1), ("rr-ap7", 34.9, 4), ("f699", 200, 0.099), ("f699", 200, 86.1),
            ("ra1631", 99, 4), ("ra1631", 200, 0.149), ("rr-ap8", 0.6, 4), ("rr-ap8", .nan, 4), ("s580", 1e6, 4),
        ] {
            let entry = try OffAxisPatternCatalogue.entry(id)
            let error = #expect(throws: MastheadError.self, "\(id)") {
                _ = try entry.make(Self.parameters(wavelengths, gigahertz: gigahertz))
            }
            #expect(error?.code == .outsideValidity && error?.problem.contains(" to ") == true || wavelengths.isNaN)
        }
        for (id, wavelengths, gigahertz) in [
            ("s465", 200.0, 2.0), ("s465", 200, 31), ("rr-ap7", 35, 4), ("f699", 200, 0.1), ("f699", 200, 86),
            ("ra1631", 100, 0.15), ("rr-ap8", 0.63, 4),
        ] {
            _ = try OffAxisPatternCatalogue.entry(id).make(Self.parameters(wavelengths, gigahertz: gigahertz))
        }
        #expect(throws: MastheadError.self) {
            try AP8Pattern(peakGain: Decibels(20), aperture: ApertureSize(wavelengths: 200))
        }
        #expect(throws: MastheadError.self) { try FCC25209Pattern(peakGain: Decibels(24)) }
        #expect(throws: MastheadError.self) {
            try FCC25209Pattern(peakGain: Decibels(40), tangentialWeight: Share(percent: 101))
        }
    }

    @Test("a dish that points above the horizon has its gain there, and less towards the horizon by the angle between")
    func mounted() throws {
        let pattern = try S465Pattern(peakGain: Decibels(53.7), aperture: ApertureSize(wavelengths: 200))
        let antenna = MountedAntenna(
            pattern: OffAxisAntennaPattern(pattern), azimuth: Angle(degrees: 200),
            mechanicalTilt: Angle(degrees: -30))
        func gain(_ azimuth: Double, _ elevation: Double) -> Double {
            antenna.gainDBi(azimuthRadians: azimuth * .pi / 180, elevationRadians: elevation * .pi / 180)
        }
        #expect(gain(200, 30) == 53.7)
        // 1e-6 dB: the angle is rounded to a thousand-millionth of a degree.
        for elevation in [0.0, 10, 45, 80] {
            let expected = pattern.gainDBi(offAxisDegrees: elevation - 30)
            #expect(abs(gain(200, elevation) - expected) < 1e-6)
        }
        #expect(abs(gain(20, 30) - pattern.gainDBi(offAxisDegrees: 120)) < 1e-6)
        #expect(abs(gain(200, -18) - pattern.gainDBi(offAxisDegrees: 48)) < 1e-6)
    }

    @Test("a telescope's side lobe is 0 dBi in every direction, and a stated gain is refused")
    func sidelobe() throws {
        let pattern = RadioAstronomySidelobePattern()
        for phi in stride(from: -180.0, through: 180, by: 5) { #expect(pattern.gainDBi(offAxisDegrees: phi) == 0) }
        let entry = RadioAstronomySidelobePattern.entry
        let error = #expect(throws: MastheadError.self) { _ = try entry.make(Self.parameters(200)) }
        #expect(error?.code == .outsideValidity)
    }
}
