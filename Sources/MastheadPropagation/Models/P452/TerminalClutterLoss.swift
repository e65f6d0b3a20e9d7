/// The loss of nominal clutter around a terminal, and the path that is left behind it.
///
/// Source: Recommendation ITU-R P.452-17, Annex 1, §4.5. An antenna below the clutter is taken to stand at the nominal
/// clutter instead, at its height, and the loss of the local clutter is added. P.452-18 has no such correction.
enum TerminalClutterLoss {
    /// The loss of clutter as high as the antenna, f large or small, is not below this, dB.
    static let lowestDB = -0.33

    /// Ah, dB.
    ///
    ///     Ah  = 10.25 Ffc exp(−dk) (1 − tanh(6 (h/ha − 0.625))) − 0.33        (57)
    ///     Ffc = 0.25 + 0.375 (1 + tanh(7.5 (f − 0.5)))                        (57a)
    ///
    /// - Returns: 0 where the antenna stands as high as the clutter or higher; slightly negative just below it.
    static func lossDB(_ clutter: NominalClutter?, antennaMetres h: Double, frequencyGigahertz f: Double) -> Double {
        guard let clutter, clutter.heightMetres > h else { return 0 }
        let Ffc = 0.25 + 0.375 * (1 + Elementary.tanh(7.5 * (f - 0.5)))
        return 10.25 * Ffc * Elementary.exp(-clutter.distanceKilometres)
            * (1 - Elementary.tanh(6 * (h / clutter.heightMetres - 0.625))) - 0.33
    }

    /// Whether the points between the clutter still make a path: enough of them, over half of the length or more.
    static func leavesPath(_ section: ClosedRange<Int>, of profile: PathProfile) -> Bool {
        let d = profile.distanceKilometres.span
        let left = d[section.upperBound] - d[section.lowerBound]
        return section.count >= P452.leastPoints && left >= P452.leastShareLeft * profile.lengthKilometres
    }

    /// The points of the profile between the nominal clutter of both terminals; all of them where neither is in clutter.
    static func section(of profile: PathProfile, _ terminals: PathTerminals) -> ClosedRange<Int> {
        let d = profile.distanceKilometres.span
        let last = d.count - 1
        var first = 0
        var end = last
        if let clutter = terminals.transmitterClutter, clutter.heightMetres > terminals.transmitterHeightMetres {
            while first < last, d[first] < clutter.distanceKilometres { first += 1 }
        }
        if let clutter = terminals.receiverClutter, clutter.heightMetres > terminals.receiverHeightMetres {
            while end > 0, d[end] > d[last] - clutter.distanceKilometres { end -= 1 }
        }
        return min(first, end)...max(first, end)
    }

    /// The ends of the path between the clutter: antennas below it stand on its top.
    static func raised(_ terminals: PathTerminals) -> PathTerminals {
        var raised = terminals
        if let clutter = terminals.transmitterClutter {
            raised.transmitterHeightMetres = max(clutter.heightMetres, terminals.transmitterHeightMetres)
        }
        if let clutter = terminals.receiverClutter {
            raised.receiverHeightMetres = max(clutter.heightMetres, terminals.receiverHeightMetres)
        }
        return raised
    }
}

extension PathProfile {
    /// The points of a range, with distances from its first.
    func section(_ range: ClosedRange<Int>) -> PathProfile {
        let start = distances[range.lowerBound]
        var section = PathProfile()
        section.distances = distances[range].map { $0 - start }
        section.grounds = Array(grounds[range])
        section.clutters = Array(clutters[range])
        section.zoneCodes = Array(zoneCodes[range])
        section.kinds = Array(kinds[range])
        return section
    }
}
