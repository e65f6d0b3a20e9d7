import CAllocationCount
import Dispatch
import Foundation
import MastheadCore
import MastheadPlanning
import MastheadPropagation

/// CPU time for each receiver of a disc of 30 m cells: every cell on its own ground on the nearest radial, radials half a
/// cell apart at the rim, against the reference form along the cell's own ray. One thread; sampling included in both.
enum RadialBench {
    private static let rounds = 5
    private static let megahertz = [763.0, 2600, 3500, 4900, 5900]
    /// Receivers that the reference form computes in a round.
    private static let referenceReceivers = 300

    static func run() throws -> [Measure] {
        let terrain = BenchTerrain(side: 3400)
        print(
            "Radial kernel, P.1812 at 50 % of time, antenna 30 m, receiver 1.5 m, cells of 30 m: CPU ns per receiver,")
        print("median of \(rounds) rounds in which the forms take turns")
        print("radius   bands   reference   scanned    kernel   reference/kernel")
        var times: [Int: [Int: Double]] = [:]
        var ratios: [Int: [Int: Double]] = [:]
        var allocations = 0
        for kilometres in [2, 10, 30, 100] {
            for bands in kilometres == 100 ? [1] : [1, 5] {
                let disc = try Disc(terrain, kilometres: kilometres, carriers: Array(megahertz.prefix(bands)))
                let row = disc.measure()
                times[kilometres, default: [:]][bands] = row.kernel
                ratios[kilometres, default: [:]][bands] = row.reference / row.kernel
                if kilometres == 30 { allocations = max(allocations, disc.allocations()) }
                print(
                    "\(kilometres) km".padding(toLength: 9, withPad: " ", startingAt: 0)
                        + String(
                            format: "%5d %11.0f %9.0f %9.0f %12.1f", bands, row.reference, row.scanned, row.kernel,
                            row.reference / row.kernel))
            }
        }
        let (near, middle, far) = (times[10]?[1] ?? .nan, times[30] ?? [:], times[100]?[1] ?? .nan)
        let first = middle[1] ?? .nan
        print(String(format: "kernel at 100 km over kernel at 10 km: %.2f", far / near))
        print(
            String(
                format: "each further band at 30 km, share of the first: %.2f", ((middle[5] ?? .nan) / first - 1) / 4))
        let speedup = try threadSpeedup(terrain)
        print(String(format: "4 threads against 1, kernel at 30 km: %.2f", speedup))
        print("allocations while the radials of a wedge are filled and searched: \(allocations)\n")
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
                value: String(format: "%.2f", speedup)),
            Measure(what: "allocations per radial", asked: "0", aim: "0", value: "\(allocations)"),
        ]
    }

    /// How much sooner four threads, each with a kernel of its own, are done with four equal discs than one thread.
    private static func threadSpeedup(_ terrain: BenchTerrain) throws -> Double {
        let made = try (0..<4).map { _ in try Disc(terrain, kilometres: 30, carriers: [megahertz[0]]) }
        // SAFETY: each disc is used by one thread at a time.
        nonisolated(unsafe) let discs = made
        let clock = ContinuousClock()
        let ratios = (0..<rounds).map { _ in
            let one = clock.measure { for disc in unsafe discs { for _ in 0..<4 { disc.runKernel() } } }
            let four = clock.measure {
                DispatchQueue.concurrentPerform(iterations: 4) { index in
                    for _ in 0..<4 { unsafe discs[index].runKernel() }
                }
            }
            return one / four
        }
        return ratios.sorted()[rounds / 2]
    }

    /// A quarter of a disc around a mast, of which a part of the radials is computed.
    private struct Disc {
        let terrain: BenchTerrain
        let models: [P1812]
        let radial: Radial
        let kernel: RadialKernel
        let fan: RadialFan
        let points: Int
        /// Radials that are computed, with the cells that they are nearest to, by distance.
        let chosen: [(index: Int, receivers: [RadialReceiver])]
        let count: Int
        let foot: PathSample
        /// The mast, in cells from the centre of the first one.
        static let mast = (u: 1.3, v: 1.6)

        init(_ terrain: BenchTerrain, kilometres: Int, carriers: [Double]) throws {
            self.terrain = terrain
            models = try carriers.map {
                try P1812.prepare(for: PropagationParameters(frequency: Frequency(megahertz: $0)))
            }
            points = kilometres * 1000 / Int(BenchTerrain.cellMetres)
            fan = RadialFan(radiusMetres: Double(kilometres) * 1000, cellMetres: BenchTerrain.cellMetres)
            radial = Radial(capacity: points + 32)
            kernel = RadialKernel(radial, tails: models.compactMap(\.radialTail))
            foot = terrain.sample(Self.mast.u, Self.mast.v)
            // Eight wedges of the quarter east and south, of neighbouring radials as in a whole sweep, so many that a round
            // takes a fraction of a second.
            let quarter = fan.count / 4
            let wedge = min(quarter / 8 - 1, max(4, 50_000 / points))
            let wanted = Set(
                (0..<8).flatMap { number in (0..<wedge).map { quarter + 3 + number * quarter / 8 + $0 } })
            chosen = Self.receivers(terrain, fan, points: points, wanted)
            count = chosen.reduce(0) { $0 + $1.receivers.count }
        }

        private static func receivers(
            _ terrain: BenchTerrain, _ fan: RadialFan, points: Int, _ wanted: Set<Int>
        ) -> [(index: Int, receivers: [RadialReceiver])] {
            var byRadial: [Int: [RadialReceiver]] = [:]
            for row in 2..<(points + 1) {
                for start in Swift.stride(from: 2, to: points + 1, by: 16) {
                    let columns = SIMD16<Float>((0..<16).map { Float(start + $0) })
                    let east = columns - Float(mast.u)
                    let north = SIMD16<Float>(repeating: Float(mast.v) - Float(row))
                    let nearest = fan.nearest(east, north)
                    for lane in 0..<16 where wanted.contains(Int(nearest[lane])) {
                        let column = start + lane
                        let (dx, dy) = (Double(column) - mast.u, Double(row) - mast.v)
                        let distance = (dx * dx + dy * dy).squareRoot()
                        guard distance < Double(points), distance > 9, column < terrain.side - 2 else { continue }
                        byRadial[Int(nearest[lane]), default: []].append(
                            RadialReceiver(
                                lengthKilometres: distance * BenchTerrain.cellMetres / 1000,
                                place: terrain.sample(Double(column), Double(row)), antennaMetres: 1.5,
                                latitudeDegrees: 45))
                    }
                }
            }
            return byRadial.keys.sorted().map { index in
                (index, (byRadial[index] ?? []).sorted { $0.lengthKilometres < $1.lengthKilometres })
            }
        }

        /// Nanoseconds of CPU time for each receiver: the reference form and its fast form for all carriers, and the kernel.
        func measure() -> (reference: Double, scanned: Double, kernel: Double) {
            var times: (reference: [Double], scanned: [Double], kernel: [Double]) = ([], [], [])
            for _ in 0..<rounds {
                times.kernel.append(ThreadClock.nanoseconds { runKernel() } / Double(count))
                times.reference.append(
                    ThreadClock.nanoseconds { runReference(complete: true) } / Double(referenceReceivers))
                times.scanned.append(
                    ThreadClock.nanoseconds { runReference(complete: false) } / Double(referenceReceivers))
            }
            func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
            return (median(times.reference), median(times.scanned), median(times.kernel))
        }

        /// Heap allocations of this thread while all chosen radials are computed once more.
        func allocations() -> Int {
            var losses = [Float](repeating: 0, count: (chosen.map(\.receivers.count).max() ?? 0) * models.count)
            runKernel(&losses)
            let before = masthead_allocation_count()
            runKernel(&losses)
            return Int(masthead_allocation_count() - before)
        }

        func runKernel() {
            var losses = [Float](repeating: 0, count: (chosen.map(\.receivers.count).max() ?? 0) * models.count)
            runKernel(&losses)
            precondition(losses.allSatisfy(\.isFinite), "losses are numbers")
        }

        private func runKernel(_ losses: inout [Float]) {
            for (index, receivers) in chosen {
                let direction = fan.direction(index)
                let line = RasterLine(
                    column: Int(Self.mast.u), row: Int(Self.mast.v), east: Float(Self.mast.u - 1),
                    south: Float(Self.mast.v - 1), eastPerPoint: Float(direction.east),
                    southPerPoint: Float(-direction.north))
                _ = radial.fill(
                    from: terrain.raster, along: line, count: points, stepKilometres: BenchTerrain.cellMetres / 1000,
                    foot: foot, clutterFreeKilometres: 0)
                kernel.look(antennaMetres: 30)
                var span = losses.mutableSpan
                kernel.losses(of: receivers.span, into: &span)
            }
        }

        /// Receivers spread over the disc as its cells are, each along its own ray, for every carrier.
        private func runReference(complete: Bool) {
            let all = chosen.flatMap(\.receivers)
            var profile = PathProfile()
            var sum = 0.0
            let terminals = PathTerminals(
                transmitterHeightMetres: 30, receiverHeightMetres: 1.5, midpointLatitudeDegrees: 45)
            for model in models {
                for number in 0..<referenceReceivers {
                    let receiver = all[(number * all.count + all.count / 2) / referenceReceivers]
                    let turn = 0.1 + 1.3 * Double(number) / Double(referenceReceivers)
                    let (east, south) = (sin(turn), cos(turn))
                    let length = receiver.lengthKilometres / (BenchTerrain.cellMetres / 1000)
                    let intervals = Int(length.rounded(.up))
                    profile.refillEquidistant(count: intervals + 1, lengthKilometres: receiver.lengthKilometres) {
                        let t = length * Double($0) / Double(intervals)
                        return terrain.sample(Self.mast.u + t * east, Self.mast.v + t * south)
                    }
                    sum +=
                        complete
                        ? (try? model.breakdown(over: profile, terminals: terminals))?.lossDB ?? .nan
                        : model.lossDB(over: profile, terminals: terminals)
                }
            }
            precondition(sum.isFinite, "losses are numbers")
        }
    }
}

/// The CPU time of this thread.
enum ThreadClock {
    static func nanoseconds(_ body: () -> Void) -> Double {
        let start = now()
        body()
        return now() - start
    }

    private static func now() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }
}
