import Foundation
import MastheadCore
import MastheadGeo
import MastheadPropagation
import MastheadProtection
import MastheadRadio

/// Stations, sectors and terrain for tests of interference.
struct InterferenceWorld {
    static let centre = GeographicPosition(longitudeDegrees: 10, latitudeDegrees: 45)
    let middle: GeographicPosition
    let terrain: ProtectionTerrain
    let locator: Locator

    /// A locator that tests may share: each use makes its own.
    struct Locator {
        let grid: Grid

        func plane(_ position: GeographicPosition) throws -> PlanePoint { try GridLocator(grid).plane(of: position) }
    }

    /// Terrain of a form around the centre, as far as `kilometres` in all directions.
    init(
        kilometres: Double, cellMetres: Double = 100, middle: GeographicPosition = centre,
        clutter: (Int, Int) -> Float = { _, _ in 0 },
        ground: (Double, Double) -> Float = { _, _ in 0 }
    ) throws {
        self.middle = middle
        let side = Int(2 * kilometres * 1000 / cellMetres)
        let grid = Grid(
            referenceSystem: .equalArea(around: [middle]), westMetres: -kilometres * 1000,
            northMetres: kilometres * 1000, cellMetres: cellMetres, columns: side, rows: side)
        var heights: [Float] = []
        var tops: [Float] = []
        for row in 0..<side {
            for column in 0..<side {
                let place = grid.centre(column: column, row: row)
                heights.append(ground(place.x, place.y))
                tops.append(clutter(column, row))
            }
        }
        let raster = TerrainRaster(
            columns: side, rows: side, groundMetres: heights, clutterMetres: tops,
            clutterKinds: tops.map { ClutterKind.unknown(heightMetres: Double($0)).rawValue },
            zones: Array(repeating: RadioZone.inland.rawValue, count: side * side))
        terrain = ProtectionTerrain(raster: raster, window: grid.window, grid: grid)
        locator = Locator(grid: grid)
    }

    /// Hills of several widths.
    static func hills(_ x: Double, _ y: Double) -> Float {
        func wave(_ t: Double) -> Double {
            let turn = t - t.rounded(.down)
            return turn < 0.5 ? 16 * turn * (0.5 - turn) : -16 * (turn - 0.5) * (1 - turn)
        }
        return Float(
            300 + 120 * wave(x / 17_000 + 0.3 * wave(y / 9000)) + 60 * wave(y / 6100) + 25 * wave((x + y) / 1700))
    }

    /// A station at a place; without pointing, and with 0 dBi, unless stated.
    static func station(
        _ id: String = "ES-1", at position: GeographicPosition = centre, height: Double = 10,
        pointing: ProtectedStation.Pointing? = nil, megahertz: ClosedRange<Double> = 3500...3700,
        pattern: any OffAxisPattern = RadioAstronomySidelobePattern(), kelvin: Double? = 142.8,
        filter: SelectivityMask? = nil, polarization: String? = nil
    ) -> ProtectedStation {
        ProtectedStation(
            id: id, name: id, service: "a", position: position, antennaHeight: Length(metres: height),
            pointing: pointing,
            band: Frequency(megahertz: megahertz.lowerBound)...Frequency(megahertz: megahertz.upperBound),
            pattern: pattern, dishDiameter: nil, noiseTemperatureKelvin: kelvin, filter: filter,
            polarization: polarization, assumptions: [], basis: "made up", file: "stations.csv", row: 2)
    }

    /// A level channel with level sides of −30 dBm/MHz to 200 MHz away.
    static func emission(dBm: Double = 46, channel: Double = 20) -> SpectralDensity {
        let inside = dBm - Frequency(megahertz: channel).decibelsAboveHertz
        let half = channel * 1e6 / 2
        return SpectralDensity(segments: [
            DecibelSegment(fromHertz: -200e6, toHertz: -half, fromDB: -90, toDB: -90),
            DecibelSegment(fromHertz: -half, toHertz: half, fromDB: inside, toDB: inside),
            DecibelSegment(fromHertz: half, toHertz: 200e6, fromDB: -90, toDB: -90),
        ])
    }

    /// A sector at a distance and bearing from the centre.
    func emitter(
        _ id: String = "S-1", kilometres: Double, bearing: Double = 70, height: Double = 30, megahertz: Double = 3600,
        channel: Double = 20, dBm: Double = 46, feeder: Double = 3, pattern: any AntennaPattern = IsotropicPattern(),
        azimuth: Double = 250,
        polarization: String = "slant", activity: Double = 0.5, downlink: Double = 0.75
    ) throws -> Emitter {
        let position = Geodesic.destination(
            from: middle, bearing: Angle(degrees: bearing), distance: Length(kilometres: kilometres))
        return Emitter(
            id: id, stationID: id, position: position, plane: try locator.plane(position),
            transmitter: SectorTransmitter(
                carrier: try Carrier(
                    frequency: Frequency(megahertz: megahertz), bandwidth: Frequency(megahertz: channel),
                    subcarrierSpacing: Frequency(hertz: 30e3)),
                power: PowerLevel(dBm: dBm), feederLoss: Decibels(feeder),
                antenna: MountedAntenna(pattern: pattern, azimuth: Angle(degrees: azimuth)),
                height: Length(metres: height)),
            emission: Self.emission(dBm: dBm, channel: channel), polarization: polarization,
            activity: Share(fraction: activity),
            downlinkShare: Share(fraction: downlink))
    }

    /// Sectors spread around the centre, three on each mast.
    func spread(_ count: Int, from near: Double = 1, to far: Double, seed: UInt64 = 5) throws -> [Emitter] {
        var state = seed
        func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 40) / Double(1 << 24)
        }
        return try (0..<count).flatMap { mast in
            let (distance, bearing) = (near + (far - near) * next(), 360 * next())
            return try (0..<3).map { sector in
                try emitter(
                    "S-\(mast)/\(sector)", kilometres: distance, bearing: bearing,
                    megahertz: mast % 2 == 0 ? 3600 : 3640,
                    pattern: SectorElementPattern(peakGain: Decibels(17), verticalBeamwidth: Angle(degrees: 8)),
                    azimuth: 120 * Double(sector))
            }
        }
    }

    /// An assessor over the terrain.
    func assessor(screening: Double = 30, filters: [String: EdgeSelectivity] = [:]) -> Assessor {
        Assessor(terrain: terrain, filters: filters, screeningMarginDB: screening)
    }

    /// The verdict on one station by one criterion.
    func verdict(
        _ criterion: Criterion, _ emitters: [Emitter], station: ProtectedStation = station(),
        screening: Double = .infinity
    ) throws -> Assessment {
        let all = try assessor(screening: screening).assess(
            stations: [station], rules: [Assessor.Rule(pack: "sample", criterion: criterion)], emitters: emitters,
            threads: 1)
        guard all.count == 1, let first = all.first else { throw Missing.verdict }
        return first
    }

    enum Missing: Error { case verdict }
}

extension Frequency {
    /// 10 log₁₀ of the width in hertz.
    var decibelsAboveHertz: Double { 10 * log10(hertz) }
}
