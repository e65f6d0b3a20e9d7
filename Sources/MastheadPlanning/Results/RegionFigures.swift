public import MastheadGeo

/// Reach and density of one region, or of the whole study area.
public struct RegionFigures: Sendable, Codable, Equatable {
    /// Coverage of one band in the region.
    public struct Band: Sendable, Codable, Equatable {
        /// The band's name in the job.
        public var id: String
        /// People in cells that meet the criterion.
        public var coveredPeople: PersonCount
        /// People weighted by the probability that their cell meets the threshold.
        public var expectedPeople: PersonCount
        /// Area of the cells that meet the criterion, within the region, cm².
        public var coveredSquareCentimetres: Int64
        /// People in cells that could not be computed because the ground has a void on every path (only where the job
        /// accepts voids).
        public var unknownPeople: PersonCount

        /// What is served, one entry for each kind of service of the definitions.
        public var services: [ServiceFigures] = []

        /// Coverage of one band.
        public init(
            id: String, coveredPeople: PersonCount = .zero, expectedPeople: PersonCount = .zero,
            coveredSquareCentimetres: Int64 = 0, unknownPeople: PersonCount = .zero
        ) {
            self.id = id
            self.coveredPeople = coveredPeople
            self.expectedPeople = expectedPeople
            self.coveredSquareCentimetres = coveredSquareCentimetres
            self.unknownPeople = unknownPeople
        }
    }

    /// The region's identifier in its source.
    public var id: String
    /// The region's name in its source.
    public var name: String
    /// People in the region.
    public var people: PersonCount
    /// Area of the region, cm².
    public var squareCentimetres: Int64
    /// Base stations in the region by the counting rule of the definitions.
    public var stations: Int
    /// Base stations that miss to reach the target; zero where it is reached or no one lives. For the study area, the sum
    /// over its regions: what must be built for each of them to reach the target.
    public var missingStations: Int
    /// Coverage, one entry for each band of the definitions, in that order.
    public var bands: [Band]
    /// What any of the bands serves, one entry for each kind of service.
    public var anyBand: [ServiceFigures] = []

    /// The figures of a region.
    public init(
        id: String, name: String, people: PersonCount, squareCentimetres: Int64, stations: Int, missingStations: Int,
        bands: [Band]
    ) {
        self.id = id
        self.name = name
        self.people = people
        self.squareCentimetres = squareCentimetres
        self.stations = stations
        self.missingStations = missingStations
        self.bands = bands
    }

    /// Base stations per 10,000 persons; nil where no one lives.
    public var stationsPerTenThousand: Double? {
        people > .zero ? Double(stations) * 10_000 / people.persons : nil
    }

    /// Area of the region, km².
    public var squareKilometres: Double { Double(squareCentimetres) / 1e10 }

    /// Share of the people in covered cells; nil where no one lives.
    public func coveredPeopleShare(_ band: Band) -> Double? {
        people > .zero ? band.coveredPeople.persons / people.persons : nil
    }

    /// Share of the area that is covered; nil for a region without area.
    public func coveredAreaShare(_ band: Band) -> Double? {
        squareCentimetres > 0 ? Double(band.coveredSquareCentimetres) / Double(squareCentimetres) : nil
    }
}

/// People and area that a service reaches in a region.
public struct ServiceFigures: Sendable, Codable, Equatable {
    /// The kind of service: `"outdoor"`, `"indoor"`, `"car"`.
    public var id: String
    /// People in cells, or parts of cells, that are served.
    public var people: PersonCount
    /// Area of them, cm².
    public var squareCentimetres: Int64

    /// A service that reaches nobody yet.
    public init(id: String) {
        self.id = id
        people = .zero
        squareCentimetres = 0
    }

    /// Adds a tile's part.
    mutating func add(_ part: TileSums.Service) {
        people += part.people
        squareCentimetres += part.squareCentimetres
    }

    /// Adds another region's figures.
    mutating func add(_ other: ServiceFigures) {
        people += other.people
        squareCentimetres += other.squareCentimetres
    }
}
