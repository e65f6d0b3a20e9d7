import MastheadCore
import MastheadGeo
import MastheadPropagation
import MastheadRadio

/// Finds the best server of a cell among the masts of one band.
///
/// Each mast has an upper bound for its level: EIRP towards the cell less the least loss the model can give at that
/// distance. Masts are tried from the highest bound down, and the rest is left out once no bound reaches the best
/// level: an exact cut, for no mast below its bound can win.
struct CellServers {
    typealias Result = CellSignal

    struct Standing {
        let mast: Mast
        let groundMetres: Double
    }

    struct Bid {
        var standing: Int
        var ordinal: UInt32
        var eirpDBm: Double
        var boundDBm: Double
        var distanceMetres: Double
    }

    let setup: CoverageSetup
    let terrain: TerrainView
    let standings: [Standing]

    init(setup: CoverageSetup, masts: [Int], terrain: TerrainView) {
        self.setup = setup
        self.terrain = terrain
        standings = masts.map { index in
            let mast = setup.masts[index]
            return Standing(mast: mast, groundMetres: terrain.sample(x: mast.plane.x, y: mast.plane.y).groundMetres)
        }
    }

    /// The best server of a receiver at a place.
    func best(at centre: PlanePoint, band: Band, tracer: inout PathTracer) -> Result {
        var result = Result()
        let ground = terrain.sample(x: centre.x, y: centre.y).groundMetres
        guard !ground.isNaN else {
            result.crossedVoid = true
            return result
        }
        var bids = bids(for: centre, groundMetres: ground, band: band, result: &result)
        // The highest bound comes next; a full sort is not needed, for few bids are ever looked at.
        while let next = bids.indices.max(by: { Self.comesBefore(bids[$1], bids[$0]) }) {
            let bid = bids[next]
            guard bid.boundDBm >= result.levelDBm else { break }
            bids.swapAt(next, bids.count - 1)
            bids.removeLast()
            guard let loss = loss(of: bid, to: centre, band: band, tracer: &tracer) else {
                result.crossedVoid = true
                continue
            }
            result.evaluations += 1
            let level = bid.eirpDBm - loss.lossDB
            if level > result.levelDBm || (level == result.levelDBm && bid.ordinal < result.bestServer) {
                result.levelDBm = level
                result.bestServer = bid.ordinal
                result.isNearField = loss.isNearField
            }
        }
        return result
    }

    private static func comesBefore(_ a: Bid, _ b: Bid) -> Bool {
        a.boundDBm != b.boundDBm ? a.boundDBm > b.boundDBm : a.ordinal < b.ordinal
    }

    /// One bid for each mast in reach of the cell; notes in `result` what is left out.
    func bids(
        for centre: PlanePoint, groundMetres: Double, band: Band, result: inout Result
    ) -> [Bid] {
        var bids: [Bid] = []
        for (index, standing) in standings.enumerated() {
            let mast = standing.mast
            let ray = mast.ray(
                to: centre, groundMetres: groundMetres, receiverHeightMetres: band.receiverHeight.metres,
                mastGroundMetres: standing.groundMetres)
            guard ray.distanceMetres <= band.radius.metres else { continue }
            guard !standing.groundMetres.isNaN else {
                result.crossedVoid = true
                continue
            }
            let rise =
                groundMetres + band.receiverHeight.metres - standing.groundMetres - mast.heightMetres
            // The longer of both lengths that a text may mean: along the ground, and between the antennas.
            let slant = (ray.distanceMetres * ray.distanceMetres + rise * rise).squareRoot()
            guard slant <= mast.farthestMetres else {
                result.isBeyondModel = true
                continue
            }
            let beam = mast.strongestBeam(ray)
            let bound = beam.eirpDBm - leastLossDB(mast, distanceMetres: ray.distanceMetres, riseMetres: rise)
            bids.append(
                Bid(
                    standing: index, ordinal: beam.ordinal, eirpDBm: beam.eirpDBm, boundDBm: bound,
                    distanceMetres: ray.distanceMetres))
        }
        return bids
    }

    private func leastLossDB(_ mast: Mast, distanceMetres: Double, riseMetres: Double) -> Double {
        let slant = (distanceMetres * distanceMetres + riseMetres * riseMetres).squareRoot()
        // 1e-6 dB: rounding in the model must not lift a bound above the level that it bounds.
        if distanceMetres < mast.nearestMetres {
            return freeSpaceDB(band: setup.bands[mast.band], slantMetres: slant) - 1e-6
        }
        return mast.model.lowestLossDB(
            distanceKilometres: distanceMetres / 1000, altitudeDifferenceMetres: riseMetres) - 1e-6
    }

    /// The loss of a bid's path; nil where it crosses a void.
    func loss(
        of bid: Bid, to centre: PlanePoint, band: Band, tracer: inout PathTracer
    ) -> (lossDB: Double, isNearField: Bool)? {
        let standing = standings[bid.standing]
        let mast = standing.mast
        if bid.distanceMetres < mast.nearestMetres {
            let ground = terrain.sample(x: centre.x, y: centre.y).groundMetres
            let rise = ground + band.receiverHeight.metres - standing.groundMetres - mast.heightMetres
            let slant = (bid.distanceMetres * bid.distanceMetres + rise * rise).squareRoot()
            return (freeSpaceDB(band: band, slantMetres: slant), true)
        }
        guard tracer.trace(from: mast.plane, to: centre, lengthMetres: bid.distanceMetres, over: terrain) else {
            return nil
        }
        return (mast.model.lossDB(over: tracer.profile, terminals: terminals(mast, bid, centre, band)), false)
    }

    /// Free-space loss; a receiver under the antenna stands at least a metre away from it.
    private func freeSpaceDB(band: Band, slantMetres: Double) -> Double {
        FreeSpace.lossDB(
            distanceKilometres: max(1, slantMetres) / 1000, frequencyGigahertz: band.carrier.frequency.gigahertz)
    }

    func terminals(_ mast: Mast, _ bid: Bid, _ centre: PlanePoint, _ band: Band) -> PathTerminals {
        PathTerminals(
            transmitterHeightMetres: mast.heightMetres, receiverHeightMetres: band.receiverHeight.metres,
            midpointLatitudeDegrees: mast.midpointLatitudeDegrees(to: centre))
    }
}
