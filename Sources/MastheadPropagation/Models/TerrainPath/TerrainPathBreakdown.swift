/// What P.1812 and P.452 have in common of a path: every intermediate under a plain name.
///
/// The quantities of either breakdown have the letters and equation numbers of its text.
public struct TerrainPathBreakdown: Sendable, Hashable {
    /// d: length of the path, km.
    public internal(set) var lengthKilometres = 0.0
    /// ω: share of the path over sea.
    public internal(set) var seaShare = 0.0
    /// dtm: longest continuous stretch over land, km.
    public internal(set) var longestLandKilometres = 0.0
    /// dlm: longest continuous stretch inland, km.
    public internal(set) var longestInlandKilometres = 0.0
    /// dct: distance over land from the transmitter to the coast, km.
    public internal(set) var transmitterToCoastKilometres = 0.0
    /// dcr: distance over land from the receiver to the coast, km.
    public internal(set) var receiverToCoastKilometres = 0.0
    /// φ: latitude of the middle of the path, degrees.
    public internal(set) var midpointLatitudeDegrees = 0.0
    /// β0: time percentage of anomalous propagation.
    public internal(set) var anomalousTimePercent = 0.0
    /// ae: median effective Earth radius, km.
    public internal(set) var effectiveRadiusKilometres = 0.0
    /// hts: altitude of the transmitting antenna, m.
    public internal(set) var transmitterAltitudeMetres = 0.0
    /// hrs: altitude of the receiving antenna, m.
    public internal(set) var receiverAltitudeMetres = 0.0
    /// dlt: distance of the transmitter's horizon, km.
    public internal(set) var transmitterHorizonKilometres = 0.0
    /// dlr: distance of the receiver's horizon, km.
    public internal(set) var receiverHorizonKilometres = 0.0
    /// θt: elevation angle of the transmitter's horizon, mrad.
    public internal(set) var transmitterHorizonMilliradians = 0.0
    /// θr: elevation angle of the receiver's horizon, mrad.
    public internal(set) var receiverHorizonMilliradians = 0.0
    /// θ: angular distance of the path, mrad.
    public internal(set) var angularDistanceMilliradians = 0.0
    /// hst: altitude of the fitted smooth surface at the transmitter, m.
    public internal(set) var fittedTransmitterMetres = 0.0
    /// hsr: altitude of the fitted smooth surface at the receiver, m.
    public internal(set) var fittedReceiverMetres = 0.0
    /// hst: the fitted surface at the transmitter, not above the ground, m.
    public internal(set) var smoothTransmitterMetres = 0.0
    /// hsr: the fitted surface at the receiver, not above the ground, m.
    public internal(set) var smoothReceiverMetres = 0.0
    /// hstd: smooth surface at the transmitter for the diffraction model, m.
    public internal(set) var diffractionTransmitterMetres = 0.0
    /// hsrd: smooth surface at the receiver for the diffraction model, m.
    public internal(set) var diffractionReceiverMetres = 0.0
    /// hte: effective height of the transmitting antenna for ducting, m.
    public internal(set) var effectiveTransmitterMetres = 0.0
    /// hre: effective height of the receiving antenna for ducting, m.
    public internal(set) var effectiveReceiverMetres = 0.0
    /// hm: terrain roughness, m.
    public internal(set) var roughnessMetres = 0.0
    /// Fi: interpolation between the median and β0.
    public internal(set) var timeFactor = 0.0
    /// Fj: interpolation by angular distance.
    public internal(set) var angleFactor = 0.0
    /// Fk: interpolation by path length.
    public internal(set) var distanceFactor = 0.0
    /// Lb0p: line-of-sight loss not exceeded for p of the time, dB.
    public internal(set) var lineOfSightDB = 0.0
    /// Lb0β: line-of-sight loss not exceeded for β0 of the time, dB.
    public internal(set) var lineOfSightBetaDB = 0.0
    /// Lbulla: Bullington loss of the actual profile at the median radius, dB.
    public internal(set) var bullingtonActualDB = 0.0
    /// Lbulls: Bullington loss of the smooth profile at the median radius, dB.
    public internal(set) var bullingtonSmoothDB = 0.0
    /// Ldsph: spherical-Earth loss at the median radius, dB.
    public internal(set) var sphericalEarthDB = 0.0
    /// Lbulla: Bullington loss of the actual profile at the radius exceeded for β0 of the time, dB.
    public internal(set) var betaBullingtonActualDB = 0.0
    /// Lbulls: Bullington loss of the smooth profile at the radius exceeded for β0 of the time, dB.
    public internal(set) var betaBullingtonSmoothDB = 0.0
    /// Ldsph: spherical-Earth loss at the radius exceeded for β0 of the time, dB.
    public internal(set) var betaSphericalEarthDB = 0.0
    /// Ld50: median diffraction loss, dB.
    public internal(set) var medianDiffractionDB = 0.0
    /// Ldβ: diffraction loss not exceeded for β0 of the time, dB.
    public internal(set) var betaDiffractionDB = 0.0
    /// Ldp: diffraction loss not exceeded for p of the time, dB.
    public internal(set) var diffractionDB = 0.0
    /// Lbd50: median basic loss associated with diffraction, dB.
    public internal(set) var medianBasicDiffractionDB = 0.0
    /// Lbd: basic loss associated with diffraction for p of the time, dB.
    public internal(set) var basicDiffractionDB = 0.0
    /// Lminb0p: notional minimum loss of line of sight and sub-path diffraction over sea, dB.
    public internal(set) var notionalMinimumDB = 0.0
    /// Lba: loss by ducting and layer reflection, dB.
    public internal(set) var ductingDB = 0.0
    /// Lminbap: notional minimum loss of line of sight and ducting, dB.
    public internal(set) var notionalEnhancedDB = 0.0
    /// Lbda: loss of diffraction with ducting enhancements, dB.
    public internal(set) var enhancedDiffractionDB = 0.0
    /// Lbam: loss of diffraction, line of sight and ducting, dB.
    public internal(set) var modifiedDB = 0.0
    /// Lbs: loss by troposcatter, dB.
    public internal(set) var troposcatterDB = 0.0
}
