import MastheadCore
import MastheadRadio

/// The vectors of earth stations and fixed links by off-axis angle, and of the antennas of spectrum access systems.
enum OffAxisCheck {
    static let entries = [earthStation, fss, sector]

    private static let closedForm = VectorTolerance(
        "gain", absolute: 1e-9, reason: "closed forms, printed with 12 digits")
    private static let gain = VectorTolerance(
        "gain", absolute: 1e-6, reason: "double precision against double precision")

    private static let earthStation = VectorCheck(
        file: "antenna/earth_station_patterns.csv", model: "earth stations and fixed links",
        edition: "S.465-6; S.580-6; Radio Regulations, Appendices 7 and 8; F.699-8 in pycraf's reading",
        inputs: ["case_id", "f_GHz", "diameter_m", "D_over_lambda", "G_max_dBi", "phi_deg"],
        outputs: [
            VectorColumn("gain_s465_6_dBi", closedForm), VectorColumn("gain_s580_6_dBi", closedForm),
            VectorColumn("gain_ap7_annex3_dBi", closedForm), VectorColumn("gain_ap8_annex3_dBi", closedForm),
            VectorColumn("gain_f699_pycraf_dBi", closedForm),
        ]
    ) { (row, _) throws(MastheadError) in
        let gain = Decibels(try row.number("G_max_dBi"))
        let phi = try row.number("phi_deg")
        let frequency = Frequency(gigahertz: try row.number("f_GHz"))
        // Ten digits of D/λ are enough for the columns of the source that used them; pycraf was given the diameter.
        let aperture = ApertureSize(wavelengths: try row.number("D_over_lambda"))
        let exact = ApertureSize(diameter: Length(metres: try row.number("diameter_m")), at: frequency)
        let s465 = try S465Pattern(peakGain: gain, aperture: aperture)
        let s580 = try S580Pattern(peakGain: gain, aperture: aperture)
        let isForAP7 = AP7Pattern.apertureRange.contains(aperture)
        return [
            stated(s465, phi), stated(s580, phi),
            isForAP7 ? stated(try AP7Pattern(peakGain: gain, aperture: aperture), phi) : .nan,
            stated(try AP8Pattern(peakGain: gain, aperture: aperture), phi),
            stated(try F699Pattern(peakGain: gain, aperture: exact, frequency: frequency, reading: .pycraf), phi),
        ]
    }

    /// The gain where the text states one; elsewhere no number, which no expected value agrees with.
    private static func stated(_ pattern: some OffAxisPattern, _ phi: Double) -> Double {
        phi < pattern.definedFromDegrees ? .nan : pattern.gainDBi(offAxisDegrees: phi)
    }

    private static let fss = VectorCheck(
        file: "antenna/sas_fss_gso_47cfr25_209.csv", model: "47 CFR 25.209 earth station",
        edition: "47 CFR 25.209(a) as in WINNF-TS-0112, R2-SGN-21",
        inputs: [
            "case_id", "azimuth_deg", "elevation_deg", "pointing_azimuth_deg", "pointing_elevation_deg",
            "nominal_gain_dBi", "weight_tangential", "weight_perpendicular",
        ],
        outputs: [VectorColumn("gain_dBi", gain)]
    ) { (row, _) throws(MastheadError) in
        let tangential = try row.number("weight_tangential")
        guard abs(tangential + (try row.number("weight_perpendicular")) - 1) < 1e-12 else {
            throw row.refusal("the weights of the two planes are not 1 together", "weight_perpendicular")
        }
        let pattern = try FCC25209Pattern(
            peakGain: Decibels(try row.number("nominal_gain_dBi")), tangentialWeight: Share(fraction: tangential))
        let antenna = MountedAntenna(
            pattern: OffAxisAntennaPattern(pattern),
            azimuth: Angle(degrees: try row.number("pointing_azimuth_deg")),
            mechanicalTilt: Angle(degrees: -(try row.number("pointing_elevation_deg"))))
        return [
            antenna.gainDBi(
                azimuthRadians: try row.number("azimuth_deg") * .pi / 180,
                elevationRadians: try row.number("elevation_deg") * .pi / 180)
        ]
    }

    private static let sector = VectorCheck(
        file: "antenna/sas_standard_sector.csv", model: "standard sector", edition: "WINNF-TS-0112, R2-SGN-20",
        inputs: ["case_id", "azimuth_deg", "boresight_azimuth_deg", "beamwidth_3dB_deg", "gain_max_dBi"],
        outputs: [VectorColumn("gain_dBi", gain)]
    ) { (row, _) throws(MastheadError) in
        let antenna = MountedAntenna(
            pattern: StandardSectorPattern(
                peakGain: Decibels(try row.number("gain_max_dBi")),
                beamwidth: Angle(degrees: try row.number("beamwidth_3dB_deg"))),
            azimuth: Angle(degrees: try row.number("boresight_azimuth_deg")))
        return [antenna.gainDBi(azimuthRadians: try row.number("azimuth_deg") * .pi / 180, elevationRadians: 0)]
    }
}
