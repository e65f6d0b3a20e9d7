import MastheadCore
import MastheadGeo

/// One register row with the rules to read it: every value checked, every refusal with its row.
struct RegisterCells {
    let row: RegisterRow
    let file: String
    let rules: RegisterRules

    var number: Int { row.number }

    /// Whether the rules name a column or a constant for the field.
    func has(_ field: RegisterRules.Field) -> Bool {
        rules.constants[field] != nil || rules.columns[field] != nil
    }

    /// The text of a field; nil where the row leaves it empty or the register has no such column.
    func text(_ field: RegisterRules.Field) -> String? {
        if let constant = rules.constants[field] { return constant }
        guard let column = rules.columns[field], let raw = row.fields[column] else { return nil }
        let trimmed = raw.drop { $0.isWhitespace }
        let end = trimmed.lastIndex { !$0.isWhitespace }
        return end.map { String(trimmed[...$0]) }
    }

    func refuse(_ code: String, _ problem: String, _ remedy: String) -> QuarantinedRow {
        QuarantinedRow(
            file: file, row: row.number, id: text(.station) ?? "", code: code, problem: problem, remedy: remedy)
    }

    func stationID() throws(QuarantinedRow) -> String {
        guard let id = text(.station) else {
            throw refuse("missing-id", "the row has no station identifier", "Give every station an identifier.")
        }
        return id
    }

    private func number(_ field: RegisterRules.Field, _ what: String, unit: String) throws(QuarantinedRow) -> Double? {
        guard let text = text(field) else { return nil }
        guard let value = Double(text), value.isFinite else {
            throw refuse(
                "bad-number", "\(what) \"\(text)\" is not a number", "Write the \(what) in \(unit), digits only.")
        }
        return value
    }

    func position(near area: GeographicBounds) throws(QuarantinedRow) -> GeographicPosition {
        if let position = row.position {
            if position.longitudeDegrees == 0, position.latitudeDegrees == 0 {
                throw refuse(
                    "missing-coordinates", "both coordinates are zero", "Fill in the position of the mast.")
            }
            guard abs(position.latitudeDegrees) <= 90, abs(position.longitudeDegrees) <= 360 else {
                throw swappedOrImpossible(position)
            }
            let swapped = GeographicPosition(
                longitudeDegrees: position.latitudeDegrees, latitudeDegrees: position.longitudeDegrees)
            if !area.contains(position, marginDegrees: 1), abs(swapped.latitudeDegrees) <= 90,
                area.contains(swapped, marginDegrees: 1)
            {
                throw swappedOrImpossible(position)
            }
            return position
        }
        let longitude = text(.longitude) ?? ""
        let latitude = text(.latitude) ?? ""
        if longitude.isEmpty || latitude.isEmpty {
            throw refuse(
                "missing-coordinates", "longitude is \"\(longitude)\" and latitude is \"\(latitude)\"",
                "Fill in both coordinates.")
        }
        throw refuse(
            "bad-coordinates", "longitude \"\(longitude)\" and latitude \"\(latitude)\" are not a place",
            "Write both as decimal numbers in the register's reference system.")
    }

    private func swappedOrImpossible(_ position: GeographicPosition) -> QuarantinedRow {
        refuse(
            "swapped-coordinates",
            "longitude \(PlainNumber.text(position.longitudeDegrees)) and latitude "
                + "\(PlainNumber.text(position.latitudeDegrees)) look swapped",
            "Swap the two values, or correct register[].columns.")
    }

    func height(default fallback: Length) throws(QuarantinedRow) -> Length {
        guard let metres = try number(.height, "height", unit: "metres above the ground") else { return fallback }
        let height = Length(metres: metres)
        guard RegisterRules.antennaHeights.contains(height) else {
            throw refuse(
                "impossible-height", "height \(height) is outside \(RegisterRules.antennaHeights)",
                "Write the height of the antenna above the ground, not above the sea, in metres.")
        }
        return height
    }

    func azimuth() throws(QuarantinedRow) -> Angle? {
        guard let degrees = try number(.azimuth, "azimuth", unit: "degrees") else { return nil }
        guard degrees >= 0, degrees <= 360 else {
            throw refuse(
                "impossible-azimuth", "azimuth \(PlainNumber.text(degrees))° is outside 0 to 360",
                "Write the azimuth clockwise from north, 0 to 360.")
        }
        return Angle(degrees: degrees == 360 ? 0 : degrees)
    }

    func tilt(_ field: RegisterRules.Field) throws(QuarantinedRow) -> Angle? {
        guard let degrees = try number(field, "tilt", unit: "degrees, down positive") else { return nil }
        guard abs(degrees) <= 30 else {
            throw refuse(
                "impossible-tilt", "tilt \(PlainNumber.text(degrees))° is outside -30 to 30",
                "Write the tilt in degrees, down positive.")
        }
        return Angle(degrees: degrees)
    }

    func sectorCount() throws(QuarantinedRow) -> Int? {
        guard let value = try number(.sectors, "number of sectors", unit: "whole sectors") else { return nil }
        guard value >= 1, value <= 12, value == value.rounded() else {
            throw refuse(
                "impossible-sectors", "\(PlainNumber.text(value)) sectors are not 1 to 12 whole ones",
                "Write the number of sectors, 1 to 12.")
        }
        return Int(value)
    }

    func population() throws(QuarantinedRow) -> Double? {
        guard let people = try number(.population, "population", unit: "persons") else { return nil }
        guard people >= 0, people <= 1e10 else {
            throw refuse(
                "impossible-population", "population \(PlainNumber.text(people)) is outside 0 to 10,000,000,000",
                "Write how many people live there, or leave it empty.")
        }
        return people
    }

    func power() throws(QuarantinedRow) -> PowerLevel? {
        guard let dBm = try number(.power, "power", unit: "dBm") else { return nil }
        guard dBm >= -10, dBm <= 70 else {
            throw refuse(
                "impossible-power", "conducted power \(PlainNumber.text(dBm)) dBm is outside -10 to 70",
                "Write the conducted power of the whole carrier in dBm; 46 dBm is 40 W.")
        }
        return PowerLevel(dBm: dBm)
    }
}
