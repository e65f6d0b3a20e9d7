import MastheadCore
import MastheadGeo
import MastheadRadio

/// Sectors on one mast at one height: the paths from a station to them are one path.
struct EmitterSite: Sendable {
    var plane: PlanePoint
    var position: GeographicPosition
    var antennaMetres: Double
    /// The sectors, by index.
    var emitters: [Int]
}

/// Sectors by place, and by what they emit, so that a station meets only those near to it and looks at each kind of
/// emission once.
struct EmitterIndex: Sendable {
    /// Sectors that differ in nothing that a share of their emission depends on.
    struct Kind: Hashable, Sendable {
        var emission: SpectralDensity
        var carrier: Frequency
        var bandwidth: Frequency
    }

    private struct Mast: Hashable {
        var plane: PlanePoint
        var position: GeographicPosition
        var antennaMetres: Double
    }

    private struct Bucket: Hashable {
        var column: Int
        var row: Int
    }

    let sites: [EmitterSite]
    let kinds: [Kind]
    /// The kind of each emitter.
    let kindOfEmitter: [Int]
    private let buckets: [Bucket: [Int]]

    /// Side of a bucket, m: some tens of them within usual search distances.
    private static let bucketMetres = 20_000.0

    init(_ emitters: [Emitter]) {
        var sites: [EmitterSite] = []
        var kinds: [Kind] = []
        var knownSites: [Mast: Int] = [:]
        var knownKinds: [Kind: Int] = [:]
        var kindOfEmitter: [Int] = []
        for (index, emitter) in emitters.enumerated() {
            let height = emitter.transmitter.height.metres
            let mast = Mast(plane: emitter.plane, position: emitter.position, antennaMetres: height)
            if let known = knownSites[mast] {
                sites[known].emitters.append(index)
            } else {
                knownSites[mast] = sites.count
                sites.append(
                    EmitterSite(
                        plane: emitter.plane, position: emitter.position, antennaMetres: height, emitters: [index]))
            }
            let carrier = emitter.transmitter.carrier
            let kind = Kind(
                emission: emitter.emission, carrier: carrier.frequency, bandwidth: carrier.bandwidth)
            if let known = knownKinds[kind] {
                kindOfEmitter.append(known)
            } else {
                knownKinds[kind] = kinds.count
                kindOfEmitter.append(kinds.count)
                kinds.append(kind)
            }
        }
        self.sites = sites
        self.kinds = kinds
        self.kindOfEmitter = kindOfEmitter
        buckets = Dictionary(grouping: sites.indices) { Self.bucket(sites[$0].plane) }
    }

    private static func bucket(_ plane: PlanePoint) -> Bucket {
        Bucket(
            column: Int((plane.x / bucketMetres).rounded(.down)), row: Int((plane.y / bucketMetres).rounded(.down)))
    }

    /// The sites whose place in the plane may lie within a true distance, by index.
    func sites(near plane: PlanePoint, metres: Double) -> [Int] {
        // The plane may be longer than the Earth by 3 %.
        let reach = 1.03 * metres
        let low = Self.bucket(PlanePoint(x: plane.x - reach, y: plane.y - reach))
        let high = Self.bucket(PlanePoint(x: plane.x + reach, y: plane.y + reach))
        var found: [Int] = []
        for row in low.row...high.row {
            for column in low.column...high.column {
                for site in buckets[Bucket(column: column, row: row)] ?? [] {
                    let (dx, dy) = (sites[site].plane.x - plane.x, sites[site].plane.y - plane.y)
                    if dx * dx + dy * dy <= reach * reach { found.append(site) }
                }
            }
        }
        return found.sorted()
    }
}
