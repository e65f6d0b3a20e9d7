public import MastheadCore

/// A value of the breakdown of P.1812.
public typealias P1812Quantity = BreakdownQuantity<P1812Breakdown>

extension P1812Breakdown {
    /// All values in the order in which the Recommendation computes them.
    public static let quantities: [P1812Quantity] = [
        P1812Quantity("length of the path", "d", "km", "d_km", "§3.2") { $0.lengthKilometres },
        P1812Quantity("share of the path over sea", "ω", "", "omega", "Table 3") { $0.seaShare },
        P1812Quantity("longest continuous stretch over land", "dtm", "km", "dtm_km", "§3.6") {
            $0.longestLandKilometres
        },
        P1812Quantity("longest continuous stretch inland", "dlm", "km", "dlm_km", "§3.6") {
            $0.longestInlandKilometres
        },
        P1812Quantity("distance over land from the transmitter to the coast", "dct", "km", "dct_used_km", "Table 3") {
            $0.transmitterToCoastKilometres
        },
        P1812Quantity("distance over land from the receiver to the coast", "dcr", "km", "dcr_used_km", "Table 3") {
            $0.receiverToCoastKilometres
        },
        P1812Quantity("latitude of the middle of the path", "φ", "deg", "phi_path_deg", "§3.1") {
            $0.midpointLatitudeDegrees
        },
        P1812Quantity("time percentage of anomalous propagation", "β0", "%", "b0_pct", "eq. (5)") {
            $0.anomalousTimePercent
        },
        P1812Quantity("median effective Earth radius", "ae", "km", "ae_km", "eq. (7a)") {
            $0.effectiveRadiusKilometres
        },
        P1812Quantity("altitude of the transmitting antenna", "hts", "m", "hts_m", "Table 5") {
            $0.transmitterAltitudeMetres
        },
        P1812Quantity("altitude of the receiving antenna", "hrs", "m", "hrs_m", "Table 5") {
            $0.receiverAltitudeMetres
        },
        P1812Quantity("distance of the transmitter's horizon", "dlt", "km", "dlt_km", "eq. (80)") {
            $0.transmitterHorizonKilometres
        },
        P1812Quantity("distance of the receiver's horizon", "dlr", "km", "dlr_km", "eq. (83)") {
            $0.receiverHorizonKilometres
        },
        P1812Quantity("elevation angle of the transmitter's horizon", "θt", "mrad", "theta_t_mrad", "eq. (79)") {
            $0.transmitterHorizonMilliradians
        },
        P1812Quantity("elevation angle of the receiver's horizon", "θr", "mrad", "theta_r_mrad", "eq. (81), (82)") {
            $0.receiverHorizonMilliradians
        },
        P1812Quantity("angular distance of the path", "θ", "mrad", "theta_mrad", "eq. (84)") {
            $0.angularDistanceMilliradians
        },
        P1812Quantity("altitude of the fitted smooth surface at the transmitter", "hst", "m", "hst_n_m", "eq. (87)") {
            $0.fittedTransmitterMetres
        },
        P1812Quantity("altitude of the fitted smooth surface at the receiver", "hsr", "m", "hsr_n_m", "eq. (88)") {
            $0.fittedReceiverMetres
        },
        P1812Quantity("the fitted surface at the transmitter, not above the ground", "hst", "m", "hst_m", "eq. (92a)") {
            $0.smoothTransmitterMetres
        },
        P1812Quantity("the fitted surface at the receiver, not above the ground", "hsr", "m", "hsr_m", "eq. (92b)") {
            $0.smoothReceiverMetres
        },
        P1812Quantity(
            "smooth surface at the transmitter for the diffraction model", "hstd", "m", "hstd_m",
            "eq. (91)"
        ) { $0.diffractionTransmitterMetres },
        P1812Quantity("smooth surface at the receiver for the diffraction model", "hsrd", "m", "hsrd_m", "eq. (91)") {
            $0.diffractionReceiverMetres
        },
        P1812Quantity("effective height of the transmitting antenna for ducting", "hte", "m", "hte_m", "eq. (94a)") {
            $0.effectiveTransmitterMetres
        },
        P1812Quantity("effective height of the receiving antenna for ducting", "hre", "m", "hre_m", "eq. (94b)") {
            $0.effectiveReceiverMetres
        },
        P1812Quantity("terrain roughness", "hm", "m", "hm_m", "eq. (95)") { $0.roughnessMetres },
        P1812Quantity("interpolation between the median and β0", "Fi", "", "Fi", "eq. (40)") { $0.timeFactor },
        P1812Quantity("interpolation by angular distance", "Fj", "", "Fj", "eq. (57)") { $0.angleFactor },
        P1812Quantity("interpolation by path length", "Fk", "", "Fk", "eq. (58)") { $0.distanceFactor },
        P1812Quantity("free-space loss between the antennas", "Lbfs", "dB", "Lbfs_dB", "eq. (8)") { $0.freeSpaceDB },
        P1812Quantity("line-of-sight loss not exceeded for p of the time", "Lb0p", "dB", "Lb0p_dB", "eq. (10)") {
            $0.lineOfSightDB
        },
        P1812Quantity("line-of-sight loss not exceeded for β0 of the time", "Lb0β", "dB", "Lb0beta_dB", "eq. (11)") {
            $0.lineOfSightBetaDB
        },
        P1812Quantity(
            "Bullington loss of the actual profile at the median radius", "Lbulla", "dB", "Lbulla50_dB",
            "eq. (21)"
        ) { $0.bullingtonActualDB },
        P1812Quantity(
            "Bullington loss of the smooth profile at the median radius", "Lbulls", "dB", "Lbulls50_dB",
            "eq. (21)"
        ) { $0.bullingtonSmoothDB },
        P1812Quantity("spherical-Earth loss at the median radius", "Ldsph", "dB", "Ldsph50_dB", "eq. (27)") {
            $0.sphericalEarthDB
        },
        P1812Quantity(
            "Bullington loss of the actual profile at the radius of β0", "Lbulla", "dB", "Lbullabeta_dB", "eq. (21)"
        ) { $0.betaBullingtonActualDB },
        P1812Quantity(
            "Bullington loss of the smooth profile at the radius of β0", "Lbulls", "dB", "Lbullsbeta_dB", "eq. (21)"
        ) { $0.betaBullingtonSmoothDB },
        P1812Quantity("spherical-Earth loss at the radius of β0", "Ldsph", "dB", "Ldsphbeta_dB", "eq. (27)") {
            $0.betaSphericalEarthDB
        },
        P1812Quantity("median diffraction loss", "Ld50", "dB", "Ld50_dB", "eq. (39)") { $0.medianDiffractionDB },
        P1812Quantity("diffraction loss not exceeded for β0 of the time", "Ldβ", "dB", "Ldbeta_dB", "eq. (39)") {
            $0.betaDiffractionDB
        },
        P1812Quantity("diffraction loss not exceeded for p of the time", "Ldp", "dB", "Ldp_dB", "eq. (41)") {
            $0.diffractionDB
        },
        P1812Quantity("median basic loss associated with diffraction", "Lbd50", "dB", "Lbd50_dB", "eq. (42)") {
            $0.medianBasicDiffractionDB
        },
        P1812Quantity("basic loss associated with diffraction for p of the time", "Lbd", "dB", "Lbd_dB", "eq. (43)") {
            $0.basicDiffractionDB
        },
        P1812Quantity(
            "notional minimum loss of line of sight and sub-path diffraction over sea", "Lminb0p", "dB", "Lminb0p_dB",
            "eq. (59)"
        ) { $0.notionalMinimumDB },
        P1812Quantity("loss by ducting and layer reflection", "Lba", "dB", "Lba_dB", "eq. (46)") { $0.ductingDB },
        P1812Quantity("notional minimum loss of line of sight and ducting", "Lminbap", "dB", "Lminbap_dB", "eq. (60)") {
            $0.notionalEnhancedDB
        },
        P1812Quantity("loss of diffraction with ducting enhancements", "Lbda", "dB", "Lbda_dB", "eq. (61)") {
            $0.enhancedDiffractionDB
        },
        P1812Quantity("loss of diffraction, line of sight and ducting", "Lbam", "dB", "Lbam_dB", "eq. (62)") {
            $0.modifiedDB
        },
        P1812Quantity("loss by troposcatter", "Lbs", "dB", "Lbs_dB", "eq. (44)") { $0.troposcatterDB },
        P1812Quantity("loss for half of the locations", "Lbc", "dB", "Lbc_dB", "eq. (63)") { $0.medianLocationDB },
        P1812Quantity("standard deviation of the location variability", "σL", "dB", "sigmaL_dB", "§4.7") {
            $0.locationSigmaDB
        },
        P1812Quantity("what the location percentage adds", "Lloc", "dB", "Lloc_dB", "§4.7") { $0.locationDB },
        P1812Quantity(
            "basic transmission loss for p of the time and pL of the locations", "Lb", "dB", "Lb_dB",
            "eq. (69)"
        ) { $0.lossDB },
        P1812Quantity(
            "field strength for 1 kW effective radiated power", "Ep", "dB(µV/m)", "Ep_1kW_dBuVm",
            "eq. (70)"
        ) { $0.fieldStrengthDBuVm },
    ]

    /// The loss as a ledger: the steps of the Recommendation from free space to the result, which add up to it; every
    /// intermediate follows as a detail.
    public var ledger: Ledger {
        var ledger = Ledger("basic transmission loss", unit: "dB")
        func step(_ name: String, _ value: Double, _ symbol: String, _ clause: String) {
            ledger.add(name, value, symbol: symbol, from: P1812.citation(clause))
        }
        step("free-space loss", freeSpaceDB, "Lbfs", "eq. (8)")
        step("multipath and focusing", path.lineOfSightDB - freeSpaceDB, "Esp", "eq. (9a), (10)")
        step("diffraction", path.diffractionDB, "Ldp", "eq. (41), (43)")
        step(
            "ducting and layer reflection", path.enhancedDiffractionDB - path.basicDiffractionDB, "Lbda − Lbd",
            "eq. (61)")
        step("line-of-sight enhancement", path.modifiedDB - path.enhancedDiffractionDB, "Lbam − Lbda", "eq. (62)")
        step("troposcatter beside it", medianLocationDB - path.modifiedDB, "Lbc − Lbam", "eq. (63)")
        step("location variability", locationDB, "Lloc", "§4.7")
        step("not below line of sight", lossDB - (medianLocationDB + locationDB), "Lb − Lbc − Lloc", "eq. (69)")
        for quantity in Self.quantities {
            ledger.detail(
                quantity.name, quantity.value(self), unit: quantity.unit, symbol: quantity.symbol,
                from: P1812.citation(quantity.clause))
        }
        return ledger
    }
}
