public import MastheadCore

/// The places of a run within its regions, as key points.
public struct PlaceSet: Sendable {
    /// The places, in the order in which they first occur.
    public let places: [FeatureLabel]
    /// The key points within regions, place after place as they were read; the first of each place stands for it.
    public let keyPoints: [KeyPoint]
    /// The key points by cell.
    public let index: CellIndex
    /// Key points of each place outside all regions.
    public let outsidePoints: [Int]
    /// What was set aside or assumed, and the files that were read.
    public let notes: FeatureNotes

    /// Reads places and finds what lies underground.
    ///
    /// A point is its own key point; a polygon has one that stands for it and a lattice inside it.
    ///
    /// - Parameters:
    ///   - sources: The layers.
    ///   - regions: The regions in the plane of the study grid.
    ///   - terrain: The ground, for points with heights.
    /// - Throws: What is wrong with a layer as a whole; single features are set aside in the notes.
    public static func read(
        _ sources: [FeatureSource], regions: ProjectedRegions, terrain: TerrainSource
    ) throws(MastheadError) -> PlaceSet {
        var collector = PlaceCollector(regions: regions)
        for (number, source) in sources.enumerated() {
            try collector.read(FeatureLayer(source, number: number, what: "place"))
        }
        return try collector.finish(terrain: terrain)
    }

    /// Places whose key points are known already.
    public init(
        places: [FeatureLabel], keyPoints: [KeyPoint], grid: Grid, outsidePoints: [Int]? = nil,
        notes: FeatureNotes = FeatureNotes()
    ) {
        self.places = places
        self.keyPoints = keyPoints
        self.outsidePoints = outsidePoints ?? Array(repeating: 0, count: places.count)
        self.notes = notes
        index = CellIndex(keyPoints.lazy.map(\.point), on: grid)
    }
}
