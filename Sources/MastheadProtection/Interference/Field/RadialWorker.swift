import MastheadCore
import MastheadGeo
import MastheadPropagation
import MastheadRadio

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Computes the cells of one radial after the other; one worker serves one thread.
final class RadialWorker {
    private let sweep: PermissibleSweep
    private let radial: Radial
    private let kernel: RadialKernel?
    private var slopes: [Double]
    private var receivers: [RadialReceiver] = []
    private var modelled: [Int] = []
    private var lossDB: [Float] = []
    private var profile = PathProfile()

    init(_ sweep: PermissibleSweep) {
        self.sweep = sweep
        let capacity = Int(1.04 * sweep.request.radius.metres / sweep.terrain.grid.cellMetres) + 32
        radial = Radial(capacity: capacity)
        kernel = sweep.model.tail.map { [radial] tail in RadialKernel(radial, tails: [tail]) }
        slopes = Array(repeating: 0, count: capacity)
    }

    /// Computes the cells on a radial.
    func sweep(_ number: Int, into part: inout PermissibleSweep.Part) {
        let range = sweep.starts[number]..<sweep.starts[number + 1]
        guard let last = range.last else { return }
        let (east, north) = sweep.fan.direction(number)
        let reach = sweep.request.radius.metres
        let plane = sweep.origin.plane
        let rim = PlanePoint(x: plane.x + east * reach, y: plane.y + north * reach)
        // The true length of a step is taken at the rim, as in the sweeps of coverage.
        let step = sweep.scale.groundDistanceMetres(to: rim) / reach * sweep.terrain.grid.cellMetres / 1000
        let count = min(
            radial.capacity,
            RadialReceiver.points(before: sweep.cells[last].distanceMetres / 1000, stepKilometres: step))
        let hasFoot = !sweep.origin.foot.groundMetres.isNaN
        var firstVoid = 0
        if count > 0, hasFoot {
            firstVoid = radial.fill(
                from: sweep.terrain.raster, along: sweep.terrain.line(from: plane, east: east, north: north),
                count: count, stepKilometres: step, foot: sweep.origin.foot,
                clutterFreeKilometres: sweep.model.tail?.clutterFreeKilometres ?? 0)
            radial.risingHorizon(
                antennaMetres: sweep.origin.antennaMetres, deltaN: sweep.climate.deltaN, into: &slopes)
        }
        receivers.removeAll(keepingCapacity: true)
        modelled.removeAll(keepingCapacity: true)
        for index in range { settle(sweep.cells[index], step: step, firstVoid: firstVoid, &part) }
        guard !receivers.isEmpty else { return }
        ask(&part)
    }

    /// Decides how a cell is computed; those without a path of terrain are settled at once.
    private func settle(
        _ cell: PermissibleSweep.Cell, step: Double, firstVoid: Int, _ part: inout PermissibleSweep.Part
    ) {
        let grid = sweep.request.grid
        let window = sweep.window
        let place = Int(cell.place)
        let sample = sweep.terrain.sample(
            at: grid.centre(column: window.column + place % window.columns, row: window.row + place / window.columns))
        let D = max(0.001, cell.distanceMetres / 1000)
        let receiver = RadialReceiver(
            lengthKilometres: D, place: sample, antennaMetres: sweep.request.antennaHeight.metres,
            latitudeDegrees: midpointLatitudeDegrees(cell))
        let points = RadialReceiver.points(before: D, stepKilometres: step)
        if sample.groundMetres.isNaN || sweep.origin.foot.groundMetres.isNaN || points > firstVoid {
            part.voidCount += 1
            add(cell, lossDB: sweep.model.lowestLossDB(distanceKilometres: D), elevation: 0, &part)
            return
        }
        let rise = riseMetres(receiver)
        let bend = (157 - sweep.climate.deltaN) / (157 * 2 * PhysicalConstants.ituEarthRadiusKilometres)
        let sight = rise / (1000 * D) - D * bend
        let lengths = sweep.model.model.lengths
        guard points >= 4, D >= lengths.lowerBound, D <= lengths.upperBound else {
            // Too near for the model or for the points of the radial: free space, which no such path falls below by more
            // than focusing does.
            let slant = max(0.001, (D * D + rise * rise / 1e6).squareRoot())
            add(
                cell,
                lossDB: FreeSpace.lossDB(
                    distanceKilometres: slant, frequencyGigahertz: sweep.model.kind.hertz / 1e9),
                elevation: atan(sight), &part)
            return
        }
        receivers.append(receiver)
        modelled.append(part.values.count)
        add(cell, lossDB: 0, elevation: atan(max(sight, slopes[points - 1] / 1000)), &part)
    }

    /// Asks the model for all cells that wait for it.
    private func ask(_ part: inout PermissibleSweep.Part) {
        if let kernel {
            if lossDB.count < receivers.count {
                lossDB.append(contentsOf: repeatElement(0, count: receivers.count - lossDB.count))
            }
            kernel.look(antennaMetres: sweep.origin.antennaMetres)
            var span = lossDB.mutableSpan
            kernel.losses(of: receivers.span, into: &span)
            for (index, place) in modelled.enumerated() { part.values[place].lossDB = lossDB[index] }
            return
        }
        for (index, place) in modelled.enumerated() {
            profile.refill(along: radial, over: sweep.terrain.raster, to: receivers[index])
            let terminals = PathTerminals(
                transmitterHeightMetres: sweep.origin.antennaMetres,
                receiverHeightMetres: receivers[index].antennaMetres,
                midpointLatitudeDegrees: receivers[index].latitudeDegrees)
            part.values[place].lossDB = Float(sweep.model.model.lossDB(over: profile, terminals: terminals))
        }
    }

    /// Adds a cell with the station's gain towards it.
    private func add(
        _ cell: PermissibleSweep.Cell, lossDB: Double, elevation: Double, _ part: inout PermissibleSweep.Part
    ) {
        var gain = 0.0
        if sweep.reading.criterion.threshold.quantity.readsAntenna {
            let azimuth = atan2(Double(cell.east), Double(cell.north))
            let angle = sweep.reading.offAxisDegrees(azimuthRadians: azimuth, elevationRadians: elevation)
            gain =
                angle.map { sweep.reading.pattern.gainDBi(offAxisDegrees: $0) } ?? sweep.reading.pattern.peakGainDBi
        }
        part.values.append(
            PermissibleSweep.Part.Value(place: cell.place, lossDB: Float(lossDB), gainDBi: Float(gain)))
    }

    private func riseMetres(_ receiver: RadialReceiver) -> Double {
        receiver.place.groundMetres + receiver.antennaMetres - sweep.origin.foot.groundMetres
            - sweep.origin.antennaMetres
    }

    /// Latitude of the middle of the path, degrees: on the sphere, to second order in its length.
    ///
    ///     φ_m = φ + n / 2R − tan φ · (e / 2R)² / 2
    private func midpointLatitudeDegrees(_ cell: PermissibleSweep.Cell) -> Double {
        let diameter = 2000 * PhysicalConstants.ituEarthRadiusKilometres
        let latitude = sweep.origin.latitudeDegrees * .pi / 180
        let sideways = Double(cell.east) / diameter
        return (latitude + Double(cell.north) / diameter - tan(latitude) * sideways * sideways / 2) * 180 / .pi
    }
}
