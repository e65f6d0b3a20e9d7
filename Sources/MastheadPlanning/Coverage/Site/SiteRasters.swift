import Synchronization

/// The values of all cells in all carriers, as wedges bring them.
public final class SiteRasters: Sendable {
    private let cellCount: Int
    private let state: Mutex<State>

    private struct State {
        var hundredths: [[Int16]]
        var tallies: [SiteTally]
    }

    /// Rasters without a value.
    public init(cellCount: Int, carriers: Int) {
        self.cellCount = cellCount
        state = Mutex(
            State(
                hundredths: Array(
                    repeating: Array(repeating: SiteWedgeValues.noValue, count: cellCount), count: carriers),
                tallies: Array(repeating: SiteTally(), count: carriers)))
    }

    /// Takes in a wedge.
    public func add(_ wedge: SiteWedgeValues) {
        state.withLock { state in
            for (number, carrier) in wedge.carriers.enumerated() {
                let own = wedge.hundredths[number]
                var values = state.hundredths[carrier].mutableSpan
                for index in wedge.indices.indices { values[Int(wedge.indices[index])] = own[index] }
                state.tallies[carrier].merge(wedge.tallies[number])
            }
        }
    }

    /// What the cells of each carrier come to.
    public var tallies: [SiteTally] { state.withLock(\.tallies) }

    /// Hands out the values of a carrier, row-major, and keeps none.
    public func take(_ carrier: Int) -> [Int16] {
        state.withLock { state in
            var values: [Int16] = []
            swap(&values, &state.hundredths[carrier])
            return values
        }
    }
}
