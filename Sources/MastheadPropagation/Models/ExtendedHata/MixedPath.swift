/// The correction for a path partly over the sea.
///
/// Source: NTIA TR-15-517, Appendix A; Okumura et al. (1968), §4.4 and Figure 35. A point is sea where its
/// altitude is exactly 0 m: the model's own rule, which does not look at radio-climatic zones.
struct MixedPath: Sendable {
    /// At which end more of the sea lies.
    enum SeaEnd: Sendable { case mobile, base, both }

    /// β, the share of the path's points that are sea.
    let seaShare: Double
    /// The end with more of them.
    let seaEnd: SeaEnd

    init(_ path: MobilePath) {
        let middle = path.intervals / 2
        var near = 0
        var far = 0
        for step in 0...path.intervals where path[step] == 0 {
            if step < middle { near += 1 } else { far += 1 }
        }
        seaShare = Double(near + far) / Double(path.intervals + 1)
        seaEnd = near > far ? .mobile : (far > near ? .base : .both)
    }

    /// The correction, dB: curves for 30 km and 60 km, interpolated between them and held outside.
    func correctionDB(distanceKilometres d: Double) -> Double {
        guard seaShare > 0 else { return 0 }
        let weight = min(1, max(0, (d - 30) / 30))
        return (1 - weight) * curveDB(Self.at30) + weight * curveDB(Self.at60)
    }

    /// A curve for its distance: correction by β with the sea at the base station and at the mobile, dB.
    private struct Curve: Sendable {
        let shares: [Double]
        let seaAtBaseDB: [Double]
        let seaAtMobileDB: [Double]
    }

    private func curveDB(_ curve: Curve) -> Double {
        var first = 0
        while first < curve.shares.count - 2, seaShare > curve.shares[first + 1] { first += 1 }
        let along = (seaShare - curve.shares[first]) / (curve.shares[first + 1] - curve.shares[first])
        func value(_ values: [Double]) -> Double { values[first] + (values[first + 1] - values[first]) * along }
        switch seaEnd {
        case .base: return value(curve.seaAtBaseDB)
        case .mobile: return value(curve.seaAtMobileDB)
        case .both: return (value(curve.seaAtBaseDB) + value(curve.seaAtMobileDB)) / 2
        }
    }

    private static let at30 = Curve(
        shares: [0, 0.15, 0.35, 0.45, 0.6, 0.65, 0.725, 0.775, 0.85, 1],
        seaAtBaseDB: [0, 1, 3, 4, 6, 7, 8, 9, 10, 11],
        seaAtMobileDB: [0, 4, 5.5, 7, 8.5, 9, 9.5, 9.8, 10.25, 11])
    private static let at60 = Curve(
        shares: [0, 0.15, 0.3, 0.4, 0.5, 0.6, 0.725, 0.85, 0.9, 1],
        seaAtBaseDB: [0, 2, 4, 5.5, 7, 9, 11, 13, 14, 15],
        seaAtMobileDB: [0, 4.25, 6.25, 9.2, 10.5, 11.75, 13, 14, 14.25, 15])
}
