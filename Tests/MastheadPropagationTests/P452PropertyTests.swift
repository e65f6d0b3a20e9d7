import Foundation
import MastheadCore
import MastheadPropagation
import Testing

@Suite("P.452 keeps what its text promises")
struct P452PropertyTests {
    @Test("the synthetic paths reach every branch of the method")
    func pathsReachBranches() throws {
        var counts: [String: Int] = [:]
        func count(_ branch: String, _ isReached: Bool) { counts[branch, default: 0] += isReached ? 1 : 0 }
        let paths = try P452Path.all()
        for path in paths {
            let b = try path.breakdown()
            let p = path.path.parameters.timePercent
            let horizons = b.transmitterHorizonKilometres + b.receiverHorizonKilometres
            count("beyond the horizon", horizons < b.lengthKilometres * 0.999)
            count("in sight", horizons > b.lengthKilometres * 0.999)
            count("no diffraction", b.medianDiffractionDB == 0)
            count("angle factor zero", b.angleFactor == 0)
            count("angle factor between", b.angleFactor > 0.001 && b.angleFactor < 0.98)
            count("p below β0", p < b.anomalousTimePercent)
            count("p between β0 and 50", p > b.anomalousTimePercent && p < 50)
            count("p of 50", p == 50)
            count("mostly sea", b.seaShare >= 0.75)
            count("partly sea", b.seaShare > 0 && b.seaShare < 0.75)
            count("ducting", b.enhancedDiffractionDB < b.basicDiffractionDB - 0.1)
            count("troposcatter", b.combinedDB < b.modifiedDB - 1)
            count("nominal clutter", b.transmitterClutterDB > 0 && b.receiverClutterDB > 0)
            count("shortened path", b.lengthKilometres < path.path.profile.lengthKilometres)
        }
        // Some paths have too little left between their clutter; most must remain.
        #expect(paths.count > 1200 && counts.count == 14)
        for (branch, times) in counts { #expect(times >= 15, "\(branch): \(times) of \(paths.count)") }
    }

    @Test("the fast form gives the loss of the breakdown to the last bit")
    func fastEqualsComplete() throws {
        for path in try P452Path.all() {
            let (fast, complete) = (try path.lossDB(), try path.breakdown().lossDB)
            #expect(fast.bitPattern == complete.bitPattern, "\(path): \(fast) and \(complete)")
        }
    }

    @Test("no loss falls below the bound that pruning uses")
    func boundHolds() throws {
        for path in try P452Path.all() {
            let b = try path.breakdown()
            let model = try path.model()
            let profile = path.path.profile
            let rise =
                profile.groundMetres[0] + path.path.terminals.transmitterHeightMetres
                - profile.groundMetres[profile.count - 1] - path.path.terminals.receiverHeightMetres
            let length = profile.lengthKilometres
            #expect(
                b.lossDB >= model.lowestLossDB(distanceKilometres: length, altitudeDifferenceMetres: rise), "\(path)")
            #expect(b.lossDB >= model.lowestLossDB(distanceKilometres: length), "\(path)")
        }
    }

    @Test("below β0 no mechanism but troposcatter falls below line of sight")
    func lineOfSightFloor() throws {
        for path in try P452Path.all() {
            let b = try path.breakdown()
            // (64) adds powers: two equal losses make one that is 5 log 2 lower. 1e-9 dB: rounding.
            let lower = min(b.modifiedDB, b.troposcatterDB)
            #expect(b.combinedDB <= lower + 1e-9 && b.combinedDB >= lower - 5 * log10(2) - 1e-9, "\(path)")
            guard path.path.parameters.timePercent < b.anomalousTimePercent else { continue }
            #expect(b.modifiedDB >= b.lineOfSightDB - 1e-9, "\(path)")
        }
    }

    @Test("the loss is the same in both directions, with antennas and clutter swapped, but for the angle factor")
    func reciprocity() throws {
        var same = 0
        for path in try P452Path.all() {
            let (there, back) = (try path.breakdown(), try path.reversed.breakdown())
            // 1e-6 dB: distances from the other end are rounded, and a rise of 0.1 m over 1 m of path has slopes of 100.
            for quantity in P452Breakdown.quantities
            where ["Lbfsg_dB", "Lb0p_dB", "Ldp_dB", "Lbd_dB", "Lba_dB", "Lbs_dB", "Lbda_dB", "Lminb0p_dB"].contains(
                quantity.column)
            {
                let (a, b) = (quantity.value(there), quantity.value(back))
                #expect(abs(a - b) < 1e-6, "\(path), \(quantity.symbol): \(a) and \(b)")
            }
            // (58) looks from the transmitter alone, so that near grazing its factor differs between the directions.
            guard abs(there.angleFactor - back.angleFactor) < 1e-9 else { continue }
            same += 1
            #expect(abs(there.lossDB - back.lossDB) < 1e-6, "\(path): \(there.lossDB) and \(back.lossDB)")
        }
        #expect(same > 600)
    }

    @Test("the loss does not fall as the time percentage rises")
    func monotoneInTime() throws {
        let percentages = [0.001, 0.005, 0.01, 0.03, 0.1, 0.3, 1, 2, 3, 5, 8, 12, 20, 30, 40, 45, 49, 49.999, 50]
        for var path in try P452Path.all() {
            var before = -Double.infinity
            for percentage in percentages {
                path.path.parameters.timePercent = percentage
                let loss = try path.lossDB()
                // 1e-7 dB: I(0.5) of the Recommendation is 4e-9 instead of zero, which (60) multiplies by some 10 dB.
                #expect(loss >= before - 1e-7, "\(path) at \(percentage) %: \(loss) after \(before)")
                before = loss
            }
        }
    }

    @Test("the loss passes smoothly through p = β0")
    func continuousAtBeta() throws {
        for var path in try P452Path.all(timePercent: 50) {
            let β0 = try path.breakdown().anomalousTimePercent
            path.path.parameters.timePercent = β0 - 1e-7
            let below = try path.lossDB()
            path.path.parameters.timePercent = β0
            let at = try path.lossDB()
            path.path.parameters.timePercent = β0 + 1e-7
            let above = try path.lossDB()
            // 1e-4 dB: losses change by up to some hundred dB per per cent of time.
            #expect(abs(at - below) < 1e-4 && abs(above - at) < 1e-4, "\(path) at \(β0) %: \(below) \(at) \(above)")
        }
    }

    @Test("the loss passes smoothly from sight to obstruction", arguments: [2, 7, 20, 38] as [Int])
    func continuousAtGrazing(edge: Int) throws {
        for edition in P452.Edition.allCases {
            let model = try P452.prepare(
                for: PropagationParameters(frequency: Frequency(megahertz: 2000), timePercent: 1), edition: edition)
            let terminals = PathTerminals(
                transmitterHeightMetres: 30, receiverHeightMetres: 10, midpointLatitudeDegrees: 50)
            func loss(_ height: Double) throws -> Double {
                var profile = PathProfile()
                profile.refillEquidistant(count: 41, lengthKilometres: 8) {
                    PathSample(groundMetres: $0 == edge ? height : 0)
                }
                return model.lossDB(over: profile, terminals: terminals)
            }
            let d = Double(edge) * 0.2
            let curvature = 500 / (6371 * 157 / (157 - 45.0))
            let grazing = 30 - 20 * d / 8 - curvature * d * (8 - d)
            var before = try loss(grazing - 1e-3)
            for step in -9...10 {
                let after = try loss(grazing + Double(step) * 1e-4)
                // 1e-2 dB: an edge beside a terminal loses some 20 dB per metre, and a step is 1e-4 m.
                #expect(abs(after - before) < 1e-2, "\(edition), edge \(edge), step \(step): \(before) and \(after)")
                before = after
            }
        }
    }

    @Test("no finite input gives a value that is not finite")
    func staysFinite() throws {
        for var path in try P452Path.all() {
            let seed = path.path.seed
            if seed % 3 == 0 { path.path.terminals.transmitterHeightMetres = 3000 }
            if seed % 7 == 0 {
                path.path.parameters.transmitterHorizonGainDBi = 100
                path.path.parameters.receiverHorizonGainDBi = 100
            }
            if seed % 5 == 0 {
                path.path.profile = try PathProfile(
                    distanceKilometres: path.path.profile.distanceKilometres,
                    groundMetres: path.path.profile.groundMetres.map { $0 * 1000 }, zones: path.path.profile.zones)
            }
            let b = try path.breakdown()
            for quantity in P452Breakdown.quantities {
                #expect(quantity.value(b).isFinite, "\(path): \(quantity.name)")
            }
        }
    }

    @Test("the ledger adds up to the loss and cites its edition")
    func ledgerAdds() throws {
        for path in try P452Path.all(1...200) {
            let ledger = try path.model().ledger(over: path.path.profile, terminals: path.path.terminals)
            // 1e-9 dB: nine numbers of some 100 dB are added.
            #expect(abs(ledger.total - (try path.lossDB())) < 1e-9)
        }
    }
}
