import MastheadCore
import MastheadRadio

extension Band {
    /// How the sectors of the band share it.
    var sharing: SignalField.Sharing {
        // Without link terms nothing asks for interference.
        guard let link else { return SignalField.Sharing(reuse: 1, load: 0, leastLevelDBm: .infinity) }
        return SignalField.Sharing(
            reuse: link.reuse, load: link.load.fraction, leastLevelDBm: link.leastInterferenceDBm)
    }

    /// A level that neither serves nor disturbs, dBm per resource element; nil where nothing is known of the noise.
    var leastLevelDBm: Double? {
        link.map { min($0.leastInterferenceDBm, criterion.threshold.dBm) }
    }
}
