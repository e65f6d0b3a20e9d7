import Crypto
import Foundation
import MastheadGeo
import MastheadPlanning

/// The bytes of a finished tile: a mark, the sums as JSON, the layers as little-endian numbers, and a SHA-256 over all.
enum TileCodec {
    private static let mark: [UInt8] = Array("MHTILE03".utf8)
    private static let digestCount = 32

    static func encode(_ tile: CoverageTile) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let head = try encoder.encode(
            Head(
                window: tile.window, bands: tile.layers.count, kinds: tile.layers.first?.services.count ?? 0,
                fine: tile.fine.count, sums: tile.sums))
        var bytes = mark
        ByteCoding.append(UInt64(head.count), to: &bytes)
        bytes.append(contentsOf: head)
        for layer in tile.layers {
            ByteCoding.append(layer.levelHundredthsDBm, to: &bytes)
            ByteCoding.append(layer.sinrHundredthsDB, to: &bytes)
            ByteCoding.append(layer.bestServer, to: &bytes)
            bytes.append(contentsOf: layer.covered)
            bytes.append(contentsOf: layer.limits)
            for service in layer.services { bytes.append(contentsOf: service) }
        }
        for fine in tile.fine { FineLevelsCoding.append(fine, to: &bytes) }
        bytes.append(contentsOf: SHA256.hash(data: bytes))
        return bytes
    }

    /// The tile, or nil where the bytes are cut short, altered, or of another kind.
    static func decode(_ bytes: [UInt8]) -> CoverageTile? {
        let end = bytes.count - digestCount
        guard end >= mark.count + 8, Array(bytes[..<mark.count]) == mark,
            Array(SHA256.hash(data: bytes[..<end])) == Array(bytes[end...])
        else { return nil }
        var position = mark.count
        guard let counts: [UInt64] = ByteCoding.read(1, from: bytes, at: &position),
            let headCount = counts.first.flatMap({ Int(exactly: $0) }), headCount <= end - position,
            let head = try? JSONDecoder().decode(Head.self, from: Data(bytes[position..<position + headCount]))
        else { return nil }
        position += headCount
        var layers: [CoverageTile.Layer] = []
        for _ in 0..<head.bands {
            guard let levels: [Int16] = ByteCoding.read(head.window.cellCount, from: bytes, at: &position),
                let sinr: [Int16] = ByteCoding.read(head.window.cellCount, from: bytes, at: &position),
                let servers: [UInt32] = ByteCoding.read(head.window.cellCount, from: bytes, at: &position),
                let covered: [UInt8] = ByteCoding.read(head.window.cellCount, from: bytes, at: &position),
                let limits: [UInt8] = ByteCoding.read(head.window.cellCount, from: bytes, at: &position)
            else { return nil }
            var services: [[UInt8]] = []
            for _ in 0..<head.kinds {
                guard let service: [UInt8] = ByteCoding.read(head.window.cellCount, from: bytes, at: &position) else {
                    return nil
                }
                services.append(service)
            }
            layers.append(
                CoverageTile.Layer(
                    levelHundredthsDBm: levels, bestServer: servers, covered: covered, sinrHundredthsDB: sinr,
                    limits: limits, services: services))
        }
        var tile = CoverageTile(window: head.window, layers: layers, sums: head.sums)
        for _ in 0..<head.fine {
            guard let fine = FineLevelsCoding.read(from: bytes, at: &position) else { return nil }
            tile.fine.append(fine)
        }
        return position == end ? tile : nil
    }

    private struct Head: Codable {
        var window: GridWindow
        var bands: Int
        var kinds: Int
        var fine: Int
        var sums: TileSums
    }
}
