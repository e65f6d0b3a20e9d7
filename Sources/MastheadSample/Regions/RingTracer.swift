/// Walks around the squares of one label, with the squares on the left hand.
struct RingTracer {
    let columns: Int
    let rows: Int
    let label: [Int]

    /// A closed walk that meets no corner twice.
    struct Ring {
        /// The corners, numbered row by row from the north-west; the first is not repeated.
        let corners: [Int]
        /// A square on the left of the first step.
        let column: Int
        let row: Int
        /// The area inside in squares; negative around a hole.
        let signedSquares: Double
        private let across: Int

        var isHole: Bool { signedSquares < 0 }
        var squares: Double { abs(signedSquares) }

        init(corners: [Int], across: Int) {
            self.corners = corners
            self.across = across
            let (first, second) = (corners[0], corners[1])
            let start = (column: first % across, row: first / across)
            // The square on the left of a step east, north, west or south.
            switch second - first {
            case 1: (column, row) = (start.column, start.row - 1)
            case -1: (column, row) = (start.column - 1, start.row)
            case let step where step < 0: (column, row) = (start.column - 1, start.row - 1)
            default: (column, row) = (start.column, start.row)
            }
            var doubled = 0
            for index in corners.indices {
                let (a, b) = (corners[index], corners[(index + 1) % corners.count])
                doubled += (b % across) * (a / across) - (a % across) * (b / across)
            }
            signedSquares = Double(doubled) / 2
        }

        /// Whether the middle of a square lies inside.
        func encloses(column: Int, row: Int) -> Bool {
            // Counts the steps north or south that a line from the middle to the east crosses.
            var isInside = false
            for index in corners.indices {
                let (a, b) = (corners[index], corners[(index + 1) % corners.count])
                guard a % across == b % across, a % across > column else { continue }
                if min(a / across, b / across) == row { isInside.toggle() }
            }
            return isInside
        }
    }

    /// All rings of a label; a walk that touches itself at a corner is cut in two there.
    func rings(of wanted: Int) -> [Ring] {
        let across = columns + 1
        var steps: [Int: [Int]] = [:]
        var starts: [Int] = []
        func add(_ from: Int, _ to: Int) {
            steps[from, default: []].append(to)
            starts.append(from)
        }
        for row in 0..<rows {
            for column in 0..<columns where label[row * columns + column] == wanted {
                let corner = row * across + column
                if at(column, row + 1) != wanted { add(corner + across, corner + across + 1) }
                if at(column + 1, row) != wanted { add(corner + across + 1, corner + 1) }
                if at(column, row - 1) != wanted { add(corner + 1, corner) }
                if at(column - 1, row) != wanted { add(corner, corner + across) }
            }
        }
        var rings: [Ring] = []
        for start in starts {
            while let walk = walk(from: start, &steps) {
                rings += simple(walk).map { Ring(corners: $0, across: across) }
            }
        }
        return rings
    }

    /// Follows steps from a corner until it is reached again, and takes them away; nil when none is left there.
    private func walk(from start: Int, _ steps: inout [Int: [Int]]) -> [Int]? {
        guard steps[start]?.isEmpty == false else { return nil }
        var walk = [start]
        var here = start
        while let next = steps[here]?.popLast() {
            if next == start { break }
            walk.append(next)
            here = next
        }
        return walk
    }

    /// Cuts off a loop whenever a corner is met for the second time.
    private func simple(_ walk: [Int]) -> [[Int]] {
        var rings: [[Int]] = []
        var path: [Int] = []
        var place: [Int: Int] = [:]
        for corner in walk {
            if let first = place[corner] {
                rings.append(Array(path[first...]))
                for passed in path[first...] { place[passed] = nil }
                path.removeSubrange(first...)
            }
            place[corner] = path.count
            path.append(corner)
        }
        rings.append(path)
        return rings
    }

    private func at(_ column: Int, _ row: Int) -> Int {
        guard column >= 0, row >= 0, column < columns, row < rows else { return -2 }
        return label[row * columns + column]
    }
}
