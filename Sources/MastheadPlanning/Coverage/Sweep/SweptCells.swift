import MastheadCore
import MastheadGeo
import MastheadPropagation

/// What stands at the receivers of some cells: read once for all masts.
struct CellPlaces {
    /// Centres of the cells in the plane of the grid.
    let centres: [PlanePoint]
    /// Ground, clutter and zone there; ground is NaN where it is void.
    let samples: [PathSample]
    /// The nearest radial of the only mast; empty where it is to be found.
    let radials: [Int32]

    init(_ cells: [AreaCell], radials: [Int32] = [], grid: Grid, terrain: TerrainView) {
        self.radials = radials
        centres = cells.map { grid.centre(column: $0.column, row: $0.row) }
        samples = centres.map { terrain.sample(x: $0.x, y: $0.y) }
    }
}

/// The cells within reach of a site, in the order in which a sweep meets them: radial by radial, from the mast outward.
struct SweptCells {
    /// A cell as the sweep sees it.
    struct Cell {
        /// Index among the places.
        var place: Int32
        /// The radial.
        var radial: Int32
        /// True distance from the mast, m, and its parts east and north.
        var distanceMetres: Double
        var eastMetres: Float
        var northMetres: Float
    }

    private(set) var cells: [Cell] = []
    private var unordered: [Cell] = []
    private var starts: [Int32] = []

    /// Finds and orders the cells within a true distance.
    ///
    /// - Parameter fan: The radials; nil where each cell is to have its own, in the order of the places.
    mutating func find(_ places: CellPlaces, mast: Mast, reachMetres: Double, cellMetres: Double, fan: RadialFan?) {
        unordered.removeAll(keepingCapacity: true)
        unordered.reserveCapacity(places.centres.count)
        // 3 %: how far a plane distance may exceed the true one in the projections that are accepted.
        let square = (reachMetres * 1.03) * (reachMetres * 1.03)
        for start in stride(from: 0, to: places.centres.count, by: 8) {
            let lanes = min(8, places.centres.count - start)
            var dx = SIMD8<Double>(repeating: .greatestFiniteMagnitude)
            var dy = SIMD8<Double>(repeating: 0)
            for lane in 0..<lanes {
                let centre = places.centres[start + lane]
                dx[lane] = centre.x - mast.plane.x
                dy[lane] = centre.y - mast.plane.y
            }
            let isNear = (dx * dx + dy * dy) .<= square
            guard any(isNear) else { continue }
            let (east, north) = mast.scale.trueVectors(dx, dy)
            for lane in 0..<lanes where isNear[lane] {
                let distance = (east[lane] * east[lane] + north[lane] * north[lane]).squareRoot()
                guard distance <= reachMetres else { continue }
                unordered.append(
                    Cell(
                        place: Int32(start + lane), radial: Int32(unordered.count), distanceMetres: distance,
                        eastMetres: Float(east[lane]), northMetres: Float(north[lane])))
            }
        }
        guard let fan else {
            cells = unordered
            return
        }
        if places.radials.isEmpty {
            choose(places, mast, fan)
        } else {
            for index in unordered.indices { unordered[index].radial = places.radials[Int(unordered[index].place)] }
        }
        order(fan.count)
    }

    /// The nearest radial of every cell.
    private mutating func choose(_ places: CellPlaces, _ mast: Mast, _ fan: RadialFan) {
        var start = 0
        while start < unordered.count {
            let lanes = min(16, unordered.count - start)
            var east = SIMD16<Float>(repeating: 0)
            var north = SIMD16<Float>(repeating: 1)
            for lane in 0..<lanes {
                let centre = places.centres[Int(unordered[start + lane].place)]
                east[lane] = Float(centre.x - mast.plane.x)
                north[lane] = Float(centre.y - mast.plane.y)
            }
            // A cell under the mast has no direction; it is too near for any radial.
            north.replace(with: 1, where: (east .== 0) .& (north .== 0))
            let nearest = fan.nearest(east, north)
            for lane in 0..<lanes { unordered[start + lane].radial = nearest[lane] }
            start += 16
        }
    }

    /// By radial, and on a radial by distance; cells at the same distance stay in the order of the places.
    private mutating func order(_ count: Int) {
        starts.removeAll(keepingCapacity: true)
        starts.append(contentsOf: repeatElement(0, count: count + 1))
        for cell in unordered { starts[Int(cell.radial) + 1] += 1 }
        for index in 1...count { starts[index] += starts[index - 1] }
        cells.removeAll(keepingCapacity: true)
        cells.append(contentsOf: unordered)
        for cell in unordered {
            let slot = Int(starts[Int(cell.radial)])
            starts[Int(cell.radial)] += 1
            cells[slot] = cell
        }
        var first = 0
        while first < cells.count {
            var last = first
            while last + 1 < cells.count, cells[last + 1].radial == cells[first].radial { last += 1 }
            sort(first, last)
            first = last + 1
        }
    }

    /// Orders a stretch by distance: cells come row by row, so that it mostly rises or falls.
    private mutating func sort(_ first: Int, _ last: Int) {
        guard last > first else { return }
        if cells[first].distanceMetres > cells[last].distanceMetres {
            var (low, high) = (first, last)
            while low < high {
                cells.swapAt(low, high)
                low += 1
                high -= 1
            }
        }
        for index in (first + 1)..<(last + 1) {
            let cell = cells[index]
            var place = index
            while place > first, Self.comesBefore(cell, cells[place - 1]) {
                cells[place] = cells[place - 1]
                place -= 1
            }
            cells[place] = cell
        }
    }

    private static func comesBefore(_ a: Cell, _ b: Cell) -> Bool {
        a.distanceMetres != b.distanceMetres ? a.distanceMetres < b.distanceMetres : a.place < b.place
    }
}
