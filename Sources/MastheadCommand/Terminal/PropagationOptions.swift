import ArgumentParser
import MastheadCore
import MastheadJobs
import MastheadPropagation

/// What models are asked beside carrier and path; the same options for one path and for many.
struct PropagationOptions: ParsableArguments {
    @Option(help: "Share of an average year for which the loss is not exceeded.")
    var time = "50 %"

    @Option(help: "Share of the locations for which the loss is not exceeded.")
    var locations = "50 %"

    @Option(help: "Standard deviation of the loss over locations. Default: the one of the model's text.")
    var locationSigma: String?

    @Option(help: "Polarization: vertical or horizontal.")
    var polarization = "vertical"

    @Option(
        help: ArgumentHelp(
            "Fall of refractivity through the lowest kilometre of the air. Default: ITU maps in Geo/local, else 45 "
                + "N-units/km."))
    var deltaN: String?

    @Option(
        name: .customLong("n0"), help: "Refractivity at sea level. Default: ITU maps in Geo/local, else 325 N-units.")
    var n0: String?

    @Option(help: "Pressure of the dry air near the ground.")
    var pressure = "1013.25 hPa"

    // Unconditional: frost starts with the sign of an option.
    @Option(parsing: .unconditional, help: "Temperature of the air near the ground, in C or K.")
    var temperature = "15 C"

    @Option(help: "Water vapour near the ground, such as 7.5g/m3. Default: what the model's text gives.")
    var vapour: String?

    @Option(parsing: .unconditional, help: "Gain of the transmitting antenna towards its horizon along the path.")
    var horizonGainTx = "0 dBi"

    @Option(parsing: .unconditional, help: "Gain of the receiving antenna towards its horizon along the path.")
    var horizonGainRx = "0 dBi"

    @Option(
        help: ArgumentHelp(
            "What stands around the receiver, for models that know only kinds: "
                + "\(SettlementKind.allCases.map(OptionValue.name).joined(separator: ", "))."))
    var environment = "suburban"

    @Option(
        help: ArgumentHelp(
            "How models with two branches learn which one a path has: "
                + "\(SightlineRule.allCases.map(OptionValue.name).joined(separator: ", "))."))
    var sightline = "profile"

    @Option(
        help: ArgumentHelp(
            "The band template whose composition the model `composed` takes, such as n258-26.", valueName: "template"))
    var composition: String?

    @Option(
        help: ArgumentHelp(
            "Climate of ITM: 1 equatorial, 2 continental and 3 maritime subtropical, 4 desert, 5 continental and 6 "
                + "maritime temperate over land, 7 over sea.", valueName: "number"))
    var itmClimate = 5

    /// Reads all values.
    ///
    /// - Throws: `usage`, with the option.
    func choices() throws(MastheadError) -> PropagationChoices {
        var choices = PropagationChoices()
        choices.timePercent = try OptionValue.openShare(time, option: "--time").percent
        choices.locationPercent = try OptionValue.openShare(locations, option: "--locations").percent
        if let locationSigma {
            choices.locationSigma = try OptionValue.positive(Decibels.self, locationSigma, option: "--location-sigma")
        }
        choices.polarization = try OptionValue.polarization(polarization, option: "--polarization")
        if let deltaN {
            choices.deltaN =
                try OptionValue.quantity(RefractivityLapse.self, deltaN, option: "--delta-n").nUnitsPerKilometre
        }
        if let n0 { choices.n0 = try OptionValue.positive(Refractivity.self, n0, option: "--n0").nUnits }
        choices.atmosphere = Atmosphere(
            dryPressureHectopascals:
                try OptionValue.positive(Pressure.self, pressure, option: "--pressure").hectopascals,
            temperatureKelvin: try Temperature(temperature, option: "--temperature").kelvin,
            vapourDensityGramsPerCubicMetre: try vapourDensity())
        choices.transmitterHorizonGainDBi =
            try OptionValue.quantity(Decibels.self, horizonGainTx, option: "--horizon-gain-tx").value
        choices.receiverHorizonGainDBi =
            try OptionValue.quantity(Decibels.self, horizonGainRx, option: "--horizon-gain-rx").value
        choices.environment = try OptionValue.choice(
            SettlementKind.self, environment, option: "--environment", what: "a kind of settlement")
        choices.sightline = try OptionValue.choice(
            SightlineRule.self, sightline, option: "--sightline", what: "a rule for the line of sight")
        choices.composition = try composition.map { name throws(MastheadError) in
            try ProjectData.composition(ofTemplate: name, at: .option("--composition"))
        }
        guard let climate = ITM.Climate(rawValue: itmClimate) else {
            throw MastheadError(
                .usage, "ITM has no climate \(itmClimate)", at: .option("--itm-climate"),
                remedy: "Write a number from 1 to 7; 5 is continental temperate.")
        }
        choices.itm.climate = climate
        return choices
    }

    private func vapourDensity() throws(MastheadError) -> Double? {
        guard let vapour else { return nil }
        let density = try OptionValue.quantity(VapourDensity.self, vapour, option: "--vapour")
        guard density.gramsPerCubicMetre >= 0 else {
            throw MastheadError(
                .usage, "the vapour density \(density) is below zero", at: .option("--vapour"),
                remedy: "Write 0 g/m3 for dry air, or a density above it.")
        }
        return density.gramsPerCubicMetre
    }
}

/// The values of the propagation options; ΔN and N₀ wait for a place where they are not stated.
struct PropagationChoices: Sendable {
    var timePercent = 50.0
    var locationPercent = 50.0
    var locationSigma: Decibels?
    var polarization = LinearPolarization.vertical
    var deltaN: Double?
    var n0: Double?
    var atmosphere = Atmosphere()
    var transmitterHorizonGainDBi = 0.0
    var receiverHorizonGainDBi = 0.0
    var environment = SettlementKind.suburban
    var sightline = SightlineRule.profile
    var composition: Composition?
    var itm = ITM.Options()

    /// What a model is asked for one carrier in one climate.
    func parameters(frequency: Frequency, climate: PathAtmosphere) -> PropagationParameters {
        PropagationParameters(
            frequency: frequency, timePercent: timePercent, locationPercent: locationPercent,
            locationSigma: locationSigma, polarization: polarization, deltaN: climate.deltaN, n0: climate.n0,
            atmosphere: atmosphere, transmitterHorizonGainDBi: transmitterHorizonGainDBi,
            receiverHorizonGainDBi: receiverHorizonGainDBi, environment: environment, sightline: sightline,
            itm: itm, composition: composition)
    }
}

extension OptionValue {
    /// A polarization by its name.
    static func polarization(_ text: String, option: String) throws(MastheadError) -> LinearPolarization {
        try choice(LinearPolarization.self, text, option: option, what: "a polarization")
    }
}
