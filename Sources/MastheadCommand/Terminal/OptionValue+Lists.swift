import MastheadCore

extension OptionValue {
    /// Quantities with commas between; a wrong one is told by its number in the list.
    static func quantities<Value: Quantity>(_ type: Value.Type, _ text: String, option: String)
        throws(MastheadError) -> [Value]
    {
        var values: [Value] = []
        var errors: [MastheadError] = []
        for (index, item) in items(text).enumerated() {
            do throws(MastheadError) {
                values.append(try quantity(type, item, option: "\(option), number \(index + 1) of the list"))
            } catch {
                errors.append(error)
            }
        }
        if let error = MastheadError.combining(errors) { throw error }
        return values
    }

    /// The parts of a list with commas between, without the blanks around them.
    static func items(_ text: String) -> [String] {
        text.split(separator: ",", omittingEmptySubsequences: false).map {
            String(String($0.drop { $0 == " " }).trimmingEnd())
        }
    }

    /// A length above zero; a number without a unit is in metres.
    static func metres(_ text: String, option: String) throws(MastheadError) -> Length {
        try positive(Length.self, bare(text, unit: "m"), option: option)
    }

    /// An angle; a number without a unit is in degrees.
    static func degrees(_ text: String, option: String) throws(MastheadError) -> Angle {
        try quantity(Angle.self, bare(text, unit: "deg"), option: option)
    }

    private static func bare(_ text: String, unit: String) -> String {
        Double(text) == nil ? text : "\(text) \(unit)"
    }
}
