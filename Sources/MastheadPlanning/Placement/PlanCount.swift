import MastheadCore
import MastheadGeo

/// Counts base stations of a plan by a declared rule: a band on a site is a station of its own.
struct PlanCount {
    private let plan: PlanProblem
    private let setup: FootprintSetup
    private let rule: CountingRule

    init(_ plan: PlanProblem, setup: FootprintSetup, rule: CountingRule) {
        self.plan = plan
        self.setup = setup
        self.rule = rule
    }

    /// How many stations a target asks for.
    static func needed(_ target: Double, people: PersonCount) -> Int {
        max(0, Int((target * people.persons / 10_000 - 1e-9).rounded(.up)))
    }

    /// Base stations among some options.
    func count(_ options: [Int]) -> Int {
        let emitters = options.map { setup.emitters[plan.meanings[$0].emitter] }
        switch rule {
        case .site: return Set(emitters.map(\.candidate)).count
        case .station:
            // Bands of one station of the register count once.
            return Set(emitters.compactMap(\.station)).count + emitters.count { $0.station == nil }
        case .cell: return emitters.reduce(0) { $0 + sectors($1) }
        case .bandLayer: return emitters.count
        }
    }

    /// What one option more adds to the count.
    func step(_ option: Int, onOpenSite isOpen: Bool) -> Int {
        switch rule {
        case .site: isOpen ? 0 : 1
        case .station, .bandLayer: 1
        case .cell: sectors(setup.emitters[plan.meanings[option].emitter])
        }
    }

    private func sectors(_ emitter: FootprintSetup.Emitter) -> Int {
        if let offer = emitter.offer { return setup.offers[offer].sectorCount }
        return setup.sweep.stations[emitter.swept].sectors.count { $0.band == emitter.band }
    }
}
