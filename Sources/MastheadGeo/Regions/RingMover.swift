import MastheadCore

/// Moves rings from one reference system to another along straight borders of the first.
///
/// A handle: one thread at a time. Where both systems are the same, nothing moves and no point is added.
struct RingMover: ~Copyable {
    /// The longest piece of a border that is moved as a straight line, m.
    static let longestPiece = 500.0
    /// Metres in a degree of latitude, near enough to cut a border in pieces.
    private static let metresPerDegree = 111_320.0

    private let isDegrees: Bool
    private let transform: CoordinateTransform?

    init(from source: ReferenceSystem, to target: ReferenceSystem) throws(MastheadError) {
        isDegrees = source.isGeographic
        transform = source == target ? nil : try CoordinateTransform(from: source, to: target)
    }

    /// A ring in the target.
    ///
    /// - Throws: `bad-crs` naming the region and the point that has no place there.
    func moved(_ ring: [PlanePoint], of region: Region, path: String) throws(MastheadError) -> [PlanePoint] {
        guard transform != nil else { return ring }
        var (xs, ys) = split(densified(ring))
        do throws(MastheadError) {
            try transform?.forward(&xs, &ys)
        } catch {
            throw error.located(at: .feature(file: path, id: region.id))
        }
        return zip(xs, ys).map { PlanePoint(x: $0, y: $1) }
    }

    /// The ring with points so close that its edges stay straight when it moves.
    func densified(_ ring: [PlanePoint]) -> [PlanePoint] {
        let isDegrees = isDegrees
        return PlaneRing.densified(ring) { a, b in Self.pieces(from: a, to: b, isDegrees: isDegrees) }
    }

    /// Into how many pieces an edge is cut so that none is longer than `longestPiece`.
    static func pieces(from a: PlanePoint, to b: PlanePoint, isDegrees: Bool) -> Int {
        var dx = b.x - a.x
        var dy = b.y - a.y
        if isDegrees {
            dx *= metresPerDegree * cosine(degrees: min(abs(a.y), abs(b.y)))
            dy *= metresPerDegree
        }
        let pieces = ((dx * dx + dy * dy).squareRoot() / longestPiece).rounded(.up)
        return pieces.isFinite ? max(1, Int(min(pieces, 1e6))) : 1
    }

    private func split(_ ring: [PlanePoint]) -> (xs: [Double], ys: [Double]) { (ring.map(\.x), ring.map(\.y)) }

    /// A cosine of a latitude that errs to the large side, so that pieces never become too long.
    private static func cosine(degrees: Double) -> Double {
        let x = min(90, degrees) * .pi / 180
        // cos x ≤ 1 − x²/2 + x⁴/24
        return max(0, 1 - x * x / 2 + x * x * x * x / 24)
    }
}
