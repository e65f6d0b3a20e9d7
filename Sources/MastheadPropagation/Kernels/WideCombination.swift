/// How the losses of several mechanisms make one, for sixteen receivers; the reference form is `LossCombination`.
enum WideCombination {
    /// Lminbap (60), dB.
    @inline(__always) static func notionalEnhancedDB(_ Lba: Wide, _ Lb0p: Wide) -> Wide {
        let apart: Wide = (Lba - Lb0p).magnitude
        return Lba.raised(to: Lb0p)
            + WideFunctions.log2(Wide(1) + WideFunctions.exp(apart * Wide(-1 / 2.5))) * Wide(2.5 * 0.6931472)
    }

    /// Lbc (63), dB.
    @inline(__always) static func combinedDB(_ Lbs: Wide, _ Lbam: Wide) -> Wide {
        let apart: Wide = (Lbs - Lbam).magnitude
        return Lbs.lowered(to: Lbam)
            - WideFunctions.log2(Wide(1) + WideFunctions.exp10(apart * Wide(-0.2))) * Wide(5 * WideFunctions.log10Of2)
    }
}
