import Foundation
import MastheadCore
import MastheadGeo

/// The raster layers and the note of a sample, each under its name.
struct SampleFiles {
    let folder: String
    let frame: SampleFrame

    /// Everything that a sample consists of.
    static let names = [
        "ground.tif", "surface.tif", "clutter.tif", "population.tif", "regions.geojson", "routes.geojson",
        "places.geojson", "settlements.csv", "towers.csv", "base-stations-700.csv", "earth-stations.geojson",
        SampleFolder.note,
    ]

    func writeGround(_ metres: [Int16]) throws(MastheadError) {
        try writeHeights(metres, "ground.tif", "altitude of the ground above mean sea level")
    }

    func writeSurface(_ metres: [Int16]) throws(MastheadError) {
        try writeHeights(metres, "surface.tif", "altitude of the surface, trees and buildings included")
    }

    func writeClutter(_ codes: [UInt8]) throws(MastheadError) {
        try write(
            codes, "clutter.tif", nodata: 0, unit: "", description: "land cover, ESA WorldCover codes", metadata: [:],
            colors: Self.coverColors)
    }

    func writePopulation(_ persons: [Float]) throws(MastheadError) {
        try write(
            persons, "population.tif", nodata: Double(PopulationMap.nodata), unit: "persons",
            description: "persons per cell", metadata: [:])
    }

    /// Writes a text file as UTF-8.
    func write(_ text: String, _ name: String) throws(MastheadError) {
        do {
            try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
        } catch {
            throw MastheadError(
                .cannotWrite, "\(name) cannot be written", at: .file(folder),
                remedy: "Make room on the disk, and check that the folder may be written to.",
                cause: error.localizedDescription)
        }
    }

    /// Pixel-is-point, as SRTM writes its heights.
    private func writeHeights(_ metres: [Int16], _ name: String, _ description: String) throws(MastheadError) {
        try write(
            metres, name, nodata: -32_768, unit: "m", description: description,
            metadata: ["AREA_OR_POINT": "Point"])
    }

    private func write<Sample: RasterSample>(
        _ values: [Sample], _ name: String, nodata: Double, unit: String, description: String,
        metadata: [String: String], colors: [UInt8: RasterColor] = [:]
    ) throws(MastheadError) {
        var facts = metadata
        facts["SYNTHETIC"] = "made by masthead sample; no such place exists"
        try RasterWriter.writeRaster(
            values, columns: frame.columns, rows: frame.rows, referenceSystem: .wgs84, pixels: frame.pixels,
            nodata: nodata, unit: unit, bandDescription: description, metadata: facts, colors: colors,
            to: "\(folder)/\(name)")
    }

    /// ESA's colours of the classes.
    private static let coverColors: [UInt8: RasterColor] = [
        ClutterMap.Cover.trees: RasterColor(red: 0, green: 100, blue: 0),
        ClutterMap.Cover.shrubs: RasterColor(red: 255, green: 187, blue: 34),
        ClutterMap.Cover.grass: RasterColor(red: 255, green: 255, blue: 76),
        ClutterMap.Cover.crops: RasterColor(red: 240, green: 150, blue: 255),
        ClutterMap.Cover.builtUp: RasterColor(red: 250, green: 0, blue: 0),
        ClutterMap.Cover.bare: RasterColor(red: 180, green: 180, blue: 180),
        ClutterMap.Cover.water: RasterColor(red: 0, green: 100, blue: 200),
        ClutterMap.Cover.wetland: RasterColor(red: 0, green: 150, blue: 160),
    ]
}
