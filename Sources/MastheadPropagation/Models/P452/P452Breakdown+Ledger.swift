import MastheadCore

/// A value of the breakdown of P.452.
public typealias P452Quantity = BreakdownQuantity<P452Breakdown>

extension P452Breakdown {
    /// All values in the order in which the Recommendation computes them.
    public static let quantities: [P452Quantity] = [
        P452Quantity("length of the path", "d", "km", "dtot_km", "§3.2.1") { $0.lengthKilometres },
        P452Quantity("distance between the antennas", "dfs", "km", "d3D_km", "eq. (8a)") { $0.slantKilometres },
        P452Quantity("share of the path over sea", "ω", "", "omega", "§3.2.1") { $0.seaShare },
        P452Quantity(
            "longest continuous stretch over land", "dtm", "km", "dtm_km", "§3.2.1"
        ) { $0.longestLandKilometres },
        P452Quantity(
            "longest continuous stretch inland", "dlm", "km", "dlm_km", "§3.2.1"
        ) { $0.longestInlandKilometres },
        P452Quantity(
            "distance over land from the transmitter to the coast", "dct", "km", "dct_used_km", "§4.4"
        ) { $0.transmitterToCoastKilometres },
        P452Quantity(
            "distance over land from the receiver to the coast", "dcr", "km", "dcr_used_km", "§4.4"
        ) { $0.receiverToCoastKilometres },
        P452Quantity(
            "latitude of the middle of the path", "φ", "deg", "phi_path_deg", "§3.2.1"
        ) { $0.midpointLatitudeDegrees },
        P452Quantity(
            "time percentage of anomalous propagation", "β0", "%", "b0_pct", "eq. (2)"
        ) { $0.anomalousTimePercent },
        P452Quantity(
            "median effective Earth radius", "ae", "km", "ae_km", "eq. (6a)"
        ) { $0.effectiveRadiusKilometres },
        P452Quantity(
            "altitude of the transmitting antenna", "hts", "m", "hts_m", "Attachment 2"
        ) { $0.transmitterAltitudeMetres },
        P452Quantity(
            "altitude of the receiving antenna", "hrs", "m", "hrs_m", "Attachment 2"
        ) { $0.receiverAltitudeMetres },
        P452Quantity(
            "distance of the transmitter's horizon", "dlt", "km", "dlt_km", "eq. (155)"
        ) { $0.transmitterHorizonKilometres },
        P452Quantity(
            "distance of the receiver's horizon", "dlr", "km", "dlr_km", "eq. (158)"
        ) { $0.receiverHorizonKilometres },
        P452Quantity(
            "elevation angle of the transmitter's horizon", "θt", "mrad", "theta_t_mrad", "eq. (154)"
        ) { $0.transmitterHorizonMilliradians },
        P452Quantity(
            "elevation angle of the receiver's horizon", "θr", "mrad", "theta_r_mrad", "eq. (156), (157)"
        ) { $0.receiverHorizonMilliradians },
        P452Quantity(
            "angular distance of the path", "θ", "mrad", "theta_mrad", "eq. (159)"
        ) { $0.angularDistanceMilliradians },
        P452Quantity(
            "altitude of the fitted smooth surface at the transmitter", "hst", "m", "hst_n_m", "eq. (163)"
        ) { $0.fittedTransmitterMetres },
        P452Quantity(
            "altitude of the fitted smooth surface at the receiver", "hsr", "m", "hsr_n_m", "eq. (164)"
        ) { $0.fittedReceiverMetres },
        P452Quantity(
            "the fitted surface at the transmitter, not above the ground", "hst", "m", "hst_m", "eq. (168a)"
        ) { $0.smoothTransmitterMetres },
        P452Quantity(
            "the fitted surface at the receiver, not above the ground", "hsr", "m", "hsr_m", "eq. (168b)"
        ) { $0.smoothReceiverMetres },
        P452Quantity(
            "smooth surface at the transmitter for the diffraction model", "hstd", "m", "hstd_m", "eq. (167)"
        ) { $0.diffractionTransmitterMetres },
        P452Quantity(
            "smooth surface at the receiver for the diffraction model", "hsrd", "m", "hsrd_m", "eq. (167)"
        ) { $0.diffractionReceiverMetres },
        P452Quantity(
            "effective height of the transmitting antenna for ducting", "hte", "m", "hte_m", "eq. (170)"
        ) { $0.effectiveTransmitterMetres },
        P452Quantity(
            "effective height of the receiving antenna for ducting", "hre", "m", "hre_m", "eq. (170)"
        ) { $0.effectiveReceiverMetres },
        P452Quantity("terrain roughness", "hm", "m", "hm_m", "eq. (171)") { $0.roughnessMetres },
        P452Quantity("interpolation between the median and β0", "Fi", "", "Fi", "eq. (41a)") { $0.timeFactor },
        P452Quantity("interpolation by angular distance", "Fj", "", "Fj", "eq. (58)") { $0.angleFactor },
        P452Quantity("interpolation by path length", "Fk", "", "Fk", "eq. (59)") { $0.distanceFactor },
        P452Quantity("attenuation by gases between the antennas", "Ag", "dB", "Ag_dB", "eq. (9)") { $0.gasDB },
        P452Quantity(
            "loss in free space and by gases between the antennas", "Lbfsg", "dB", "Lbfsg_dB", "eq. (8)"
        ) { $0.freeSpaceAndGasDB },
        P452Quantity(
            "line-of-sight loss not exceeded for p of the time", "Lb0p", "dB", "Lb0p_dB", "eq. (11)"
        ) { $0.lineOfSightDB },
        P452Quantity(
            "line-of-sight loss not exceeded for β0 of the time", "Lb0β", "dB", "Lb0beta_dB", "eq. (12)"
        ) { $0.lineOfSightBetaDB },
        P452Quantity(
            "Bullington loss of the actual profile at the median radius", "Lbulla", "dB", "Lbulla50_dB", "eq. (22)"
        ) { $0.bullingtonActualDB },
        P452Quantity(
            "Bullington loss of the smooth profile at the median radius", "Lbulls", "dB", "Lbulls50_dB", "eq. (22)"
        ) { $0.bullingtonSmoothDB },
        P452Quantity(
            "spherical-Earth loss at the median radius", "Ldsph", "dB", "Ldsph50_dB", "eq. (28)"
        ) { $0.sphericalEarthDB },
        P452Quantity(
            "Bullington loss of the actual profile at the radius of β0", "Lbulla", "dB", "Lbullabeta_dB", "eq. (22)"
        ) { $0.betaBullingtonActualDB },
        P452Quantity(
            "Bullington loss of the smooth profile at the radius of β0", "Lbulls", "dB", "Lbullsbeta_dB", "eq. (22)"
        ) { $0.betaBullingtonSmoothDB },
        P452Quantity(
            "spherical-Earth loss at the radius of β0", "Ldsph", "dB", "Ldsphbeta_dB", "eq. (28)"
        ) { $0.betaSphericalEarthDB },
        P452Quantity("median diffraction loss", "Ld50", "dB", "Ld50_dB", "eq. (40)") { $0.medianDiffractionDB },
        P452Quantity(
            "diffraction loss not exceeded for β0 of the time", "Ldβ", "dB", "Ldbeta_dB", "eq. (40)"
        ) { $0.betaDiffractionDB },
        P452Quantity(
            "diffraction loss not exceeded for p of the time", "Ldp", "dB", "Ldp_dB", "eq. (42)"
        ) { $0.diffractionDB },
        P452Quantity(
            "median basic loss associated with diffraction", "Lbd50", "dB", "Lbd50_dB", "eq. (43)"
        ) { $0.medianBasicDiffractionDB },
        P452Quantity(
            "basic loss associated with diffraction for p of the time", "Lbd", "dB", "Lbd_dB", "eq. (44)"
        ) { $0.basicDiffractionDB },
        P452Quantity(
            "notional minimum loss of line of sight and sub-path diffraction over sea", "Lminb0p", "dB", "Lminb0p_dB",
            "eq. (60)"
        ) { $0.notionalMinimumDB },
        P452Quantity("loss by ducting and layer reflection", "Lba", "dB", "Lba_dB", "eq. (46)") { $0.ductingDB },
        P452Quantity(
            "notional minimum loss of line of sight and ducting", "Lminbap", "dB", "Lminbap_dB", "eq. (61)"
        ) { $0.notionalEnhancedDB },
        P452Quantity(
            "loss of diffraction with ducting enhancements", "Lbda", "dB", "Lbda_dB", "eq. (62)"
        ) { $0.enhancedDiffractionDB },
        P452Quantity(
            "loss of diffraction, line of sight and ducting", "Lbam", "dB", "Lbam_dB", "eq. (63)"
        ) { $0.modifiedDB },
        P452Quantity("loss by troposcatter", "Lbs", "dB", "Lbs_dB", "eq. (45)") { $0.troposcatterDB },
        P452Quantity(
            "loss of all mechanisms before nominal clutter", "Lb − Aht − Ahr", "dB", "Lbc_dB", "eq. (64)"
        ) { $0.combinedDB },
        P452Quantity(
            "loss of nominal clutter around the transmitter", "Aht", "dB", "Aht_dB", "P.452-17, eq. (57)"
        ) { $0.transmitterClutterDB },
        P452Quantity(
            "loss of nominal clutter around the receiver", "Ahr", "dB", "Ahr_dB", "P.452-17, eq. (57)"
        ) { $0.receiverClutterDB },
        P452Quantity("basic transmission loss for p of the time", "Lb", "dB", "Lb_dB", "eq. (64)") { $0.lossDB },
    ]

    /// The loss as a ledger of the edition that gave it.
    func ledger(citing edition: P452.Edition) -> Ledger {
        var ledger = Ledger("basic transmission loss", unit: "dB")
        func step(_ name: String, _ value: Double, _ symbol: String, _ clause: String) {
            ledger.add(name, value, symbol: symbol, from: P452.citation(clause, edition: edition))
        }
        step("free-space loss", freeSpaceAndGasDB - gasDB, "Lbfs", "eq. (8)")
        step("attenuation by gases", gasDB, "Ag", "eq. (9)")
        step("multipath and focusing", path.lineOfSightDB - freeSpaceAndGasDB, "Esp", "eq. (10a), (11)")
        step("diffraction", path.diffractionDB, "Ldp", "eq. (42), (44)")
        step(
            "ducting and layer reflection", path.enhancedDiffractionDB - path.basicDiffractionDB, "Lbda − Lbd",
            "eq. (62)")
        step("line-of-sight enhancement", path.modifiedDB - path.enhancedDiffractionDB, "Lbam − Lbda", "eq. (63)")
        step("troposcatter beside it", combinedDB - path.modifiedDB, "Lb − Lbam", "eq. (64)")
        if edition == .v17 {
            step("nominal clutter around the transmitter", transmitterClutterDB, "Aht", "eq. (57)")
            step("nominal clutter around the receiver", receiverClutterDB, "Ahr", "eq. (57)")
        }
        for quantity in Self.quantities {
            ledger.detail(
                quantity.name, quantity.value(self), unit: quantity.unit, symbol: quantity.symbol,
                from: P452.citation(quantity.clause, edition: edition))
        }
        return ledger
    }
}
