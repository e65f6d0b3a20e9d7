import Foundation
import MastheadCore
import MastheadPropagation
import MastheadTestSupport
import Testing

@Suite("The building blocks of diffraction")
struct DiffractionTests {
    @Test("the smooth path's closed form finds what the search over all points finds")
    func smoothPathEqualsSearch() throws {
        var g = SeededGenerator(seed: 52)
        for seed in pathSeeds {
            let path = try SyntheticPath(seed: seed).profile
            let flat = try PathProfile(
                distanceKilometres: path.distanceKilometres, groundMetres: path.groundMetres.map { _ in 0 })
            let (h1, h2) = (g.uniform(in: 1...300), g.uniform(in: 1...300))
            let radius = g.uniform(in: 7000...20000)
            let λ = g.uniform(in: 0.05...10)
            let closed = Bullington.smoothLossDB(
                over: flat, transmitterMetres: h1, receiverMetres: h2, effectiveRadiusKilometres: radius,
                wavelengthMetres: λ)
            let searched = Bullington.lossDB(
                over: flat, transmitterMetres: h1, receiverMetres: h2, effectiveRadiusKilometres: radius,
                wavelengthMetres: λ)
            // 1e-9 dB: the same points, with the terms added in another order.
            #expect(abs(closed - searched) < 1e-9, "seed \(seed): \(closed) and \(searched)")
        }
    }

    @Test("the search by four points finds what the equations say of every point")
    func searchEqualsEquations() throws {
        for seed in pathSeeds {
            let path = try SyntheticPath(seed: seed)
            let profile = path.profile
            let last = profile.count - 1
            let hts = profile.groundMetres[0] + path.terminals.transmitterHeightMetres
            let hrs = profile.groundMetres[last] + path.terminals.receiverHeightMetres
            let D = profile.lengthKilometres
            let Ce = 1 / 8500.0
            let λ = 0.2998 / 0.763
            func height(_ i: Int) -> Double {
                let d = profile.distanceKilometres[i]
                return profile.groundMetres[i] + profile.clutterMetres[i] + 500 * Ce * d * (D - d)
            }
            var (Stim, Srim, νmax) = (-Double.infinity, -Double.infinity, -Double.infinity)
            for i in 1..<last {
                let d = profile.distanceKilometres[i]
                Stim = max(Stim, (height(i) - hts) / d)
                Srim = max(Srim, (height(i) - hrs) / (D - d))
                let v = height(i) - (hts * (D - d) + hrs * d) / D
                νmax = max(νmax, v * (0.002 * D / (λ * d * (D - d))).squareRoot())
            }
            var ν = νmax
            if Stim >= (hrs - hts) / D {
                let dbp = (hrs - hts + Srim * D) / (Stim + Srim)
                ν =
                    (hts + Stim * dbp - (hts * (D - dbp) + hrs * dbp) / D)
                    * (0.002 * D / (λ * dbp * (D - dbp))).squareRoot()
            }
            let Luc = KnifeEdge.lossDB(nu: ν)
            let expected = Luc + (1 - exp(-Luc / 6)) * (10 + 0.02 * D)
            let found = Bullington.lossDB(
                over: profile, transmitterMetres: hts, receiverMetres: hrs, effectiveRadiusKilometres: 8500,
                wavelengthMetres: λ)
            // 1e-7 dB: a grazing edge has ν of a difference of altitudes, of some 1e-13 m, times up to 1e4 per m.
            #expect(abs(found - expected) < 1e-7, "seed \(seed): \(found) and \(expected)")
        }
    }

    @Test("the knife edge loses nothing well below the line and 6 dB at it")
    func knifeEdge() {
        #expect(KnifeEdge.lossDB(nu: -0.78) == 0 && KnifeEdge.lossDB(nu: -5) == 0)
        // 0.02 dB: the approximation gives 6.03 dB where the exact loss is 20 log 2.
        #expect(abs(KnifeEdge.lossDB(nu: 0) - 6.02) < 0.02)
        // 1e-12 dB: C and S are zero there.
        #expect(abs(KnifeEdge.exactLossDB(nu: 0) - 6.020599913279624) < 1e-12)
    }

    @Test("the approximation follows the Fresnel integrals", arguments: 0...54)
    func knifeEdgeApproximation(step: Int) {
        let nu = Double(step) * 0.37
        // 0.15 dB: the largest error of the approximation, near ν = 4.
        #expect(abs(KnifeEdge.lossDB(nu: nu) - KnifeEdge.exactLossDB(nu: nu)) < 0.15)
    }

    @Test("the series and the fraction of the Fresnel integrals meet")
    func fresnelMeets() {
        let step = KnifeEdge.exactLossDB(nu: 1.5) - KnifeEdge.exactLossDB(nu: 1.5.nextDown)
        // 1e-12 dB: both are accurate to some 1e-15.
        #expect(abs(step) < 1e-12)
    }

    @Test("the spherical Earth loses the same in both directions, and less with higher antennas")
    func sphericalEarth() {
        func loss(_ h1: Double, _ h2: Double, _ d: Double) -> Double {
            SphericalEarth.lossDB(
                distanceKilometres: d, transmitterMetres: h1, receiverMetres: h2, effectiveRadiusKilometres: 8500,
                frequencyGigahertz: 0.763, seaShare: 0.3, polarization: .vertical)
        }
        for d in [5.0, 20, 40, 80] {
            // 1e-9 dB: the same sums in another order.
            #expect(abs(loss(30, 5, d) - loss(5, 30, d)) < 1e-9)
            #expect(loss(60, 5, d) <= loss(30, 5, d))
        }
        #expect(loss(300, 300, 1) == 0)
    }

    @Test("the spherical Earth's loss is continuous at the marginal distance")
    func marginalDistance() {
        let dlos = (2 * 8500 * 0.001).squareRoot() * (30.0.squareRoot() + 5.0.squareRoot())
        func loss(_ d: Double) -> Double {
            SphericalEarth.lossDB(
                distanceKilometres: d, transmitterMetres: 30, receiverMetres: 5, effectiveRadiusKilometres: 8500,
                frequencyGigahertz: 0.763, seaShare: 0, polarization: .vertical)
        }
        // 1e-4 dB: 1e-6 km at some ten dB per km, and a root of the clearance.
        #expect(abs(loss(dlos + 1e-6) - loss(dlos - 1e-6)) < 1e-4)
    }

    @Test("very unequal heights near m = 1/2 give a number")
    func arccosineArgument() {
        for h in [1.0, 1e-3, 1e-6] {
            let d = (0.5 * 8500 * (1000 + h) / 250).squareRoot()
            let (place, clearance) = SphericalEarth.smallestClearance(
                distanceKilometres: d, transmitterMetres: 1000, receiverMetres: h, effectiveRadiusKilometres: 8500)
            #expect(place.isFinite && clearance.isFinite)
        }
    }

    @Test("sea and land differ for vertical waves at low frequencies only")
    func ground() {
        func loss(_ f: Double, _ omega: Double, _ polarization: LinearPolarization) -> Double {
            SphericalEarth.lossDB(
                distanceKilometres: 80, transmitterMetres: 30, receiverMetres: 5, effectiveRadiusKilometres: 8500,
                frequencyGigahertz: f, seaShare: omega, polarization: polarization)
        }
        #expect(loss(0.03, 0, .vertical) - loss(0.03, 1, .vertical) > 10)
        #expect(abs(loss(3.5, 0, .vertical) - loss(3.5, 1, .vertical)) < 0.5)
        #expect(abs(loss(0.5, 0, .horizontal) - loss(0.5, 1, .horizontal)) < 0.5)
    }

    @Test("the ledger of a profile's diffraction adds up to its loss", arguments: [0.0, 80, 400])
    func ledger(edge: Double) {
        let profile = P1812TrapTests.profile { PathSample(groundMetres: $0 == 20 ? edge : 0) }
        let diffraction = DeltaBullington(
            over: profile, transmitterMetres: 30, receiverMetres: 1.5, smoothTransmitterMetres: 0,
            smoothReceiverMetres: 0, effectiveRadiusKilometres: 8500, frequencyGigahertz: 0.763, seaShare: 0,
            polarization: .vertical)
        // 1e-12 dB: a difference and its sum.
        #expect(abs(diffraction.ledger.total - diffraction.lossDB) < 1e-12)
        #expect(diffraction.ledger.terms.allSatisfy { $0.source?.document == P526.entry.edition })
    }
}
