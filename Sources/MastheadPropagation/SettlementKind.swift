/// How densely the country around a receiver is built, for methods that distinguish no more than this.
public enum SettlementKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A large town, with buildings mostly above 15 m.
    case urban
    /// A small or medium town.
    case urbanMedium = "urban-medium"
    /// Suburbs and villages, with houses and trees near the receiver.
    case suburban
    /// Open country, without trees or houses in the direction of the base.
    case open
}
