import CAllocationCount
import Foundation
import MastheadCore
import MastheadPropagation

/// Heap allocations of the kernel while it fills radials, looks along them and computes losses, after one radial that is
/// not counted: it must be none, for every model with a last stage for radials, over land alone and across coasts.
enum AllocationBench {
    /// Models that walk the whole path, at 30 km, and those that read little of it, at 2 km.
    private static let cases:
        [(kilometres: Int, name: String, models: [(id: String, megahertz: Double, time: Double)])] = [
            (30, "P.1812, one band, 50 % of time", [("p1812", 763, 50)]),
            (30, "P.1812, five bands, 10 % of time", [763, 2600, 3500, 4900, 5900].map { ("p1812", $0, 10) }),
            (30, "P.452, two bands, 50 % and 0.01 %", [("p452", 763, 50), ("p452", 3500, 0.01)]),
            (
                2, "TR 38.901, P.1411, Hata, P.525",
                [("tr38901-umi", 3500, 50), ("p1411", 3500, 50), ("hata", 763, 50), ("p525", 763, 50)]
            ),
        ]

    /// - Returns: What the table says: allocations of all radials, the largest of all cases.
    static func run(_ terrain: BenchTerrain) throws -> String {
        print("Allocations of the kernel: fill, look and losses of all radials after one to begin with")
        let coast = terrain.raster(seaBelowMetres: 420)
        var most = 0
        for (kilometres, name, models) in cases {
            let disc = try BenchDisc(terrain, kilometres: kilometres, carriers: [763])
            let prepared: [any RadialModel] = try models.compactMap { id, megahertz, time in
                try ModelCatalogue.entry(id).prepare(
                    PropagationParameters(frequency: Frequency(megahertz: megahertz), timePercent: time), .none)
                    as? any RadialModel
            }
            precondition(prepared.count == models.count, "models with a last stage for radials")
            guard let land = disc.allocations(prepared, over: terrain.raster),
                let sea = disc.allocations(prepared, over: coast)
            else {
                print("not counted: this C library is not glibc\n")
                return "not counted"
            }
            print(
                name.padding(toLength: 36, withPad: " ", startingAt: 0)
                    + "\(disc.chosen.count - 1) radials: \(land) over land, \(sea) across coasts")
            most = max(most, land, sea)
        }
        print("")
        return "\(most)"
    }
}

/// Counts what `CAllocationCount` sees of this thread.
enum AllocationCounter {
    /// The allocations while a body runs; nil where not even an array that is made on purpose is counted.
    static func count(_ body: () -> Void) -> Int? {
        guard countsArray() else { return nil }
        let before = masthead_allocation_count()
        body()
        return Int(masthead_allocation_count() - before)
    }

    /// Whether an array of a size that the compiler does not know is counted.
    private static func countsArray() -> Bool {
        let before = masthead_allocation_count()
        let array = [UInt8](repeating: 1, count: 4096 * CommandLine.arguments.count)
        return array.last == 1 && masthead_allocation_count() > before
    }
}
