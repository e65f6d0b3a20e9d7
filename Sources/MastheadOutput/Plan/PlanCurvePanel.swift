import Foundation
import MastheadCore

/// One panel of a plan's curve: axes, steps, and the needs with the point that first meets each.
struct PlanCurvePanel {
    let left: Double
    let top: Double
    let width: Double
    let height: Double
    let people: PlanPeopleAxis
    let needs: [PlanNeed]
    /// Where each point of the curve lies on the lower axis.
    let values: [Double]
    /// What the lower axis shows, with its unit.
    let title: String
    /// Whether the lower axis shows whole numbers only.
    let isWhole: Bool
    /// A point of the curve by its index in words.
    let name: (Int) -> String

    private static let grid = Color(0xdde2e7)
    private static let area = Color(0xeef1f4)
    private static let need = CoverageColors.mast
    private static let axisStyle = TextStyle(size: 13, color: .paleInk)
    private static let titleStyle = TextStyle(size: 14)
    private static let halo = Color(0xffffff, alpha: 0.9)

    private var right: Double { left + width }
    private var bottom: Double { top + height }
    /// The largest value of the lower axis: a little more than the curve has, and one where it has nothing.
    private var most: Double { values.max().flatMap { $0 > 0 ? $0 * 1.04 : nil } ?? 1 }

    private func x(_ value: Double) -> Double { left + width * value / most }
    private func y(_ persons: Double) -> Double {
        bottom - height * (persons - people.low) / (people.high - people.low)
    }

    func draw(on canvas: borrowing Canvas) {
        canvas.clipped(x: left, y: top, width: width, height: height) {
            canvas.fill([steps + [(right, steps.last?.y ?? bottom), (right, bottom), (left, bottom)]], Self.area)
        }
        axes(on: canvas)
        canvas.clipped(x: left, y: top, width: width, height: height) { needLines(on: canvas) }
        canvas.stroke(steps, .ink, lineWidth: 2.2)
        if values.count <= 80 {
            for (value, persons) in zip(values, people.persons) {
                canvas.fill([SheetShape.circle((x(value), y(persons)), radius: 2.6)], .ink)
            }
        }
        canvas.strokeRectangle(x: left, y: top, width: width, height: height, .frame, lineWidth: 1)
        labels(on: canvas)
    }

    /// The curve: what is served stays until the next site stands.
    private var steps: [SheetPoint] {
        var points: [SheetPoint] = []
        for (value, persons) in zip(values, people.persons) {
            if let last = points.last { points.append((x(value), last.y)) }
            points.append((x(value), y(persons)))
        }
        return points
    }

    private func axes(on canvas: borrowing Canvas) {
        for value in AxisTicks.between(people.low, people.high) where people.high > 8 || value == value.rounded() {
            canvas.stroke([(left, y(value)), (right, y(value))], Self.grid, lineWidth: 1)
            canvas.text(
                MapText.grouped(Int(value.rounded())), x: left - 8, y: y(value) - 9, Self.axisStyle, anchor: .right)
        }
        if let low = people.share(people.low), let high = people.share(people.high) {
            for value in AxisTicks.between(low * 100, high * 100) where value < 100.0001 {
                let line = y(value / 100 * people.all)
                canvas.stroke([(right, line), (right + 5, line)], .frame, lineWidth: 1)
                canvas.text("\(MapText.number(value)) %", x: right + 9, y: line - 9, Self.axisStyle)
            }
        }
        for value in AxisTicks.between(0, most) where !isWhole || value == value.rounded() {
            canvas.stroke([(x(value), top), (x(value), bottom)], Self.grid, lineWidth: 1)
            let text = isWhole ? MapText.grouped(Int(value)) : MapText.number(value)
            canvas.text(text, x: x(value), y: bottom + 6, Self.axisStyle, anchor: .centre)
        }
        let begins = people.low > 0 ? ", axis begins above zero" : ""
        canvas.text("people served\(begins)", x: left, y: top - 23, Self.titleStyle)
        canvas.text("of all people", x: right + 52, y: top - 23, Self.titleStyle, anchor: .right)
        canvas.text(title, x: left + width / 2, y: bottom + 27, Self.titleStyle, anchor: .centre)
    }

    private func needLines(on canvas: borrowing Canvas) {
        for need in needs {
            let level = y(need.persons)
            guard let point = need.point else {
                canvas.stroke([(left, level), (right, level)], Self.need, lineWidth: 1.4, dashes: [6, 4])
                continue
            }
            let place = x(values[point])
            canvas.stroke(
                [(left, level), (place, level), (place, bottom)], Self.need, lineWidth: 1.4, dashes: [6, 4])
        }
    }

    // MARK: - Labels

    private func labels(on canvas: borrowing Canvas) {
        var taken: [LabelBox] = []
        // The highest need first: its label stands highest, and lower ones give way downwards.
        for need in needs.reversed() {
            let share = need.share.map { "\(MapText.number(($0 * 1e4).rounded() / 100)) %" } ?? "need"
            let style = TextStyle(size: 14, color: Self.need, isBold: true, halo: Self.halo)
            guard let point = need.point else {
                place("\(share) needed, not met", (left + 8, y(need.persons) + 3), style, &taken, on: canvas)
                continue
            }
            let spot = (x: x(values[point]), y: y(people.persons[point]))
            canvas.fill([SheetShape.circle(spot, radius: 7)], .paper)
            canvas.fill([SheetShape.circle(spot, radius: 5.5)], Self.need)
            let text = point == 0 ? "\(share) before the plan" : "\(share) by \(name(point))"
            place(text, below(spot, canvas.measure(text, style).width), style, &taken, on: canvas)
        }
        guard let first = people.persons.first, let last = people.persons.last, let end = values.last else { return }
        let style = TextStyle(size: 14, isBold: true, halo: Self.halo)
        func words(_ persons: Double) -> String {
            people.share(persons).map(MapText.percent) ?? MapText.grouped(Int(persons.rounded()))
        }
        if values.count > 1 {
            place("before: \(words(first))", (left + 8, y(first) + 4), style, &taken, on: canvas)
            let text = "\(name(values.count - 1)): \(words(last))"
            canvas.text(text, x: x(end), y: y(last) - 24, style, anchor: .right)
        } else {
            place("no site is added: \(words(first))", (left + 8, y(first) - 22), style, &taken, on: canvas)
        }
    }

    /// Where a label of a width stands under the curve: right of a point, or left of it where there is no room.
    private func below(_ point: SheetPoint, _ width: Double) -> SheetPoint {
        guard point.x + 9 + width > right - 6 else { return (point.x + 9, point.y + 8) }
        let start = max(left + 4, point.x - 9 - width)
        let curve = values.lastIndex { x($0) <= start }.map { y(people.persons[$0]) }
        return (start, max(point.y, curve ?? bottom) + 6)
    }

    /// Writes a label inside the panel, moved down where it would meet an earlier one.
    private func place(
        _ text: String, _ corner: SheetPoint, _ style: TextStyle, _ taken: inout [LabelBox],
        on canvas: borrowing Canvas
    ) {
        let size = canvas.measure(text, style)
        var box = LabelBox(
            x: max(left + 4, min(corner.x, right - 6 - size.width)), y: corner.y, width: size.width,
            height: size.height)
        while let other = taken.first(where: box.meets) { box.y = other.y + other.height + 1 }
        box.y = max(top + 2, min(box.y, bottom - size.height - 2))
        taken.append(box)
        canvas.text(text, x: box.x, y: box.y, style)
    }
}
