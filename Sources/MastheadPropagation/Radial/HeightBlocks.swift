/// Upper bounds of heights over blocks of neighbouring points, by which a search leaves out whole blocks.
///
/// A block keeps the line through its first and last point, raised until no point of the block lies above it:
///
///     y(x) ≤ top + rise (x − first)
struct HeightBlocks {
    /// The number of points of a block.
    static let size = 16

    /// Height of each bounding line at the first point of its block.
    private(set) var top: [Double] = []
    /// Slope of each bounding line, per point.
    private(set) var rise: [Double] = []

    /// The number of blocks that are closed.
    var count: Int { top.count }
    /// The first point of a block; point 0 belongs to no block, for it is the transmitter.
    static func first(_ block: Int) -> Int { block * size + 1 }
    /// The last point of a block.
    static func last(_ block: Int) -> Int { block * size + size }

    /// Takes all blocks off, and keeps the storage.
    mutating func reset() {
        top.removeAll(keepingCapacity: true)
        rise.removeAll(keepingCapacity: true)
    }

    /// Closes the next block.
    ///
    /// - Parameter heights: The heights of all points so far, by index; the block's points are its last ones.
    mutating func close(_ heights: [Double]) {
        let first = Self.first(count)
        let last = Self.last(count)
        let slope = (heights[last] - heights[first]) / Double(Self.size - 1)
        var above = 0.0
        for index in first...last {
            above = max(above, heights[index] - heights[first] - slope * Double(index - first))
        }
        top.append(heights[first] + above)
        rise.append(slope)
    }
}
