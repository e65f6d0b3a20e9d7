public import MastheadCore
import MastheadGeo
public import MastheadPropagation
import MastheadRadio

/// One path of a verdict in all its points, for evidence: from the protected station to a base station.
public struct InterferencePath: Sendable {
    /// The points, as the loss was computed over them; the first is the station.
    public let profile: PathProfile
    /// The antennas; the transmitter is the station, since losses are the same both ways.
    public let terminals: PathTerminals
    /// Frequency of the loss.
    public let frequency: Frequency
    /// Elevation of the horizon at the station, or of the base station where that is in sight, degrees.
    public let stationElevationDegrees: Double
    /// Elevation of the horizon at the base station, or of the station where that is in sight, degrees.
    public let emitterElevationDegrees: Double
    /// Whether bare ground hides the antennas from each other.
    public let isTranshorizon: Bool
    /// The loss by the reference form of the criterion's model, as a ledger; nil where the path is shorter than the model
    /// holds, so that free space was taken. Along radials the loss may differ from it by 0.005 dB.
    public let ledger: Ledger?
}

extension Assessor {
    /// The path between a station and a sector under a criterion, with every term of its loss.
    ///
    /// - Returns: Nil where the terrain has a void on the path, or the two stand at one place.
    /// - Throws: As ``assess(stations:rules:emitters:threads:isStopped:)``.
    public func path(
        of station: ProtectedStation, rule: Rule, to emitter: Emitter
    ) throws(MastheadError) -> InterferencePath? {
        let reading = try StationReading(station, pack: rule.pack, criterion: rule.criterion, filters: filters)
        let air = climate(station.position)
        let model = try PathLossModel(reading.lossKind(emitter), climate: air)
        let plane = try GridLocator(terrain.grid).plane(of: station.position)
        let distance = Geodesic.distance(from: station.position, to: emitter.position).kilometres
        let tracer = PathTracer(
            terrain: terrain,
            origin: PathTracer.Origin(
                plane: plane, latitudeDegrees: station.position.latitudeDegrees,
                longitudeDegrees: station.position.longitudeDegrees, antennaMetres: station.antennaHeight.metres,
                foot: terrain.sample(at: plane)), models: [model], deltaN: air.deltaN,
            reachMetres: max(distance * 1000, terrain.grid.cellMetres))
        let traced = tracer.profile(
            to: emitter.plane, position: emitter.position, antennaMetres: emitter.transmitter.height.metres,
            distanceKilometres: distance)
        guard let traced else { return nil }
        let ledger =
            traced.path.isNearField
            ? nil : try model.model.ledger(over: traced.profile, terminals: traced.terminals)
        return InterferencePath(
            profile: traced.profile, terminals: traced.terminals, frequency: Frequency(hertz: model.kind.hertz),
            stationElevationDegrees: traced.path.horizons.mastRadians * 180 / .pi,
            emitterElevationDegrees: traced.path.horizons.receiverRadians * 180 / .pi,
            isTranshorizon: traced.path.horizons.isTranshorizon, ledger: ledger)
    }
}
