import Foundation
import MastheadCore
import MastheadGeo
import MastheadPropagation
import MastheadProtection
import MastheadRadio
import MastheadTestSupport
import Testing

@Suite("Interference into protected stations")
struct AssessorTests {
    private static let flat = Result { try InterferenceWorld(kilometres: 30) }
    private static let hilly = Result {
        try InterferenceWorld(
            kilometres: 80, clutter: { ($0 / 7 + $1 / 5) % 6 == 0 ? 15 : 0 }, ground: InterferenceWorld.hills)
    }

    private static func criterion(
        _ quantity: ProtectedQuantity = .interferenceToNoise, limit: Double = -12.2,
        interference: InterferenceCase = .coChannel,
        bandwidth: Frequency? = Frequency(megahertz: 1), percent: Double = 20, entries: Threshold.Entries = .aggregate,
        model: String = "p525", mean: Bool = true, kilometres: Double = 60, filter: String? = nil
    ) -> Criterion {
        RuleSamples.criterion(
            services: ["a"], band: nil, interference: interference, quantity: quantity, limit: limit,
            bandwidth: bandwidth, percent: percent, entries: entries, model: model,
            distance: Length(kilometres: kilometres), mean: mean, filter: filter)
    }

    /// 30 W in 10 MHz: 44.771 dBm, 34.771 dBm/MHz, from an isotropic antenna without feeder, always on. Over 10 km of level
    /// ground, both antennas at 100 m, the ray clears the ground by 100 − 25/17 m, and 0.6 of the first Fresnel zone is 8.7 m:
    /// nothing is diffracted, and at 50 % of time P.452 is free space and gases, 92.4 + 20 log 3.6 + 20 log 10 = 123.526 dB
    /// and 0.07 dB. So I = −88.755 dBm/MHz less 0.07; N = −117.052 dBm at 142.8 K; I/N = 28.297 dB less 0.07.
    @Test("30 W in 10 MHz over level ground without obstacles are what hand arithmetic has")
    func levelGround() throws {
        let world = try Self.flat.get()
        let verdict = try world.verdict(
            Self.criterion(percent: 50, model: "p452"),
            [
                world.emitter(
                    kilometres: 10, height: 100, channel: 10, dBm: 10 * log10(30_000), feeder: 0, activity: 1,
                    downlink: 1)
            ], station: InterferenceWorld.station(height: 100))
        let value = try #require(verdict.value)
        // 0.02 dB: of the gases, 0.007 dB/km at 3.6 GHz, only the first digit was taken.
        #expect(abs(value - (28.297 - 0.07)) < 0.02, "\(value)")
    }

    /// 46 dBm in 20 MHz are 32.990 dBm/MHz, and 3 dB are lost in the feeder. At 3600 MHz and 10 km free space is
    /// 92.448 + 11.126 + 20 = 123.574 dB. N = −198.599 + 21.547 + 60 = −117.052 dBm. Half of the time on, three quarters
    /// of it downlink: −3.010 − 1.249 dB. I/N = 32.990 − 3 − 123.574 − 4.260 + 117.052 = 19.208 dB.
    @Test("in free space I/N is what hand arithmetic has")
    func freeSpace() throws {
        let world = try Self.flat.get()
        let verdict = try world.verdict(Self.criterion(), [world.emitter(kilometres: 10, height: 10)])
        let value = try #require(verdict.value)
        // 0.002 dB: the six terms are rounded to a thousandth.
        #expect(abs(value - 19.208) < 0.002)
        #expect(verdict.marginDB == -12.2 - value)
        let distance = try #require(verdict.entries.first?.distanceKilometres)
        // A micrometre in ten kilometres.
        #expect(abs(distance - 10) < 1e-9)
    }

    @Test("PFD, field strength and received power are one entry told in three ways")
    func quantities() throws {
        let world = try Self.flat.get()
        let emitters = [try world.emitter(kilometres: 10, height: 10)]
        let power = try #require(try world.verdict(Self.criterion(.receivedPower), emitters).value)
        let flux = try #require(try world.verdict(Self.criterion(.powerFluxDensity), emitters).value)
        let field = try #require(try world.verdict(Self.criterion(.fieldStrength), emitters).value)
        // The window is the megahertz at the lower edge of the channel: 3590.5 MHz in its middle.
        let wavelength = 299.792458 / 3590.5
        #expect(abs(flux - (power - 30 - 10 * log10(wavelength * wavelength / (4 * .pi)))) < 1e-9)
        #expect(abs(field - (power + 20 * log10(3590.5) + 77.2)) < 1e-9)
        // S = P_iso/(4π d²): EIRP per MHz in the mean, spread over the sphere, but for the tenth in 92.45 dB.
        let eirp = 46 - 13.0103 - 3 + 10 * log10(0.5 * 0.75) - 30
        #expect(abs(flux - (eirp - 10 * log10(4 * .pi * 1e8)) - 20 * log10(3590.5 / 3600)) < 0.001)
    }

    @Test("every ledger adds up to its entry, to the last bit, in all cases and quantities")
    func ledgers() throws {
        let world = try Self.hilly.get()
        let emitters = try world.spread(20, to: 60)
        var count = 0
        for quantity in ProtectedQuantity.allCases {
            for interference in InterferenceCase.allCases {
                let verdict = try world.verdict(
                    Self.criterion(quantity, interference: interference, model: "p452"), emitters,
                    station: InterferenceWorld.station(
                        pointing: ProtectedStation.Pointing(
                            azimuth: Angle(degrees: 180), elevation: Angle(degrees: 30)),
                        pattern: try AP8Pattern(peakGain: Decibels(40), aperture: ApertureSize(wavelengths: 40)),
                        filter: try SelectivityMask(
                            rectangular: Frequency(megahertz: 200), attenuation: Decibels(40)),
                        polarization: "vertical"))
                #expect(verdict.entries.count == emitters.count)
                for entry in verdict.entries {
                    #expect(entry.ledger.total == entry.value && entry.ledger.unit == quantity.unit)
                    count += 1
                }
                let sum = Aggregator.powerSum(verdict.entries.map(\.value)) ?? .nan
                #expect(abs(sum - (verdict.value ?? .nan)) <= 1e-9)
            }
        }
        #expect(count == 720)
    }

    @Test("n equal entries add up to 10 log n more than one; single and worst take one")
    func equalEntries() throws {
        let world = try Self.flat.get()
        for count in [2, 3, 10, 100] {
            let emitters = try (0..<count).map { try world.emitter("S-\($0)", kilometres: 12) }
            let one = try #require(try world.verdict(Self.criterion(entries: .single), emitters).value)
            let worst = try #require(try world.verdict(Self.criterion(entries: .worst), emitters).value)
            let all = try #require(try world.verdict(Self.criterion(), emitters).value)
            #expect(one == worst)
            #expect(abs(all - one - 10 * log10(Double(count))) < 1e-9)
        }
    }

    @Test(
        "losses of exact paths are those of the reference form of P.452 over the same points",
        arguments: [0.001, 2, 20, 50])
    func referenceLosses(percent: Double) throws {
        let world = try Self.hilly.get()
        let emitters = try world.spread(40, from: 0.6, to: 70).enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
        let verdict = try world.verdict(Self.criterion(percent: percent, model: "p452", kilometres: 75), emitters)
        let model = try P452.prepare(
            for: PropagationParameters(frequency: Frequency(megahertz: 3600), timePercent: percent))
        let other = try P452.prepare(
            for: PropagationParameters(frequency: Frequency(megahertz: 3640), timePercent: percent))
        let start = try world.locator.plane(InterferenceWorld.centre)
        var hidden = 0
        for entry in verdict.entries {
            let emitter = emitters[entry.emitter]
            let (dx, dy) = (emitter.plane.x - start.x, emitter.plane.y - start.y)
            let length = (dx * dx + dy * dy).squareRoot()
            let step = entry.distanceKilometres / length * world.terrain.grid.cellMetres
            var distances = [0.0]
            while entry.distanceKilometres - Double(distances.count) * step >= step / 2 {
                distances.append(Double(distances.count) * step)
            }
            distances.append(entry.distanceKilometres)
            let samples = distances.map { d in
                let t = d / entry.distanceKilometres
                return world.terrain.sample(at: PlanePoint(x: start.x + t * dx, y: start.y + t * dy))
            }
            let profile = try PathProfile(
                distanceKilometres: distances, groundMetres: samples.map(\.groundMetres),
                clutterMetres: samples.map(\.clutterMetres))
            let middle = Geodesic.midpoint(from: InterferenceWorld.centre, to: emitter.position)
            let terminals = PathTerminals(
                transmitterHeightMetres: 10, receiverHeightMetres: 30,
                midpointLatitudeDegrees: middle.latitudeDegrees)
            let isFirst = emitter.transmitter.carrier.frequency.megahertz == 3600
            let used = isFirst ? model : other
            let breakdown = try used.breakdown(over: profile, terminals: terminals)
            // 0.005 dB: what the radial form may differ from the reference form.
            #expect(abs(entry.lossDB - breakdown.lossDB) < 0.005, "\(entry.distanceKilometres) km")
            let terms = Dictionary(entry.ledger.terms.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
            let atStation = (terms["elevation at the station"] ?? .nan) * 1000 * .pi / 180
            let atEmitter = (terms["elevation at the base station"] ?? .nan) * 1000 * .pi / 180
            // A thousandth of a milliradian: heights along a radial are kept in single precision.
            #expect(abs(atStation - breakdown.transmitterHorizonMilliradians) < 0.001)
            #expect(abs(atEmitter - breakdown.receiverHorizonMilliradians) < 0.001)
            if breakdown.transmitterHorizonKilometres + breakdown.receiverHorizonKilometres
                < entry.distanceKilometres - 1e-6
            {
                hidden += 1
            }
        }
        #expect(verdict.entries.count == emitters.count && hidden > 5)
    }

    @Test("verdicts do not depend on the number of threads, nor on the screening")
    func threads() throws {
        let world = try Self.hilly.get()
        let emitters = try world.spread(150, to: 60)
        let stations = [
            InterferenceWorld.station(),
            InterferenceWorld.station(
                "ES-2", at: GeographicPosition(longitudeDegrees: 10.2, latitudeDegrees: 45.1), megahertz: 3650...3800),
        ]
        let rules = [
            Self.criterion(model: "p452"), Self.criterion(limit: 10, interference: .unwanted, model: "p452"),
            Self.criterion(.receivedPower, limit: -30, interference: .saturation, bandwidth: nil, model: "p452"),
            Self.criterion(percent: 0.01, entries: .worst, model: "p452"),
        ].map { Assessor.Rule(pack: "sample", criterion: $0) }
        let one = try world.assessor().assess(stations: stations, rules: rules, emitters: emitters, threads: 1)
        let many = try world.assessor().assess(stations: stations, rules: rules, emitters: emitters, threads: 7)
        let all = try world.assessor(screening: .infinity).assess(
            stations: stations, rules: rules, emitters: emitters, threads: 3)
        #expect(one.count == 8 && many.count == 8 && all.count == 8)
        #expect(one.contains { $0.leftOutCount > 0 } && !all.contains { $0.leftOutCount > 0 })
        for (index, verdict) in one.enumerated() {
            #expect(verdict.value == many[index].value && verdict.leftOutCount == many[index].leftOutCount)
            #expect(verdict.entries.map(\.value) == many[index].entries.map(\.value))
            #expect(verdict.entries.map(\.emitter) == many[index].entries.map(\.emitter))
            // What was left out is stated, and an upper bound.
            let (part, whole) = (verdict.value ?? -500, all[index].value ?? -500)
            let bound = verdict.leftOutBound ?? -500
            let most =
                verdict.criterion.threshold.entries == .aggregate
                ? Aggregator.powerSum([part, bound]) ?? .nan : max(part, bound)
            #expect(part <= whole + 1e-9 && whole <= most + 1e-9)
            #expect(bound <= verdict.criterion.threshold.limit - 30 + 1e-9)
            #expect(verdict.isKept == all[index].isKept)
            #expect(verdict.consideredCount == all[index].consideredCount)
        }
    }

    @Test("activity and the downlink's share count for mean power alone, and never for saturation")
    func peakPower() throws {
        let world = try Self.flat.get()
        for interference in InterferenceCase.allCases {
            let busy = [try world.emitter(kilometres: 9, activity: 1, downlink: 1)]
            let idle = [try world.emitter(kilometres: 9, activity: 0.5, downlink: 0.75)]
            let difference = { (mean: Bool) throws -> Double in
                let criterion = Self.criterion(interference: interference, mean: mean)
                return try (world.verdict(criterion, busy).value ?? .nan)
                    - (world.verdict(criterion, idle).value ?? .nan)
            }
            #expect(try difference(false) == 0)
            let mean = try difference(true)
            #expect(abs(mean - (interference == .saturation ? 0 : -10 * log10(0.375))) < 1e-9)
        }
    }

    @Test("the channel, what is beside it, and all of its power are kept apart")
    func cases() throws {
        let world = try Self.flat.get()
        let emitters = [try world.emitter(kilometres: 10, megahertz: 3600)]
        func value(_ interference: InterferenceCase, _ megahertz: ClosedRange<Double>, _ bandwidth: Double?) throws
            -> Double?
        {
            try world.verdict(
                Self.criterion(
                    .receivedPower, interference: interference,
                    bandwidth: bandwidth.map { Frequency(megahertz: $0) }, mean: false), emitters,
                station: InterferenceWorld.station(megahertz: megahertz)
            ).value
        }
        let inside = try #require(try value(.coChannel, 3500...3700, 1))
        // 46 dBm in 20 MHz against −30 dBm/MHz.
        let beside = try #require(try value(.unwanted, 3500...3700, 1))
        #expect(abs(inside - beside - (46 - 10 * log10(20) + 30)) < 1e-9)
        #expect(try value(.coChannel, 3700...3800, 1) == nil)
        #expect(try value(.unwanted, 3700...3790, 1) != nil && value(.unwanted, 3900...4000, 1) == nil)
        let saturating = try #require(try value(.saturation, 3900...4000, nil))
        #expect(abs(saturating - inside - 10 * log10(20)) < 1e-9)
        // Half of the channel in the band, and a window wider than what meets: the half.
        let half = try #require(try value(.coChannel, 3600...3700, 40))
        #expect(abs(half - inside - 10) < 1e-9)
    }

    @Test("a filter takes what it attenuates, and a slanted pair loses half into one polarization")
    func filterAndPolarization() throws {
        let world = try Self.flat.get()
        let emitters = [try world.emitter(kilometres: 10)]
        let criterion = Self.criterion(.receivedPower, interference: .saturation, bandwidth: nil)
        let bare = try #require(try world.verdict(criterion, emitters).value)
        let mask = try SelectivityMask(rectangular: Frequency(megahertz: 100), attenuation: Decibels(55))
        let filtered = try #require(
            try world.verdict(
                criterion, emitters, station: InterferenceWorld.station(megahertz: 3900...4000, filter: mask)
            ).value)
        #expect(abs(bare - filtered - 55) < 1e-9)
        let linear = try #require(
            try world.verdict(criterion, emitters, station: InterferenceWorld.station(polarization: "vertical")).value)
        #expect(abs(bare - linear - 10 * log10(2)) < 1e-9)
        let same = try world.verdict(
            criterion, [world.emitter(kilometres: 10, polarization: "horizontal")],
            station: InterferenceWorld.station(polarization: "vertical"))
        #expect(same.value == bare)
    }

    @Test("the station's antenna is read at the true angle from its axis")
    func offAxis() throws {
        let world = try Self.flat.get()
        let pattern = try AP8Pattern(peakGain: Decibels(40), aperture: ApertureSize(wavelengths: 40))
        for (azimuth, elevation) in [(70.0, 0.0), (70, 25), (100, 10), (250, 40), (70, 90)] {
            let pointing = ProtectedStation.Pointing(
                azimuth: Angle(degrees: azimuth), elevation: Angle(degrees: elevation))
            let verdict = try world.verdict(
                Self.criterion(), [world.emitter(kilometres: 10, bearing: 70, height: 10)],
                station: InterferenceWorld.station(pointing: pointing, pattern: pattern))
            let terms = try Dictionary(
                #require(verdict.entries.first).ledger.terms.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
            let arrival = try #require(terms["elevation at the station"]) * .pi / 180
            let radian = Double.pi / 180
            let cosine =
                cos(elevation * radian) * cos(arrival) * cos((azimuth - 70) * radian) + sin(elevation * radian)
                * sin(arrival)
            let angle = acos(min(1, cosine)) / radian
            let stated = try #require(terms["angle from the axis"])
            // The cosine loses half of the digits near zero.
            #expect(abs(stated - angle) < 1e-5)
            let gain = pattern.gainDBi(offAxisDegrees: stated)
            let entered =
                try #require(terms["gain of the station on its axis"])
                + #require(terms["pattern of the station off its axis"])
            #expect(abs(entered - gain) < 1e-12)
        }
    }

    @Test("lower power never raises a value, whatever the case")
    func monotone() throws {
        let world = try Self.hilly.get()
        for interference in InterferenceCase.allCases {
            var last = Double.infinity
            for power in [50.0, 49.9, 46, 40, 20, -20] {
                let emitters = try (0..<6).map {
                    try world.emitter("S-\($0)", kilometres: 5 + 8 * Double($0), bearing: 50 * Double($0), dBm: power)
                }
                let value =
                    try world.verdict(
                        Self.criterion(interference: interference, model: "p452"), emitters, screening: 30
                    ).value
                    ?? -.infinity
                #expect(value <= last)
                last = value
            }
        }
    }

    @Test("a path over a void takes the lowest loss that the model has, and is counted")
    func voids() throws {
        let world = try InterferenceWorld(
            kilometres: 30, ground: { x, _ in abs(x) > 4000 && abs(x) < 6000 ? .nan : 100 })
        let clear = try Self.flat.get()
        let criterion = Self.criterion(model: "p452")
        let over = try world.verdict(criterion, [world.emitter(kilometres: 20, bearing: 90)])
        let known = try clear.verdict(criterion, [clear.emitter(kilometres: 20, bearing: 90)])
        #expect(over.caveats.counts["interference-over-void"] == 1)
        #expect(try #require(over.value) >= #require(known.value))
        #expect(known.caveats.counts["interference-over-void"] == nil)
    }

    @Test("a station without noise temperature is refused by its row where noise counts")
    func missingNoise() throws {
        let world = try Self.flat.get()
        let station = InterferenceWorld.station(kelvin: nil)
        let error = #expect(throws: MastheadError.self) {
            try world.verdict(Self.criterion(), [], station: station)
        }
        #expect(error?.code == .badRegister && error?.location == .row(file: "stations.csv", row: 2))
        #expect(throws: Never.self) { try world.verdict(Self.criterion(.receivedPower), [], station: station) }
    }

    @Test("the path of an entry, drawn for evidence, has the entry's loss in its ledger")
    func evidencePath() throws {
        let world = try Self.hilly.get()
        let criterion = Self.criterion(percent: 0.01, model: "p452")
        let emitters = try world.spread(8, from: 0.3, to: 60)
        let verdict = try world.verdict(criterion, emitters)
        for entry in verdict.entries {
            let path = try #require(
                try world.assessor().path(
                    of: InterferenceWorld.station(), rule: Assessor.Rule(pack: "sample", criterion: criterion),
                    to: emitters[entry.emitter]))
            let loss = try #require(path.ledger).total
            #expect(abs(loss - entry.lossDB) < 0.005)
            #expect(abs(path.profile.lengthKilometres - entry.distanceKilometres) < 1e-12)
        }
    }

    @Test("beams that follow users count by their mean for mean power, and by the strongest for peak power")
    func steeredBeams() throws {
        let world = try Self.flat.get()
        let array = BeamArrayPattern(
            element: SectorElementPattern(peakGain: Decibels(6.4), verticalBeamwidth: Angle(degrees: 65)), columns: 8,
            rows: 8, columnSpacing: 0.5, rowSpacing: 0.7)
        let pattern = try SteeredArrayEnvelope(
            array, scans: [-40, -20, 0, 20, 40].map { Angle(degrees: $0) }, tilts: [Angle(degrees: 3)], statistic: .mean
        )
        let emitters = [try world.emitter(kilometres: 10, pattern: pattern, activity: 1, downlink: 1)]
        let mean = try #require(try world.verdict(Self.criterion(mean: true), emitters).value)
        let peak = try #require(try world.verdict(Self.criterion(mean: false), emitters).value)
        // Five beams: the strongest has at most five times the mean.
        #expect(peak > mean && peak <= mean + 10 * log10(5.0) + 1e-9)
    }
}
