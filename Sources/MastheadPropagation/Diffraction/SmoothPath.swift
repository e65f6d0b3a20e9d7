/// The Bullington searches over a smooth Earth, where the functions are known and only neighbouring points are tried.
///
/// With c = 500 Ce a point at d stands c d (D − d) above the chord. All three functions have one maximum along the
/// path, so that the largest sample is beside the place where the slope changes its sign; a test holds this to the
/// search over all points.
struct SmoothPath {
    private let h1: Double
    private let h2: Double
    private let D: Double
    private let c: Double

    init(transmitter: Double, receiver: Double, length: Double, curvature: Double) {
        h1 = transmitter
        h2 = receiver
        D = length
        c = curvature
    }

    /// Stim of (13): c (D − d) − h1/d rises to d = √(h1/c) and falls beyond.
    func steepestFromTransmitter(_ d: some SampleDistances) -> Double {
        let after = firstIndex(d, atLeast: (h1 / c).squareRoot())
        return max(slopeFromTransmitter(d[after - 1 > 0 ? after - 1 : after]), slopeFromTransmitter(d[after]))
    }

    /// Srim of (17), its mirror image: c d − h2/(D − d), largest at D − √(h2/c).
    func steepestFromReceiver(_ d: some SampleDistances) -> Double {
        let after = firstIndex(d, atLeast: D - (h2 / c).squareRoot())
        return max(slopeFromReceiver(d[after - 1 > 0 ? after - 1 : after]), slopeFromReceiver(d[after]))
    }

    /// The largest ν of (15) on a path in sight.
    ///
    /// The slope of (c P − L)/√P, with P = d (D − d) and L the line between the antennas, has the sign of
    /// (D − 2d)(c P + L) − 2 L′ P.
    func largestParameter(_ d: some SampleDistances, wavelengthMetres λ: Double) -> Double {
        let rise = (h2 - h1) / D
        var low = 1
        var high = d.count - 2
        while low < high {
            let middle = (low + high) / 2
            let x = d[middle]
            let P = x * (D - x)
            if (D - 2 * x) * (c * P + h1 + rise * x) - 2 * rise * P > 0 {
                low = middle + 1
            } else {
                high = middle
            }
        }
        let q = max(clearanceTerm(d[low - 1 > 0 ? low - 1 : low], rise), clearanceTerm(d[low], rise))
        return Bullington.parameter(clearanceTerm: q, D, λ)
    }

    private func slopeFromTransmitter(_ x: Double) -> Double { (c * x * (D - x) - h1) / x }
    private func slopeFromReceiver(_ x: Double) -> Double { (c * x * (D - x) - h2) / (D - x) }

    private func clearanceTerm(_ x: Double, _ rise: Double) -> Double {
        let P = x * (D - x)
        let v = c * P - (h1 + rise * x)
        return v * abs(v) / P
    }

    /// The first inner point that is not nearer than `x`; the last inner point where all are.
    private func firstIndex(_ d: some SampleDistances, atLeast x: Double) -> Int {
        var low = 1
        var high = d.count - 2
        while low < high {
            let middle = (low + high) / 2
            if d[middle] < x { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
