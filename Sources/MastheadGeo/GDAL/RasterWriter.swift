import CGDAL
public import MastheadCore

/// Writes a raster window by window and ends with one Cloud Optimized GeoTIFF.
///
/// A handle: one thread at a time. The windows go to an uncompressed scratch file, which is deleted with the writer, also
/// when something fails; nothing appears at the final path before `finish`. The same values give the same bytes, whatever
/// the order of the windows: the final file is written in one pass by one thread and holds no clock. Cells that are never
/// written hold the void value, or zero where none is declared.
@safe
public struct RasterWriter: ~Copyable {
    private let scratchPath: String
    private let dataset: GDALDatasetH
    private let band: GDALRasterBandH
    private let type: RasterSampleType

    /// Starts a raster with the cells of a grid.
    ///
    /// - Parameters:
    ///   - scratchPath: Where the uncompressed file may lie until the writer goes; an older file there is replaced.
    ///   - grid: Gives reference system, place and size.
    ///   - type: The type of the stored numbers.
    ///   - nodata: The stored value that means "no value here".
    ///   - unit: The unit of stored · scale + offset, such as `dBm`.
    ///   - bandDescription: What the values are, one line.
    ///   - scale: Value of one step of the stored number; 0.01 for hundredths.
    ///   - offset: Value of a stored zero.
    ///   - metadata: Further facts by key, kept in the file.
    /// - Throws: `cannot-write`.
    public init(
        scratchPath: String, grid: Grid, type: RasterSampleType, nodata: Double?, unit: String, bandDescription: String,
        scale: Double = 1, offset: Double = 0, metadata: [String: String] = [:]
    ) throws(MastheadError) {
        try self.init(
            scratchPath: scratchPath, referenceSystem: grid.referenceSystem, pixels: PixelTransform(grid),
            columns: grid.columns, rows: grid.rows, type: type, nodata: nodata, unit: unit,
            bandDescription: bandDescription, scale: scale, offset: offset, metadata: metadata)
    }

    /// Starts a raster in any reference system.
    ///
    /// - Parameters:
    ///   - referenceSystem: The system of the pixels; nil leaves the file without one, as some sources do.
    ///   - pixels: Where the pixels lie in its plane.
    /// - Throws: `cannot-write`, or `bad-crs`.
    public init(
        scratchPath: String, referenceSystem: ReferenceSystem?, pixels: PixelTransform, columns: Int, rows: Int,
        type: RasterSampleType, nodata: Double?, unit: String = "", bandDescription: String = "", scale: Double = 1,
        offset: Double = 0, metadata: [String: String] = [:]
    ) throws(MastheadError) {
        GDALRuntime.prepare()
        let created = try unsafe Self.create(scratchPath, columns: columns, rows: rows, type: type)
        do throws(MastheadError) {
            guard let band = unsafe GDALGetRasterBand(created, 1) else { throw Self.failure(scratchPath, nil) }
            if let referenceSystem {
                let system = try SpatialReference(referenceSystem)
                try GDALRuntime.check({ unsafe GDALSetSpatialRef(created, system.handle) }) { cause in
                    Self.failure(scratchPath, cause)
                }
            }
            try unsafe Self.describe(created, band, metadata: metadata, unit: unit, description: bandDescription)
            try GDALRuntime.check({
                var numbers = [pixels.west, pixels.columnX, pixels.rowX, pixels.north, pixels.columnY, pixels.rowY]
                return unsafe GDALSetGeoTransform(created, &numbers)
            }) { cause in Self.failure(scratchPath, cause) }
            if let nodata { _ = unsafe GDALSetRasterNoDataValue(band, nodata) }
            if scale != 1 || offset != 0 {
                _ = unsafe GDALSetRasterScale(band, scale)
                _ = unsafe GDALSetRasterOffset(band, offset)
            }
            self.scratchPath = scratchPath
            self.type = type
            unsafe self.dataset = unsafe created
            unsafe self.band = unsafe band
        } catch {
            unsafe GDALClose(created)
            unsafe VSIUnlink(scratchPath)
            throw error
        }
    }

    deinit {
        unsafe GDALClose(dataset)
        unsafe VSIUnlink(scratchPath)
    }

    /// Gives the classes of a `uint8` raster their colours, by code; to be called before the first `write`.
    ///
    /// - Throws: `cannot-write`.
    public func setColorTable(_ colors: [UInt8: RasterColor]) throws(MastheadError) {
        precondition(type == .uint8, "colours belong to classes")
        guard let table = unsafe GDALCreateColorTable(GPI_RGB) else { throw Self.failure(scratchPath, nil) }
        defer { unsafe GDALDestroyColorTable(table) }
        // Codes without a colour stay invisible rather than black.
        for code in 0...UInt8.max {
            let color = colors[code] ?? RasterColor(red: 0, green: 0, blue: 0, alpha: 0)
            var entry = GDALColorEntry(
                c1: Int16(color.red), c2: Int16(color.green), c3: Int16(color.blue), c4: Int16(color.alpha))
            unsafe GDALSetColorEntry(table, Int32(code), &entry)
        }
        try GDALRuntime.check({ unsafe GDALSetRasterColorTable(band, table) }) { cause in
            Self.failure(scratchPath, cause)
        }
    }

    /// Writes a window, one value per cell, row-major; windows may come in any order.
    ///
    /// - Throws: `cannot-write`.
    public func write<Sample: RasterSample>(_ values: [Sample], window: GridWindow) throws(MastheadError) {
        precondition(Sample.sampleType == type, "the values have the type of the raster")
        precondition(values.count == window.cellCount, "one value for each cell of the window")
        try GDALRuntime.check({
            unsafe values.withUnsafeBytes { bytes in
                unsafe GDALRasterIO(
                    band, GF_Write, Int32(window.column), Int32(window.row), Int32(window.columns), Int32(window.rows),
                    UnsafeMutableRawPointer(mutating: bytes.baseAddress), Int32(window.columns), Int32(window.rows),
                    type.foreignType, 0, 0)
            }
        }) { cause in Self.failure(scratchPath, cause) }
    }

    /// Writes the final file, with overviews, and deletes the scratch file.
    ///
    /// - Parameters:
    ///   - path: Where the file goes; what fails leaves nothing there. A caller that replaces a product gives a temporary
    ///     name and renames.
    ///   - overviewResampling: How the overviews are made.
    /// - Throws: `cannot-write`.
    public consuming func finish(
        cloudOptimizedAt path: String, overviewResampling: OverviewResampling = .nearest
    ) throws(MastheadError) {
        CPLErrorReset()
        unsafe GDALFlushCache(dataset)
        if CPLGetLastErrorType() == CE_Failure { throw Self.failure(scratchPath, GDALRuntime.lastMessage()) }
        try unsafe CloudOptimizedFile.write(dataset, to: path, type: type, overviewResampling: overviewResampling)
    }

    private static func create(_ path: String, columns: Int, rows: Int, type: RasterSampleType)
        throws(MastheadError) -> GDALDatasetH
    {
        let options = StringList(options: [
            "TILED": "YES", "BLOCKXSIZE": "256", "BLOCKYSIZE": "256", "SPARSE_OK": "TRUE", "BIGTIFF": "IF_SAFER",
        ])
        return try unsafe GDALRuntime.require({
            let driver = unsafe GDALGetDriverByName("GTiff")
            return unsafe GDALCreate(driver, path, Int32(columns), Int32(rows), 1, type.foreignType, options.pointer)
        }) { cause in failure(path, cause) }
    }

    static func describe(
        _ dataset: GDALDatasetH, _ band: GDALRasterBandH, metadata: [String: String], unit: String, description: String
    ) throws(MastheadError) {
        for key in metadata.keys.sorted() {
            _ = unsafe GDALSetMetadataItem(dataset, key, metadata[key], nil)
        }
        if !unit.isEmpty { _ = unsafe GDALSetRasterUnitType(band, unit) }
        if !description.isEmpty { unsafe GDALSetDescription(band, description) }
    }

    static func failure(_ path: String, _ cause: String?) -> MastheadError {
        MastheadError(
            .cannotWrite, "the raster cannot be written", at: .file(path),
            remedy: "Make room on the disk, and check that the folder exists and may be written to.", cause: cause)
    }
}

extension RasterSampleType {
    /// GDAL's name of the type.
    var foreignType: GDALDataType {
        switch self {
        case .uint8: GDT_Byte
        case .int16: GDT_Int16
        case .uint32: GDT_UInt32
        case .float32: GDT_Float32
        }
    }
}
