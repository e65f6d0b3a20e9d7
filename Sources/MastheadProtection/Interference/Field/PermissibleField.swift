public import MastheadCore
public import MastheadGeo
import MastheadRadio

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a base station may radiate towards a protected station, at every cell around it.
///
///     EIRP = limit + L_b + L_filter − G(θ) − apportionment        (in the unit of the criterion's quantity)
///
/// It is the EIRP of one base station that alone just meets the limit; where the criterion judges the sum, the part that
/// is to be left to others is stated as apportionment. It counts in the direction of the station, and in the mean where
/// the criterion reads mean power. Losses come from one radial sweep outward from the station, each cell at its own
/// distance on its own ground on the nearest radial, as coverage has them; verdicts are taken on exact paths instead.
public struct PermissibleField: Sendable {
    /// What a field is asked for.
    public struct Request: Sendable {
        /// The station.
        public var station: ProtectedStation
        /// The criterion with its pack.
        public var rule: Assessor.Rule
        /// Height of the base stations' antennas above the ground.
        public var antennaHeight: Length
        /// Their carrier; unwanted emissions are taken in the middle of the station's band instead.
        public var carrier: Frequency
        /// How far from the station; not farther than the criterion searches.
        public var radius: Length
        /// The cells.
        public var grid: Grid
        /// How much of the limit is left to others, dB.
        public var apportionmentDB: Double

        /// A request.
        public init(
            station: ProtectedStation, rule: Assessor.Rule, antennaHeight: Length, carrier: Frequency, radius: Length,
            grid: Grid, apportionmentDB: Double = 0
        ) {
            self.station = station
            self.rule = rule
            self.antennaHeight = antennaHeight
            self.carrier = carrier
            self.radius = radius
            self.grid = grid
            self.apportionmentDB = apportionmentDB
        }
    }

    /// The grid of the cells.
    public let grid: Grid
    /// The cells that the values are of, row-major.
    public let window: GridWindow
    /// Permissible EIRP towards the station by cell, in ``unit``; NaN beyond the radius.
    public let eirp: [Float]
    /// Basic transmission loss by cell, dB; NaN beyond the radius.
    public let lossDB: [Float]
    /// `"dBm/MHz"`, or `"dBm"` where the criterion limits all power.
    public let unit: String
    /// Cells within the radius.
    public let cellCount: Int
    /// Reservations: cells whose path crosses a void of the terrain, which have the lowest loss over their distance.
    public let caveats: Caveats

    /// The cells in which a base station of an EIRP, in ``unit`` towards the station, would exceed the limit.
    ///
    /// For the reference base station of a rule this is the exclusion area, and its outline the coordination contour.
    public func exceeded(byEIRP eirp: Double) -> [Bool] { self.eirp.map { Double($0) < eirp } }

    /// The farthest distance of the centre of an exceeded cell from the station's place in the plane, m; nil where none is
    /// exceeded.
    public func farthestExceededMetres(byEIRP eirp: Double, from plane: PlanePoint) -> Double? {
        var farthest: Double?
        for index in self.eirp.indices where Double(self.eirp[index]) < eirp {
            let place = grid.centre(
                column: window.column + index % window.columns, row: window.row + index / window.columns)
            let distance = hypot(place.x - plane.x, place.y - plane.y)
            farthest = max(farthest ?? 0, distance)
        }
        return farthest
    }
}

extension Assessor {
    /// The field around a station.
    ///
    /// Memory, beside the terrain: some 60 bytes for each cell within the radius.
    ///
    /// - Throws: As ``assess(stations:rules:emitters:threads:isStopped:)``.
    public func permissibleField(
        _ request: PermissibleField.Request, threads: Int, isStopped: @escaping @Sendable () -> Bool = { false }
    ) throws(MastheadError) -> PermissibleField {
        let reading = try StationReading(
            request.station, pack: request.rule.pack, criterion: request.rule.criterion, filters: filters)
        let sweep = try PermissibleSweep(
            request, reading: reading, terrain: terrain, climate: climate(request.station.position))
        let parts = try sweep.run(threads: threads, isStopped: isStopped)
        var eirp = [Float](repeating: .nan, count: sweep.window.cellCount)
        var lossDB = eirp
        var voids = 0
        let allowed = Self.allowedDB(request, reading)
        for part in parts {
            voids += part.voidCount
            for value in part.values {
                lossDB[Int(value.place)] = value.lossDB
                eirp[Int(value.place)] = Float(allowed + Double(value.lossDB - value.gainDBi))
            }
        }
        var caveats = Caveats()
        caveats.add(.interferenceOverVoid, count: voids)
        return PermissibleField(
            grid: request.grid, window: sweep.window, eirp: eirp, lossDB: lossDB,
            unit: request.rule.criterion.threshold.referenceBandwidth == nil ? "dBm" : "dBm/MHz",
            cellCount: parts.reduce(0) { $0 + $1.values.count }, caveats: caveats)
    }

    /// The limit as power that an isotropic antenna in front of the filter may receive, in the field's unit.
    private static func allowedDB(_ request: PermissibleField.Request, _ reading: StationReading) -> Double {
        let threshold = reading.criterion.threshold
        let frequency = PermissibleSweep.frequency(request, reading)
        let conversion = reading.conversionDB(middleHertz: frequency.hertz)
        var allowed = threshold.limit - conversion.0 - conversion.1 - request.apportionmentDB
        if let bandwidth = threshold.referenceBandwidth { allowed -= 10 * log10(bandwidth.megahertz) }
        if let filter = reading.filter {
            allowed += filter.mask.attenuationDB(atHertz: frequency.hertz - filter.middle.hertz)
        }
        return allowed
    }
}
