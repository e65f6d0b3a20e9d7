/// The services whose receivers a rule can protect, as registers and packs name them.
public enum StationService: String, Sendable, Hashable, Codable, CaseIterable {
    /// A receive earth station of the fixed-satellite service.
    case fixedSatellite = "fss-earth-station"
    /// A telemetry, tracking and command station of a satellite's operator.
    case satelliteControl = "satellite-control"
    /// A radio telescope.
    case observatory
    /// An earth station of the Earth exploration-satellite service.
    case earthExploration = "eess-earth-station"
    /// An earth station of the space research service.
    case spaceResearch = "srs-earth-station"
    /// A receiver of a fixed link.
    case fixedLink = "fixed-link"
    /// Reception of terrestrial television: a test point, or a place in a service area.
    case television
}
