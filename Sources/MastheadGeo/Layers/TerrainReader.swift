public import MastheadCore

/// Reads terrain tile by tile.
///
/// A handle: one thread at a time; each worker opens its own. Memory is bounded by the tile.
public struct TerrainReader: ~Copyable {
    /// The layers.
    public let source: TerrainSource
    private var ground: RasterReader
    private var surface: RasterReader?
    private var clutter: RasterReader?
    private var zones: RasterReader?
    private var seaMask: ZoneSeaMask?
    /// Height by code; NaN for codes that the table does not know.
    private let heightByCode: [Float]
    private let isWaterByCode: [Bool]
    private let kindByCode: [UInt8]

    /// Makes ready to read terrain.
    ///
    /// - Throws: `bad-layer-value` where layers do not suit, `bad-crs` where one has no way to the grid.
    public init(_ source: TerrainSource) throws(MastheadError) {
        try source.validate()
        let grid = source.terrainGrid
        let entries = source.clutterTable?.entries ?? [:]
        let codes = 0...(source.clutterTable?.highestCode ?? 0)
        let heights = codes.map { Float(entries[$0]?.representativeHeightMetres ?? .nan) }
        let water = codes.map { entries[$0]?.isWater ?? false }
        let ground = try RasterReader(
            source.ground, on: grid, edgeReach: source.edgeReach, plausible: TerrainSource.plausibleGroundMetres)
        let surface = try Self.reader(
            source.surface, on: grid, edgeReach: source.edgeReach, plausible: TerrainSource.plausibleSurfaceMetres)
        let clutter = try Self.reader(source.clutter, on: grid, edgeReach: source.edgeReach)
        let zones = try Self.reader(source.zones.layer, on: grid, edgeReach: source.edgeReach)
        let seaMask = try Self.seaMask(source, isWater: water)
        self.ground = ground
        self.surface = surface
        self.clutter = clutter
        self.zones = zones
        self.seaMask = seaMask
        heightByCode = heights
        isWaterByCode = water
        kindByCode = codes.map { (entries[$0]?.obstacle ?? .none).rawValue }
        self.source = source
    }

    private static func reader(
        _ layer: RasterLayer?, on grid: Grid, edgeReach: Length, plausible: ClosedRange<Double>? = nil
    ) throws(MastheadError) -> RasterReader? {
        guard let layer else { return nil }
        return try RasterReader(layer, on: grid, edgeReach: edgeReach, plausible: plausible)
    }

    private static func seaMask(_ source: TerrainSource, isWater: [Bool]) throws(MastheadError) -> ZoneSeaMask? {
        guard case .derived(let limit) = source.zones, let clutter = source.clutter else { return nil }
        return try ZoneSeaMask(
            ground: source.ground, clutter: clutter, isWater: isWater, seaBelowMetres: limit,
            terrainGrid: source.terrainGrid)
    }

    /// The terrain of a window, which may reach beyond the grid.
    ///
    /// - Throws: `unreadable-layer`; `bad-layer-value` for an altitude that cannot be, a clutter code that the table does
    ///   not know, or a zone other than 1, 3 and 4, each with its place; `layer-void` for a void among the zones.
    public mutating func tile(_ window: GridWindow) throws(MastheadError) -> TerrainTile {
        let altitudes = try ground.values(in: window, method: .bilinear)
        let codes = try clutter?.values(in: window, method: .nearest)
        var heights = [Float](repeating: 0, count: window.cellCount)
        var kinds = [UInt8](repeating: ClutterObstacle.none.rawValue, count: window.cellCount)
        var voids = 0
        if let codes, let layer = source.clutter {
            for (index, code) in codes.enumerated() {
                if code.isNaN {
                    voids += 1
                    continue
                }
                let height = code >= 0 && code < Float(heightByCode.count) ? heightByCode[Int(code)] : .nan
                guard height >= 0, code == code.rounded() else {
                    throw unknownCode(code, at: index, of: window, layer: layer)
                }
                heights[index] = height
                kinds[index] = kindByCode[Int(code)]
            }
        }
        let tops = source.clutterHeights == .surface ? try surface?.values(in: window, method: .bilinear) : nil
        if let tops { Self.raise(&heights, &kinds, to: tops, over: altitudes) }
        return TerrainTile(
            window: window, groundMetres: altitudes, surfaceMetres: tops, clutterMetres: heights, clutterKinds: kinds,
            zones: try zoneCodes(in: window, altitudes: altitudes, codes: codes), clutterVoidCount: voids)
    }

    /// Gives what stands on the ground the height that the surface shows: max(0, surface − ground).
    ///
    /// A class says what it is. Where the class is none, or nothing that stands in the way, and yet something stands
    /// there, it is taken for a building, through which no ray goes.
    private static func raise(
        _ heights: inout [Float], _ kinds: inout [UInt8], to tops: [Float], over altitudes: [Float]
    ) {
        for index in tops.indices {
            let height = tops[index] - altitudes[index]
            // A void of either layer leaves the class its height.
            guard !height.isNaN else { continue }
            heights[index] = max(0, height)
            if height > 0, kinds[index] == ClutterObstacle.none.rawValue {
                kinds[index] = ClutterObstacle.buildings.rawValue
            }
        }
    }

    /// Scans a window for needed cells without ground; see `RasterReader.firstVoid`.
    ///
    /// - Throws: `unreadable-layer`, or `bad-layer-value` for an altitude that cannot be.
    public mutating func firstGroundVoid(in window: GridWindow, where isNeeded: ((Int, Int) -> Bool)? = nil)
        throws(MastheadError) -> LayerVoid?
    {
        try ground.firstVoid(in: window, method: .bilinear, where: isNeeded)
    }

    /// Refuses a window whose needed cells lie outside the surface or clutter layer, or have no zone in the zone layer.
    ///
    /// Voids that surface and clutter sources declare are no error: nothing is known to stand there. The tile counts
    /// those of the clutter.
    /// - Throws: `layer-does-not-cover`, `missing-file` for a tile that is not there, or `layer-void` for a void among
    ///   the zones, with the place.
    public mutating func requireCover(in window: GridWindow, where isNeeded: ((Int, Int) -> Bool)? = nil)
        throws(MastheadError)
    {
        // Declared voids must not hide a cell that the layer does not reach, so they are passed over here.
        if let void = try surface?.firstUncovered(in: window, where: isNeeded) { throw void.error }
        if let void = try clutter?.firstUncovered(in: window, where: isNeeded) { throw void.error }
        if let void = try zones?.firstVoid(in: window, method: .nearest, where: isNeeded) { throw void.error }
    }

    /// How many cells of a window lie beyond the outer edge of the ground, and take the value at it.
    public func cellsBeyondEdge(in window: GridWindow) -> Int { ground.cellsBeyondEdge(in: window) }

    /// Refuses a window whose needed cells lack ground or lie outside another layer, or hold what cannot be.
    ///
    /// Voids that the clutter source declares are no error: they count as bare land, and the tile counts them.
    /// - Throws: `layer-void`, `layer-does-not-cover`, `missing-file` for a tile that is not there, and what
    ///   `tile(_:)` throws.
    public mutating func check(_ window: GridWindow, where isNeeded: ((Int, Int) -> Bool)? = nil)
        throws(MastheadError)
    {
        if let void = try firstGroundVoid(in: window, where: isNeeded) { throw void.error }
        try requireCover(in: window, where: isNeeded)
        _ = try tile(window)
    }

    private mutating func zoneCodes(in window: GridWindow, altitudes: [Float], codes: [Float]?)
        throws(MastheadError) -> [UInt8]
    {
        switch source.zones {
        case .inland: return Array(repeating: ZoneCode.inland, count: window.cellCount)
        case .raster(let layer): return try rasterZones(in: window, layer: layer)
        case .derived(let limit):
            return try derivedZones(in: window, altitudes: altitudes, codes: codes ?? [], limit: Float(limit))
        }
    }

    private mutating func rasterZones(in window: GridWindow, layer: RasterLayer) throws(MastheadError) -> [UInt8] {
        let values = try zones?.values(in: window, method: .nearest) ?? []
        var result = [UInt8](repeating: ZoneCode.inland, count: window.cellCount)
        for (index, value) in values.enumerated() where value != Float(ZoneCode.inland) && !value.isNaN {
            guard value == Float(ZoneCode.sea) || value == Float(ZoneCode.coastalLand) else {
                throw MastheadError(
                    .badLayerValue, "the \(layer.role) layer holds \(value), which is no radio-climatic zone",
                    at: .layer(role: layer.role, file: layer.path, place: place(of: index, in: window)),
                    remedy: "Use the codes 1 (sea), 3 (coastal land) and 4 (inland), and declare any void value.")
            }
            result[index] = UInt8(value)
        }
        return result
    }

    private mutating func derivedZones(
        in window: GridWindow, altitudes: [Float], codes: [Float], limit: Float
    ) throws(MastheadError) -> [UInt8] {
        let grid = source.terrainGrid
        guard let coast = try seaMask?.coast(around: window, of: grid) else { return [] }
        var result = [UInt8](repeating: ZoneCode.inland, count: window.cellCount)
        for index in result.indices {
            let altitude = altitudes[index]
            guard altitude <= ZoneCode.coastalAltitudeMetres else { continue }
            let code = codes[index]
            if altitude <= limit, code >= 0, code < Float(isWaterByCode.count), isWaterByCode[Int(code)] {
                result[index] = ZoneCode.sea
            } else if coast.isNear(
                grid.centre(column: window.column + index % window.columns, row: window.row + index / window.columns))
            {
                result[index] = ZoneCode.coastalLand
            }
        }
        return result
    }

    private func unknownCode(_ code: Float, at index: Int, of window: GridWindow, layer: RasterLayer) -> MastheadError {
        let text = PlainNumber.text(Double(code))
        let table = source.clutterTable?.file ?? ""
        return MastheadError(
            .badLayerValue, "the \(layer.role) layer holds the code \(text), which \(table) does not know",
            at: .layer(role: layer.role, file: layer.path, place: place(of: index, in: window)),
            remedy: "Add a row for code \(text) to the table, or declare it as the void value with: gdal_edit.py "
                + "-a_nodata \(text) \(layer.path).")
    }

    private func place(of index: Int, in window: GridWindow) -> GeographicPosition? {
        let grid = source.terrainGrid
        let centre = grid.centre(
            column: window.column + index % window.columns, row: window.row + index / window.columns)
        return try? GridLocator(grid).geographic(of: centre)
    }
}
