import MastheadCore
import MastheadPropagation
import MastheadTestSupport
import Testing

@Suite("P.1812 keeps what its text promises")
struct P1812PropertyTests {
    @Test("the synthetic paths reach every branch of the method")
    func pathsReachBranches() throws {
        var counts: [String: Int] = [:]
        func count(_ branch: String, _ isReached: Bool) { counts[branch, default: 0] += isReached ? 1 : 0 }
        for seed in pathSeeds {
            let path = try SyntheticPath(seed: seed)
            let b = try path.breakdown()
            let horizons = b.transmitterHorizonKilometres + b.receiverHorizonKilometres
            count("beyond the horizon", horizons < b.lengthKilometres * 0.999)
            count("in sight without diffraction", b.medianDiffractionDB == 0)
            count("in sight with diffraction", horizons > b.lengthKilometres * 0.999 && b.medianDiffractionDB > 0)
            count("smooth Earth clear", b.sphericalEarthDB == 0)
            count("smooth Earth adds", b.sphericalEarthDB > b.bullingtonSmoothDB)
            count("angle factor zero", b.angleFactor == 0)
            count("angle factor between", b.angleFactor > 0.001 && b.angleFactor < 0.98)
            count("p below β0", path.parameters.timePercent < b.anomalousTimePercent)
            count("p of 50", path.parameters.timePercent == 50)
            count("mostly sea", b.seaShare >= 0.75)
            count("partly sea", b.seaShare > 0 && b.seaShare < 0.75)
            count("ducting", b.enhancedDiffractionDB < b.basicDiffractionDB - 0.1)
            count("troposcatter", b.medianLocationDB < b.modifiedDB - 1)
            count("rough", b.roughnessMetres > 10)
            count("floor of line of sight", b.lossDB == b.lineOfSightDB)
        }
        #expect(counts.count == 15)
        for (branch, times) in counts { #expect(times >= 15, "\(branch): \(times) of \(pathSeeds.count)") }
    }

    @Test("the fast form gives the loss of the breakdown to the last bit")
    func fastEqualsComplete() throws {
        for seed in pathSeeds {
            let path = try SyntheticPath(seed: seed)
            let (fast, complete) = (try path.lossDB(), try path.breakdown().lossDB)
            #expect(fast.bitPattern == complete.bitPattern, "\(path): \(fast) and \(complete)")
        }
    }

    @Test("no loss falls below the bound that pruning uses")
    func boundHolds() throws {
        for seed in pathSeeds {
            let path = try SyntheticPath(seed: seed)
            let b = try path.breakdown()
            let model = try P1812.prepare(for: path.parameters)
            let difference = b.transmitterAltitudeMetres - b.receiverAltitudeMetres
            #expect(
                b.lossDB
                    >= model.lowestLossDB(distanceKilometres: b.lengthKilometres, altitudeDifferenceMetres: difference),
                "\(path)")
            #expect(b.lossDB >= model.lowestLossDB(distanceKilometres: b.lengthKilometres), "\(path)")
        }
    }

    @Test("half of the time the loss is not below free space")
    func freeSpaceFloor() throws {
        for seed in pathSeeds {
            let path = try SyntheticPath(seed: seed, timePercent: 50)
            let b = try path.breakdown()
            #expect(b.lossDB >= b.freeSpaceDB, "\(path)")
            #expect(b.lineOfSightDB == b.freeSpaceDB, "log(p/50) is zero at 50 %: \(path)")
        }
    }

    @Test("without location variability the loss is the same in both directions")
    func reciprocity() throws {
        for seed in pathSeeds {
            let path = try SyntheticPath(seed: seed, isMedianInPlace: true)
            let (there, back) = (try path.lossDB(), try path.reversed.lossDB())
            // 1e-6 dB: distances from the other end are rounded, and a rise of 0.1 m over 1 m of path has slopes of 100.
            #expect(abs(there - back) < 1e-6, "\(path): \(there) and \(back)")
        }
    }

    @Test("the loss does not fall as the time percentage rises")
    func monotoneInTime() throws {
        let percentages: [Double] = [1, 1.5, 2, 3, 5, 8, 12, 20, 30, 40, 45, 49, 49.999, 50]
        for seed in pathSeeds {
            var path = try SyntheticPath(seed: seed, isMedianInPlace: true)
            var before = -Double.infinity
            for percentage in percentages {
                path.parameters.timePercent = percentage
                let loss = try path.lossDB()
                // 1e-7 dB: I(0.5) of the Recommendation is 4e-9 instead of zero, which (59) multiplies by some 10 dB.
                #expect(loss >= before - 1e-7, "\(path) at \(percentage) %: \(loss) after \(before)")
                before = loss
            }
        }
    }

    @Test("the loss passes smoothly through p = β0")
    func continuousAtBeta() throws {
        for seed in pathSeeds {
            var path = try SyntheticPath(seed: seed, timePercent: 50, isMedianInPlace: true)
            let β0 = try path.breakdown().anomalousTimePercent
            guard β0 > 1.001 else { continue }
            path.parameters.timePercent = β0 - 1e-7
            let below = try path.lossDB()
            path.parameters.timePercent = β0
            let at = try path.lossDB()
            path.parameters.timePercent = β0 + 1e-7
            let above = try path.lossDB()
            // 1e-4 dB: losses change by up to some hundred dB per per cent of time near p = 1.
            #expect(abs(at - below) < 1e-4 && abs(above - at) < 1e-4, "\(path) at \(β0) %: \(below) \(at) \(above)")
        }
    }

    @Test("the loss passes smoothly from sight to obstruction", arguments: [1, 7, 20, 39] as [Int])
    func continuousAtGrazing(edge: Int) throws {
        let model = try P1812.prepare(for: PropagationParameters(frequency: Frequency(megahertz: 763)))
        let terminals = PathTerminals(
            transmitterHeightMetres: 30, receiverHeightMetres: 10, midpointLatitudeDegrees: 50)
        func loss(_ height: Double) throws -> Double {
            var profile = PathProfile()
            profile.refillEquidistant(count: 41, lengthKilometres: 8) {
                PathSample(groundMetres: $0 == edge ? height : 0)
            }
            return model.lossDB(over: profile, terminals: terminals)
        }
        // Bisect for the height at which the edge touches the line of sight, by the transmitter's horizon angle.
        let d = Double(edge) * 0.2
        let curvature = 500 / (6371 * 157 / (157 - 45.0))
        let grazing = 30 - 20 * d / 8 - curvature * d * (8 - d)
        var before = try loss(grazing - 1e-3)
        for step in -9...10 {
            let after = try loss(grazing + Double(step) * 1e-4)
            // 1e-2 dB: an edge beside a terminal loses some 20 dB per metre, and a step is 1e-4 m.
            #expect(abs(after - before) < 1e-2, "edge \(edge), step \(step): \(before) and \(after)")
            before = after
        }
    }

    @Test("no finite input gives a value that is not finite")
    func staysFinite() throws {
        for seed in pathSeeds {
            var path = try SyntheticPath(seed: seed)
            if seed % 3 == 0 { path.terminals.transmitterHeightMetres = 3000 }
            if seed % 5 == 0 {
                path.profile = try PathProfile(
                    distanceKilometres: path.profile.distanceKilometres,
                    groundMetres: path.profile.groundMetres.map { $0 * 1000 }, zones: path.profile.zones)
            }
            let b = try path.breakdown()
            for quantity in P1812Breakdown.quantities {
                #expect(quantity.value(b).isFinite, "\(path): \(quantity.name)")
            }
        }
    }

    @Test("the ledger adds up to the loss")
    func ledgerAdds() throws {
        for seed in pathSeeds.prefix(200) {
            let b = try SyntheticPath(seed: seed).breakdown()
            // 1e-9 dB: nine numbers of some 100 dB are added.
            #expect(abs(b.ledger.total - b.lossDB) < 1e-9)
        }
    }
}
