import Foundation
import MastheadCore
import MastheadPlanning
import MastheadPropagation

/// A quarter of a disc around a mast, of which a part of the radials is computed.
struct BenchDisc {
    static let rounds = 5
    /// Receivers that the reference form computes in a round.
    private static let referenceReceivers = 300

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
        for _ in 0..<Self.rounds {
            times.kernel.append(ThreadClock.nanoseconds { runKernel() } / Double(count))
            times.reference.append(
                ThreadClock.nanoseconds { runReference(complete: true) } / Double(Self.referenceReceivers))
            times.scanned.append(
                ThreadClock.nanoseconds { runReference(complete: false) } / Double(Self.referenceReceivers))
        }
        func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
        return (median(times.reference), median(times.scanned), median(times.kernel))
    }

    /// Heap allocations of this thread while a kernel for some models computes the radials after the first, which is
    /// computed before; nil where they cannot be counted. A kernel is made for this.
    func allocations(_ models: [any RadialModel], over raster: TerrainRaster) -> Int? {
        let radial = Radial(capacity: points + 32)
        let kernel = RadialKernel(radial, tails: models.compactMap(\.radialTail))
        var losses = [Float](repeating: 0, count: kernel.count * mostReceivers)
        compute(chosen.prefix(1), radial, kernel, over: raster, into: &losses)
        return AllocationCounter.count {
            compute(chosen.dropFirst(), radial, kernel, over: raster, into: &losses)
        }
    }

    private var mostReceivers: Int { chosen.map(\.receivers.count).max() ?? 0 }

    /// Computes all chosen radials once.
    func runKernel() {
        var losses = [Float](repeating: 0, count: mostReceivers * models.count)
        compute(chosen[...], radial, kernel, over: terrain.raster, into: &losses)
        precondition(losses.allSatisfy(\.isFinite), "losses are numbers")
    }

    private func compute(
        _ part: ArraySlice<(index: Int, receivers: [RadialReceiver])>, _ radial: Radial, _ kernel: RadialKernel,
        over raster: TerrainRaster, into losses: inout [Float]
    ) {
        for (index, receivers) in part {
            let direction = fan.direction(index)
            let line = RasterLine(
                column: Int(Self.mast.u), row: Int(Self.mast.v), east: Float(Self.mast.u - 1),
                south: Float(Self.mast.v - 1), eastPerPoint: Float(direction.east),
                southPerPoint: Float(-direction.north))
            _ = radial.fill(
                from: raster, along: line, count: points, stepKilometres: BenchTerrain.cellMetres / 1000, foot: foot,
                clutterFreeKilometres: 0)
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
            for number in 0..<Self.referenceReceivers {
                let receiver = all[(number * all.count + all.count / 2) / Self.referenceReceivers]
                let turn = 0.1 + 1.3 * Double(number) / Double(Self.referenceReceivers)
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
