/// Colours along a scale of numbers, mixed linearly between stops.
package struct ColorRamp: Sendable {
    /// Values with their colours, ascending.
    package let stops: [(value: Double, color: Color)]

    /// The colour of a value; beyond the ends, that of the end.
    package func color(_ value: Double) -> Color {
        guard let first = stops.first, let last = stops.last else { return .paper }
        if value <= first.value { return first.color }
        for (lower, upper) in zip(stops, stops.dropFirst()) where value <= upper.value {
            let part = (value - lower.value) / (upper.value - lower.value)
            func mix(_ a: Double, _ b: Double) -> Double { a + (b - a) * part }
            return Color(
                red: mix(lower.color.red, upper.color.red), green: mix(lower.color.green, upper.color.green),
                blue: mix(lower.color.blue, upper.color.blue))
        }
        return last.color
    }
}
