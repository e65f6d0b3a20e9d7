public import MastheadCore

extension ITM {
    /// The loss as free space, reference attenuation and variability, with intermediates, warnings and what was asked.
    public func ledger(over profile: PathProfile, terminals: PathTerminals) throws(MastheadError) -> Ledger {
        var ledger = try evaluate(profile, terminals).ledger
        let percents = parameters.variability
        ledger.detail("radio climate: \(parameters.climate.words)", Double(parameters.climate.rawValue), unit: "")
        ledger.detail("refractivity at sea level", parameters.n0, unit: "N-units", symbol: "N₀")
        ledger.detail("relative permittivity of the ground", parameters.permittivity, unit: "", symbol: "ε")
        ledger.detail("conductivity of the ground", parameters.conductivity, unit: "S/m", symbol: "σ")
        ledger.detail("variability code", Double(parameters.variabilityCode), unit: "", symbol: "mdvar")
        ledger.detail("percentage of time", percents.time, unit: "%", symbol: "qT")
        ledger.detail("percentage of locations", percents.location, unit: "%", symbol: "qL")
        ledger.detail("percentage of situations", percents.situation, unit: "%", symbol: "qS")
        for line in variability.unread(percents) { ledger.detail(line.words, line.percent, unit: "%") }
        return ledger
    }
}

extension ITMResult {
    /// The loss as free space, reference attenuation and variability, with intermediates and warnings.
    public var ledger: Ledger {
        var ledger = Ledger("basic transmission loss", unit: "dB")
        ledger.add("free-space loss", freeSpaceDB, symbol: "Afs", from: ITM.citation("free space over the length"))
        ledger.add("reference attenuation", referenceDB, symbol: "Aref", from: ITM.citation("The Algorithm, §4"))
        ledger.add(
            "variability", lossDB - freeSpaceDB - referenceDB, symbol: "−V − Y", from: ITM.citation("The Algorithm, §5")
        )
        ledger.detail("mode: 1 in sight, 2 diffraction, 3 scatter", Double(propagationMode), unit: "")
        ledger.detail("length of the path", lengthKilometres, unit: "km", symbol: "d")
        ledger.detail("irregularity of the terrain", irregularityMetres, unit: "m", symbol: "Δh")
        ledger.detail("surface refractivity", surfaceRefractivity, unit: "N-units", symbol: "Ns")
        for (index, end) in ["transmitter", "receiver"].enumerated() {
            ledger.detail("effective height of the \(end)", effectiveMetres[index], unit: "m", symbol: "he")
            ledger.detail("horizon distance of the \(end)", horizonMetres[index] / 1000, unit: "km", symbol: "dL")
            ledger.detail("horizon angle of the \(end)", horizonAngles[index] * 1000, unit: "mrad", symbol: "θe")
        }
        for (warning, words) in Warnings.words where warnings.contains(warning) {
            ledger.detail("warning: \(words)", Double(warning.rawValue), unit: "", symbol: "bit")
        }
        return ledger
    }
}
