import MastheadCore
import MastheadRadio

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The antenna of a protected station as its row tells it, with what was assumed on the safe side.
struct ProtectedAntenna {
    var pattern: any OffAxisPattern
    var pointing: ProtectedStation.Pointing?
    var diameter: Length?
    var assumptions: [ProtectedStation.Assumption] = []

    /// - Throws: The row where it gives neither pattern nor enough to assume one, a pattern that refuses the antenna, a
    ///   satellite below the horizon, or a pointing that contradicts itself.
    init(
        _ cells: ProtectedStationCells, service: StationService, band: ClosedRange<Frequency>,
        position: GeographicPosition
    ) throws(QuarantinedRow) {
        let middle = Frequency(hertz: (band.lowerBound.hertz + band.upperBound.hertz) / 2)
        diameter = try cells.number(.dishDiameter, in: 0.1...500).map { Length(metres: $0) }
        let stated = try cells.number(.peakGain, in: -10...100)
        let entry = try Self.entry(cells, service: service, hasDish: diameter != nil, &assumptions)
        let gain = try Self.gain(cells, entry: entry, stated: stated, diameter: diameter, at: middle, &assumptions)
        do throws(MastheadError) {
            // Patterns that know no diameter take any.
            pattern = try entry.make(
                OffAxisParameters(
                    peakGain: gain,
                    aperture: diameter.map { ApertureSize(diameter: $0, at: middle) }
                        ?? ApertureSize(wavelengths: 1), frequency: middle))
        } catch { throw cells.refuse("antenna-refused", error.problem, error.remedy) }
        pointing = try Self.pointing(cells, position)
        let isDirectional = pattern.gainDBi(offAxisDegrees: 180) < pattern.peakGainDBi
        if pointing == nil, isDirectional {
            assumptions.append(
                .init(
                    field: ProtectedStationColumn.azimuth.rawValue,
                    value: "gain on the axis, \(PlainNumber.text(pattern.peakGainDBi)) dBi, in all directions",
                    reason: "the pointing is not known, and no direction gives more"))
        }
    }

    private static func entry(
        _ cells: ProtectedStationCells, service: StationService, hasDish: Bool,
        _ assumptions: inout [ProtectedStation.Assumption]
    ) throws(QuarantinedRow) -> OffAxisEntry {
        if let name = cells.text(.pattern) {
            if let entry = ProtectedStationWords.pattern(name) { return entry }
            let names = ProtectedStationWords.patternNames
            throw cells.refuse(
                "unknown-pattern", "pattern \"\(name)\" is not known",
                NearestName.suggestion(for: name, among: names).map { "Write \($0)." }
                    ?? "Use one of: \(names.joined(separator: ", ")).")
        }
        let entry: (OffAxisEntry, String)? =
            switch service {
            case .observatory: (RadioAstronomySidelobePattern.entry, "the levels of RA.769 are stated for it")
            case .television: (BT419Pattern.entry, "what planning assumes of roof-top antennas")
            case .fixedLink where hasDish: (F699Pattern.entry, "envelope of the side lobes of fixed links")
            case .fixedSatellite where hasDish, .satelliteControl where hasDish, .earthExploration where hasDish,
                .spaceResearch where hasDish:
                (S465Pattern.entry, "envelope of the side lobes of earth stations; few antennas have more")
            default: nil
            }
        guard let (entry, reason) = entry else {
            throw cells.refuse(
                "missing-value", "columns pattern and dish_diameter_m are empty",
                "Fill in the pattern, or the diameter of the reflector.")
        }
        assumptions.append(.init(field: ProtectedStationColumn.pattern.rawValue, value: entry.id, reason: reason))
        return entry
    }

    private static func gain(
        _ cells: ProtectedStationCells, entry: OffAxisEntry, stated: Double?, diameter: Length?,
        at frequency: Frequency, _ assumptions: inout [ProtectedStation.Assumption]
    ) throws(QuarantinedRow) -> Decibels {
        if entry.id == RadioAstronomySidelobePattern.entry.id { return Decibels(0) }
        if let stated {
            let needsDish = entry.id != BT419Pattern.entry.id && entry.id != UniformPattern.entry.id
            if needsDish, diameter == nil {
                throw cells.refuse(
                    "missing-value", "column dish_diameter_m is empty, and pattern \(entry.id) follows from it",
                    "Fill in the diameter of the reflector, m.")
            }
            return Decibels(stated)
        }
        if entry.id == BT419Pattern.entry.id {
            // 12 dB over a half-wave dipole, as sharing studies of bands IV and V take it; 2.15 dB to the isotropic antenna.
            let gain = 14.15
            assumptions.append(
                .init(
                    field: ProtectedStationColumn.peakGain.rawValue, value: "14.15 dBi",
                    reason: "12 dB over a dipole, what sharing studies of bands IV and V take"))
            return Decibels(gain)
        }
        guard let diameter else {
            throw cells.refuse(
                "missing-value", "columns peak_gain_dbi and dish_diameter_m are empty",
                "Fill in the gain on the axis, or the diameter of the reflector.")
        }
        let gain = Decibels(ApertureSize(diameter: diameter, at: frequency).usualGainDBi)
        assumptions.append(
            .init(
                field: ProtectedStationColumn.peakGain.rawValue,
                value: "\(PlainNumber.text((gain.value * 100).rounded() / 100)) dBi",
                reason: "20 log₁₀(D/λ) + 7.7 at the middle of the band (F.699, recommends 3)"))
        return gain
    }

    private static func pointing(
        _ cells: ProtectedStationCells, _ position: GeographicPosition
    ) throws(QuarantinedRow) -> ProtectedStation.Pointing? {
        let azimuth = try cells.number(.azimuth, in: 0...360)
        let elevation = try cells.number(.elevation, in: -10...90)
        let satellite = try cells.number(.satelliteLongitude, in: -180...360)
        switch (azimuth, elevation, satellite) {
        case (nil, nil, nil): return nil
        case (let azimuth?, let elevation?, nil):
            return .init(azimuth: Angle(degrees: azimuth == 360 ? 0 : azimuth), elevation: Angle(degrees: elevation))
        case (nil, nil, let satellite?):
            let look = GeostationaryLook(from: position, satelliteLongitudeDegrees: satellite)
            guard look.elevation.degrees > 0 else {
                let below = PlainNumber.text((-look.elevation.degrees * 100).rounded() / 100)
                throw cells.refuse(
                    "satellite-below-horizon",
                    "the satellite at \(PlainNumber.text(satellite))° east is \(below)° below the horizon",
                    "Correct satellite_longitude_deg; west is negative.")
            }
            return .init(
                azimuth: look.azimuth, elevation: look.elevation, satelliteLongitudeDegrees: satellite)
        default:
            throw cells.refuse(
                "ambiguous-pointing",
                "the pointing is neither azimuth_deg with elevation_deg nor satellite_longitude_deg alone",
                "Fill in both angles, or the satellite alone.")
        }
    }
}

extension ApertureSize {
    /// The gain on the axis that F.699, recommends 3, takes of an aperture, dBi.
    fileprivate var usualGainDBi: Double { 20 * log10(wavelengths) + 7.7 }
}
