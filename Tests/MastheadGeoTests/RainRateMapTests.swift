import Foundation
import MastheadCore
import MastheadGeo
import MastheadTestSupport
import Testing

@Suite("The map of rain rates")
struct RainRateMapTests {
    /// A NumPy array as a file, with a rate that grows by one each degree to the east, and by two each to the north.
    private static func array(
        rows: Int = 1441, columns: Int = 2881, form: String = "'<f8'", order: String = "False", shape: String? = nil
    ) -> Data {
        var header = "{'descr': \(form), 'fortran_order': \(order), 'shape': \(shape ?? "(\(rows), \(columns))"), }"
        header += String(repeating: " ", count: 117 - header.utf8.count) + "\n"
        var data = Data([0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0] + Array(header.utf8))
        for row in 0..<rows {
            for column in 0..<columns {
                let value = Double(column) * 0.125 * 0.25 + Double(row) * 0.125 * 0.5
                withUnsafeBytes(of: value.bitPattern.littleEndian) { data.append(contentsOf: $0) }
            }
        }
        return data
    }

    /// An archive with one member that is stored as it is.
    private static func archive(_ name: String, _ content: Data) -> Data {
        var crc: UInt32 = 0xFFFF_FFFF
        let table = (0..<256).map { index -> UInt32 in
            (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
        }
        for byte in content { crc = table[Int((crc ^ UInt32(byte)) & 0xFF)] ^ (crc >> 8) }
        crc = ~crc
        func number(_ value: Int, _ bytes: Int) -> [UInt8] { (0..<bytes).map { UInt8(value >> (8 * $0) & 0xFF) } }
        let sizes = number(Int(crc), 4) + number(content.count, 4) + number(content.count, 4)
        let common = number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + sizes + number(name.utf8.count, 2)
        var zip = Data([0x50, 0x4B, 3, 4] + common + number(0, 2) + Array(name.utf8))
        zip.append(content)
        let directory = zip.count
        zip.append(
            contentsOf: [0x50, 0x4B, 1, 2] + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
                + number(0, 2) + number(0, 4) + number(0, 4) + Array(name.utf8))
        let length = zip.count - directory
        zip.append(
            contentsOf: [0x50, 0x4B, 5, 6] + number(0, 4) + number(1, 2) + number(1, 2) + number(length, 4)
                + number(directory, 4) + number(0, 2))
        return zip
    }

    private func open(_ content: Data, member: String = "arr_0.npy") throws -> RainRateMap? {
        let folder = try ScratchFolder()
        try Self.archive(member, content).write(to: URL(filePath: folder.file(RainRateMap.fileName)))
        return try RainRateMap.open(folder: folder.file(""))
    }

    @Test("rates are read between the points of the map, and around the Earth")
    func rates() throws {
        let map = try #require(try open(Self.array()))
        for (longitude, latitude) in [(0.0, 0.0), (13.37, 52.5), (-180, -90), (180, 90), (-179.99, 0.01)] {
            let expected = (longitude == 180 ? 0 : longitude + 180) * 0.25 + (latitude + 90) * 0.5
            let rate = map.rate(
                at: GeographicPosition(longitudeDegrees: longitude, latitudeDegrees: latitude))
            // 1e-9 mm/h: the map is a plane, so that interpolation only rounds.
            #expect(abs(rate - expected) < 1e-9 || abs(rate - expected - 90) < 1e-9, "\(longitude), \(latitude)")
        }
    }

    @Test("no file is no map")
    func absent() throws {
        #expect(try RainRateMap.open(folder: ScratchFolder().file("")) == nil)
    }

    @Test("an array of another shape, another form, cut short or under another name is refused with the file")
    func refusals() throws {
        var short = Self.array(rows: 1441, columns: 2881)
        short.removeLast(9)
        for (content, member, mention) in [
            (Self.array(rows: 10, columns: 20), "arr_0.npy", "10 × 20"),
            (Self.array(rows: 10, columns: 20, shape: "(200,)"), "arr_0.npy", "shape 200, and"),
            (Self.array(rows: 2, columns: 2, form: "'>f8'"), "arr_0.npy", "'>f8'"),
            (Self.array(rows: 2, columns: 2, form: "[('a', '<f8')]"), "arr_0.npy", "not of doubles"),
            (Self.array(rows: 2, columns: 2, order: "True"), "arr_0.npy", "True"),
            (Self.array(rows: 2, columns: 2, shape: "(2, x, 2)"), "arr_0.npy", "no shape"),
            (Self.array(rows: 2, columns: 2, shape: "()"), "arr_0.npy", "no shape"),
            (Self.array(rows: 2, columns: 2, shape: "(2, -2)"), "arr_0.npy", "no sensible shape"),
            (short, "arr_0.npy", "bytes of data"), (Data("no array".utf8), "arr_0.npy", "does not begin"),
            (Self.array(rows: 2, columns: 2), "other.npy", "no array arr_0.npy"),
        ] {
            let error = #expect(throws: MastheadError.self) { try open(content, member: member) }
            #expect(error?.code == .badLayerValue && error?.remedy.contains("make maps") == true)
            #expect(error?.problem.contains(mention) == true, "\(mention): \(error?.problem ?? "")")
        }
    }

    @Test(
        "a value that is no rain rate is refused, one that is no number too", arguments: [-1.0, 301, .nan, .infinity])
    func implausible(value: Double) throws {
        var content = Self.array()
        withUnsafeBytes(of: value.bitPattern.littleEndian) {
            content.replaceSubrange(content.count - 8..<content.count, with: $0)
        }
        let error = #expect(throws: MastheadError.self) { try open(content) }
        #expect(error?.code == .badLayerValue && error?.problem.contains("no rain rate") == true)
    }

    @Test("a file that is no archive is refused with its name")
    func noArchive() throws {
        let folder = try ScratchFolder()
        try folder.text(RainRateMap.fileName, "no archive")
        let error = #expect(throws: MastheadError.self) { try RainRateMap.open(folder: folder.path) }
        #expect(error?.description.contains(RainRateMap.fileName) == true)
    }
}
