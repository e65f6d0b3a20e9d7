/// Which clutter of a profile the diffraction searches see; a type, so that each search is compiled for its rule.
///
/// The searches leave the two ends of a path out, and with them their clutter.
protocol ClutterRule {
    /// Heights of the clutter that count, of four points at `d` from the transmitter and `rest` from the receiver, km.
    static func counting(_ clutter: Lanes, _ d: Lanes, _ rest: Lanes) -> Lanes
}

/// All clutter between the ends.
///
/// Source: Recommendation ITU-R P.1812-8, §3.2; Recommendation ITU-R P.526-16, §4.5.
enum ClutterBetweenEnds: ClutterRule {
    @inline(__always) static func counting(_ clutter: Lanes, _ d: Lanes, _ rest: Lanes) -> Lanes { clutter }
}

/// Clutter that is not nearer than 50 m to either terminal.
///
/// Source: Recommendation ITU-R P.452-18, Annex 1, §3.2.1, step 4.
enum ClutterBeyond50Metres: ClutterRule {
    /// A point at 50 m counts; a micrometre less, so that rounding of distances from either end does not decide.
    static let kilometres = 0.05 - 1e-9

    @inline(__always) static func counting(_ clutter: Lanes, _ d: Lanes, _ rest: Lanes) -> Lanes {
        let limit = Lanes(repeating: kilometres)
        return clutter.replacing(with: Lanes.zero, where: (d .< limit) .| (rest .< limit))
    }
}

/// Bare ground.
///
/// Source: Recommendation ITU-R P.452-17, Annex 1, §3.2.1, step 4.
enum NoClutter: ClutterRule {
    @inline(__always) static func counting(_ clutter: Lanes, _ d: Lanes, _ rest: Lanes) -> Lanes { .zero }
}
