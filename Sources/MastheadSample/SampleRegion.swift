import Foundation
public import MastheadCore
import MastheadGeo

/// A synthetic region that looks like land and is none: terrain with a coast and rivers, land cover, people, borders,
/// roads, masts and stations, for demonstrations and tests.
///
/// Everything is drawn from the seed with arithmetic that IEEE 754 fixes to the last bit, so that the numbers are the same
/// on every machine; the compressed rasters have the same bytes wherever GDAL is built with the same zlib.
///
/// Memory: at most 100 bytes for each node of the terrain lattice (2.3 million nodes at most) and, after that, 12 bytes
/// for each raster cell (60 million at most): measured 0.11 GB for 60 km and 0.69 GB for 600 km, both at 3 seconds of
/// arc. Time: about 3 s and 60 s on one core.
public enum SampleRegion {
    /// Number of the way in which samples are made; it rises when the same options give another region.
    public static let generatorVersion = 2

    /// Writes a region into a folder, whole or not at all.
    ///
    /// The files are written beside the folder and moved there at the end. A sample that stands there already is
    /// replaced; a folder with anything else in it is left alone.
    ///
    /// - Parameters:
    ///   - folder: Where the files go; it is made, with the folders above it.
    ///   - options: Size, seed, place and cell spacing.
    /// - Returns: What was made.
    /// - Throws: `usage` for options that cannot be made, `cannot-write` when the folder is taken or cannot be written.
    @discardableResult
    public static func write(to folder: String, options: SampleOptions) throws(MastheadError) -> SampleSummary {
        try options.validate()
        let target = SampleFolder(folder)
        try target.requireFree()
        return try target.write { scratch throws(MastheadError) in
            let files = SampleFiles(folder: scratch, frame: SampleFrame(options))
            return try make(options, into: files)
        }
    }

    /// Draws the region in the order in which one thing follows from another, and writes each layer when it is done.
    private static func make(_ options: SampleOptions, into files: SampleFiles) throws(MastheadError) -> SampleSummary {
        let seed = options.seed
        let frame = files.frame
        let landform = Landform(options)
        let relief = landform.reliefMetres
        let valleys = Valleys(Erosion.shape(landform, seed: seed, frame: frame), seed: seed)
        let ground = CellGround(valleys, frame: frame, seed: seed)
        try files.writeGround(ground.metres)

        let survey = Survey(ground, valleys: valleys)
        var chooser = SettlementChooser(survey: survey, reliefMetres: relief, seed: seed)
        let (settlements, ruralPeople) = chooser.choose()
        let population = PopulationMap(
            ground, settlements: settlements, ruralPeople: ruralPeople, reliefMetres: relief, seed: seed)
        try files.writePopulation(population.persons)

        let places = PlaceChooser(survey: survey, ground: ground, settlements: settlements, seed: seed)
        let clutter = ClutterMap(
            ground, valleys: valleys, population: population, yards: places.yards, reliefMetres: relief, seed: seed)
        try files.writeClutter(clutter.codes)
        try files.writeSurface(
            SurfaceHeights.metres(ground, clutter: clutter, population: population, seed: seed))

        let partition = RegionPartition(survey, settlements: settlements, seed: seed)
        let outline = RegionOutline(partition, survey: survey)
        var names = NameMaker(seed: seed, stream: "region names")
        let regions = partition.chiefs.indices.map { index in
            AdministrativeRegion(
                id: "S" + (index < 9 ? "0" : "") + String(index + 1),
                name: names.region(after: partition.chiefs[index].name), polygons: outline.polygons(of: index))
        }
        let network = RouteNetwork(survey, ground: ground, settlements: settlements, seed: seed) { point in
            landform.alongCoast(point)
        }
        let sites = RadioSites(
            survey: survey, ground: ground, population: population, partition: partition, seed: seed)
        let protected = EarthStations(survey: survey, settlements: settlements, frame: frame, seed: seed)

        try files.write(regions)
        try files.write(network.routes)
        try files.write(places.places)
        try files.write(settlements)
        try files.write(sites.masts)
        try files.write(sites.stations)
        try files.write(protected.stations)
        let summary = SampleSummary(
            columns: frame.columns, rows: frame.rows, people: Int(population.total.rounded()),
            landSquareKilometres: Int(
                (Double(ground.metres.count { $0 > 0 }) * frame.cellSquareKilometres).rounded()),
            highestMetres: Int(ground.metres.max() ?? 0), settlements: settlements.count, regions: regions.count,
            masts: sites.masts.count, baseStations: sites.stations.count)
        try files.writeNote(options, summary)
        return summary
    }
}
