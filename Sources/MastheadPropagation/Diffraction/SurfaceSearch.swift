/// The places of a path's points along it, km from the transmitter.
protocol SampleDistances {
    /// The number of points, both ends included.
    var count: Int { get }
    /// Distance of a point, km.
    subscript(_ index: Int) -> Double { get }
}

extension Array: SampleDistances where Element == Double {}

/// What the diffraction equations ask of the surface between two antennas.
///
/// Two forms answer: a profile that is scanned point by point, and a radial that is kept up while its end moves out.
/// Distances in km, altitudes in m.
protocol SurfaceSearch {
    associatedtype Distances: SampleDistances
    /// The places of the points.
    var distances: Distances { get }
    /// D, the length of the path.
    var lengthKilometres: Double { get }
    /// hts, altitude of the transmitting antenna.
    var transmitterMetres: Double { get }
    /// hrs, altitude of the receiving antenna.
    var receiverMetres: Double { get }
    /// Stim (13) and Srim (17) over an Earth of curvature 500/ap.
    func slopes(curvature: Double) -> SurfaceSlopes
    /// The largest v |v| / (di (d − di)), v the height of the surface over the line between the antennas.
    func largestClearanceTerm(curvature: Double) -> Double
}

/// The surface of a profile, scanned.
struct ProfileSurface<Rule: ClutterRule>: SurfaceSearch {
    let profile: PathProfile
    let transmitterMetres: Double
    let receiverMetres: Double

    @inline(__always) var distances: [Double] { profile.distanceKilometres }
    @inline(__always) var lengthKilometres: Double { profile.lengthKilometres }

    @inline(__always)
    func slopes(curvature: Double) -> SurfaceSlopes {
        SurfaceScan.slopes(over: profile, transmitterMetres, receiverMetres, curvature: curvature, clutter: Rule.self)
    }

    @inline(__always)
    func largestClearanceTerm(curvature: Double) -> Double {
        SurfaceScan.largestClearanceTerm(
            over: profile, transmitterMetres, receiverMetres, curvature: curvature, clutter: Rule.self)
    }
}
