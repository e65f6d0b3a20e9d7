import MastheadCore
import MastheadGeo
import MastheadPlanning

/// Shares the pieces of one site among threads.
struct SiteWork {
    let site: SiteCoverage
    let threads: Int
    let stop: StopFlag

    /// Computes all carriers, one group of them after the other, so that one terrain is held at a time.
    func run() throws(MastheadError) -> (rasters: SiteRasters, caveats: Caveats) {
        let rasters = SiteRasters(cellCount: site.grid.cellCount, carriers: site.carriers.count)
        var caveats = Caveats()
        for group in 0..<site.groupCount {
            let terrain = try terrain(ofGroup: group, caveats: &caveats)
            let (site, stop) = (site, stop)
            try WorkerPool.run(count: site.wedgeCount, threads: threads, isStopped: { stop.isRaised }) {
                () throws(MastheadError) in
                ()
            } body: { (_: inout Void, wedge, _) throws(MastheadError) in
                rasters.add(site.compute(wedge: wedge, ofGroup: group, over: terrain))
            }
        }
        for tally in rasters.tallies {
            caveats.add(PlanningCaveats.nearField, count: tally.nearField)
            caveats.add(PlanningCaveats.beyondModel, count: tally.beyondModel)
            caveats.add(PlanningCaveats.voidPath, count: tally.void)
        }
        return (rasters, caveats)
    }

    /// Reads the terrain of a group, and refuses voids unless they are tolerated.
    private func terrain(ofGroup group: Int, caveats: inout Caveats) throws(MastheadError) -> SiteTerrain.View {
        let terrain = site.terrain(forGroup: group)
        let source = site.terrain(ofGroup: group)
        let stop = stop
        try WorkerPool.run(count: terrain.pieces.count, threads: threads, isStopped: { stop.isRaised }) {
            () throws(MastheadError) in
            try TerrainReader(source)
        } body: { (reader: inout TerrainReader, piece, _) throws(MastheadError) in
            terrain.add(try reader.tile(terrain.pieces[piece]))
        }
        let view = terrain.view()
        let role = source.ground.role
        guard view.hasFoot else {
            throw MastheadError(
                .layerDoesNotCover, "the ground has no value under the site",
                at: .layer(role: role, file: source.ground.path, place: site.position),
                remedy: "Correct --at (longitude first), or use a ground layer that covers the site.")
        }
        if !site.toleratesVoids, let place = try terrain.firstVoid() {
            throw MastheadError(
                .layerDoesNotCover,
                "the ground has no value in \(Grouped.text(terrain.groundVoidCount)) cells within \(site.radius) of the site",
                at: .layer(role: role, file: source.ground.path, place: place),
                remedy: "Use a ground layer that covers the disc, reduce --radius, or add --tolerate-voids to leave "
                    + "such cells out and count them.")
        }
        caveats.add(PlanningCaveats.clutterVoid, count: view.clutterVoidCount)
        caveats.add(PlanningCaveats.surfaceVoid, count: terrain.surfaceVoidCount)
        return view
    }
}
