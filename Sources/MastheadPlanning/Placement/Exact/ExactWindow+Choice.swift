package import MastheadGeo

extension ExactWindow {
    /// Windows around what is chosen: for each site with an option that is taken and not pinned, in the order of the sites,
    /// the options of the nearest sites.
    ///
    /// - Parameters:
    ///   - places: Where each site is.
    ///   - taken: The options that are taken.
    ///   - size: How many sites a window has, the one in its middle among them; sites all of whose options are pinned are
    ///     not counted. Of two that are as near the first is taken.
    /// - Returns: The options of each window that are not pinned, in order; windows that repeat an earlier one are left out.
    package static func windows(
        of problem: PlacementProblem, places: [PlanePoint], taken: [Int], size: Int
    ) -> [[Int]] {
        precondition(places.count == problem.sites.count, "a place for each site")
        let free = problem.sites.map { site in site.options.filter { !problem.options[$0].isPinned } }
        let sites = places.indices.filter { !free[$0].isEmpty }
        let centres = Set(taken.filter { !problem.options[$0].isPinned }.map { problem.options[$0].site })
        var known: Set<[Int]> = []
        return centres.sorted().compactMap { centre in
            let window = nearest(sites, to: centre, places: places, count: size).sorted()
            return known.insert(window).inserted ? window.flatMap { free[$0] } : nil
        }
    }

    static func windows(
        of problem: PlacementProblem, places: [PlanePoint], selection: Selection, size: Int
    ) -> [[Int]] {
        windows(of: problem, places: places, taken: selection.options, size: size)
    }

    /// The sites that are nearest to one of them, which comes first.
    private static func nearest(_ sites: [Int], to centre: Int, places: [PlanePoint], count: Int) -> [Int] {
        var near: [(square: Double, site: Int)] = []
        for site in sites {
            let (east, north) = (places[site].x - places[centre].x, places[site].y - places[centre].y)
            let entry = (square: site == centre ? -1 : east * east + north * north, site: site)
            guard near.count < count || near.last.map({ entry < $0 }) ?? false else { continue }
            if near.count == count { near.removeLast() }
            near.insert(entry, at: near.firstIndex { entry < $0 } ?? near.endIndex)
        }
        return near.map(\.site)
    }
}
