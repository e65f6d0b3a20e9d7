import MastheadCore
import MastheadGeo
import MastheadPlanning

/// How the map of a plan draws its sites: a shape for each origin, one colour for masts that stand already and
/// one for new ones.
enum PlanSymbols {
    /// A station that stands before the plan.
    static let before = Color(0x7b8794)
    /// A planned site on a mast that stands already.
    static let existingMast = Color(0x1a4480)
    /// A planned site on a new mast.
    static let newMast = CoverageColors.mast
    /// People, sections and places that stay unserved.
    static let unserved = Color(0xd97706)

    static func color(_ origin: CandidateOrigin) -> Color { origin.isExisting ? existingMast : newMast }

    /// The symbol of an origin around a place.
    static func corners(_ origin: CandidateOrigin, _ place: SheetPoint, size: Double) -> [SheetPoint] {
        switch origin {
        case .station: SheetShape.regular(place, radius: size * 1.2, corners: 3)
        case .tower: SheetShape.regular(place, radius: size * 1.2, corners: 4, turnDegrees: 45)
        case .summit: SheetShape.regular(place, radius: size * 1.25, corners: 4)
        case .lattice: SheetShape.circle(place, radius: size)
        case .route: SheetShape.regular(place, radius: size * 1.2, corners: 3, turnDegrees: 180)
        case .place: SheetShape.star(place, radius: size * 1.4)
        }
    }

    /// Draws a site, with a ring around it where the job pins it.
    static func draw(
        _ origin: CandidateOrigin, isPinned: Bool = false, _ place: SheetPoint, size: Double,
        on canvas: borrowing Canvas
    ) {
        let corners = corners(origin, place, size: size)
        canvas.stroke(corners, .paper, lineWidth: size / 2, closed: true)
        canvas.fill([corners], color(origin))
        if isPinned { drawRing(place, size: size, on: canvas) }
    }

    /// Draws the ring around what the job pins.
    static func drawRing(_ place: SheetPoint, size: Double, on canvas: borrowing Canvas) {
        canvas.stroke(SheetShape.circle(place, radius: size * 1.75), .ink, lineWidth: 1.4, closed: true)
    }

    /// Draws a cross for what stays unserved beside settlements: lying for a section, upright for a place.
    static func drawCross(_ kind: UnservedDemand.Kind, _ place: SheetPoint, on canvas: borrowing Canvas) {
        let arms: [SheetPoint] = kind == .section ? [(4.5, 4.5), (4.5, -4.5)] : [(6, 0), (0, 6)]
        for (color, width) in [(Color.paper, 4.5), (unserved, 2.4)] {
            for arm in arms {
                canvas.stroke(
                    [(place.x - arm.x, place.y - arm.y), (place.x + arm.x, place.y + arm.y)], color,
                    lineWidth: width)
            }
        }
    }

    /// Draws a circle for a settlement that stays unserved.
    static func drawSettlement(_ place: SheetPoint, radius: Double, on canvas: borrowing Canvas) {
        var tint = unserved
        tint.alpha = 0.4
        let circle = SheetShape.circle(place, radius: radius)
        canvas.fill([circle], tint)
        canvas.stroke(circle, unserved, lineWidth: 1.3, closed: true)
    }
}

/// How large the circle of a settlement is: its area goes with the people.
struct PlanCircleScale {
    private static let largestRadius = 26.0
    private static let leastRadius = 2.5
    /// People of the largest settlement.
    let most: Double

    init(_ plan: SitePlan) {
        most = plan.unserved.filter { $0.kind == .settlement }.map(\.people.persons).max() ?? 0
    }

    func radius(_ persons: Double) -> Double {
        most > 0 ? max(Self.leastRadius, Self.largestRadius * (max(0, persons) / most).squareRoot()) : Self.leastRadius
    }

    /// Round numbers of people for the legend, the largest first.
    var examples: [Double] {
        guard most >= 1 else { return [] }
        var steps: [Double] = []
        var decade = 1.0
        while decade <= most {
            steps += [decade, 2 * decade, 5 * decade].filter { $0 <= most }
            decade *= 10
        }
        // Every second step keeps the circles apart.
        return stride(from: steps.count - 1, through: 0, by: -2).prefix(3).map { steps[$0] }
    }
}
