import Foundation
import MastheadCore
import MastheadRadio
import MastheadTestSupport
import Testing

@Suite("Measured patterns from CSV files")
struct MeasuredPatternTests {
    private static let path = "antennas/measured.csv"

    private static func parabola(_ x: Double) -> Double { 12 * x * x }

    /// Cuts of a sector with 6° of tilt: 12 (φ/65°)² to 25 dB, and 12 ((θ + 6°)/8°)² to 22 dB.
    private static func cuts() -> [String] {
        let azimuth = (-36..<36).map { "azimuth,\($0 * 5),\(-min(Self.parabola(Double($0 * 5) / 65), 25))" }
        let elevation = (-179...180).map { "elevation,\($0),\(-min(Self.parabola(Double($0 + 6) / 8), 22))" }
        return ["# a measured antenna", "peak_gain_dbi,17.5", "cut,angle_deg,gain_db"] + azimuth + elevation
    }

    /// The element of TR 38.901 at 5°, so that interpolation is known at its angles.
    private static func sphere() -> [String] {
        let element = SectorElementPattern(peakGain: Decibels(8))
        var lines = ["peak_gain_dbi,8", "azimuth_deg,elevation_deg,gain_db"]
        for elevation in stride(from: -90, through: 90, by: 5) {
            for azimuth in stride(from: -180, to: 180, by: 5) {
                // Straight up and down is one direction.
                let phi = abs(elevation) == 90 ? 0 : Double(azimuth) * .pi / 180
                let gain = element.gainDBi(azimuthRadians: phi, elevationRadians: Double(elevation) * .pi / 180)
                lines.append("\(azimuth),\(elevation),\(min(0, gain - 8))")
            }
        }
        return lines
    }

    private func parsed(_ lines: [String]) throws -> any AntennaPattern {
        try MeasuredPatternReader.parse(lines.joined(separator: "\n"), path: Self.path)
    }

    private func gain(_ pattern: any AntennaPattern, _ azimuth: Double, _ elevation: Double) -> Double {
        pattern.gainDBi(azimuthRadians: azimuth * .pi / 180, elevationRadians: elevation * .pi / 180)
    }

    // 1e-9 dB here and below: degrees to radians and back.
    @Test("the elevation cut is met in its plane, and the azimuth cut interpolated between its angles")
    func cutPlanes() throws {
        let pattern = try parsed(Self.cuts())
        #expect(pattern.peakGainDBi == 17.5 && pattern.isDirectional && pattern.id == "measured.csv")
        // 1e-12°: to radians and back.
        #expect(abs(pattern.electricalTilt.degrees - 6) < 1e-12)
        for elevation in -90...90 {
            let expected = -min(Self.parabola(Double(elevation + 6) / 8), 22)
            #expect(abs(gain(pattern, 0, Double(elevation)) - (17.5 + expected)) < 1e-9, "\(elevation)°")
        }
        // Halfway between −30° and −35° on the azimuth cut, through the peak of the beam; the front counts by 1 − φ/180°.
        let (nearer, further) = (Self.parabola(30.0 / 65), Self.parabola(35.0 / 65))
        let front = Self.parabola(0.75) * (1 - 32.5 / 180)
        #expect(abs(gain(pattern, -32.5, 0) - (17.5 - 0.5 * (nearer + further) - front)) < 1e-9)
        #expect(abs(gain(pattern, 180, 0) - (17.5 - 25)) < 1e-9)
    }

    @Test("a measured cut and an MSI file of the same numbers have the same gain in every direction")
    func sameAsMSI() throws {
        let file = MSIFile()
        let msi = try MSIPatternReader.parse(file.text, path: "test.msi")
        var lines = ["peak_gain_dbi,17.5", "cut,angle_deg,gain_db"]
        for degrees in 0..<360 {
            lines.append("azimuth,\(degrees),\(-file.horizontal[degrees])")
            // MSI files count downwards.
            lines.append("elevation,\(degrees),\(-file.vertical[(360 - degrees) % 360])")
        }
        let measured = try parsed(lines)
        #expect(abs(measured.electricalTilt.degrees - msi.electricalTilt.degrees) < 1e-9)
        for azimuth in stride(from: -180.0, through: 180, by: 7.3) {
            for elevation in stride(from: -90.0, through: 90, by: 3.7) {
                let difference = gain(measured, azimuth, elevation) - gain(msi, azimuth, elevation)
                #expect(abs(difference) < 1e-9, "\(azimuth)°, \(elevation)°")
            }
        }
    }

    @Test("a table over the sphere gives its values at its angles, and means between them")
    func spherical() throws {
        let pattern = try parsed(Self.sphere())
        let element = SectorElementPattern(peakGain: Decibels(8))
        for elevation in stride(from: -85.0, through: 85, by: 5) {
            for azimuth in stride(from: -180.0, through: 180, by: 5) {
                let expected = gain(element, azimuth, elevation)
                #expect(abs(gain(pattern, azimuth, elevation) - expected) < 1e-9, "\(azimuth)°, \(elevation)°")
            }
        }
        let corners = [(10.0, 20.0), (15, 20), (10, 25), (15, 25)].map { gain(element, $0.0, $0.1) }
        #expect(abs(gain(pattern, 12.5, 22.5) - corners.reduce(0, +) / 4) < 1e-9)
        #expect(pattern.electricalTilt.degrees == 0 && pattern.isDirectional)
    }

    @Test("the gain is finite and not above the peak in all directions, and no direction ends the process")
    func allDirections() throws {
        var random = SeededGenerator(seed: 17)
        for pattern in [try parsed(Self.cuts()), try parsed(Self.sphere())] {
            for _ in 0..<2000 {
                let gain = pattern.gainDBi(
                    azimuthRadians: Double.random(in: -10...10, using: &random),
                    elevationRadians: Double.random(in: -Double.pi / 2...Double.pi / 2, using: &random))
                #expect(gain.isFinite && gain <= pattern.peakGainDBi)
            }
            #expect(gain(pattern, .nan, 0).isNaN && gain(pattern, 0, .nan).isNaN)
        }
    }

    @Test("the order of rows, line ends, spaces, a byte order mark and a closed circle change nothing")
    func forms() throws {
        let lines = Self.cuts()
        let plain = try parsed(lines)
        let others = [
            lines[..<3] + lines[3...].reversed(), lines + ["azimuth,180,-25"], lines.map { " " + $0 + " " },
            ["\u{FEFF}" + lines[1]] + lines[2...], lines.map { $0 + "\r" },
        ]
        for other in others {
            // A line with a space before # is still to be read as a comment.
            let pattern = try parsed(other.filter { !$0.hasPrefix(" #") })
            for azimuth in stride(from: -180.0, through: 180, by: 11) {
                #expect(gain(pattern, azimuth, -azimuth / 2) == gain(plain, azimuth, -azimuth / 2))
            }
        }
    }

    @Test(
        "a row that cannot be used is refused at its line",
        arguments: [
            ("azimuth,12.5,0.1", "outside -200 to 0"), ("azimuth,12.5,-201", "outside -200 to 0"),
            ("azimuth,12.5,nan", "not a finite number"), ("azimuth,inf,-3", "not a finite number"),
            ("azimuth,x,-3", "not a finite number"), ("azimuth,12.5", "has 2 fields"),
            ("azimuth,12,5,-3", "has 4 fields"), ("azimuth,20,-3", "a second time"),
            ("azimuth,-160,-3", "a second time"), ("azimuth,200,-3", "a second time"),
            ("azimuth,361,-3", "outside -180 to 360"), ("azimut,12.5,-3", "no cut \"azimut\""),
            ("azimuth,,-3", "not a finite number"),
        ])
    func badRow(text: String, mention: String) throws {
        let lines = Self.cuts() + [text]
        let error = try #require(#expect(throws: MastheadError.self) { _ = try parsed(lines) })
        #expect(error.code == .badPattern && error.location == .line(file: Self.path, line: lines.count))
        #expect(error.problem.contains(mention) && error.remedy.hasSuffix("."), "\(error.problem)")
    }

    @Test("a gap wider than 10° is refused with both its ends, wherever in the circle it is")
    func gaps() throws {
        for (removed, ends) in [([40, 45], "35° and 50°"), ([355, 0], "350° and 5°"), ([5, 10, 0], "355° and 15°")] {
            let dropped = removed.map { "azimuth,\($0 > 180 ? $0 - 360 : $0)," }
            let lines = Self.cuts().filter { line in !dropped.contains { line.hasPrefix($0) } }
            let error = try #require(#expect(throws: MastheadError.self) { _ = try parsed(lines) })
            #expect(error.problem.contains(ends) && error.code == .badPattern, "\(error.problem)")
            guard case .line = error.location else {
                Issue.record("a gap has no line")
                continue
            }
        }
    }

    @Test(
        "a file without its header, its peak or one of its cuts is refused",
        arguments: [
            ([], "no header"), (["peak_gain_dbi,17.5"], "no header"), (["angle,gain"], "the columns are"),
            (["peak_gain_dbi,x"], "the gain at the peak"), (["peak_gain_dbi,101"], "the gain at the peak"),
            (["peak_gain_dbi,8", "peak_gain_dbi,8"], "stands twice"),
            (["cut,angle_deg,gain_db", "azimuth,0,0"], "no gain at the peak"),
            (["peak_gain_dbi,8", "cut,angle_deg,gain_db", "azimuth,0,-3"], "near 0 dB"),
            (["peak_gain_dbi,8", "cut,angle_deg,gain_db", "elevation,0,0"], "no azimuth cut"),
            (["peak_gain_dbi,8", "azimuth_deg,elevation_deg,gain_db", "0,0,0"], "do not go from"),
            (["peak_gain_dbi,8", "azimuth_deg,elevation_deg,gain_db", "0,91,0"], "outside −90 to 90"),
        ])
    func missingParts(lines: [String], mention: String) throws {
        let error = try #require(#expect(throws: MastheadError.self) { _ = try parsed(lines) })
        #expect(error.code == .badPattern && error.problem.contains(mention), "\(error.problem)")
    }

    @Test("a table over the sphere with a hole, a missing elevation or several gains straight up is refused")
    func badSphere() throws {
        let lines = Self.sphere()
        for (changed, mention) in [
            (lines.filter { $0 != "10,0,-0.28402366863905337" && !$0.hasPrefix("10,0,") }, "other azimuths"),
            (lines.filter { !$0.contains(",5,") && !$0.contains(",10,") }, "15° above the one before"),
            (lines.map { $0.hasPrefix("45,90,") ? "45,90,-1" : $0 }, "of one direction"),
        ] {
            let error = try #require(#expect(throws: MastheadError.self) { _ = try parsed(changed) })
            #expect(error.problem.contains(mention), "\(error.problem)")
        }
    }

    @Test("a file is read from disk, and one that is not there or not text is refused")
    func files() throws {
        let folder = try ScratchFolder()
        let read = try MeasuredPatternReader.read(
            path: folder.text("measured.csv", Self.cuts().joined(separator: "\n")))
        #expect(read.peakGainDBi == 17.5)
        let missing = #expect(throws: MastheadError.self) {
            _ = try MeasuredPatternReader.read(path: folder.file("absent.csv"))
        }
        #expect(missing?.code == .missingFile)
        let path = folder.file("binary.csv")
        try Data([0xFF, 0xFE, 0x00]).write(to: URL(filePath: path))
        let binary = #expect(throws: MastheadError.self) { _ = try MeasuredPatternReader.read(path: path) }
        #expect(binary?.code == .badPattern)
    }
}
