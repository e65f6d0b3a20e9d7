import MastheadCore
import MastheadPropagation
import MastheadRadio

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The numbers of one entry; its ledger is written out of them when it is asked for, since a batch has millions.
struct EntryTerms: Sendable {
    let reading: StationReading
    let share: EmissionShare
    let activityDB: Double
    let downlinkDB: Double
    let feederDB: Double
    let peakGainDBi: Double
    let patternDB: Double
    let antennaCitation: Citation
    let lossDB: Double
    let polarizationDB: Double
    let offAxisDB: Double
    let offAxisDegrees: Double
    let geometry: Geometry

    /// - Parameters:
    ///   - gainDBi: Of the base station's antenna towards the station.
    ///   - offAxisDegrees: Of the base station from the axis of the station's antenna; NaN for the gain on its axis.
    init(
        _ reading: StationReading, _ share: EmissionShare, _ emitter: Emitter, gainDBi: Double, lossDB: Double,
        offAxisDegrees: Double, geometry: Geometry = Geometry()
    ) {
        self.reading = reading
        self.share = share
        activityDB = 10 * log10(emitter.activity.fraction)
        downlinkDB = 10 * log10(emitter.downlinkShare.fraction)
        feederDB = -emitter.transmitter.feederLoss.value
        let antenna = emitter.transmitter.antenna
        peakGainDBi = antenna.pattern.peakGainDBi
        patternDB = gainDBi - peakGainDBi
        antennaCitation = antenna.pattern.citation
        self.lossDB = lossDB
        polarizationDB = PolarizationLoss.lossDB(emitted: emitter.polarization, received: reading.polarization)
        offAxisDB =
            offAxisDegrees.isNaN
            ? 0 : reading.pattern.gainDBi(offAxisDegrees: offAxisDegrees) - reading.pattern.peakGainDBi
        self.offAxisDegrees = offAxisDegrees
        self.geometry = geometry
    }

    /// The directions at both ends, degrees, and how the loss came about.
    struct Geometry: Sendable {
        var distanceKilometres = 0.0
        var azimuthAtStation = 0.0
        var elevationAtStation = 0.0
        var azimuthAtEmitter = 0.0
        var elevationAtEmitter = 0.0
        var path = PathKind.sight
    }

    /// How the loss came about.
    enum PathKind: UInt8, Sendable {
        case sight, transhorizon, nearField, void
    }

    /// The value: the terms in the order of the ledger, so that it is the ledger's total to the last bit.
    var value: Double {
        var sum = share.partDBm + share.windowDB + share.filterDB
        if reading.readsMeanPower { sum = sum + activityDB + downlinkDB }
        sum = sum + feederDB + peakGainDBi + patternDB - lossDB
        sum = sum + share.conversionDB.0 + share.conversionDB.1
        guard reading.criterion.threshold.quantity.readsAntenna else { return sum }
        return sum - polarizationDB + reading.pattern.peakGainDBi + offAxisDB
    }

    /// The ledger.
    var ledger: Ledger {
        let quantity = reading.criterion.threshold.quantity
        var ledger = Ledger(reading.title, unit: quantity.unit)
        ledger.add(share.part, share.partDBm, unit: "dBm")
        ledger.add("share in the window", share.windowDB, unit: "dB")
        if reading.filter != nil { ledger.add("filter of the receiver", share.filterDB, unit: "dB") }
        if reading.readsMeanPower {
            ledger.add("activity", activityDB, unit: "dB")
            ledger.add("share of the downlink", downlinkDB, unit: "dB")
        }
        ledger.add("feeder loss", feederDB, unit: "dB")
        ledger.add("antenna gain at the peak", peakGainDBi, unit: "dBi", from: antennaCitation)
        ledger.add("antenna pattern towards the station", patternDB, unit: "dB", from: antennaCitation)
        ledger.add(
            "basic transmission loss", -lossDB, unit: "dB", symbol: "Lb", from: lossCitation)
        for (term, value) in zip(reading.conversionTerms, [share.conversionDB.0, share.conversionDB.1]) {
            ledger.add(term.name, value, unit: term.unit, symbol: term.symbol, from: term.source)
        }
        if quantity.readsAntenna {
            ledger.add("polarization", -polarizationDB, unit: "dB", from: PolarizationLoss.citation)
            ledger.add(
                "gain of the station on its axis", reading.pattern.peakGainDBi, unit: "dBi",
                from: reading.pattern.citation)
            ledger.add(
                "pattern of the station off its axis", offAxisDB, unit: "dB", from: reading.pattern.citation)
        }
        ledger.detail("window from", share.fromHertz / 1e6, unit: "MHz")
        ledger.detail("window to", share.toHertz / 1e6, unit: "MHz")
        ledger.detail("distance", geometry.distanceKilometres, unit: "km", symbol: "d")
        ledger.detail("time percentage of the loss", reading.criterion.threshold.timePercent, unit: "%", symbol: "p")
        ledger.detail("azimuth at the base station", geometry.azimuthAtEmitter, unit: "deg")
        ledger.detail("elevation at the base station", geometry.elevationAtEmitter, unit: "deg")
        ledger.detail("azimuth at the station", geometry.azimuthAtStation, unit: "deg")
        ledger.detail(
            "elevation at the station", geometry.elevationAtStation, unit: "deg", symbol: "ε_h")
        if !offAxisDegrees.isNaN {
            ledger.detail("angle from the axis", offAxisDegrees, unit: "deg", symbol: "θ")
        }
        if let kelvin = reading.noiseKelvin {
            ledger.detail("noise temperature", kelvin, unit: "K", symbol: "T")
            ledger.detail("bandwidth of the noise", reading.noiseBandwidth.hertz / 1e6, unit: "MHz", symbol: "B")
        }
        return ledger
    }

    /// The model's text, or what stands for it on this path.
    private var lossCitation: Citation? {
        switch geometry.path {
        case .nearField: FreeSpace.citation
        case .sight, .transhorizon, .void: try? ModelCatalogue.entry(reading.criterion.model).citation
        }
    }
}
