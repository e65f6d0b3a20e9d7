import MastheadCore
import MastheadPropagation

/// What all sectors of one band give at some places, as masts are added one after the other.
///
/// A sector uses one part of the band where the band is reused in parts; only sectors of the same part disturb each other.
/// Masts are added in the order of the register, so that the sums are the same in every tile.
struct SignalField {
    /// How the sectors of a band share it.
    struct Sharing {
        /// Number of parts; 1 where every sector uses the whole band.
        var reuse: Int
        /// Share of its resource elements that a sector fills, 0 to 1.
        var load: Double
        /// Levels below this do not disturb, dBm per resource element.
        var leastLevelDBm: Double
    }

    private let sharing: Sharing
    /// By part of the band, and in it by place.
    private var parts: [[CellSignal]]
    /// Power of the best server, mW.
    private var best: [[Double]]

    init(places: Int, sharing: Sharing) {
        self.sharing = sharing
        parts = Array(repeating: Array(repeating: CellSignal(), count: places), count: sharing.reuse)
        best = Array(repeating: Array(repeating: 0, count: places), count: sharing.reuse)
    }

    /// A path over a void, or beyond the model.
    mutating func note(_ place: Int, crossedVoid: Bool) {
        if crossedVoid { parts[0][place].crossedVoid = true } else { parts[0][place].isBeyondModel = true }
    }

    /// A path that was computed.
    mutating func count(_ place: Int) { parts[0][place].evaluations += 1 }

    /// Whether a level can neither serve at a place nor disturb there, whatever part of the band it uses.
    @inline(__always)
    func ignores(_ place: Int, levelDBm: Double) -> Bool {
        guard levelDBm < sharing.leastLevelDBm else { return false }
        for part in parts.indices where levelDBm >= parts[part][place].levelDBm { return false }
        return true
    }

    /// One sector's level at a place.
    @inline(__always)
    mutating func add(
        _ place: Int, ordinal: UInt32, part: Int, levelDBm: Double, milliwatts: Double, resourceElementDBm: Double,
        isNearField: Bool
    ) {
        let disturbs = levelDBm >= sharing.leastLevelDBm
        let isBetter =
            levelDBm > parts[part][place].levelDBm
            || (levelDBm == parts[part][place].levelDBm && ordinal < parts[part][place].bestServer)
        guard isBetter else {
            if disturbs { parts[part][place].interferenceMilliwatts += sharing.load * milliwatts }
            return
        }
        if parts[part][place].bestServer != 0, parts[part][place].levelDBm >= sharing.leastLevelDBm {
            parts[part][place].interferenceMilliwatts += sharing.load * best[part][place]
        }
        best[part][place] = milliwatts
        parts[part][place].levelDBm = levelDBm
        parts[part][place].bestServer = ordinal
        parts[part][place].resourceElementDBm = resourceElementDBm
        parts[part][place].isNearField = isNearField
    }

    /// The signal of every place: that of the part with the best server, the lower ordinal where two are equal.
    func signals() -> [CellSignal] {
        guard parts.count > 1 else { return parts[0] }
        return parts[0].indices.map { place in
            var signal = parts[0][place]
            for part in parts.dropFirst() {
                let other = part[place]
                guard
                    other.levelDBm > signal.levelDBm
                        || (other.levelDBm == signal.levelDBm && other.bestServer != 0
                            && other.bestServer < signal.bestServer)
                else { continue }
                let (crossed, beyond, count) = (signal.crossedVoid, signal.isBeyondModel, signal.evaluations)
                signal = other
                (signal.crossedVoid, signal.isBeyondModel, signal.evaluations) = (crossed, beyond, count)
            }
            return signal
        }
    }
}
