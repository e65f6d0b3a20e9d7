public import MastheadCore

/// Chooses the study grid of an area.
public enum GridChooser {
    /// The longest piece of an outline that is moved into the plane as a straight line, degrees; a side of this length
    /// along a parallel at 60° bulges by less than 2 m.
    private static let longestStep = 0.1

    /// The most cells that a grid may have: their indices stay far inside 64 bits and a level raster below 2 TB.
    private static let mostCells = 1e12

    /// The grid of square cells that covers an area.
    ///
    /// Its edges are multiples of the cell size (times `multiple`) in the plane, so that runs over neighbouring areas in
    /// one reference system share their cells.
    ///
    /// - Parameters:
    ///   - outline: Places in the order of an outline; successive ones, and the last and first, are taken as joined along
    ///     straight lines of longitude and latitude, the short way around the Earth.
    ///   - crs: The reference system: projected, in metres; nil takes an equal-area one around the area.
    ///   - cell: The side of a cell.
    ///   - multiple: The edges are multiples of so many cells.
    ///   - location: Where the user wrote the reference system or the cell size.
    /// - Throws: `bad-crs` for a system that cannot carry a grid or does not reach the area; `bad-quantity` for a cell size
    ///   that is not above zero or gives too many cells; `bad-region` for an area without a place.
    public static func studyGrid(
        covering outline: [GeographicPosition], crs: ReferenceSystem? = nil, cell: Length, alignedTo multiple: Int = 1,
        at location: ErrorLocation = .none
    ) throws(MastheadError) -> Grid {
        try studyGrid(coveringRings: [outline], crs: crs, cell: cell, alignedTo: multiple, at: location)
    }

    /// The grid that covers several outlines; see `studyGrid(covering:crs:cell:alignedTo:at:)`.
    public static func studyGrid(
        coveringRings rings: [[GeographicPosition]], crs: ReferenceSystem? = nil, cell: Length,
        alignedTo multiple: Int = 1, at location: ErrorLocation = .none
    ) throws(MastheadError) -> Grid {
        precondition(multiple > 0, "edges are multiples of at least one cell")
        guard cell.metres > 0, cell.metres.isFinite else {
            throw MastheadError(
                .badQuantity, "a cell of \(cell) has no extent", at: location,
                remedy: "Give a cell size above zero, for example \"100 m\".")
        }
        let places = rings.flatMap { $0 }
        guard !places.isEmpty else {
            throw MastheadError(
                .badRegion, "the study area has no outline", at: location,
                remedy: "Give at least one region or place to cover.")
        }
        let system = crs ?? .equalArea(around: places)
        try system.validateForGrid(at: location)
        let extent = try planeExtent(of: rings, in: system, at: location)
        return try grid(over: extent, in: system, step: cell.metres * Double(multiple), cell: cell, at: location)
    }

    private static func grid(
        over extent: (low: PlanePoint, high: PlanePoint), in system: ReferenceSystem, step: Double, cell: Length,
        at location: ErrorLocation
    ) throws(MastheadError) -> Grid {
        let west = (extent.low.x / step).rounded(.down)
        let south = (extent.low.y / step).rounded(.down)
        // A single place still lies in a cell.
        let east = Swift.max((extent.high.x / step).rounded(.up), west + 1)
        let north = Swift.max((extent.high.y / step).rounded(.up), south + 1)
        let perStep = (step / cell.metres).rounded()
        let columns = (east - west) * perStep
        let rows = (north - south) * perStep
        guard columns * rows <= mostCells else {
            throw MastheadError(
                .badQuantity,
                "cells of \(cell) make a grid of \(PlainNumber.text(columns)) by \(PlainNumber.text(rows))",
                at: location, remedy: "Take larger cells, or split the area into several jobs.")
        }
        return Grid(
            referenceSystem: system, westMetres: west * step, northMetres: north * step, cellMetres: cell.metres,
            columns: Int(columns), rows: Int(rows))
    }

    private static func planeExtent(
        of rings: [[GeographicPosition]], in system: ReferenceSystem, at location: ErrorLocation
    ) throws(MastheadError) -> (low: PlanePoint, high: PlanePoint) {
        let transform = try CoordinateTransform(from: .wgs84, to: system)
        var low = PlanePoint(x: .infinity, y: .infinity)
        var high = PlanePoint(x: -.infinity, y: -.infinity)
        for ring in rings where !ring.isEmpty {
            var (xs, ys) = densified(ring)
            do throws(MastheadError) {
                try transform.forward(&xs, &ys)
            } catch {
                throw error.located(at: location)
            }
            low.x = Swift.min(low.x, xs.min() ?? low.x)
            low.y = Swift.min(low.y, ys.min() ?? low.y)
            high.x = Swift.max(high.x, xs.max() ?? high.x)
            high.y = Swift.max(high.y, ys.max() ?? high.y)
        }
        return (low, high)
    }

    private static func densified(_ ring: [GeographicPosition]) -> (xs: [Double], ys: [Double]) {
        var xs: [Double] = []
        var ys: [Double] = []
        for (start, end) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
            // The short way: a side never spans more than half the Earth.
            let across = ReferenceSystem.wrapped(end.longitudeDegrees - start.longitudeDegrees, from: -180)
            let up = end.latitudeDegrees - start.latitudeDegrees
            let steps = Swift.max(1, (Swift.max(abs(across), abs(up)) / longestStep).rounded(.up))
            for step in 0..<Int(Swift.min(steps, 3600)) {
                let share = Double(step) / steps
                xs.append(ReferenceSystem.wrapped(start.longitudeDegrees + share * across, from: -180))
                ys.append(start.latitudeDegrees + share * up)
            }
        }
        return (xs, ys)
    }
}
