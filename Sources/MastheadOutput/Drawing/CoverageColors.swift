import MastheadGeo

/// The colours of coverage, the same on every map; `Output/styles/*.csv` holds them for other programs, and a test keeps
/// both in step.
///
/// The level ramp runs from dark violet to yellow with evenly rising lightness, so that it reads in grey and for
/// colour-blind eyes.
enum CoverageColors {
    /// SS-RSRP in dBm.
    static let level = ColorRamp(stops: [
        (-120, Color(0x440154)), (-110, Color(0x46327e)), (-100, Color(0x365c8d)), (-90, Color(0x277f8e)),
        (-80, Color(0x1fa187)), (-70, Color(0x4ac16d)), (-60, Color(0xa0da39)), (-50, Color(0xfde725)),
    ])

    /// Density as a share of its target.
    static let density = ColorRamp(stops: [
        (0, Color(0xa6611a)), (0.5, Color(0xdfc27d)), (0.999, Color(0xf5efe0)), (1, Color(0xc7eae5)),
        (1.5, Color(0x5ab4ac)), (2, Color(0x01665e)),
    ])

    /// Land of the study area that is not covered.
    static let uncovered = Color(0xe7d8cf)
    /// Land outside the study area.
    static let outside = Color(0xeef1f4)
    /// A region without people.
    static let nobody = Color(0xd9dee3)

    /// The classes of the covered rasters.
    static let classes: [UInt8: RasterColor] = [
        0: RasterColor(red: 231, green: 216, blue: 207),
        1: RasterColor(red: 39, green: 127, blue: 142),
    ]
}
