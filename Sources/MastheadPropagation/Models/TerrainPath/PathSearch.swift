/// What P.1812 and P.452 ask of the terrain between two antennas, beside its surface.
protocol PathSearch: SurfaceSearch {
    /// Sums and maxima over the path, for the median effective radius.
    var scan: TerrainScan { get }
    /// Land and sea along the path.
    var zones: ZoneLengths { get }
    /// h0, altitude of the ground at the transmitter, m.
    var transmitterGround: Double { get }
    /// hn, altitude of the ground at the receiver, m.
    var receiverGround: Double { get }
    /// Clutter height at the receiver, m; it enters the location variability only.
    var receiverClutter: Double { get }
    /// The inner point with the largest ν over bare ground (81), the last of equal ones.
    func principalEdge(curvature: Double) -> Int
    /// The largest height of bare ground above the line `base + slope d`, from one inner point through another, m.
    func largestHeight(over base: Double, slope: Double, from first: Int, through last: Int) -> Double
}

/// A profile, scanned.
struct ProfileSearch<Rule: ClutterRule>: PathSearch {
    let profile: PathProfile
    let transmitterMetres: Double
    let receiverMetres: Double
    let scan: TerrainScan
    let zones: ZoneLengths
    /// The curvature that `scan` was made for.
    private let curvature: Double

    /// One pass over the profile, whose zones may be those of a longer path.
    init(
        _ profile: PathProfile, _ terminals: PathTerminals, zones: ZoneLengths, curvature: Double, clutter: Rule.Type
    ) {
        let last = profile.count - 1
        let hts = profile.groundMetres[0] + terminals.transmitterHeightMetres
        let hrs = profile.groundMetres[last] + terminals.receiverHeightMetres
        self.profile = profile
        self.zones = zones
        self.curvature = curvature
        transmitterMetres = hts
        receiverMetres = hrs
        scan = TerrainScan(
            profile, transmitterMetres: hts, receiverMetres: hrs, curvature: curvature, clutter: clutter)
    }

    @inline(__always) var distances: [Double] { profile.distanceKilometres }
    @inline(__always) var lengthKilometres: Double { profile.lengthKilometres }
    @inline(__always) var transmitterGround: Double { profile.groundMetres[0] }
    @inline(__always) var receiverGround: Double { profile.groundMetres[profile.count - 1] }
    @inline(__always) var receiverClutter: Double { profile.clutterMetres[profile.count - 1] }

    @inline(__always)
    func slopes(curvature: Double) -> SurfaceSlopes {
        curvature == self.curvature
            ? scan.surface
            : SurfaceScan.slopes(
                over: profile, transmitterMetres, receiverMetres, curvature: curvature, clutter: Rule.self)
    }

    @inline(__always)
    func largestClearanceTerm(curvature: Double) -> Double {
        SurfaceScan.largestClearanceTerm(
            over: profile, transmitterMetres, receiverMetres, curvature: curvature, clutter: Rule.self)
    }

    @inline(__always)
    func principalEdge(curvature: Double) -> Int {
        SurfaceScan.principalEdge(of: profile, transmitterMetres, receiverMetres, curvature: curvature)
    }

    @inline(__always)
    func largestHeight(over base: Double, slope: Double, from first: Int, through last: Int) -> Double {
        SurfaceScan.largestHeight(of: profile, over: base, slope: slope, from: first, through: last)
    }
}
