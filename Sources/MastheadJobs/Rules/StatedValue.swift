import MastheadCore
import MastheadProtection
import Yams

/// A value of a rule pack that may be left for the user to set.
enum StatedValue<Value: Sendable>: Sendable {
    /// As the pack has it.
    case value(Value)
    /// Not known, and marked so.
    case open

    /// The value; nil where it is to be set.
    var value: Value? {
        switch self {
        case .value(let value): value
        case .open: nil
        }
    }

    /// The value in canonical texts.
    func text(_ write: (Value) -> String) -> String { value.map(write) ?? OpenCriterion.marker }
}

extension ValueKind {
    /// The same values, or the marker of one that is to be set.
    var orOpen: ValueKind<StatedValue<Value>> {
        let read = read
        return ValueKind<StatedValue<Value>>(form: .either([form, .choice([OpenCriterion.marker])])) { reading in
            if case .scalar(let scalar) = reading.node, scalar.string == OpenCriterion.marker { return .open }
            return read(reading).map { .value($0) }
        }
    }
}

/// The bandwidth that a limit holds for, or the word that it holds for all power at the receiver's input.
enum StatedBandwidth: Sendable {
    case all
    case bandwidth(Frequency)

    /// The bandwidth; nil for all power.
    var frequency: Frequency? {
        switch self {
        case .all: nil
        case .bandwidth(let frequency): frequency
        }
    }

    private static let word = "none"

    /// A frequency, or `none`.
    static let kind: ValueKind<StatedBandwidth> = {
        let quantity = ValueKind.quantity(Frequency(hertz: 1000)...Frequency(gigahertz: 10))
        return ValueKind<StatedBandwidth>(form: .either([quantity.form, .choice([Self.word])])) { reading in
            if case .scalar(let scalar) = reading.node, scalar.string == Self.word { return .all }
            return quantity.read(reading).map { .bandwidth($0) }
        }
    }()
}
