import MastheadCore
import MastheadRadio

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A protected station as one criterion reads it: with the pattern and the filter that the rule has assumed, if any, and
/// the noise in the criterion's bandwidth.
final class StationReading: Sendable {
    let pack: String
    let criterion: Criterion
    let pattern: any OffAxisPattern
    let pointing: ProtectedStation.Pointing?
    let polarization: String?
    let band: ClosedRange<Frequency>
    /// The filter with the frequency in its middle; nil for none, and where the quantity is one of the field.
    let filter: (mask: SelectivityMask, middle: Frequency)?
    /// N, dBm; nil where the quantity is not I/N.
    let noiseDBm: Double?
    let noiseKelvin: Double?
    let noiseBandwidth: Frequency

    /// The middle of the station's band.
    var middle: Frequency { Frequency(hertz: (band.lowerBound.hertz + band.upperBound.hertz) / 2) }
    /// Whether mean power counts: where the criterion says so, and never where the peak of the power saturates.
    var readsMeanPower: Bool { criterion.readsMeanPower && criterion.interference != .saturation }

    /// - Parameter filters: The filters that rules may assume, by name.
    /// - Throws: `bad-register` for a station without noise temperature where noise counts; `unknown-name` for a pattern
    ///   or a filter that is not there; `outside-validity` where an assumed pattern refuses the antenna.
    init(
        _ station: ProtectedStation, pack: String, criterion: Criterion, filters: [String: EdgeSelectivity]
    ) throws(MastheadError) {
        self.pack = pack
        self.criterion = criterion
        pointing = station.pointing
        polarization = station.polarization
        band = station.band
        let row = ErrorLocation.row(file: station.file, row: station.row)
        let middle = Frequency(hertz: (station.band.lowerBound.hertz + station.band.upperBound.hertz) / 2)
        let width = Frequency(hertz: station.band.upperBound.hertz - station.band.lowerBound.hertz)
        do throws(MastheadError) {
            pattern = try Self.pattern(station, criterion.assumedPattern, at: middle)
            filter = try Self.filter(station, criterion, filters, middle: middle, width: width)
        } catch { throw error.located(at: row) }
        noiseBandwidth = criterion.threshold.referenceBandwidth ?? width
        guard criterion.threshold.quantity == .interferenceToNoise else {
            noiseDBm = nil
            noiseKelvin = nil
            return
        }
        guard let kelvin = station.noiseTemperatureKelvin, kelvin > 0 else {
            throw MastheadError(
                .badRegister,
                "\(station.id) has no noise temperature, and the criterion \(criterion.id) of \(pack) is a ratio to noise",
                at: row, remedy: "Write the noise temperature of the receiving system in kelvins.")
        }
        noiseKelvin = kelvin
        noiseDBm = StationNoise.dBm(kelvin: kelvin, bandwidth: noiseBandwidth)
    }

    private static func pattern(
        _ station: ProtectedStation, _ assumed: String?, at frequency: Frequency
    ) throws(MastheadError) -> any OffAxisPattern {
        guard let assumed, assumed != station.pattern.id else { return station.pattern }
        let entry = try OffAxisPatternCatalogue.entry(assumed)
        let gain = entry.fixedGain ?? Decibels(station.pattern.peakGainDBi)
        // Where no diameter is known, that of a dish whose aperture is used to 55 %: G = 10 log₁₀(η π² (D/λ)²).
        let wavelengths =
            station.dishDiameter.map { $0.metres / frequency.wavelengthMetres }
            ?? (pow(10, gain.value / 10) / 0.55).squareRoot() / .pi
        return try entry.make(
            OffAxisParameters(
                peakGain: gain, aperture: ApertureSize(wavelengths: wavelengths), frequency: frequency))
    }

    private static func filter(
        _ station: ProtectedStation, _ criterion: Criterion, _ filters: [String: EdgeSelectivity], middle: Frequency,
        width: Frequency
    ) throws(MastheadError) -> (mask: SelectivityMask, middle: Frequency)? {
        guard criterion.threshold.quantity.readsAntenna else { return nil }
        guard let assumed = criterion.assumedFilter else { return station.filter.map { ($0, middle) } }
        guard let filter = filters[assumed] else {
            throw MastheadError(
                .unknownName, "there is no filter \"\(assumed)\", which the criterion \(criterion.id) assumes",
                remedy: "Put the file \(assumed).csv beside the other masks.")
        }
        return (try filter.mask(passband: width), middle)
    }

    /// The angle of a direction from the antenna's axis, degrees, to a billionth of a degree, so that no direction passes
    /// a step of a pattern by rounding; nil where the pointing is not known.
    ///
    ///     cos θ = cos ε cos ε_h cos(α − α_h) + sin ε sin ε_h
    func offAxisDegrees(azimuthRadians: Double, elevationRadians: Double) -> Double? {
        guard let pointing else { return nil }
        let (e1, e2) = (pointing.elevation.radians, elevationRadians)
        let turn = azimuthRadians - pointing.azimuth.radians
        // From sine and cosine together, so that small angles keep their digits.
        let x = cos(e1) * sin(e2) - sin(e1) * cos(e2) * cos(turn)
        let y = cos(e2) * sin(turn)
        let along = sin(e1) * sin(e2) + cos(e1) * cos(e2) * cos(turn)
        let degrees = atan2((x * x + y * y).squareRoot(), along) * 180 / .pi
        return (degrees * 1e9).rounded() / 1e9
    }
}
