import Dispatch
import Foundation
import MastheadCore
import MastheadPlanning
import MastheadPropagation

/// CPU time for each receiver of a disc of 30 m cells: every cell on its own ground on the nearest radial, radials half a
/// cell apart at the rim, against the reference form along the cell's own ray. One thread; sampling included in both.
enum RadialBench {
    private static let rounds = BenchDisc.rounds
    private static let megahertz = [763.0, 2600, 3500, 4900, 5900]

    static func run() throws -> [Measure] {
        let terrain = BenchTerrain(side: 3400)
        print(
            "Radial kernel, P.1812 at 50 % of time, antenna 30 m, receiver 1.5 m, cells of 30 m: CPU ns per receiver,")
        print("median of \(rounds) rounds in which the forms take turns")
        print("radius   bands   reference   scanned    kernel   reference/kernel   scanned/kernel")
        var times: [Int: [Int: Double]] = [:]
        var ratios: [Int: [Int: Double]] = [:]
        for kilometres in [2, 10, 30, 100] {
            for bands in kilometres == 100 ? [1] : [1, 5] {
                let disc = try BenchDisc(terrain, kilometres: kilometres, carriers: Array(megahertz.prefix(bands)))
                let row = disc.measure()
                times[kilometres, default: [:]][bands] = row.kernel
                ratios[kilometres, default: [:]][bands] = row.reference / row.kernel
                print(
                    "\(kilometres) km".padding(toLength: 9, withPad: " ", startingAt: 0)
                        + String(
                            format: "%5d %11.0f %9.0f %9.0f %12.1f %16.1f", bands, row.reference, row.scanned,
                            row.kernel,
                            row.reference / row.kernel, row.scanned / row.kernel))
            }
        }
        let (near, middle, far) = (times[10]?[1] ?? .nan, times[30] ?? [:], times[100]?[1] ?? .nan)
        let first = middle[1] ?? .nan
        print(String(format: "kernel at 100 km over kernel at 10 km: %.2f", far / near))
        print(
            String(
                format: "each further band at 30 km, share of the first: %.2f", ((middle[5] ?? .nan) / first - 1) / 4))
        let speedup = try threadSpeedup(terrain)
        print(
            String(
                format: "4 threads against 1, kernel at 30 km: %.2f by the wall, %.2f by the longest thread's own time",
                speedup.wall, speedup.processor))
        let allocations = try AllocationBench.run(terrain)
        func ratio(_ kilometres: Int, _ bands: Int, _ asked: String, _ aim: String) -> Measure {
            Measure(
                what: "\(kilometres) km, 30 m, half-cell rim: \(bands) times the reference form over the kernel",
                asked: asked, aim: aim, value: String(format: "%.1f", ratios[kilometres]?[bands] ?? .nan))
        }
        return [
            ratio(30, 1, ">= 40", "150"), ratio(30, 5, ">= 130", "350"), ratio(10, 1, ">= 15", "50"),
            Measure(
                what: "kernel per receiver at 100 km over that at 10 km", asked: "<= 1.3", aim: "1.0",
                value: String(format: "%.2f", far / near)),
            Measure(
                what: "each further band, share of the first", asked: "<= 0.2", aim: "0.12",
                value: String(format: "%.2f", ((middle[5] ?? .nan) / first - 1) / 4)),
            Measure(
                what: "4 threads against 1, kernel at 30 km", asked: ">= 3.4", aim: "3.9",
                value: String(format: "%.2f", speedup.wall)),
            Measure(what: "allocations per radial", asked: "0", aim: "0", value: allocations),
        ]
    }

    /// How much sooner four threads, each with a kernel of its own, are done with four equal discs than one thread: by the
    /// wall, and by the processor time of the longest thread, in which waiting for the machine's other work does not count.
    private static func threadSpeedup(_ terrain: BenchTerrain) throws -> (wall: Double, processor: Double) {
        let made = try (0..<4).map { _ in try BenchDisc(terrain, kilometres: 30, carriers: [megahertz[0]]) }
        // SAFETY: each disc, and each place of the times, is used by one thread at a time.
        nonisolated(unsafe) let discs = made
        nonisolated(unsafe) let threads = UnsafeMutablePointer<Double>.allocate(capacity: 4)
        defer { unsafe threads.deallocate() }
        let clock = ContinuousClock()
        var ratios: (wall: [Double], processor: [Double]) = ([], [])
        for _ in 0..<rounds {
            var alone = 0.0
            let one = clock.measure {
                alone = ThreadClock.nanoseconds { for disc in unsafe discs { for _ in 0..<4 { disc.runKernel() } } }
            }
            let four = clock.measure {
                DispatchQueue.concurrentPerform(iterations: 4) { index in
                    unsafe threads[index] = ThreadClock.nanoseconds {
                        for _ in 0..<4 { unsafe discs[index].runKernel() }
                    }
                }
            }
            ratios.wall.append(one / four)
            ratios.processor.append(alone / ((0..<4).map { unsafe threads[$0] }.max() ?? .nan))
        }
        return (ratios.wall.sorted()[rounds / 2], ratios.processor.sorted()[rounds / 2])
    }
}
