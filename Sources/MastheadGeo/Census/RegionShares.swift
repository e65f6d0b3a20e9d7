/// A region on the lattice of a raster or a grid.
struct LatticeRegion: Sendable {
    /// The region, as an index into the set.
    let region: Int32
    /// Its rings, or those of them that reach the raster; outer ones give positive areas.
    let rings: [LatticeRing]
    /// The units that the rings touch.
    let window: GridWindow

    /// A region by its rings; nil without rings.
    init?(region: Int, rings: [LatticeRing]) {
        guard let first = rings.first else { return nil }
        self.region = Int32(region)
        self.rings = rings
        window = rings.dropFirst().reduce(first.window) { $0.union($1.window) }
    }
}

/// How the units of a window are shared between regions, in exact areas.
///
/// The shares of a unit never add up to more than its area: where borders overlap by a sliver, the earlier region has it.
struct RegionShares {
    /// A region's part of a unit.
    struct Part {
        /// Row-major index of the unit in the window.
        let unit: Int32
        /// The region.
        let region: Int32
        /// Doubled area in square steps, above zero, at most `Lattice.unitArea`.
        var area: Int64
    }

    /// The window.
    let window: GridWindow
    /// The one region that fills a unit; −1 where none or several do.
    private(set) var whole: [Int32]
    /// Parts of the other units, sorted by unit and region.
    private(set) var parts: [Part] = []

    /// True when no unit has a share.
    var isEmpty: Bool { parts.isEmpty && !whole.contains { $0 >= 0 } }

    /// The shares of a window; `regions` in the order of the set, one of them possibly in several pieces.
    init(_ regions: [LatticeRegion], in window: GridWindow, scratch: inout AreaRaster) {
        self.window = window
        whole = Array(repeating: -1, count: window.cellCount)
        for region in regions {
            guard let meeting = region.window.intersection(window) else { continue }
            scratch.begin(meeting)
            for ring in region.rings { scratch.add(ring) }
            scratch.finish()
            take(region.region, from: scratch, in: meeting)
        }
        guard !parts.isEmpty else { return }
        parts.sort { ($0.unit, $0.region) < ($1.unit, $1.region) }
        settle()
    }

    private mutating func take(_ region: Int32, from raster: borrowing AreaRaster, in meeting: GridWindow) {
        var index = 0
        for row in meeting.row..<(meeting.row + meeting.rows) {
            var unit = window.index(column: meeting.column, row: row)
            for _ in 0..<meeting.columns {
                let area = raster.areas[index]
                if area >= Lattice.unitArea, whole[unit] < 0 {
                    whole[unit] = region
                } else if area > 0 {
                    parts.append(Part(unit: Int32(unit), region: region, area: area))
                }
                index += 1
                unit += 1
            }
        }
    }

    /// Gives units that several regions reach to the earlier one first, up to the unit's area.
    private mutating func settle() {
        var settled: [Part] = []
        settled.reserveCapacity(parts.count)
        var index = 0
        while index < parts.count {
            let unit = parts[index].unit
            var group: [Part] = []
            while index < parts.count, parts[index].unit == unit {
                // Pieces of one region, cut apart at the antimeridian, are one part.
                if let last = group.last, last.region == parts[index].region {
                    group[group.count - 1].area += parts[index].area
                } else {
                    group.append(parts[index])
                }
                index += 1
            }
            if whole[Int(unit)] >= 0 {
                group.append(Part(unit: unit, region: whole[Int(unit)], area: Lattice.unitArea))
                group.sort { $0.region < $1.region }
                whole[Int(unit)] = -1
            }
            var left = Lattice.unitArea
            for part in group where left > 0 {
                let area = min(part.area, left)
                left -= area
                settled.append(Part(unit: unit, region: part.region, area: area))
            }
        }
        parts = settled
    }
}

extension GridWindow {
    /// The smallest window that holds both.
    public func union(_ other: GridWindow) -> GridWindow {
        let left = min(column, other.column)
        let top = min(row, other.row)
        return GridWindow(
            column: left, row: top, columns: max(column + columns, other.column + other.columns) - left,
            rows: max(row + rows, other.row + other.rows) - top)
    }
}
