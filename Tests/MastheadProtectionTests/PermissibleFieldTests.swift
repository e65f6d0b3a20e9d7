import Foundation
import MastheadCore
import MastheadGeo
import MastheadPropagation
import MastheadProtection
import MastheadRadio
import Testing

@Suite("Permissible EIRP around a station")
struct PermissibleFieldTests {
    private static let world = Result {
        try InterferenceWorld(
            kilometres: 32, clutter: { ($0 / 7 + $1 / 5) % 6 == 0 ? 15 : 0 }, ground: InterferenceWorld.hills)
    }

    private static func criterion(_ model: String = "p452", quantity: ProtectedQuantity = .interferenceToNoise)
        -> Criterion
    {
        RuleSamples.criterion(
            services: ["a"], band: nil, quantity: quantity, percent: 20, entries: .aggregate, model: model,
            distance: Length(kilometres: 60))
    }

    private static func grid(_ world: InterferenceWorld, cell: Double) -> Grid {
        let terrain = world.terrain.grid
        let factor = cell / terrain.cellMetres
        return Grid(
            referenceSystem: terrain.referenceSystem, westMetres: terrain.westMetres, northMetres: terrain.northMetres,
            cellMetres: cell, columns: Int(Double(terrain.columns) / factor), rows: Int(Double(terrain.rows) / factor))
    }

    private static func request(
        _ world: InterferenceWorld, _ criterion: Criterion, cell: Double = 500,
        station: ProtectedStation = InterferenceWorld.station()
    ) -> PermissibleField.Request {
        PermissibleField.Request(
            station: station, rule: Assessor.Rule(pack: "sample", criterion: criterion),
            antennaHeight: Length(metres: 30), carrier: Frequency(megahertz: 3600), radius: Length(kilometres: 25),
            grid: grid(world, cell: cell))
    }

    @Test("a base station of the permissible EIRP just meets the limit on its exact path, in the middle of the cells")
    func meetsTheLimit() throws {
        let world = try Self.world.get()
        let criterion = Self.criterion()
        let pointing = ProtectedStation.Pointing(azimuth: Angle(degrees: 160), elevation: Angle(degrees: 20))
        let station = InterferenceWorld.station(
            pointing: pointing,
            pattern: try AP8Pattern(peakGain: Decibels(40), aperture: ApertureSize(wavelengths: 40)))
        // Cells of 100 m: radials lie half of one apart at the rim.
        let field = try world.assessor().permissibleField(
            Self.request(world, criterion, cell: 100, station: station), threads: 3)
        #expect(field.unit == "dBm/MHz" && field.caveats.isEmpty)
        var differences: [Double] = []
        let locator = try GridLocator(field.grid)
        var emitters: [Emitter] = []
        var permitted: [Double] = []
        for number in 0..<200 {
            let index = (number * 1_000_003 + 77) % field.eirp.count
            guard !field.eirp[index].isNaN else { continue }
            let plane = field.grid.centre(
                column: field.window.column + index % field.window.columns,
                row: field.window.row + index / field.window.columns)
            let position = try locator.geographic(of: plane)
            emitters.append(
                Emitter(
                    id: "\(number)", stationID: "\(number)", position: position, plane: plane,
                    transmitter: try world.emitter(kilometres: 1, feeder: 0).transmitter,
                    emission: InterferenceWorld.emission(), polarization: "vertical", activity: Share(fraction: 1),
                    downlinkShare: Share(fraction: 1)))
            permitted.append(Double(field.eirp[index]))
        }
        let verdict = try world.verdict(criterion, emitters, station: station)
        for entry in verdict.entries {
            let eirp = 46 - 10 * log10(20.0)
            // What the value would be with the permissible EIRP, less the limit.
            differences.append(entry.value - eirp + permitted[entry.emitter] - criterion.threshold.limit)
        }
        let sorted = differences.map(abs).sorted()
        #expect(sorted.count > 100)
        // On the nearest radial instead of the own ray: a median of some hundredths, as coverage has them.
        #expect(sorted[sorted.count / 2] < 0.2, "median \(sorted[sorted.count / 2]) dB")
        #expect(sorted[sorted.count * 9 / 10] < 3, "9 of 10 within \(sorted[sorted.count * 9 / 10]) dB")
    }

    @Test("the field does not depend on the number of threads, and the area grows with the EIRP")
    func threadsAndArea() throws {
        let world = try Self.world.get()
        let one = try world.assessor().permissibleField(Self.request(world, Self.criterion()), threads: 1)
        let many = try world.assessor().permissibleField(Self.request(world, Self.criterion()), threads: 6)
        #expect(one.eirp.map(\.bitPattern) == many.eirp.map(\.bitPattern))
        #expect(one.lossDB.map(\.bitPattern) == many.lossDB.map(\.bitPattern))
        let within = one.eirp.count { !$0.isNaN }
        #expect(within == one.cellCount && abs(Double(within) - .pi * 50 * 50) < 60)
        var last = 0
        for eirp in [-40.0, 0, 20, 40, 60, 200] {
            let count = one.exceeded(byEIRP: eirp).count { $0 }
            #expect(count >= last)
            last = count
        }
        #expect(last == within)
    }

    @Test("in free space the permissible field strength limit is a circle of the radius that arithmetic has")
    func freeSpaceCircle() throws {
        let world = try InterferenceWorld(kilometres: 27)
        let criterion = RuleSamples.criterion(
            services: ["a"], band: nil, quantity: .fieldStrength, limit: 90, percent: 50, entries: .single,
            model: "p525", distance: Length(kilometres: 60))
        let field = try world.assessor().permissibleField(
            Self.request(world, criterion, cell: 250), threads: 2)
        // E = EIRP + 77.2 + 20 log f − (32.448 + 20 log f + 20 log d): at EIRP = 70 dBm, d = 10^(24.75/20) = 17.28 km.
        let centre = try world.locator.plane(InterferenceWorld.centre)
        let farthest = try #require(field.farthestExceededMetres(byEIRP: 70, from: centre))
        #expect(abs(farthest - 17_280) < 250)
    }

    /// The plot of the pycraf notebook C01 has 69 km for the line at 4830 MHz, 81 km for the continuum at 4995 MHz and 87 km
    /// for that at 2695 MHz: P.452-16 over level ground, ΔN 38, N₀ 324, 2 % of time, −30 dBm/MHz EIRP at 40 m, telescope at
    /// 50 m, read to a kilometre. The latitude of the plot is not known. Here it is 50.5° N, that of Effelsberg, inland:
    /// ducting at 2 % of time depends on it, and at 45° N the continuum at 2695 MHz reaches to 102 km.
    @Test(
        "unwanted emissions of −30 dBm/MHz reach radio telescopes from 69 to 87 km over level ground",
        arguments: [(4830.0, 0.05, -218.0, 69.0), (4995, 10, -207, 81), (2695, 10, -207, 87)])
    func radioAstronomy(megahertz: Double, bandwidth: Double, limit: Double, kilometres: Double) throws {
        let world = try InterferenceWorld(
            kilometres: 115, cellMetres: 250,
            middle: GeographicPosition(longitudeDegrees: 7, latitudeDegrees: 50.5))
        let half = max(bandwidth, 1) / 2
        let station = InterferenceWorld.station(
            at: world.middle, height: 50, megahertz: megahertz - half...megahertz + half)
        let criterion = RuleSamples.criterion(
            services: ["a"], band: nil, interference: .unwanted, quantity: .receivedPower, limit: limit + 30,
            bandwidth: Frequency(megahertz: bandwidth), percent: 2, entries: .single, model: "p452",
            distance: Length(kilometres: 110), mean: false)
        let assessor = Assessor(terrain: world.terrain, screeningMarginDB: .infinity) { _ in
            InterferenceClimate(deltaN: 38, n0: 324)
        }
        let emitters = try (40...105).map {
            try world.emitter(
                "\($0)", kilometres: Double($0), bearing: 90, height: 40, megahertz: megahertz - 60, feeder: 0)
        }
        let verdict = try #require(
            try assessor.assess(
                stations: [station], rules: [Assessor.Rule(pack: "sample", criterion: criterion)], emitters: emitters,
                threads: 2
            ).first)
        let exceeding = verdict.entries.filter { $0.value > criterion.threshold.limit }.map(\.distanceKilometres)
        let reach = exceeding.max() ?? 0
        #expect(abs(reach - kilometres) <= 3, "\(megahertz) MHz: \(reach) km")
    }
}
