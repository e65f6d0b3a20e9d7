import MastheadGeo

/// Tells what of the routes and places in a tile is served: a pure function of the tile's layers and the pieces in it.
///
/// A piece of a route is served over the share of its cell's parts that are served, in whole millimetres rounded down. A
/// key point is served where every part of its cell is. In any band a piece counts with the band that serves most of it: no
/// more can be claimed without knowing which parts. What lies underground is never served.
struct ReachEvaluator {
    let plan: ReachPlan
    let layers: [CoverageTile.Layer]
    let window: GridWindow

    private var kindCount: Int { plan.kinds.count }
    private var bandCount: Int { plan.parts.count }

    /// Served lengths of all routes that have a piece in the open in the tile, by route and region.
    func routeSums() -> [RouteSum] {
        var sums: [Pair: [Int64]] = [:]
        let pieces = plan.routes.pieces
        plan.routes.index.forEach(in: window) { item, cell in
            let piece = pieces[item]
            guard !piece.isUnderground else { return }
            let key = Pair(item: Int(piece.route), region: Int(piece.region))
            var served = sums.removeValue(forKey: key) ?? Array(repeating: 0, count: plan.columnCount)
            add(piece, rule: plan.routeRules[key.item], cell: cell, to: &served)
            sums[key] = served
        }
        return sums.sorted { ($0.key.item, $0.key.region) < ($1.key.item, $1.key.region) }.map {
            RouteSum(route: $0.key.item, region: $0.key.region, servedMillimetres: $0.value)
        }
    }

    private func add(_ piece: LinePiece, rule: ReachRule, cell: Int, to served: inout [Int64]) {
        for kind in 0..<kindCount {
            var most: Int64 = 0
            for band in 0..<bandCount {
                let parts = servedParts(band: band, kind: kind, cell: cell, rule: rule)
                let millimetres = Int64(piece.millimetres) * Int64(parts) / Int64(plan.parts[band])
                served[band * kindCount + kind] += millimetres
                if rule.bands[band] { most = max(most, millimetres) }
            }
            served[bandCount * kindCount + kind] += most
        }
    }

    /// Served key points of all places that have one in the open in the tile.
    func placeSums() -> [PlaceSum] {
        var sums: [Int: [Int]] = [:]
        let points = plan.places.keyPoints
        plan.places.index.forEach(in: window) { item, cell in
            let point = points[item]
            guard !point.isUnderground else { return }
            let place = Int(point.place)
            var served = sums.removeValue(forKey: place) ?? Array(repeating: 0, count: plan.columnCount)
            let rule = plan.placeRules[place]
            for kind in 0..<kindCount {
                let bands = servingBands(kind: kind, cell: cell, rule: rule)
                for band in bands { served[band * kindCount + kind] += 1 }
                if bands.contains(where: { rule.bands[$0] }) { served[bandCount * kindCount + kind] += 1 }
            }
            sums[place] = served
        }
        return sums.sorted { $0.key < $1.key }.map { PlaceSum(place: $0.key, servedPoints: $0.value) }
    }

    /// The bands in which every part of a cell is served.
    func servingBands(kind: Int, cell: Int, rule: ReachRule) -> [Int] {
        (0..<bandCount).filter {
            servedParts(band: $0, kind: kind, cell: cell, rule: rule) == plan.parts[$0]
        }
    }

    /// The bands in which more than half of a cell's parts are served, for drawing.
    func mostlyServingBands(kind: Int, cell: Int, rule: ReachRule) -> [Int] {
        (0..<bandCount).filter {
            2 * servedParts(band: $0, kind: kind, cell: cell, rule: rule) > plan.parts[$0]
        }
    }

    private func servedParts(band: Int, kind: Int, cell: Int, rule: ReachRule) -> Int {
        let count = layers[band].services[kind][cell]
        guard count != 255, rule.suffices(layers[band].levelHundredthsDBm[cell], band: band) else { return 0 }
        return Int(count)
    }

    private struct Pair: Hashable {
        var item: Int
        var region: Int
    }
}
