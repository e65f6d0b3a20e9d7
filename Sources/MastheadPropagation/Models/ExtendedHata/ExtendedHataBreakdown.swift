import MastheadCore

/// What the Extended Hata model finds on one path.
///
/// Corrections have the sign of the report: they are taken off the median.
struct ExtendedHataBreakdown: Sendable {
    var lengthKilometres = 0.0
    /// Effective heights within their limits, m.
    var baseMetres = 0.0
    var mobileMetres = 0.0
    var breakpointKilometres = 0.0
    /// Median over flat ground in an urban area, dB.
    var urbanDB = 0.0
    /// What the environment takes off, dB.
    var lessThanUrbanDB = 0.0
    /// What the location percentage adds, dB.
    var locationDB = 0.0
    var mobileHorizonKilometres = 0.0
    var baseHorizonKilometres = 0.0
    /// h, height of the single ridge over the antennas' weighted altitudes, m; 0 where there is none.
    var ridgeMetres = 0.0
    var ridgeDB = 0.0
    /// Δh, m; 0 where it does not enter.
    var irregularityMetres = 0.0
    var medianHillsDB = 0.0
    var fineHillsDB = 0.0
    var slopeMilliradians = 0.0
    var slopeDB = 0.0
    var seaShare = 0.0
    var seaDB = 0.0

    /// Basic transmission loss, dB: median and variability less the corrections.
    var lossDB: Double {
        (urbanDB - lessThanUrbanDB) + locationDB - ridgeDB - medianHillsDB - fineHillsDB - slopeDB - seaDB
    }

    /// The loss as a ledger whose terms add up to it.
    var ledger: Ledger {
        var ledger = Ledger("basic transmission loss", unit: "dB")
        func add(_ name: String, _ value: Double, _ symbol: String, _ clause: String) {
            ledger.add(name, value, symbol: symbol, from: ExtendedHata.citation("Appendix A, \(clause)"))
        }
        func detail(_ name: String, _ value: Double, _ unit: String, _ symbol: String) {
            ledger.detail(name, value, unit: unit, symbol: symbol, from: ExtendedHata.citation("Appendix A"))
        }
        add("median loss over flat urban ground", urbanDB, "L", "median basic transmission loss")
        detail("length of the path", lengthKilometres, "km", "d")
        detail("breakpoint distance", breakpointKilometres, "km", "d_bp")
        detail("effective height of the base station", baseMetres, "m", "hb")
        detail("effective height of the mobile", mobileMetres, "m", "hm")
        add("environment", -lessThanUrbanDB, "", "suburban and rural corrections")
        add("location variability", locationDB, "", "location variability")
        add("isolated ridge", -ridgeDB, "K_im", "isolated ridge")
        detail("height of the ridge over the antennas' weighted altitudes", ridgeMetres, "m", "h")
        detail("distance of the base station's horizon", baseHorizonKilometres, "km", "d1")
        detail("distance of the mobile's horizon", mobileHorizonKilometres, "km", "d2")
        add("rolling hilly terrain, median", -medianHillsDB, "K_h", "rolling hilly terrain")
        detail("terrain irregularity", irregularityMetres, "m", "Δh")
        add("rolling hilly terrain, fine", -fineHillsDB, "K_hf", "rolling hilly terrain")
        add("general slope", -slopeDB, "K_sp", "general slope")
        detail("slope of the terrain at the mobile", slopeMilliradians, "mrad", "θm")
        add("mixed land and sea path", -seaDB, "K_mp", "mixed land-sea path")
        detail("share of the path over sea", seaShare, "", "β")
        return ledger
    }
}
