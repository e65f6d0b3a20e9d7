extension PathProfile {
    /// Becomes the path along a radial to a receiver: its points at least half a step before the receiver, and the receiver.
    ///
    /// For models without a last stage for radials, and for ledgers.
    package mutating func refill(along radial: Radial, over raster: TerrainRaster?, to receiver: RadialReceiver) {
        let D = receiver.lengthKilometres
        let last = min(radial.count, RadialReceiver.points(before: D, stepKilometres: radial.stepKilometres))
        resize(to: last + 2)
        distances[0] = 0
        grounds[0] = radial.footMetres
        clutters[0] = radial.foot.clutterMetres
        zoneCodes[0] = radial.foot.zone
        kinds[0] = radial.foot.clutterKind
        for index in 0..<last {
            let sample = radial.sample(index, over: raster)
            distances[index + 1] = Double(index + 1) * radial.stepKilometres
            grounds[index + 1] = sample.groundMetres
            clutters[index + 1] = sample.clutterMetres
            zoneCodes[index + 1] = sample.zone
            kinds[index + 1] = sample.clutterKind
        }
        distances[last + 1] = D
        grounds[last + 1] = receiver.place.groundMetres
        clutters[last + 1] = receiver.place.clutterMetres
        zoneCodes[last + 1] = receiver.place.zone
        kinds[last + 1] = receiver.place.clutterKind
    }
}

extension Radial {
    /// What stands at point `index + 1`, with zone and kind of clutter as the raster has them.
    fileprivate func sample(_ index: Int, over raster: TerrainRaster?) -> PathSample {
        let height = Double(ground.heights[index])
        var sample = PathSample(groundMetres: footMetres + height)
        guard let raster else { return sample }
        let cell = places.nearest(index, raster.columns)
        guard raster.zones.indices.contains(cell) else { return sample }
        sample.clutterMetres = Double(raster.clutterMetres[cell])
        sample.zone = RadioZone(rawValue: raster.zones[cell]) ?? .inland
        sample.clutterKind = ClutterKind(rawValue: raster.clutterKinds[cell]) ?? .buildings
        return sample
    }
}

extension RadialModel {
    /// The loss of a path by the radial form, dB: for comparison with the reference form.
    ///
    /// - Returns: nil where the model has no last stage, or where the points do not stand as on a radial: at equal steps from
    ///   the transmitter, the receiver half a step to one and a half behind the last one, at least four points before it.
    package func radialLossDB(over profile: PathProfile, terminals: PathTerminals) -> Double? {
        let d = profile.distanceKilometres
        guard let tail = radialTail, d.count >= 6 else { return nil }
        let step = d[1]
        let count = d.count - 2
        let isRegular = (1...count).allSatisfy { abs(d[$0] - Double($0) * step) <= 1e-6 * step }
        guard isRegular, RadialReceiver.points(before: d[count + 1], stepKilometres: step) == count else { return nil }
        func sample(_ index: Int) -> PathSample {
            PathSample(
                groundMetres: profile.groundMetres[index], clutterMetres: profile.clutterMetres[index],
                zone: profile.zones[index], clutterKind: profile.clutterKinds[index])
        }
        let radial = Radial(capacity: count)
        let kernel = RadialKernel(radial, tails: [tail])
        radial.fill(
            count: count, stepKilometres: step, foot: sample(0),
            clutterFreeKilometres: tail.clutterFreeKilometres, sample)
        kernel.look(antennaMetres: terminals.transmitterHeightMetres)
        var receiver = RadialReceiver(
            lengthKilometres: d[count + 1], place: sample(count + 1), antennaMetres: terminals.receiverHeightMetres,
            latitudeDegrees: terminals.midpointLatitudeDegrees)
        receiver.transmitterToCoastKilometres = terminals.transmitterToCoastKilometres
        receiver.receiverToCoastKilometres = terminals.receiverToCoastKilometres
        let receivers = [receiver]
        var losses: [Float] = [0]
        var span = losses.mutableSpan
        kernel.losses(of: receivers.span, into: &span)
        return Double(losses[0])
    }
}
