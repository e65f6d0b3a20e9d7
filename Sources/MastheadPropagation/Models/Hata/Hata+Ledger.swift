public import MastheadCore

extension Hata {
    /// The loss as a ledger: the terms of the formula, and how the base's effective height was found.
    public func ledger(over profile: PathProfile, terminals: PathTerminals) throws(MastheadError) -> Ledger {
        try require(profile, terminals)
        let source = form.citation
        let f = frequencyMegahertz
        let d = profile.lengthKilometres
        let hm = terminals.receiverHeightMetres
        let height = HataHeight(over: profile, antennaMetres: terminals.transmitterHeightMetres)
        let hb = height.effectiveMetres
        var ledger = Ledger("basic transmission loss", unit: "dB")
        ledger.add("frequency", Self.frequencyTermDB(form, f), symbol: "A + B log f", from: source)
        ledger.add("environment", Self.environmentTermDB(form, f, environment), symbol: "C", from: source)
        ledger.add("effective height of the base", -Self.baseTermDB(hb), symbol: "−13.82 log hb", from: source)
        ledger.add(
            "height of the mobile",
            -Self.mobileCorrectionDB(form, frequencyMegahertz: f, mobileMetres: hm, environment: environment),
            symbol: "−a(hm)", from: source)
        ledger.add(
            "distance", Self.distanceTermDB(d, hb), symbol: "(44.9 − 6.55 log hb) log d", from: source)
        ledger.detail("carrier frequency", f, unit: "MHz", symbol: "f")
        ledger.detail("length of the path", d, unit: "km", symbol: "d")
        ledger.detail("effective height of the base", hb, unit: "m", symbol: "hb", from: HataHeight.citation)
        ledger.detail("height of the base above the ground", terminals.transmitterHeightMetres, unit: "m")
        ledger.detail("mean ground below it", height.meanGroundMetres, unit: "m", from: HataHeight.citation)
        ledger.detail("beginning of the stretch of that mean", height.startKilometres, unit: "km")
        ledger.detail("end of the stretch of that mean", height.endKilometres, unit: "km")
        ledger.detail("height of the mobile above the ground", hm, unit: "m", symbol: "hm")
        return ledger
    }

    /// The catalogue's entry of Hata's own formula.
    public static let okumuraHataEntry = ModelEntry(
        id: "hata", title: "Empirical formula for propagation loss in land mobile radio services",
        edition: "IEEE Trans. Veh. Technol. VT-29 (1980)",
        purpose: "Comparison with older plans: a median by distance and heights, without terrain.",
        validity: Form.okumuraHata.validity, citation: Form.okumuraHata.citation,
        prepare: { (parameters, location) throws(MastheadError) in
            try prepare(.okumuraHata, for: parameters, at: location)
        })

    /// The catalogue's entry of its continuation to 2000 MHz.
    public static let cost231Entry = ModelEntry(
        id: "cost231-hata", title: "Digital mobile radio towards future generation systems, COST 231-Hata model",
        edition: "COST Action 231, final report EUR 18957 (1999)",
        purpose: "Hata's formula continued to 2000 MHz, for comparison with older plans.",
        validity: Form.cost231.validity, citation: Form.cost231.citation,
        prepare: { (parameters, location) throws(MastheadError) in
            try prepare(.cost231, for: parameters, at: location)
        })
}
