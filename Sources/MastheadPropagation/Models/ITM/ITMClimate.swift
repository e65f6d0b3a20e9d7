extension ITM {
    /// The radio climate of a region; the raw values are those of NTIA's software.
    public enum Climate: Int, Sendable, Hashable, Codable, CaseIterable {
        /// Near the equator.
        case equatorial = 1
        /// Subtropical land masses.
        case continentalSubtropical = 2
        /// Subtropical coasts and islands.
        case maritimeSubtropical = 3
        /// Deserts.
        case desert = 4
        /// Temperate land masses.
        case continentalTemperate = 5
        /// Temperate coasts, over land.
        case maritimeTemperateOverLand = 6
        /// Temperate coasts, over sea.
        case maritimeTemperateOverSea = 7

        /// Its name in words.
        var words: String {
            switch self {
            case .equatorial: "equatorial"
            case .continentalSubtropical: "continental subtropical"
            case .maritimeSubtropical: "maritime subtropical"
            case .desert: "desert"
            case .continentalTemperate: "continental temperate"
            case .maritimeTemperateOverLand: "maritime temperate, over land"
            case .maritimeTemperateOverSea: "maritime temperate, over sea"
            }
        }
    }
}

/// The curves of a climate.
///
/// Source: NTIA ITM v1.4; Hufford, The Algorithm, Table 5.1 and §5; NBS TN101, figure 10.13 and eqs. (III.69), (III.70).
struct ITMClimateCurves: Sendable {
    /// A curve over the effective distance: (c₁ + c₂/(1 + ((d − x₂)/x₃)²)) (d/x₁)²/(1 + (d/x₁)²).
    struct Curve: Sendable {
        let c1, c2, x1, x2, x3: Double

        func value(_ d: Double) -> Double {
            let near = (d - x2) / x3
            let ratio = d / x1
            let square = ratio * ratio
            return (c1 + c2 / (1 + near * near)) * square / (1 + square)
        }

        /// A value that the curve does not exceed, nor falls below zero: the largest over pieces of 5 km, and the rest
        /// beyond 2000 km as one.
        ///
        /// The second factor rises with d, and the bell of the first falls away from x₂: over a piece neither exceeds
        /// the second at the far end and the bell at the place nearest to x₂. c₂ is positive in every climate.
        let largest: Double

        init(c1: Double, c2: Double, x1: Double, x2: Double, x3: Double) {
            (self.c1, self.c2, self.x1, self.x2, self.x3) = (c1, c2, x1, x2, x3)
            func bell(from start: Double, to end: Double) -> Double {
                let near = (min(max(x2, start), end) - x2) / x3
                return c1 + c2 / (1 + near * near)
            }
            var most = max(0, bell(from: 2000e3, to: .infinity))
            for piece in 0..<400 {
                let (start, end) = (Double(piece) * 5e3, Double(piece + 1) * 5e3)
                let square = (end / x1) * (end / x1)
                most = max(most, bell(from: start, to: end) * square / (1 + square))
            }
            largest = most
        }
    }

    /// How a deviation depends on frequency: b₁ + b₂/((b₃ ln(0.133 k))² + 1).
    struct Gain: Sendable {
        let b1, b2, b3: Double

        func value(_ logarithm: Double) -> Double {
            let product = b3 * logarithm
            return b1 + b2 / (product * product + 1)
        }

        /// A value that it does not exceed.
        var largest: Double { b1 + b2 }
    }

    /// V, the median over a year, dB.
    let median: Curve
    /// σT−, deviation in time where the attenuation is above its median, dB.
    let minus: Curve
    /// σT+, deviation in time where it is below, dB.
    let plus: Curve
    /// Cd, share of the deviation far below the median.
    let tailShare: Double
    /// zd, where that begins, standard deviations.
    let tailStart: Double
    let minusGain: Gain
    let plusGain: Gain

    static func of(_ climate: ITM.Climate) -> ITMClimateCurves { all[climate.rawValue - 1] }

    private static let none = Gain(b1: 1, b2: 0, b3: 0)

    private static let all: [ITMClimateCurves] = [
        .init(
            median: .init(c1: -9.67, c2: 12.7, x1: 144.9e3, x2: 190.3e3, x3: 133.8e3),
            minus: .init(c1: 2.13, c2: 159.5, x1: 762.2e3, x2: 123.6e3, x3: 94.5e3),
            plus: .init(c1: 2.11, c2: 102.3, x1: 636.9e3, x2: 134.8e3, x3: 95.6e3),
            tailShare: 1.224, tailStart: 1.282, minusGain: none, plusGain: none),
        .init(
            median: .init(c1: -0.62, c2: 9.19, x1: 228.9e3, x2: 205.2e3, x3: 143.6e3),
            minus: .init(c1: 2.66, c2: 7.67, x1: 100.4e3, x2: 172.5e3, x3: 136.4e3),
            plus: .init(c1: 6.87, c2: 15.53, x1: 138.7e3, x2: 143.7e3, x3: 98.6e3),
            tailShare: 0.801, tailStart: 2.161, minusGain: none, plusGain: .init(b1: 0.93, b2: 0.31, b3: 2.00)),
        .init(
            median: .init(c1: 1.26, c2: 15.5, x1: 262.6e3, x2: 185.2e3, x3: 99.8e3),
            minus: .init(c1: 6.11, c2: 6.65, x1: 138.2e3, x2: 242.2e3, x3: 178.6e3),
            plus: .init(c1: 10.08, c2: 9.60, x1: 165.3e3, x2: 225.7e3, x3: 129.7e3),
            tailShare: 1.380, tailStart: 1.282, minusGain: none, plusGain: none),
        .init(
            median: .init(c1: -9.21, c2: 9.05, x1: 84.1e3, x2: 101.1e3, x3: 98.6e3),
            minus: .init(c1: 1.98, c2: 13.11, x1: 139.1e3, x2: 132.7e3, x3: 193.5e3),
            plus: .init(c1: 3.68, c2: 159.3, x1: 464.4e3, x2: 93.1e3, x3: 94.2e3),
            tailShare: 1.000, tailStart: 20.0, minusGain: none, plusGain: .init(b1: 0.93, b2: 0.19, b3: 1.79)),
        .init(
            median: .init(c1: -0.62, c2: 9.19, x1: 228.9e3, x2: 205.2e3, x3: 143.6e3),
            minus: .init(c1: 2.68, c2: 7.16, x1: 93.7e3, x2: 186.8e3, x3: 133.5e3),
            plus: .init(c1: 4.75, c2: 8.12, x1: 93.2e3, x2: 135.9e3, x3: 113.4e3),
            tailShare: 1.224, tailStart: 1.282, minusGain: .init(b1: 0.92, b2: 0.25, b3: 1.77),
            plusGain: .init(b1: 0.93, b2: 0.31, b3: 2.00)),
        .init(
            median: .init(c1: -0.39, c2: 2.86, x1: 141.7e3, x2: 315.9e3, x3: 167.4e3),
            minus: .init(c1: 6.86, c2: 10.38, x1: 187.8e3, x2: 169.6e3, x3: 108.9e3),
            plus: .init(c1: 8.58, c2: 13.97, x1: 216.0e3, x2: 152.0e3, x3: 122.7e3),
            tailShare: 1.518, tailStart: 1.282, minusGain: none, plusGain: none),
        .init(
            median: .init(c1: 3.15, c2: 857.9, x1: 2222e3, x2: 164.8e3, x3: 116.3e3),
            minus: .init(c1: 8.51, c2: 169.8, x1: 609.8e3, x2: 119.9e3, x3: 106.6e3),
            plus: .init(c1: 8.43, c2: 8.19, x1: 136.2e3, x2: 188.5e3, x3: 122.9e3),
            tailShare: 1.518, tailStart: 1.282, minusGain: none, plusGain: none),
    ]
}
