import MastheadCore
import MastheadRadio

/// The vectors of antenna patterns: the element and the array of M.2101, the sectoral antenna of F.1336.
enum AntennaCheck {
    static let entries = [element, array, sector]

    private static let closedForm = VectorTolerance(
        "gain", absolute: 1e-9, reason: "a closed form, printed with 12 digits")
    private static let gain = VectorTolerance(
        "gain", absolute: 1e-6, reason: "double precision against double precision; sums of many phases")

    private static let elementInputs = [
        "case_id", "phi_deg", "theta_zenith_deg", "phi_3dB_deg", "theta_3dB_deg", "A_m_dB", "SLA_v_dB", "G_E_max_dBi",
    ]

    private static let element = VectorCheck(
        file: "antenna/m2101_element.csv", model: "M.2101 and TR 38.901 element",
        edition: "Recommendation ITU-R M.2101-0, §5.1; 3GPP TR 38.901 V17, Table 7.3-1", inputs: elementInputs,
        outputs: [VectorColumn("gain_dBi", closedForm), VectorColumn("gain_pycraf_dBi", closedForm)]
    ) { (row, _) throws(MastheadError) in
        let pattern = try elementPattern(row)
        let gain = pattern.gainDBi(
            azimuthRadians: try radians(row, "phi_deg"),
            elevationRadians: .pi / 2 - (try radians(row, "theta_zenith_deg")))
        return [gain, gain]
    }

    private static let array = VectorCheck(
        file: "antenna/m2101_array.csv", model: "M.2101 array", edition: "Recommendation ITU-R M.2101-0, §5.2",
        inputs: elementInputs + [
            "N_H", "N_V", "dH_over_lambda", "dV_over_lambda", "phi_escan_deg", "theta_etilt_down_deg",
        ],
        outputs: [VectorColumn("gain_dBi", gain), VectorColumn("gain_closed_form_dBi", gain)]
    ) { (row, _) throws(MastheadError) in
        let pattern = BeamArrayPattern(
            element: try elementPattern(row), columns: try count(row, "N_H"), rows: try count(row, "N_V"),
            columnSpacing: try row.number("dH_over_lambda"), rowSpacing: try row.number("dV_over_lambda"),
            scan: Angle(degrees: try row.number("phi_escan_deg")),
            electricalTilt: Angle(degrees: try row.number("theta_etilt_down_deg")))
        let gain = pattern.gainDBi(
            azimuthRadians: try radians(row, "phi_deg"),
            elevationRadians: .pi / 2 - (try radians(row, "theta_zenith_deg")))
        return [gain, gain]
    }

    private static let sector = VectorCheck(
        file: "antenna/f1336_sector.csv", model: "F.1336 sectoral antenna",
        edition: "Recommendation ITU-R F.1336-5, recommends 3.1.1 in pycraf's reading and 3.1.2",
        inputs: [
            "case_id", "azimuth_deg", "elevation_deg", "G0_dBi", "phi_3dB_deg", "theta_3dB_deg", "k_p", "k_a", "k_h",
            "k_v", "mech_downtilt_deg", "elec_downtilt_deg",
        ],
        // The source leaves k_v out of C for peak side lobes, so that its pattern steps at 90°; the Recommendation has
        // it for both kinds. The column holds the pattern in that reading to the source, and a test of MastheadRadio
        // holds the two readings to each other where x_v < 4.
        outputs: [VectorColumn("gain_peak_sidelobe_dBi", gain), VectorColumn("gain_avg_sidelobe_dBi", gain)]
    ) { (row, _) throws(MastheadError) in
        [
            try sectorGain(row, .peak, factor: "k_p", reading: .pycraf),
            try sectorGain(row, .average, factor: "k_a", reading: .recommendation),
        ]
    }

    private static func sectorGain(
        _ row: VectorRow, _ sidelobes: SectorReferencePattern.Sidelobes, factor: String,
        reading: SectorReferencePattern.Reading
    ) throws(MastheadError) -> Double {
        let pattern = SectorReferencePattern(
            peakGain: Decibels(try row.number("G0_dBi")),
            horizontalBeamwidth: Angle(degrees: try row.number("phi_3dB_deg")),
            verticalBeamwidth: Angle(degrees: try row.number("theta_3dB_deg")), sidelobes: sidelobes,
            sidelobeFactor: try row.number(factor), azimuthFactor: try row.number("k_h"),
            elevationFactor: try row.number("k_v"), reading: reading)
        let antenna = MountedAntenna(
            pattern: pattern, azimuth: Angle(radians: 0),
            mechanicalTilt: Angle(degrees: try row.number("mech_downtilt_deg")),
            electricalTilt: Angle(degrees: try row.number("elec_downtilt_deg")))
        return antenna.gainDBi(
            azimuthRadians: try radians(row, "azimuth_deg"), elevationRadians: try radians(row, "elevation_deg"))
    }

    private static func elementPattern(_ row: VectorRow) throws(MastheadError) -> SectorElementPattern {
        SectorElementPattern(
            peakGain: Decibels(try row.number("G_E_max_dBi")),
            horizontalBeamwidth: Angle(degrees: try row.number("phi_3dB_deg")),
            verticalBeamwidth: Angle(degrees: try row.number("theta_3dB_deg")),
            frontToBack: Decibels(try row.number("A_m_dB")), verticalSidelobe: Decibels(try row.number("SLA_v_dB")))
    }

    private static func radians(_ row: VectorRow, _ column: String) throws(MastheadError) -> Double {
        try row.number(column) * .pi / 180
    }

    private static func count(_ row: VectorRow, _ column: String) throws(MastheadError) -> Int {
        guard let count = Int(exactly: try row.number(column)), count > 0 else {
            throw row.refusal("the number of elements is not a whole number above 0", column)
        }
        return count
    }
}
