import Foundation
import MastheadCore
import MastheadPropagation

/// The vectors of P.1812: losses, field strengths and all intermediates.
enum P1812Check {
    static let entries = [
        entry("p1812/p1812_official.csv", field: ["erp_kW", "Ep_official_at_erp_dBuVm"], computesSigma: false),
        entry("p1812/p1812_generated.csv", field: [], computesSigma: true),
    ]

    private static let loss = VectorTolerance(
        "loss", absolute: 1e-6, reason: "double precision against double precision; the files carry 12 digits")
    private static let intermediate = VectorTolerance(
        "intermediates", absolute: 1e-6, relative: 1e-8,
        reason: "the source printed 10 digits; floor 1e-6 dB, m, km, mrad, and 1e-9 for ratios")

    /// Columns without a unit, for which a floor of 1e-6 would say little.
    private static let ratios: Set = ["omega", "Fi", "Fj", "Fk"]

    private static let inputs = [
        "case_id", "profile_id", "f_GHz", "p_pct", "pL_pct", "sigmaL_dB", "htg_m", "hrg_m", "pol", "tx_lat_deg",
        "tx_lon_deg", "rx_lat_deg", "rx_lon_deg", "DN_Nunits_per_km", "N0_Nunits", "dct_km", "dcr_km",
    ]

    /// Names of the breakdown that are inputs of the vectors, or that no file holds.
    private static let notCompared: Set = [
        "d_km", "dct_used_km", "dcr_used_km", "hts_m", "hrs_m", "Lloc_dB", "sigmaL_dB",
        "Lbulla50_dB", "Lbulls50_dB", "Ldsph50_dB",
    ]
    private static let compared = P1812Breakdown.quantities.filter { !notCompared.contains($0.column) }

    /// The files hold these three at the radius of β₀, although their README says median: in every row the three give
    /// Ldbeta_dB by (39), and in the rows where the two radii differ they do not give Ld50_dB.
    private static let renamed = [
        "Lbullabeta_dB": "Lbulla_dB", "Lbullsbeta_dB": "Lbulls_dB", "Ldsphbeta_dB": "Ldsph_dB",
    ]
    private static let losses: Set = ["Lb_dB", "Ep_1kW_dBuVm"]

    /// The official rows state a location sigma of zero; the generated ones carry the method's own, which is compared
    /// before it is used.
    private static func entry(_ file: String, field: [String], computesSigma: Bool) -> VectorCheck {
        let outputs =
            compared.map { quantity in
                VectorColumn(
                    renamed[quantity.column] ?? quantity.column, losses.contains(quantity.column) ? loss : intermediate,
                    absolute: ratios.contains(quantity.column) ? 1e-9 : nil)
            } + field.dropFirst().map { VectorColumn($0, loss) }
            + (computesSigma ? [VectorColumn("sigmaL_dB", intermediate)] : [])
            + [VectorColumn("Lb_dB", .radialForm)]
        return VectorCheck(
            file: file, model: "P.1812", edition: P1812.entry.edition, inputs: inputs + field.prefix(1),
            outputs: outputs, unchecked: ["Lb_crc_dB": "a second opinion; it varies with location on the sea too"]
        ) { (row, folder) throws(MastheadError) in
            let path = try path(row, &folder)
            let place = ErrorLocation.row(file: row.file, row: row.number)
            let breakdown: P1812Breakdown
            do throws(MastheadError) {
                breakdown = try path.model.breakdown(over: path.profile, terminals: path.terminals)
            } catch { throw error.located(at: place) }
            var values: [Double?] = compared.map { $0.value(breakdown) }
            if let erp = field.first {
                values.append(breakdown.fieldStrengthDBuVm + 10 * log10(try row.number(erp)))
            }
            if computesSigma {
                let profile = try folder.profile(for: row)
                values.append(
                    LocationVariability.standardDeviationDB(
                        frequencyGigahertz: try row.number("f_GHz"), receiverHeightMetres: try row.number("hrg_m"),
                        clutterMetres: profile.clutterMetres[profile.count - 1], resolutionMetres: 100))
            }
            values.append(path.model.radialLossDB(over: path.profile, terminals: path.terminals))
            return values
        }
    }

    private static func path(
        _ row: VectorRow, _ folder: inout VectorFolder
    ) throws(MastheadError) -> (model: P1812, profile: PathProfile, terminals: PathTerminals) {
        let profile = try folder.profile(for: row)
        let middle = GreatCircle.point(
            from: GeographicPosition(
                longitudeDegrees: try row.number("tx_lon_deg"), latitudeDegrees: try row.number("tx_lat_deg")),
            towards: GeographicPosition(
                longitudeDegrees: try row.number("rx_lon_deg"), latitudeDegrees: try row.number("rx_lat_deg")),
            atKilometres: profile.lengthKilometres / 2)
        let terminals = PathTerminals(
            transmitterHeightMetres: try row.number("htg_m"), receiverHeightMetres: try row.number("hrg_m"),
            midpointLatitudeDegrees: middle.position.latitudeDegrees,
            transmitterToCoastKilometres: try row.number("dct_km"),
            receiverToCoastKilometres: try row.number("dcr_km"))
        let parameters = PropagationParameters(
            frequency: Frequency(gigahertz: try row.number("f_GHz")), timePercent: try row.number("p_pct"),
            locationPercent: try row.number("pL_pct"), locationSigma: Decibels(try row.number("sigmaL_dB")),
            polarization: try row.polarization("pol"), deltaN: try row.number("DN_Nunits_per_km"),
            n0: try row.number("N0_Nunits"))
        let place = ErrorLocation.row(file: row.file, row: row.number)
        return (try P1812.prepare(for: parameters, at: place), profile, terminals)
    }
}

extension VectorRow {
    /// The polarization of a column with the codes of P.1812: 1 horizontal, 2 vertical.
    func polarization(_ column: String) throws(MastheadError) -> LinearPolarization {
        switch try number(column) {
        case 1: return .horizontal
        case 2: return .vertical
        default: throw refusal("\"\(text(column) ?? "")\" is not a polarization: 1 horizontal, 2 vertical", column)
        }
    }
}
