public import MastheadCore

/// How finely a band divides the cells of the study grid: each into k × k parts with odd k, so that the centre of the
/// part in the middle is the centre of the cell.
public enum Refinement {
    /// The largest k; 225 parts.
    ///
    /// A cell of 100 m has parts of 6.7 m then. Terrain that is finer is rare, and work, memory and disk grow with k².
    public static let largest = 15

    /// The smallest odd k whose parts are no longer than a resolution; 1 where the cells themselves are not.
    ///
    /// - Parameters:
    ///   - cell: Side of a cell of the study grid.
    ///   - resolution: What a part's side may be at most.
    ///   - band: The band's name, for the message.
    /// - Throws: `outside-validity` where k would be above ``largest``.
    public static func factor(
        cell: Length, resolution: Length, band: String, at location: ErrorLocation
    ) throws(MastheadError) -> Int {
        // 1e-9: a cell that is a whole multiple of the resolution must not gain a part by rounding.
        let least = max(1, (cell.metres / resolution.metres - 1e-9).rounded(.up))
        guard least <= Double(largest) else {
            // Rounded so that both values that the remedy names would work.
            let coarsest = Length(metres: (cell.metres / Double(largest) * 10).rounded(.up) / 10)
            throw MastheadError(
                .outsideValidity,
                "band \(band) asks for parts of \(resolution) in cells of \(cell): more than \(largest) parts along a side",
                at: location,
                remedy: "Set the band's resolution to \(coarsest) or more, or grid.resolution to "
                    + "\(Length(metres: resolution.metres * Double(largest))) or less.")
        }
        let k = Int(least)
        return k % 2 == 1 ? k : k + 1
    }
}
