/// What a sample holds, for the line that the command prints and for `sample.json`.
public struct SampleSummary: Sendable, Hashable {
    /// Raster columns.
    public internal(set) var columns: Int
    /// Raster rows.
    public internal(set) var rows: Int
    /// People in the population raster, whole persons.
    public internal(set) var people: Int
    /// Land, km².
    public internal(set) var landSquareKilometres: Int
    /// Altitude of the highest cell, m.
    public internal(set) var highestMetres: Int
    /// Towns and villages.
    public internal(set) var settlements: Int
    /// Administrative regions.
    public internal(set) var regions: Int
    /// Masts, with and without a 700 MHz station.
    public internal(set) var masts: Int
    /// Base stations of the 700 MHz register.
    public internal(set) var baseStations: Int
}
