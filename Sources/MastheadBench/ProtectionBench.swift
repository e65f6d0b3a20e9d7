import Foundation
import MastheadCore
import MastheadGeo
import MastheadPropagation
import MastheadProtection
import MastheadRadio

/// Assessment of a batch of base stations, and the map of permissible EIRP, on fractal terrain of 30 m cells that fills a
/// square of 104 km, whose corners lie 147 km apart: every base station is within 150 km of every earth station.
enum ProtectionBench {
    private static let side = 3470
    private static let threads = 4

    /// - Parameter stations: Earth stations of the batch; fewer for a quick look.
    static func run(stations: Int = 300) throws -> [Measure] {
        let terrain = try bed()
        let assessor = Assessor(terrain: terrain)
        let clock = ContinuousClock()
        print("Protection, P.452-18 over cells of 30 m, \(threads) threads, base stations of three sectors")
        let places = try self.places(terrain, count: 10_000)
        func judge(_ stations: Int, _ masts: Int) throws -> (seconds: Double, verdicts: [Assessment]) {
            let emitters = try self.emitters(places.prefix(masts))
            let receivers = try self.stations(terrain, count: stations)
            var verdicts: [Assessment] = []
            let time = try clock.measure {
                verdicts = try assessor.assess(
                    stations: receivers, rules: rules(), emitters: emitters, threads: threads)
            }
            let entries = verdicts.reduce(0) { $0 + $1.entries.count }
            let left = verdicts.reduce(0) { $0 + $1.leftOutCount }
            print(
                "  \(masts) base stations x \(stations) earth stations, three cases: "
                    + String(format: "%.1f s", seconds(time)) + ", \(entries) entries, \(left) left out, peak memory "
                    + String(format: "%.0f MB", peakMegabytes()))
            return (seconds(time), verdicts)
        }
        let single = try judge(1, 10_000)
        let batch = try judge(stations, 5000)
        let memory = peakMegabytes()
        let map = try self.map(assessor, clock)
        return [
            Measure(
                what: "5,000 base stations x \(stations) earth stations, 3 cases, 4 threads", asked: "<= 600 s",
                aim: "120 s", value: String(format: "%.1f s", batch.seconds)),
            Measure(
                what: "the same, peak memory", asked: "<= 4096 MB", aim: "2048 MB",
                value: String(format: "%.0f MB", memory)),
            Measure(
                what: "10,000 base stations x 1 earth station, 3 cases", asked: "<= 20 s", aim: "5 s",
                value: String(format: "%.1f s", single.seconds)),
            Measure(
                what: "permissible EIRP, 100 km at 100 m", asked: "<= 10 s", aim: "3 s",
                value: String(format: "%.1f s", map)),
        ]
    }

    /// Seconds for a map of 100 km radius in cells of 100 m, on terrain of which a quarter of the disc is there, so that
    /// each part of the disc is drawn by a station in its corner.
    private static func map(_ assessor: Assessor, _ clock: ContinuousClock) throws -> Double {
        let grid = assessor.terrain.grid
        let cells = Int(Double(grid.columns) * grid.cellMetres / 100)
        var total = 0.0
        for (column, row) in [(2, 2), (cells - 3, 2), (2, cells - 3), (cells - 3, cells - 3)] {
            let coarse = Grid(
                referenceSystem: grid.referenceSystem, westMetres: grid.westMetres, northMetres: grid.northMetres,
                cellMetres: 100, columns: cells, rows: cells)
            let position = try GridLocator(coarse).geographic(of: coarse.centre(column: column, row: row))
            let request = PermissibleField.Request(
                station: try station("ES-\(column)-\(row)", at: position), rule: rules()[0],
                antennaHeight: Length(metres: 30), carrier: Frequency(megahertz: 3750),
                radius: Length(kilometres: 100), grid: coarse)
            var field: PermissibleField?
            let time = try clock.measure { field = try assessor.permissibleField(request, threads: threads) }
            total += seconds(time)
            print(
                "  permissible EIRP, a quarter of a disc of 100 km: " + String(format: "%.2f s", seconds(time))
                    + ", \(field?.cellCount ?? 0) cells")
        }
        return total
    }

    private static func bed() throws -> ProtectionTerrain {
        let made = BenchTerrain(side: side)
        let half = Double(side) * BenchTerrain.cellMetres / 2
        let grid = Grid(
            referenceSystem: .equalArea(around: [GeographicPosition(longitudeDegrees: 10, latitudeDegrees: 45)]),
            westMetres: -half, northMetres: half, cellMetres: BenchTerrain.cellMetres, columns: side, rows: side)
        return ProtectionTerrain(raster: made.raster, window: grid.window, grid: grid)
    }

    /// Places spread over the square.
    private static func places(
        _ terrain: ProtectionTerrain, count: Int, seed: UInt64 = 11
    ) throws -> [(PlanePoint, GeographicPosition)] {
        var state = seed
        func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 40) / Double(1 << 24)
        }
        let locator = try GridLocator(terrain.grid)
        let width = Double(side) * BenchTerrain.cellMetres - 300
        return try (0..<count).map { _ in
            let plane = PlanePoint(x: width * (next() - 0.5), y: width * (next() - 0.5))
            return (plane, try locator.geographic(of: plane))
        }
    }

    private static func emitters(_ places: ArraySlice<(PlanePoint, GeographicPosition)>) throws -> [Emitter] {
        let inside = 46.0 - 80
        let emission = SpectralDensity(segments: [
            DecibelSegment(fromHertz: -500e6, toHertz: -50e6, fromDB: -90, toDB: -90),
            DecibelSegment(fromHertz: -50e6, toHertz: 50e6, fromDB: inside, toDB: inside),
            DecibelSegment(fromHertz: 50e6, toHertz: 500e6, fromDB: -90, toDB: -90),
        ])
        let carrier = try Carrier(
            frequency: Frequency(megahertz: 3750), bandwidth: Frequency(megahertz: 100),
            subcarrierSpacing: Frequency(hertz: 30e3))
        return places.enumerated().flatMap { mast, place in
            (0..<3).map { sector in
                Emitter(
                    id: "\(mast)/\(sector)", stationID: "\(mast)", position: place.1, plane: place.0,
                    transmitter: SectorTransmitter(
                        carrier: carrier, power: PowerLevel(dBm: 46), feederLoss: Decibels(3),
                        antenna: MountedAntenna(
                            pattern: SectorElementPattern(peakGain: Decibels(17), verticalBeamwidth: Angle(degrees: 8)),
                            azimuth: Angle(degrees: 120 * Double(sector)), electricalTilt: Angle(degrees: 4)),
                        height: Length(metres: 25 + Double(mast % 4) * 5)),
                    emission: emission, polarization: "slant", activity: Share(percent: 50),
                    downlinkShare: Share(percent: 75))
            }
        }
    }

    private static func station(_ id: String, at position: GeographicPosition) throws -> ProtectedStation {
        let gain = Decibels(47)
        return ProtectedStation(
            id: id, name: id, service: "fss-earth-station", position: position, antennaHeight: Length(metres: 6),
            pointing: ProtectedStation.Pointing(azimuth: Angle(degrees: 190), elevation: Angle(degrees: 30)),
            band: Frequency(megahertz: 3700)...Frequency(megahertz: 4200),
            pattern: try S465Pattern(peakGain: gain, aperture: ApertureSize(wavelengths: 92)),
            dishDiameter: Length(metres: 7), noiseTemperatureKelvin: 142.8, filter: nil, polarization: nil,
            assumptions: [], basis: "made up", file: "bench", row: 1)
    }

    private static func stations(_ terrain: ProtectionTerrain, count: Int) throws -> [ProtectedStation] {
        try places(terrain, count: count, seed: 77).enumerated().map {
            try station("ES-\($0.offset)", at: $0.element.1)
        }
    }

    /// Long-term interference in the band, unwanted emissions into it, and saturation.
    private static func rules() -> [Assessor.Rule] {
        func rule(
            _ interference: InterferenceCase, _ quantity: ProtectedQuantity, _ limit: Double, _ bandwidth: Frequency?,
            percent: Double, mean: Bool
        ) -> Assessor.Rule {
            Assessor.Rule(
                pack: "bench",
                criterion: Criterion(
                    id: interference.rawValue, title: interference.rawValue, services: ["fss-earth-station"], band: nil,
                    interference: interference,
                    threshold: Threshold(
                        quantity: quantity, limit: limit, referenceBandwidth: bandwidth, timePercent: percent,
                        entries: .aggregate),
                    model: "p452", searchDistance: Length(kilometres: 150), assumedPattern: nil, readsMeanPower: mean,
                    assumedFilter: nil, citation: Citation("bench"), basis: .unverified))
        }
        let megahertz = Frequency(megahertz: 1)
        return [
            rule(.coChannel, .interferenceToNoise, -12.2, megahertz, percent: 20, mean: true),
            rule(.unwanted, .interferenceToNoise, -20, megahertz, percent: 20, mean: true),
            rule(.saturation, .receivedPower, -60, nil, percent: 20, mean: false),
        ]
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
    }

    /// The most memory that this process has had, MB.
    private static func peakMegabytes() -> Double {
        var usage = rusage()
        // RUSAGE_SELF, whose type is not the same in all C libraries; Linux counts in KiB.
        unsafe getrusage(0, &usage)
        return Double(usage.ru_maxrss) / 1024
    }
}
