import MastheadCore

extension Band {
    /// How the sectors of the band share it.
    var sharing: SignalField.Sharing {
        SignalField.Sharing(reuse: 1, load: 1, leastLevelDBm: -160)
    }
}
