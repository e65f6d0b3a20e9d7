import MastheadCore
import MastheadGeo
import MastheadPlanning

/// The plot of people served against sites, and against cost.
enum PlanCurvePlot {
    static let entry = PlanProductEntry(
        id: "plan-curve-plot", fileName: "plan-curve.png", format: "PNG",
        unit: "people; sites and cost on the axes",
        summary: "People served after each site, against the number of sites and against cost, with the needs.",
        opening: "Any picture viewer or browser."
    ) { (content, folder) throws(MastheadError) in
        try AtomicFile.write(png(content), to: "\(folder)/plan-curve.png")
        return ["plan-curve.png"]
    }

    private static let width = 1400.0
    private static let margin = 30.0
    /// Room for numbers on the left and right of a panel.
    private static let leftRoom = 82.0
    private static let rightRoom = 58.0
    private static let gap = 26.0
    private static let panelHeight = 440.0
    private static let textWidth = width - 2 * margin

    private static let titleStyle = TextStyle(size: 26, isBold: true, width: textWidth)
    private static let subtitleStyle = TextStyle(size: 15, color: .paleInk, width: textWidth)
    private static let captionStyle = TextStyle(size: 15, width: textWidth)
    private static let footStyle = TextStyle(size: 12, color: .paleInk, width: textWidth)

    private static func png(_ content: PlanContent) throws(MastheadError) -> [UInt8] {
        let probe = try Canvas(width: 1, height: 1)
        let subtitle = subtitle(content)
        let caption = caption(content)
        let foot = (content.credits + [content.software]).joined(separator: "  ·  ")
        let subtitleTop = 22 + probe.measure(content.title, titleStyle).height + 4
        let panelTop = subtitleTop + probe.measure(subtitle, subtitleStyle).height + 46
        let captionTop = panelTop + panelHeight + 60
        let footTop = captionTop + probe.measure(caption, captionStyle).height + 16
        let height = footTop + probe.measure(foot, footStyle).height + margin * 0.6
        let canvas = try Canvas(width: Int(width), height: Int(height.rounded(.up)))
        canvas.text(content.title, x: margin, y: 22, titleStyle)
        canvas.text(subtitle, x: margin, y: subtitleTop, subtitleStyle)
        for panel in panels(content, top: panelTop) { panel.draw(on: canvas) }
        canvas.text(caption, x: margin, y: captionTop, captionStyle)
        canvas.text(foot, x: margin, y: footTop, footStyle)
        return try canvas.finish()
    }

    private static func panels(_ content: PlanContent, top: Double) -> [PlanCurvePanel] {
        let curve = content.plan.curve
        let needs = PlanNeed.all(content.plan)
        let scale = PlanPeopleAxis(content, needs: needs)
        let width = (textWidth - gap) / 2 - leftRoom - rightRoom
        let left = margin + leftRoom
        let cost = PlanCostAxis(content.plan)
        return [
            PlanCurvePanel(
                left: left, top: top, width: width, height: panelHeight, people: scale, needs: needs,
                values: curve.map { Double($0.sites) }, title: "sites that are added or extended", isWhole: true,
                name: { PlanWords.count(curve[$0].sites, "site") }),
            PlanCurvePanel(
                left: left + width + rightRoom + gap + leftRoom, top: top, width: width, height: panelHeight,
                people: scale, needs: needs, values: curve.map { Double($0.cost) / cost.unit },
                title: "cost, \(cost.name)", isWhole: cost.unit == 1,
                name: { PlanWords.money(curve[$0].cost, content.plan) }),
        ]
    }

    private static func subtitle(_ content: PlanContent) -> String {
        let counted = PlanNeed.targets(content.plan).first.map { "Counted: \($0.title). " } ?? ""
        return "People served after each site of the plan, in order of choice. \(counted)"
            + "\(PlanWords.criteria(content.definitions)). People: \(content.definitions.populationSource)."
    }

    private static func caption(_ content: PlanContent) -> String {
        "\(PlanWords.summary(content)) \(PlanWords.certificateWithScope(content.plan))"
    }
}
