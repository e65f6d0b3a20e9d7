/// Nodes in waiting, the one with the smallest key first; equal keys by node number, so that the order is always the same.
struct MinHeap {
    private var entries: [(key: Double, node: Int32)] = []

    var isEmpty: Bool { entries.isEmpty }

    mutating func push(_ node: Int, key: Double) {
        let entry = (key: key, node: Int32(truncatingIfNeeded: node))
        entries.append(entry)
        var place = entries.count - 1
        while place > 0 {
            let parent = (place - 1) / 2
            guard Self.precedes(entry, entries[parent]) else { break }
            entries[place] = entries[parent]
            place = parent
        }
        entries[place] = entry
    }

    mutating func pop() -> (key: Double, node: Int)? {
        guard let top = entries.first, let last = entries.popLast() else { return nil }
        let count = entries.count
        if count > 0 {
            var place = 0
            while true {
                var child = 2 * place + 1
                guard child < count else { break }
                if child + 1 < count, Self.precedes(entries[child + 1], entries[child]) { child += 1 }
                guard Self.precedes(entries[child], last) else { break }
                entries[place] = entries[child]
                place = child
            }
            entries[place] = last
        }
        return (top.key, Int(top.node))
    }

    private static func precedes(_ a: (key: Double, node: Int32), _ b: (key: Double, node: Int32)) -> Bool {
        a.key < b.key || (a.key == b.key && a.node < b.node)
    }
}
