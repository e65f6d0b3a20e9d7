import MastheadCore
import MastheadRadio

/// The vectors of the antenna element of M.2101, the one of TR 38.901 too.
enum AntennaElementCheck {
    private static let gain = VectorTolerance("gain", absolute: 1e-9, reason: "a closed form, printed with 12 digits")

    static let entries = [
        VectorCheck(
            file: "antenna/m2101_element.csv", model: "M.2101 antenna element",
            edition: "Recommendation ITU-R M.2101-0; 3GPP TR 38.901 V17",
            inputs: [
                "case_id", "phi_deg", "theta_zenith_deg", "phi_3dB_deg", "theta_3dB_deg", "A_m_dB", "SLA_v_dB",
                "G_E_max_dBi",
            ],
            outputs: [VectorColumn("gain_dBi", gain), VectorColumn("gain_pycraf_dBi", gain)]
        ) { (row, _) throws(MastheadError) in
            let pattern = SectorElementPattern(
                peakGain: Decibels(try row.number("G_E_max_dBi")),
                horizontalBeamwidth: Angle(degrees: try row.number("phi_3dB_deg")),
                verticalBeamwidth: Angle(degrees: try row.number("theta_3dB_deg")),
                frontToBack: Decibels(try row.number("A_m_dB")),
                verticalSidelobe: Decibels(try row.number("SLA_v_dB")))
            // The file counts from the zenith; the pattern from the horizon, up positive. M.2101's φ runs the other
            // way round, which the element cannot tell.
            let computed = pattern.gainDBi(
                azimuthRadians: Angle(degrees: try row.number("phi_deg")).radians,
                elevationRadians: Angle(degrees: 90 - (try row.number("theta_zenith_deg"))).radians)
            return [computed, computed]
        }
    ]
}
