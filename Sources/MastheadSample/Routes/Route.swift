import MastheadGeo

/// A stretch of road or railway, in the open or in a tunnel.
struct Route {
    /// What runs on it, as the routes layer writes it.
    enum Kind: String {
        case road
        case railway
        case highSpeedRail = "high-speed-rail"

        /// The steepest grade that is built, rise over run.
        var steepest: Double {
            switch self {
            case .road: 0.07
            case .railway: 0.022
            case .highSpeedRail: 0.03
            }
        }
    }

    let name: String
    let kind: Kind
    let points: [PlanePoint]
    let isTunnel: Bool
}
