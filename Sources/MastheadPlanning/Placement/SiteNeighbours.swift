public import MastheadGeo

/// The sites nearest to each site, itself first.
public struct SiteNeighbours: Sendable {
    private let nearest: [Int32]
    private let count: Int

    /// Finds the nearest of all sites; of equal distances the earlier.
    ///
    /// - Parameters:
    ///   - places: Where the sites stand, in the plane of the study grid.
    ///   - count: How many are kept for each.
    public init(places: [PlanePoint], count: Int) {
        let count = min(count, places.count)
        self.count = count
        let buckets = Buckets(places, perBucket: 4)
        var all: [Int32] = []
        all.reserveCapacity(places.count * count)
        for place in places { all += buckets.nearest(to: place, count: count) }
        nearest = all
    }

    /// The nearest sites, nearest first.
    public func nearest(to site: Int) -> [Int] {
        nearest[site * count..<(site + 1) * count].map { Int($0) }
    }

    /// Places by squares of a lattice.
    private struct Buckets {
        private let places: [PlanePoint]
        private let west: Double
        private let south: Double
        private let side: Double
        private let columns: Int
        private let rows: Int
        private var members: [[Int32]]

        init(_ places: [PlanePoint], perBucket: Int) {
            self.places = places
            west = places.map(\.x).min() ?? 0
            south = places.map(\.y).min() ?? 0
            let width = (places.map(\.x).max() ?? 0) - west
            let height = (places.map(\.y).max() ?? 0) - south
            let buckets = Double(max(1, places.count / perBucket))
            side = max(1, max((width * height / buckets).squareRoot(), max(width, height) / buckets))
            columns = Int(width / side) + 1
            rows = Int(height / side) + 1
            members = Array(repeating: [], count: columns * rows)
            for (index, place) in places.enumerated() {
                members[Int((place.y - south) / side) * columns + Int((place.x - west) / side)].append(Int32(index))
            }
        }

        func nearest(to place: PlanePoint, count: Int) -> [Int32] {
            let column = Int((place.x - west) / side)
            let row = Int((place.y - south) / side)
            var found: [(square: Double, index: Int32)] = []
            var ring = 0
            while true {
                for y in max(0, row - ring)..<min(rows, row + ring + 1) {
                    for x in max(0, column - ring)..<min(columns, column + ring + 1)
                    where max(abs(x - column), abs(y - row)) == ring {
                        for index in members[y * columns + x] {
                            let other = places[Int(index)]
                            let (dx, dy) = (other.x - place.x, other.y - place.y)
                            found.append((dx * dx + dy * dy, index))
                        }
                    }
                }
                // Nothing beyond the ring is nearer than the ring is wide.
                let safe = Double(ring) * side
                if found.count >= count || ring > max(columns, rows) {
                    found.sort { $0.square != $1.square ? $0.square < $1.square : $0.index < $1.index }
                    if ring > max(columns, rows) || found[count - 1].square <= safe * safe {
                        return found.prefix(count).map(\.index)
                    }
                }
                ring += 1
            }
        }
    }
}
