public import MastheadCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// One beam of an active antenna: a rectangular array of equal elements, all of them fed alike but for their phase.
///
///     G = G_E(θ, φ) + 10 log₁₀( 1/(N_H N_V) · |Σ_n e^(j n ψ_V)|² |Σ_m e^(j m ψ_H)|² )
///     ψ_V = 2π d_V (cos θ + sin θ_etilt),  ψ_H = 2π d_H (sin θ sin φ − cos θ_etilt sin φ_escan)
///
/// The sums are geometric series: |Σ e^(j n ψ)| = |sin(N ψ/2) / sin(ψ/2)|. Elements are in phase (correlation ρ = 1);
/// θ counts from the zenith here, spacings in wavelengths.
///
/// Source: Recommendation ITU-R M.2101-0, Annex 1, §5.2.
public struct BeamArrayPattern: AntennaPattern, Hashable {
    /// The pattern of one element.
    public let element: SectorElementPattern
    /// N_H: columns of the array.
    public let columns: Int
    /// N_V: rows of the array.
    public let rows: Int
    /// d_H: distance of the columns, wavelengths.
    public let columnSpacing: Double
    /// d_V: distance of the rows, wavelengths.
    public let rowSpacing: Double
    /// φ_escan: azimuth of the beam, clockwise from the boresight.
    public let scan: Angle
    /// θ_etilt: tilt of the beam, down is positive.
    public let electricalTilt: Angle

    private let sineOfTilt: Double
    private let scanTerm: Double

    /// A beam of an array.
    public init(
        element: SectorElementPattern, columns: Int, rows: Int, columnSpacing: Double, rowSpacing: Double,
        scan: Angle = Angle(radians: 0), electricalTilt: Angle = Angle(radians: 0)
    ) {
        precondition(columns > 0 && rows > 0, "an array has elements")
        self.element = element
        self.columns = columns
        self.rows = rows
        self.columnSpacing = columnSpacing
        self.rowSpacing = rowSpacing
        self.scan = scan
        self.electricalTilt = electricalTilt
        sineOfTilt = sin(electricalTilt.radians)
        scanTerm = cos(electricalTilt.radians) * sin(scan.radians)
    }

    /// What it is; arrays have more parameters than the catalogue's entries take.
    public var id: String { "m2101-array" }
    /// The gain of the unsteered beam: no direction has more.
    public var peakGainDBi: Double { element.peakGainDBi + 10 * log10(Double(columns * rows)) }
    /// An azimuth must be stated.
    public var isDirectional: Bool { true }
    /// The Recommendation.
    public var citation: Citation { Citation("Recommendation ITU-R M.2101-0", "Annex 1, §5.2") }

    /// Gain in a direction, dBi; −∞ in a null.
    public func gainDBi(azimuthRadians: Double, elevationRadians: Double) -> Double {
        let vertical = rowSpacing * (sin(elevationRadians) + sineOfTilt)
        let horizontal = columnSpacing * (cos(elevationRadians) * sin(azimuthRadians) - scanTerm)
        let power = Self.seriesPower(rows, cycles: vertical) * Self.seriesPower(columns, cycles: horizontal)
        return element.gainDBi(azimuthRadians: azimuthRadians, elevationRadians: elevationRadians)
            + 10 * log10(power / Double(columns * rows))
    }

    /// |Σ e^(j n ψ)|² over `count` terms, ψ in cycles.
    private static func seriesPower(_ count: Int, cycles: Double) -> Double {
        // The series has period one; near its peak the quotient loses its digits, and is the square of the count.
        let turned = cycles - cycles.rounded()
        guard abs(turned) > 1e-9 else { return Double(count * count) }
        let ratio = sin(.pi * Double(count) * turned) / sin(.pi * turned)
        return ratio * ratio
    }
}
