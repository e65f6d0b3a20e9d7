extension Ducting {
    /// What a path brings to the model.
    struct Path {
        var D: Double
        var dlt: Double
        var dlr: Double
        var thetaT: Double
        var thetaR: Double
        var dct: Double
        var dcr: Double
        var seaShare: Double
        var hts: Double
        var hrs: Double
        var hte: Double
        var hre: Double
        var hm: Double
        var ae: Double
        var b0: Double
        var inlandFactor: Double
    }
}

extension Ducting.Path {
    /// The geometry of a path from its horizons, its smooth surface and its zones.
    ///
    /// On a path in sight both horizons are the principal edge. A terminal on the sea is at the coast, whatever distance
    /// is given.
    init<Search: PathSearch>(
        _ search: Search, _ terminals: PathTerminals, _ horizons: Horizons, _ surface: SmoothSurface, ae: Double,
        b0: Double, inlandFactor: Double
    ) {
        let D = search.lengthKilometres
        let zones = search.zones
        var lt = horizons.transmitterIndex
        var lr = horizons.receiverIndex
        if !horizons.isTranshorizon {
            lt = search.principalEdge(curvature: 500 / ae)
            lr = lt
        }
        let dct = terminals.transmitterToCoastKilometres ?? zones.transmitterToCoastKilometres
        let dcr = terminals.receiverToCoastKilometres ?? zones.receiverToCoastKilometres
        let (hts, hrs) = (search.transmitterMetres, search.receiverMetres)
        self.init(
            D: D, dlt: search.distances[lt], dlr: D - search.distances[lr], thetaT: horizons.thetaT,
            thetaR: horizons.thetaR, dct: zones.ends.transmitterAtSea ? 0 : dct,
            dcr: zones.ends.receiverAtSea ? 0 : dcr, seaShare: zones.seaShare, hts: hts, hrs: hrs,
            hte: hts - surface.hst, hre: hrs - surface.hsr,  // (94)
            hm: surface.roughnessMetres(search, from: lt, through: lr), ae: ae, b0: b0, inlandFactor: inlandFactor)
    }
}
