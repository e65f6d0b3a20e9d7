import MastheadCore

/// Reads the values of options, and says what is wrong with them.
enum OptionValue {
    /// A number with a unit.
    static func quantity<Value: Quantity>(_ type: Value.Type, _ text: String, option: String)
        throws(MastheadError) -> Value
    {
        do throws(MastheadError) {
            return try Value(parsing: text, at: .option(option))
        } catch {
            throw MastheadError(.usage, error.problem, at: error.location, remedy: error.remedy)
        }
    }

    /// A longitude and a latitude: `-121.6,36.7`.
    static func position(_ text: String, option: String) throws(MastheadError) -> GeographicPosition {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            Double(String(part.drop { $0 == " " }).trimmingEnd())
        }
        guard parts.count == 2, numbers.count == 2 else {
            throw MastheadError(
                .usage, "\"\(text)\" is not a longitude and a latitude", at: .option(option),
                remedy: "Write both in degrees with a comma between, east and north positive, such as "
                    + "\(option) -121.6,36.7.")
        }
        guard abs(numbers[0]) <= 360, abs(numbers[1]) <= 90 else {
            let isSwapped = abs(numbers[1]) <= 360 && abs(numbers[0]) <= 90
            throw MastheadError(
                .usage, "longitude \(numbers[0]) and latitude \(numbers[1]) are not on Earth", at: .option(option),
                remedy: isSwapped
                    ? "Write the longitude first: \(option) \(numbers[1]),\(numbers[0])."
                    : "Write a longitude of -180 to 180 and a latitude of -90 to 90.")
        }
        return position(longitude: numbers[0], latitude: numbers[1])
    }

    /// A place by a longitude from -360 to 360 and a latitude.
    static func position(longitude: Double, latitude: Double) -> GeographicPosition {
        // Both ways of counting longitudes occur; one of them leads on.
        let wrapped = longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude
        return GeographicPosition(longitudeDegrees: wrapped, latitudeDegrees: latitude)
    }
}
