import Foundation
import MastheadCore
import MastheadRadio
import MastheadTestSupport
import Testing

@Suite("Masks as data")
struct MaskTests {
    private static let folder = SharedData.root.appending(path: "Jobs/masks")
    private static let path = "masks/own.csv"
    private static let emissionHeader =
        "offset_from_mhz,offset_to_mhz,level_from_dbm,level_to_dbm,measurement_bandwidth_khz,basis,citation"

    private static func file(_ name: String) -> String { folder.appending(path: "\(name).csv").path }

    @Test("every file of Jobs/masks is read, and its rows have citation and basis")
    func shipped() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter {
            $0.hasSuffix(".csv")
        }
        #expect(names.count == 10)
        for name in names {
            let path = Self.folder.appending(path: name).path
            if name.contains("spurious") {
                let mask = try MaskReader.spurious(path: path)
                #expect("\(mask.id).csv" == name && mask.ranges.allSatisfy { !$0.citation.document.isEmpty })
            } else if name.contains("filter") {
                let filter = try MaskReader.edgeSelectivity(path: path)
                #expect("\(filter.id).csv" == name && filter.points.count == 3)
            } else if name.contains("receiver") {
                let mask = try MaskReader.selectivity(path: path)
                #expect("\(mask.id).csv" == name && mask.points.count == 4)
            } else {
                let mask = try MaskReader.emission(path: path)
                #expect("\(mask.id).csv" == name && mask.end == Frequency(megahertz: 40))
                #expect(mask.segments.allSatisfy { $0.citation.document.contains("38.104") })
                // What was not read is not said to be verified.
                #expect(mask.segments.allSatisfy { $0.basis == .unverified && "\($0.citation)".contains("not read") })
            }
        }
    }

    @Test("limits are read on the slope, at its ends and beyond, and the outer row holds where two meet")
    func limits() throws {
        let mask = try MaskReader.emission(path: Self.file("nr-wide-area-a-3-6ghz"))
        for (offset, level, bandwidth) in [
            (0.0, -7.0, 0.1), (2.5, -10.5, 0.1), (5, -14, 0.1), (9.9, -14, 0.1), (10, -13, 1), (40, -13, 1),
        ] {
            let limit = try #require(mask.limit(at: Frequency(megahertz: offset)))
            // 1e-12 dB: one interpolation.
            #expect(abs(limit.level.dBm - level) < 1e-12 && limit.bandwidth == Frequency(megahertz: bandwidth))
        }
        #expect(mask.limit(at: Frequency(megahertz: 40.1)) == nil)
        #expect(mask.limit(at: Frequency(megahertz: -0.1)) == nil)
        let spurious = try MaskReader.spurious(path: Self.file("nr-spurious-b"))
        #expect(spurious.limit(at: Frequency(megahertz: 999))?.level == PowerLevel(dBm: -36))
        #expect(spurious.limit(at: Frequency(megahertz: 1000))?.level == PowerLevel(dBm: -30))
        #expect(spurious.limit(at: Frequency(megahertz: 0.001)) == nil)
    }

    @Test("Category B is nowhere above Category A")
    func categories() throws {
        for band in ["below-1ghz", "1-3ghz", "3-6ghz"] {
            let a = try MaskReader.emission(path: Self.file("nr-wide-area-a-\(band)"))
            let b = try MaskReader.emission(path: Self.file("nr-wide-area-b-\(band)"))
            for (one, other) in zip(a.segments, b.segments) {
                #expect(other.fromLevel <= one.fromLevel && other.toLevel <= one.toLevel)
                #expect(other.measurementBandwidth == one.measurementBandwidth)
            }
        }
    }

    @Test("a channel with its mask has the channel's power, and beside it the mask's density up to the reach")
    func density() throws {
        let mask = try MaskReader.emission(path: Self.file("nr-wide-area-b-3-6ghz"))
        let spurious = try MaskReader.spurious(path: Self.file("nr-spurious-b"))
        let density = try SpectralDensity(
            power: PowerLevel(dBm: 53), bandwidth: Frequency(megahertz: 100), mask: mask,
            spurious: (spurious, Frequency(megahertz: 3550)))
        // 0.001 dB: unwanted emissions of −7 dBm in 100 kHz add less to 53 dBm.
        #expect(abs(density.totalPower.dBm - 53) < 1e-3 && density.totalPower.dBm > 53)
        func level(_ megahertz: Double) -> Double? {
            density.segments.first { $0.fromHertz <= megahertz * 1e6 && megahertz * 1e6 < $0.toHertz }?
                .levelDB(atHertz: megahertz * 1e6)
        }
        // 1e-9 dB: sums of logarithms.
        // 53 dBm in 100 MHz; −10.5 dBm in 100 kHz; −15 dBm, then −30 dBm in 1 MHz; −36 dBm in 100 kHz below 1 GHz.
        let expected: [(Double, Double)] = [
            (0, -27), (-49.9, -27), (52.5, -60.5), (-52.5, -60.5), (65, -75), (-65, -75), (100, -90), (-100, -90),
            (-2551, -86), (9199, -90),
        ]
        for (offset, dB) in expected { #expect(abs((level(offset) ?? .nan) - dB) < 1e-9, "\(offset) MHz") }
        #expect(level(9201) == nil && level(-3551) == nil)
        let short = try SpectralDensity(
            power: PowerLevel(dBm: 53), bandwidth: Frequency(megahertz: 100), mask: mask,
            reach: Frequency(megahertz: 2.5))
        #expect(short.segments.last?.toHertz == 52.5e6)
        #expect(abs((short.segments.last?.toDB ?? 0) - (-10.5 - 50)) < 1e-9)
    }

    @Test("a power, bandwidth, reach or attenuation that is none is refused with its range")
    func refusedValues() throws {
        let mask = try MaskReader.emission(path: Self.file("nr-wide-area-a-1-3ghz"))
        let (power, bandwidth) = (PowerLevel(dBm: 46), Frequency(megahertz: 20))
        for reach in [0, -1, 40.1, .nan] {
            let error = #expect(throws: MastheadError.self) {
                _ = try SpectralDensity(
                    power: power, bandwidth: bandwidth, mask: mask, reach: Frequency(megahertz: reach))
            }
            #expect(error?.code == .outsideValidity && error?.problem.contains("40 MHz") == true)
        }
        for bad in [0, -5, .nan, .infinity] {
            #expect(throws: MastheadError.self) {
                _ = try SpectralDensity(rectangular: power, bandwidth: Frequency(megahertz: bad))
            }
        }
        #expect(throws: MastheadError.self) {
            _ = try SpectralDensity(rectangular: PowerLevel(dBm: .nan), bandwidth: bandwidth)
        }
        for points in [
            [], [(1.0, 0.0)], [(0, 0), (5, 201)], [(0, 0), (5, 3), (4, 3)], [(0, 0), (5, 1), (5, 2), (5, 3)],
        ] {
            let error = #expect(throws: MastheadError.self) {
                _ = try SelectivityMask(
                    id: "own",
                    points: points.map {
                        SelectivityMask.Point(offset: Frequency(megahertz: $0.0), attenuation: Decibels($0.1))
                    })
            }
            #expect(error?.code == .outsideValidity)
        }
    }

    @Test(
        "a row that cannot be used is refused at its line",
        arguments: [
            ("5,10,-14,-14,100,verified", "has 6 fields"), ("5,10,x,-14,100,verified,a", "not a finite number"),
            ("5,10,nan,-14,100,verified,a", "not a finite number"), ("5,5,-14,-14,100,verified,a", "at or below"),
            ("6,10,-14,-14,100,verified,a", "known up to 5 MHz"), ("4,10,-14,-14,100,verified,a", "known up to 5 MHz"),
            ("5,10,-14,-14,0,verified,a", "outside 0.001"), ("5,10,-14,101,100,verified,a", "outside -200 to 100"),
            ("5,10,-14,-14,100,certain,a", "no basis \"certain\""), ("5,10,-14,-14,100,verified,", "no citation"),
            ("5,10,-14,-14,100,verified,a, b", "has 8 fields"),
        ])
    func badRow(row: String, mention: String) throws {
        let text = "# own\n\(Self.emissionHeader)\n0,5,-7,-14,100,verified,\"a, b\"\n\(row)\n"
        let error = try #require(
            #expect(throws: MastheadError.self) { _ = try MaskReader.emission(text, path: Self.path) })
        #expect(error.code == .badMask && error.location == .line(file: Self.path, line: 4))
        #expect(error.problem.contains(mention) && error.remedy.hasSuffix("."), "\(error.problem)")
    }

    @Test("a file without rows, with other columns, not at the channel's edge or not there is refused")
    func badFiles() throws {
        for (text, mention) in [
            ("", "no rows"), (Self.emissionHeader, "no rows"), ("offset_mhz,attenuation_db,basis,citation", "columns"),
            ("\(Self.emissionHeader)\n1,5,-7,-14,100,verified,a", "known up to 0 MHz"),
        ] {
            let error = #expect(throws: MastheadError.self) {
                _ = try MaskReader.emission(text, path: Self.path)
            }
            #expect(error?.code == .badMask && error?.problem.contains(mention) == true, "\(mention)")
        }
        let missing = #expect(throws: MastheadError.self) {
            _ = try MaskReader.spurious(path: Self.file("absent"))
        }
        #expect(missing?.code == .missingFile)
    }

    @Test("a receiver's selectivity is read from its file, and a curve that is none refused with the file's name")
    func selectivity() throws {
        let header = "offset_mhz,attenuation_db,basis,citation"
        let read = try MaskReader.selectivity(
            "\(header)\n0,0,unverified,own\n5,0,unverified,own\n5,40,unverified,own\n", path: Self.path)
        #expect(read.id == "own" && read.points.count == 3)
        let error = #expect(throws: MastheadError.self) {
            _ = try MaskReader.selectivity("\(header)\n1,0,unverified,own\n", path: Self.path)
        }
        #expect(error?.location == .file(Self.path))
    }
}
