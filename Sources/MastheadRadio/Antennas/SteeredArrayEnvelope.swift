public import MastheadCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What an active antenna radiates in a direction while its beams follow users: a statistic over beams.
///
/// Beams stand in rows and columns over the sector, all of them used alike often. The *mean* is the average of the
/// powers, which long-term interference by mean power asks for; the *largest* is the strongest beam, which short-term
/// limits and saturation ask for. The set of beams is an assumption about users, and part of the pattern's name.
///
/// The pattern of one beam is that of Recommendation ITU-R M.2101-0, Annex 1, §5.2 (``BeamArrayPattern``).
public struct SteeredArrayEnvelope: AntennaPattern {
    /// What is taken over the beams.
    public enum Statistic: String, Sendable, Hashable, Codable, CaseIterable {
        /// The average of the powers, and the strongest beam where peak power counts.
        case mean
        /// The strongest beam.
        case largest
    }

    /// The beams, all used alike often.
    public let beams: [BeamArrayPattern]
    /// What is taken over them.
    public let statistic: Statistic

    /// An envelope over beams of one array.
    ///
    /// - Parameters:
    ///   - beam: The array; its own scan and tilt do not count.
    ///   - scans: Azimuths of the beams, clockwise from the boresight.
    ///   - tilts: Their tilts, down is positive; there is a beam for each pair.
    /// - Throws: `outside-validity` where there are no beams, or one beyond ±90°.
    public init(
        _ beam: BeamArrayPattern, scans: [Angle], tilts: [Angle], statistic: Statistic
    ) throws(MastheadError) {
        guard !scans.isEmpty, !tilts.isEmpty else {
            throw MastheadError(
                .outsideValidity, "the envelope of a steered array has no beams",
                remedy: "Name one azimuth and one tilt of a beam at the least.")
        }
        for angle in scans + tilts {
            try Self.steeringRange.require(angle)
        }
        beams = scans.flatMap { scan in
            tilts.map { tilt in
                BeamArrayPattern(
                    element: beam.element, columns: beam.columns, rows: beam.rows, columnSpacing: beam.columnSpacing,
                    rowSpacing: beam.rowSpacing, scan: scan, electricalTilt: tilt)
            }
        }
        self.statistic = statistic
    }

    /// Directions into which beams are steered.
    public static let steeringRange = ValidRange(
        Angle(degrees: -90)...Angle(degrees: 90), of: "direction of a beam",
        by: Citation("Recommendation ITU-R M.2101-0", "Annex 1, §5.2"))

    /// What it is; arrays have more parameters than the catalogue's entries take.
    public var id: String { "m2101-envelope-\(statistic.rawValue)" }
    /// The gain of one beam at its peak: neither statistic exceeds it.
    public var peakGainDBi: Double { beams[0].peakGainDBi }
    /// An azimuth must be stated.
    public var isDirectional: Bool { true }
    /// The Recommendation, with the statistic.
    public var citation: Citation {
        Citation(
            "Recommendation ITU-R M.2101-0", "Annex 1, §5.2; \(statistic.rawValue) over \(beams.count) beams used alike"
        )
    }

    /// The statistic in a direction, dBi; −∞ where all beams have a null.
    public func gainDBi(azimuthRadians: Double, elevationRadians: Double) -> Double {
        var sum = 0.0
        var largest = -Double.infinity
        for beam in beams {
            let gain = beam.gainDBi(azimuthRadians: azimuthRadians, elevationRadians: elevationRadians)
            sum += pow(10, gain / 10)
            largest = max(largest, gain)
        }
        return statistic == .mean ? 10 * log10(sum / Double(beams.count)) : largest
    }

    /// The gain of the strongest beam in a direction, dBi, whichever the statistic.
    public func largestGainDBi(azimuthRadians: Double, elevationRadians: Double) -> Double {
        var largest = -Double.infinity
        for beam in beams {
            largest = max(largest, beam.gainDBi(azimuthRadians: azimuthRadians, elevationRadians: elevationRadians))
        }
        return largest
    }
}
