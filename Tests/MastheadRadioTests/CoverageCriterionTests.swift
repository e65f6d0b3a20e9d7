import MastheadCore
import MastheadRadio
import MastheadTestSupport
import Testing

@Suite("Coverage criteria")
struct CoverageCriterionTests {
    private func criterion(
        threshold: Double = -110, percent: Double, sigma: Double, penetration: Double = 0
    ) -> CoverageCriterion {
        CoverageCriterion(
            threshold: PowerLevel(dBm: threshold), probability: Share(percent: percent), sigma: Decibels(sigma),
            penetration: Decibels(penetration))
    }

    // 0.01 dB: the published margins have two decimals.
    @Test(
        "the margin is the published one",
        arguments: [(90.0, 8.0, 10.25), (95, 8, 13.16), (50, 8, 0), (10, 8, -10.25), (95, 10, 16.45)])
    func margin(percent: Double, sigma: Double, margin: Double) {
        #expect(abs(criterion(percent: percent, sigma: sigma).margin.value - margin) < 0.01)
    }

    @Test("at the median that the criterion needs, the probability is the stated one")
    func roundTrip() {
        var generator = SeededGenerator(seed: 1057)
        for _ in 0..<500 {
            let criterion = criterion(
                threshold: generator.uniform(in: -130 ... -70), percent: generator.uniform(in: 1...99.9),
                sigma: generator.uniform(in: 0.5...15), penetration: generator.uniform(in: 0...40))
            let probability = criterion.probability(atMedian: criterion.requiredMedian)
            // 1e-12: rounding of numbers about 100 dB, by the slope of the distribution at a sigma of 0.5 dB.
            #expect(abs(probability.fraction - criterion.probability.fraction) < 1e-12)
        }
    }

    @Test("the median that is needed is threshold, margin and penetration together")
    func requiredMedian() {
        let criterion = criterion(percent: 90, sigma: 8, penetration: 15)
        #expect(abs(criterion.requiredMedian.dBm - (-110 + 10.25 + 15)) < 0.01)
        // Half of all places at the threshold itself, once the walls are paid for.
        #expect(criterion.probability(atMedian: PowerLevel(dBm: -95)).fraction == 0.5)
    }

    @Test("more median never means less probability, and it stays within 0 and 1")
    func monotonic() {
        for sigma in [0.0, 4, 8] {
            let criterion = criterion(percent: 90, sigma: sigma)
            let shares = stride(from: -400.0, through: 200, by: 0.5).map {
                criterion.probability(atMedian: PowerLevel(dBm: $0)).fraction
            }
            #expect(shares == shares.sorted() && shares[0] < 1e-9 && shares.last == 1)
        }
    }

    @Test("without prediction error there is no margin, and the median that is needed just suffices")
    func noSigma() {
        var generator = SeededGenerator(seed: 3)
        for percent in [0.0, 1, 50, 90, 99.9, 100] {
            for _ in 0..<200 {
                let criterion = criterion(
                    threshold: generator.uniform(in: -130 ... -70), percent: percent, sigma: 0,
                    penetration: generator.uniform(in: 0...40))
                #expect(criterion.margin.value == 0)
                let required = criterion.requiredMedian
                #expect(criterion.probability(atMedian: required).fraction == 1)
                #expect(criterion.probability(atMedian: PowerLevel(dBm: required.dBm.nextDown)).fraction == 0)
            }
        }
    }

    @Test("the terms of the requirement add up to the median that is needed")
    func requirement() {
        let criterion = criterion(percent: 95, sigma: 8, penetration: 12)
        #expect(criterion.requirement.total == criterion.requiredMedian.dBm)
        #expect(criterion.requirement.terms.map(\.unit) == ["dBm", "dB", "dB"])
    }
}
