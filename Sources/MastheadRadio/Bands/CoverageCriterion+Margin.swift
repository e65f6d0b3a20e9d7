public import MastheadCore

extension CoverageCriterion {
    /// What the median must lie above the threshold for it to be reached with the stated probability.
    ///
    ///     M = σ Q⁻¹(1 − P)
    public var margin: Decibels {
        // Without error there is no margin, whatever the probability; nor at the median, whatever sigma.
        sigma.value == 0 || probability.fraction == 0.5
            ? Decibels(0) : Decibels(sigma.value * NormalDistribution.quantile(probability.fraction))
    }

    /// The predicted median outdoors that the criterion needs.
    public var requiredMedian: PowerLevel { threshold + margin + penetration }

    /// The terms that add up to the median that the criterion needs.
    public var requirement: Ledger {
        var ledger = Ledger("median SS-RSRP outdoors that is needed", unit: "dBm")
        ledger.add("threshold at the receiver", threshold.dBm)
        ledger.add(
            "margin for \(probability) with a sigma of \(sigma)", margin.value, unit: "dB", symbol: "σ Q⁻¹(1 − P)")
        ledger.add("penetration loss", penetration.value, unit: "dB", from: penetrationSource)
        return ledger
    }

    /// The probability with which the threshold is reached where the predicted median outdoors is `median`.
    ///
    ///     P = Φ( (median − L_penetration − threshold) / σ )
    public func probability(atMedian median: PowerLevel) -> Share {
        // In the order of ``requiredMedian``, so that without error a median that meets it counts as reached.
        let clearance = (median - (threshold + penetration)).value
        guard sigma.value > 0 else { return Share(fraction: clearance >= 0 ? 1 : 0) }
        return Share(fraction: NormalDistribution.cumulative(clearance / sigma.value))
    }
}
