import MastheadCore
import MastheadGeo

/// The colours of coverage, the same on every map; `Output/styles` holds them for other programs, and a test keeps both in
/// step.
///
/// The level ramp runs from dark violet to yellow with evenly rising lightness (viridis), so that it reads in grey and
/// for colour-blind eyes.
package enum CoverageColors {
    /// SS-RSRP in dBm.
    package static let level = ColorRamp(stops: [
        (-120, Color(0x440154)), (-110, Color(0x46327e)), (-100, Color(0x365c8d)), (-90, Color(0x277f8e)),
        (-80, Color(0x1fa187)), (-70, Color(0x4ac16d)), (-60, Color(0xa0da39)), (-50, Color(0xfde725)),
    ])

    /// Density as a share of its target: brown below it, blue-green from it on.
    package static let density = ColorRamp(stops: [
        (0, Color(0xa6611a)), (0.5, Color(0xdfc27d)), (0.999, Color(0xf5efe0)), (1, Color(0xc7eae5)),
        (1.5, Color(0x5ab4ac)), (2, Color(0x01665e)),
    ])

    /// Land of the study area that is not covered.
    static let uncovered = Color(0xe7d8cf)
    /// Land and sea outside the study area.
    static let outside = Color(0xeef1f4)
    /// A region without people.
    static let nobody = Color(0xd9dee3)
    /// A covered cell where only yes and no are told.
    static let covered = Color(0x277f8e)
    /// A mast, and the level that is needed.
    static let mast = Color(0xb0123b)
    /// The border of a region.
    static let border = Color(0x323f4b)

    /// The classes by name with their meaning, as `Output/styles/classes.csv` lists them.
    package static let classes: [(name: String, color: Color, meaning: String)] = [
        ("covered", covered, "the criterion is met (value 1 of the covered raster)"),
        ("uncovered", uncovered, "the criterion is not met (value 0 of the covered raster)"),
        ("outside", outside, "outside the study area (value 255 of the covered raster)"),
        ("nobody", nobody, "a region in which no one lives"),
        ("mast", mast, "a site; also the level that is needed"),
        ("border", border, "the border of a region"),
    ]

    /// The classes of the covered rasters.
    static let rasterClasses: [UInt8: RasterColor] = [0: uncovered.raster, 1: covered.raster]

    /// The level ramp as a colour map that QGIS loads.
    package static var levelFile: String {
        "# SS-RSRP of the best server, dBm. QGIS: Symbology, Singleband pseudocolor, Load color map from file.\n"
            + "INTERPOLATION:INTERPOLATED\n"
            + level.stops.map { stop in
                let value = PlainText.number(stop.value)
                return "\(value),\(stop.color.bytes),255,\(value) dBm\n"
            }.joined()
    }

    /// The density ramp as a table.
    package static var densityFile: String {
        "share_of_target,red,green,blue\n"
            + density.stops.map { "\(PlainText.number($0.value)),\($0.color.bytes)\n" }.joined()
    }

    /// The classes as a table.
    package static var classesFile: String {
        var table = CSVText(header: ["class", "red", "green", "blue", "meaning"])
        for entry in classes {
            table.add([entry.name] + entry.color.bytes.split(separator: ",").map(String.init) + [entry.meaning])
        }
        return table.text
    }
}
