import MastheadCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The elevation angles under which a path leaves the mast and reaches the receiver.
package struct RadialHorizons: Sendable, Hashable {
    /// Whether bare ground hides the antennas from each other.
    package var isTranshorizon: Bool
    /// At the mast, radians above the horizontal: of its horizon, or of the receiver where that is in sight.
    package var mastRadians: Double
    /// At the receiver, radians above the horizontal: of its horizon, or of the mast where that is in sight.
    package var receiverRadians: Double

    /// Angles of a path.
    package init(isTranshorizon: Bool, mastRadians: Double, receiverRadians: Double) {
        self.isTranshorizon = isTranshorizon
        self.mastRadians = mastRadians
        self.receiverRadians = receiverRadians
    }
}

extension Radial {
    /// The horizons of a path over bare ground and the median effective Earth.
    ///
    /// Source: Recommendation ITU-R P.452-18, Attachment 2 to Annex 1, §4 and §5.1, equations (150) to (156), the same as
    /// (76) to (82) of P.1812-8. All points are looked at, so that nothing has to be searched before.
    package func horizons(
        antennaMetres hts: Double, to receiver: RadialReceiver, deltaN: Double
    ) -> RadialHorizons {
        let ae = RadioClimate.medianEffectiveRadiusKilometres(deltaN: deltaN)
        let D = receiver.lengthKilometres
        let hrs = receiver.place.groundMetres - footMetres + receiver.antennaMetres
        let last = min(count, RadialReceiver.points(before: D, stepKilometres: stepKilometres))
        // Slopes in m/km; the Earth falls away by d²/2ae, which is 500 d/ae m/km.
        let bend = 500 / ae
        var forward = -Double.infinity
        var back = -Double.infinity
        for index in 0..<max(0, last) {
            let d = Double(index + 1) * stepKilometres
            let h = Double(ground.heights[index])
            forward = max(forward, (h - hts) / d - bend * d)
            back = max(back, (h - hrs) / (D - d) - bend * (D - d))
        }
        let sight = (hrs - hts) / D - bend * D
        guard forward > sight else {
            return RadialHorizons(
                isTranshorizon: false, mastRadians: atan(sight / 1000),
                receiverRadians: atan(((hts - hrs) / D - bend * D) / 1000))
        }
        return RadialHorizons(
            isTranshorizon: true, mastRadians: atan(forward / 1000), receiverRadians: atan(back / 1000))
    }

    /// The steepest line from the mast to bare ground, up to each point: its slope over the median effective Earth, m/km.
    ///
    /// - Parameter slopes: Room for as many values as there are points.
    package func risingHorizon(antennaMetres hts: Double, deltaN: Double, into slopes: inout [Double]) {
        precondition(slopes.count >= count, "one slope for each point")
        let bend = 500 / RadioClimate.medianEffectiveRadiusKilometres(deltaN: deltaN)
        var steepest = -Double.infinity
        for index in 0..<count {
            let d = Double(index + 1) * stepKilometres
            steepest = max(steepest, (Double(ground.heights[index]) - hts) / d - bend * d)
            slopes[index] = steepest
        }
    }
}

extension TerrainRaster {
    /// What stands at a place, in cells from the centre of the north-western one; ground is NaN where it is void or
    /// outside.
    package func sample(column u: Double, row v: Double) -> PathSample {
        let (column, row) = (u.rounded(.down), v.rounded(.down))
        guard u >= -0.5, v >= -0.5, u < Double(columns) - 0.5, v < Double(rows) - 0.5 else {
            return PathSample(groundMetres: .nan)
        }
        let place = RasterPosition(
            column: Int(column), row: Int(row), east: Float(u - column), south: Float(v - row))
        let cell = Int((v + 0.5).rounded(.down)) * columns + Int((u + 0.5).rounded(.down))
        return PathSample(
            groundMetres: Double(ground(at: place)), clutterMetres: Double(clutterMetres[cell]),
            zone: RadioZone(rawValue: zones[cell]) ?? .inland,
            clutterKind: ClutterKind(rawValue: clutterKinds[cell]) ?? .buildings)
    }
}
