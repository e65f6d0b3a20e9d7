import MastheadCore
import MastheadPropagation
import Testing

@Suite("Models refuse what their texts do not cover")
struct RefusalTests {
    static let good = PropagationParameters(frequency: Frequency(megahertz: 763))

    struct BadParameter: Sendable {
        let mention: String
        let change: @Sendable (inout PropagationParameters) -> Void

        init(_ mention: String, _ change: @escaping @Sendable (inout PropagationParameters) -> Void) {
            self.mention = mention
            self.change = change
        }
    }

    static let badParameters = [
        BadParameter("29 MHz") { $0.frequency = Frequency(megahertz: 29) },
        BadParameter("28000 MHz") { $0.frequency = Frequency(gigahertz: 28) },
        BadParameter("nan") { $0.frequency = Frequency(hertz: .nan) },
        BadParameter("0.5 %") { $0.timePercent = 0.5 },
        BadParameter("51 %") { $0.timePercent = 51 },
        BadParameter("nan") { $0.timePercent = .nan },
        BadParameter("99.5 %") { $0.locationPercent = 99.5 },
        BadParameter("-1 dB") { $0.locationSigma = Decibels(-1) },
        BadParameter("inf dB") { $0.locationSigma = Decibels(.infinity) },
        BadParameter("0 m") { $0.locationResolution = Length(metres: 0) },
        BadParameter("ΔN of 157") { $0.deltaN = 157 },
        BadParameter("ΔN of -1") { $0.deltaN = -1 },
        BadParameter("N₀ of 0") { $0.n0 = 0 },
    ]

    @Test("a parameter outside its range is refused with value, limit and remedy", arguments: badParameters)
    func refusesParameter(bad: BadParameter) {
        var parameters = Self.good
        bad.change(&parameters)
        let error = #expect(throws: MastheadError.self) { try P1812.prepare(for: parameters) }
        #expect(error?.code == .outsideValidity)
        #expect(error?.problem.contains(bad.mention) == true, "\(error?.problem ?? "")")
        #expect(error?.remedy.isEmpty == false)
    }

    @Test("all that is wrong with the parameters is said at once")
    func refusesTogether() {
        var parameters = Self.good
        parameters.timePercent = 0
        parameters.n0 = .nan
        let error = #expect(throws: MastheadError.self) { try P1812.prepare(for: parameters) }
        #expect(error?.others.count == 1)
    }

    @Test(
        "a terminal outside its range is refused",
        arguments: [
            PathTerminals(transmitterHeightMetres: 0.5, receiverHeightMetres: 1.5, midpointLatitudeDegrees: 0),
            PathTerminals(transmitterHeightMetres: 30, receiverHeightMetres: 3001, midpointLatitudeDegrees: 0),
            PathTerminals(transmitterHeightMetres: .nan, receiverHeightMetres: 1.5, midpointLatitudeDegrees: 0),
            PathTerminals(transmitterHeightMetres: 30, receiverHeightMetres: 1.5, midpointLatitudeDegrees: 91),
            PathTerminals(transmitterHeightMetres: 30, receiverHeightMetres: 1.5, midpointLatitudeDegrees: .nan),
            PathTerminals(
                transmitterHeightMetres: 30, receiverHeightMetres: 1.5, midpointLatitudeDegrees: 0,
                transmitterToCoastKilometres: -1),
        ])
    func refusesTerminals(terminals: PathTerminals) throws {
        let model = try P1812.prepare(for: Self.good)
        let error = #expect(throws: MastheadError.self) {
            try model.breakdown(over: P1812TrapTests.profile(), terminals: terminals)
        }
        #expect(error?.code == .outsideValidity)
    }

    @Test(
        "a path that is too short, too long or has too few points is refused",
        arguments: [(5, 0.2, "outside-validity"), (41, 3001, "outside-validity"), (4, 8, "bad-profile")])
    func refusesPath(count: Int, kilometres: Double, code: String) throws {
        let model = try P1812.prepare(for: Self.good)
        let error = #expect(throws: MastheadError.self) {
            try model.breakdown(
                over: P1812TrapTests.profile(count: count, kilometres: kilometres), terminals: P1812TrapTests.terminals)
        }
        #expect(error?.code.rawValue == code)
    }

    @Test("a void in a refilled profile is refused before it becomes a loss", arguments: [Double.nan, .infinity])
    func refusesVoid(height: Double) throws {
        let profile = P1812TrapTests.profile { PathSample(groundMetres: $0 == 7 ? height : 0) }
        let error = #expect(throws: MastheadError.self) {
            try P1812.prepare(for: Self.good).breakdown(over: profile, terminals: P1812TrapTests.terminals)
        }
        #expect(error?.code == .badProfile && error?.problem.contains("point 7") == true)
    }

    @Test("an empty profile is refused")
    func refusesEmpty() throws {
        let models: [any TransmissionLossModel] = try ModelCatalogue.entries.map { try $0.preparedForSomeCarrier() }
        for model in models {
            #expect(throws: MastheadError.self) {
                try model.ledger(over: PathProfile(), terminals: P1812TrapTests.terminals)
            }
        }
    }

    @Test(
        "a profile that is no path is refused",
        arguments: [
            ([0, 1], [0, 0, 0]), ([0], [0]), ([1, 2], [0, 0]), ([0, 1, 1], [0, 0, 0]), ([0, .nan], [0, 0]),
            ([0, 2, 1], [0, 0, 0]), ([], []),
        ] as [([Double], [Double])])
    func refusesProfile(distances: [Double], heights: [Double]) {
        let error = #expect(throws: MastheadError.self) {
            try PathProfile(distanceKilometres: distances, groundMetres: heights)
        }
        #expect(error?.code == .badProfile)
    }

    @Test("clutter below the ground is refused")
    func refusesClutter() {
        #expect(throws: MastheadError.self) {
            try PathProfile(distanceKilometres: [0, 1], groundMetres: [0, 0], clutterMetres: [0, -1])
        }
    }
}
