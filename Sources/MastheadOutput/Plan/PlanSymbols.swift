import MastheadCore
import MastheadGeo
import MastheadPlanning

/// How the map of a plan draws its sites: a shape of its own for each origin, one colour for masts that stand already and
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

    /// Draws a site.
    static func draw(_ origin: CandidateOrigin, _ place: SheetPoint, size: Double, on canvas: borrowing Canvas) {
        let corners = corners(origin, place, size: size)
        canvas.stroke(corners, .paper, lineWidth: size / 2, closed: true)
        canvas.fill([corners], color(origin))
    }

    /// Draws a cross for a section or place that stays unserved.
    static func drawCross(_ place: SheetPoint, on canvas: borrowing Canvas) {
        let arm = 4.5
        for (color, width) in [(Color.paper, 4.5), (unserved, 2.2)] {
            for turn in [1.0, -1] {
                canvas.stroke(
                    [(place.x - arm, place.y - arm * turn), (place.x + arm, place.y + arm * turn)], color,
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
