/// Constants of physics and geodesy, each with its unit and source.
public enum PhysicalConstants {
    /// Speed of light in vacuum, m/s; exact by the definition of the metre (CGPM 1983).
    public static let speedOfLight = 299_792_458.0
    /// Mean radius of the Earth used by the ITU-R P-series, km (Recommendation ITU-R P.1812-8, §4.1 and Annex 1).
    public static let ituEarthRadiusKilometres = 6371.0
    /// Boltzmann constant, J/K; exact by the definition of the kelvin (CGPM 2018).
    public static let boltzmann = 1.380649e-23
}
