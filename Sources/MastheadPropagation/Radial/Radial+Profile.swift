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
