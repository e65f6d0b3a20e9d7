import Foundation
public import MastheadCore
public import MastheadGeo

/// Names what a plan leaves unserved after listed settlements.
public enum SettlementNames {
    /// The name of the nearest settlement whose reach holds a place; of equal distances the one with more people, then the
    /// earlier. Nil where none reaches so far.
    public static func nearest(to plane: PlanePoint, among settlements: [Settlement]) -> String? {
        var best: (distance: Double, people: Double, name: String)?
        for settlement in settlements {
            let distance = hypot(settlement.plane.x - plane.x, settlement.plane.y - plane.y)
            guard distance <= settlement.reachMetres else { continue }
            let people = settlement.people ?? 0
            if let best, (best.distance, -best.people) <= (distance, -people) { continue }
            best = (distance, people, settlement.name)
        }
        return best?.name
    }

    /// What is unserved, with each settlement named after the nearest listed one; where none is near, its name stays.
    ///
    /// - Throws: `bad-crs` where the grid's reference system cannot be read, or a place lies beyond it.
    public static func naming(
        _ unserved: [UnservedDemand], after settlements: [Settlement], grid: Grid
    ) throws(MastheadError) -> [UnservedDemand] {
        guard !settlements.isEmpty else { return unserved }
        let locator = try GridLocator(grid)
        var named = unserved
        for index in named.indices where named[index].kind == .settlement {
            let plane = try locator.plane(of: named[index].position)
            if let name = nearest(to: plane, among: settlements) { named[index].name = name }
        }
        return named
    }
}
