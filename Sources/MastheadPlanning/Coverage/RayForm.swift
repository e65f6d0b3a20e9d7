/// Along which line the terrain of a cell's path is taken; part of what every figure means.
public enum RayForm: String, Sendable, Codable, CaseIterable {
    /// On the nearest of the mast's radials, at the cell's own distance and on its own ground.
    case nearestRadial = "nearest-radial"
    /// On the straight line to the cell: the audit form, at the cost of a search for every cell.
    case ownRay = "own-ray"
    /// As the nearest radial, but each path is scanned by the reference form of its model: what the radial form is held to.
    case scannedRadial = "scanned-radial"

    /// The form in words, for tables.
    public var meaning: String {
        switch self {
        case .nearestRadial:
            "each cell at its own distance on its own ground, over the terrain of the mast's nearest radial"
        case .ownRay: "each cell over the terrain of its own ray"
        case .scannedRadial:
            "each cell at its own distance on its own ground, over the terrain of the mast's nearest radial, scanned"
        }
    }
}
