public import MastheadCore

/// What a synthetic region is made from: the same options give the same region, to the last cell, on any machine.
public struct SampleOptions: Sendable, Hashable {
    /// The side of the region, north to south and, along the centre's parallel, west to east.
    public var size: Length
    /// The seed: another number is another land.
    public var seed: UInt64
    /// The spacing of the raster cells in seconds of arc, a whole number; 3 as in SRTM.
    public var cellArcSeconds: Int
    /// Where the middle of the region lies.
    public var centre: GeographicPosition

    /// The sizes that can be made.
    public static let sizes = Length(kilometres: 20)...Length(kilometres: 600)
    /// The cell spacings that can be made, seconds of arc.
    public static let cellSpacings = [1, 2, 3, 5, 6, 10, 15, 30]
    /// The latitudes, on both sides of the equator, that the centre may have, degrees.
    public static let latitudeLimitDegrees = 65.0
    /// The most cells that one raster may have; 600 km at 3 seconds of arc below 43° of latitude.
    public static let cellLimit = 60_000_000
    /// The fewest cells along a side, below which valleys and streets are lost.
    public static let sideLimit = 160
    /// Open Pacific between Hawaii and California: there is no land that a synthetic one could be taken for.
    public static let openOcean = GeographicPosition(longitudeDegrees: -145, latitudeDegrees: 35)

    /// Options with everything but the size and seed as usual.
    public init(
        size: Length = Length(kilometres: 60), seed: UInt64 = 1, cellArcSeconds: Int = 3,
        centre: GeographicPosition = SampleOptions.openOcean
    ) {
        self.size = size
        self.seed = seed
        self.cellArcSeconds = cellArcSeconds
        self.centre = centre
    }

    /// Refuses what cannot be made.
    ///
    /// - Throws: `usage`, naming the option.
    public func validate() throws(MastheadError) {
        guard size.metres >= Self.sizes.lowerBound.metres, size.metres <= Self.sizes.upperBound.metres else {
            let limits = "\(inKilometres(Self.sizes.lowerBound)) to \(inKilometres(Self.sizes.upperBound))"
            throw MastheadError(
                .usage, "a region \(inKilometres(size)) wide is outside \(limits)", at: .option("--size"),
                remedy: "Choose a size such as --size 60km.")
        }
        guard Self.cellSpacings.contains(cellArcSeconds) else {
            let spacings = Self.cellSpacings.map(String.init).joined(separator: ", ")
            throw MastheadError(
                .usage, "cells of \(cellArcSeconds) seconds of arc cannot be made", at: .option("--cell"),
                remedy: "Choose one of \(spacings).")
        }
        let limit = Self.latitudeLimitDegrees
        guard centre.latitudeDegrees.isFinite, abs(centre.latitudeDegrees) <= limit,
            abs(centre.longitudeDegrees) <= 180
        else {
            throw MastheadError(
                .usage,
                "the centre \(centre) is not within \(PlainNumber.text(limit))° of the equator and 180° of Greenwich",
                at: .option("--centre"), remedy: "Choose a centre such as --centre=-145,35.")
        }
        let frame = SampleFrame(self)
        guard frame.cellCount <= Self.cellLimit else {
            throw MastheadError(
                .usage, "\(frame.columns) x \(frame.rows) cells are more than \(Self.cellLimit) in one raster",
                at: .option("--cell"),
                remedy: "Choose coarser cells, a smaller size, or a centre nearer to the equator.")
        }
        guard min(frame.columns, frame.rows) >= Self.sideLimit else {
            throw MastheadError(
                .usage, "\(frame.columns) x \(frame.rows) cells are too few to show a region", at: .option("--cell"),
                remedy: "Choose finer cells or a larger size, so that each side has \(Self.sideLimit) cells.")
        }
    }

    private func inKilometres(_ length: Length) -> String { "\(PlainNumber.text(length.kilometres)) km" }
}
