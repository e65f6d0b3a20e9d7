import MastheadCore

extension OptionValue {
    /// One of the cases of an enumeration, written in kebab case: `line-of-sight`.
    static func choice<Value: CaseIterable & RawRepresentable<String>>(
        _ type: Value.Type, _ text: String, option: String, what: String
    ) throws(MastheadError) -> Value {
        for value in Value.allCases where name(value) == text { return value }
        throw MastheadError(
            .usage, "\"\(text)\" is not \(what)", at: .option(option),
            remedy: "Write one of: \(Value.allCases.map { name($0) }.joined(separator: ", ")).")
    }

    /// The name of a case on the command line.
    static func name(_ value: some RawRepresentable<String>) -> String {
        value.rawValue.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
    }

    /// A share that leaves both ends out: no statistics hold for never and always.
    static func openShare(_ text: String, option: String) throws(MastheadError) -> Share {
        let share = try quantity(Share.self, text, option: option)
        guard share.percent > 0, share.percent < 100 else {
            throw MastheadError(
                .usage, "the share \(share) is not between 0 % and 100 %", at: .option(option),
                remedy: "Write a share above 0 % and below 100 %, such as \"50 %\".")
        }
        return share
    }

    /// A quantity above zero.
    static func positive<Value: Quantity>(_ type: Value.Type, _ text: String, option: String)
        throws(MastheadError) -> Value
    {
        let value = try quantity(type, text, option: option)
        guard value.baseValue > 0 else {
            throw MastheadError(
                .usage, "the \(Value.quantityName) \(value) is not above zero", at: .option(option),
                remedy: "Write a \(Value.quantityName) above zero.")
        }
        return value
    }
}
