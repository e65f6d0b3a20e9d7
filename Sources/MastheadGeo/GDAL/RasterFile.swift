import CGDAL
import Foundation
import MastheadCore

/// One opened raster file, first band; closed with the value, one thread at a time.
@safe
struct RasterFile: ~Copyable {
    /// The path as it was opened.
    let path: String
    let role: String
    let columns: Int
    let rows: Int
    let pixels: PixelTransform
    let facts: BandFacts
    let dataset: GDALDatasetH
    let band: GDALRasterBandH

    /// What the band says about its values.
    struct BandFacts: Hashable {
        /// GDAL's name of the data type, such as `Int16`.
        var type: String
        /// The declared void value, as the data type can hold it.
        var nodata: Double?
        /// Whether voids are marked by a mask or alpha band of their own.
        var hasMask: Bool
        /// Value = stored · scale + offset.
        var scale: Double
        var offset: Double
        /// The unit as the file writes it; empty when it says nothing.
        var unit: String
        /// Whether a 32-bit float holds every stored value.
        var fitsFloat: Bool { ["Byte", "Int8", "Int16", "UInt16", "Float32"].contains(type) }
    }

    /// Opens a file for reading.
    ///
    /// - Throws: `missing-file`, or `unreadable-layer` with GDAL's words.
    init(role: String, path: String) throws(MastheadError) {
        let location = ErrorLocation.layer(role: role, file: path)
        let opened = try unsafe Self.openDataset(path, at: location)
        do throws(MastheadError) {
            guard let band = unsafe GDALGetRasterBand(opened, 1) else { throw Self.noBand(at: location) }
            let facts = try unsafe Self.facts(of: band, in: opened, at: location)
            let pixels = try unsafe Self.pixels(of: opened, at: location)
            self.path = path
            self.role = role
            self.columns = Int(unsafe GDALGetRasterXSize(opened))
            self.rows = Int(unsafe GDALGetRasterYSize(opened))
            self.pixels = pixels
            self.facts = facts
            unsafe self.dataset = unsafe opened
            unsafe self.band = unsafe band
        } catch {
            unsafe GDALClose(opened)
            throw error
        }
    }

    deinit { unsafe GDALClose(dataset) }

    /// The short name of the driver that reads the file.
    var driver: String {
        guard let driver = unsafe GDALGetDatasetDriver(dataset), let name = unsafe GDALGetDriverShortName(driver) else {
            return ""
        }
        return unsafe String(cString: name)
    }

    /// The reference system that the file carries.
    ///
    /// - Throws: `bad-crs` when it carries none, or one without a place on Earth.
    func referenceSystem() throws(MastheadError) -> ReferenceSystem {
        let location = ErrorLocation.layer(role: role, file: path)
        guard let system = unsafe SpatialReference.referenceSystem(of: GDALGetSpatialRef(dataset)) else {
            throw MastheadError(
                .badReferenceSystem, "the raster carries no reference system", at: location,
                remedy: "Find it out from the source and assign it, for example with: gdal_edit.py -a_srs EPSG:4326 "
                    + "\(path).")
        }
        try system.validate(at: location)
        return system
    }

    /// All files that GDAL reads for this one: itself, its masks, overviews, side-car files and sources.
    var files: [String] {
        guard let list = unsafe GDALGetFileList(dataset) else { return [path] }
        defer { unsafe CSLDestroy(list) }
        return unsafe StringList.texts(of: list)
    }

    private static func openDataset(_ path: String, at location: ErrorLocation) throws(MastheadError) -> GDALDatasetH {
        // A name with a colon may be a subdataset (NETCDF:"file":variable); GDAL decides about those.
        guard path.hasPrefix("/vsi") || path.contains(":") || FileManager.default.fileExists(atPath: path) else {
            throw MastheadError(
                .missingFile, "there is no file \(path)", at: location,
                remedy: "Put the raster there, or correct the path of the layer.")
        }
        let flags = UInt32(GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR)
        return try unsafe GDALRuntime.require({ unsafe GDALOpenEx(path, flags, nil, nil, nil) }) { cause in
            MastheadError(
                .unreadableLayer, "the raster cannot be opened", at: location,
                remedy: "Check the file with: gdalinfo \(path). Download or copy it again if it is cut short.",
                cause: cause)
        }
    }

    private static func noBand(at location: ErrorLocation) -> MastheadError {
        MastheadError(
            .unreadableLayer, "the raster has no band of values", at: location,
            remedy: "Name one of its subdatasets as gdalinfo lists them, or convert it with gdal_translate.")
    }

    private static func pixels(of dataset: GDALDatasetH, at location: ErrorLocation) throws(MastheadError)
        -> PixelTransform
    {
        var numbers = [Double](repeating: 0, count: 6)
        let answer = unsafe GDALGetGeoTransform(dataset, &numbers)
        let map = PixelTransform(
            west: numbers[0], columnX: numbers[1], rowX: numbers[2], north: numbers[3], columnY: numbers[4],
            rowY: numbers[5])
        guard answer == CE_None, map.determinant != 0, map.determinant.isFinite else {
            throw MastheadError(
                .unreadableLayer, "the raster does not say where its pixels lie (it has no geotransform)", at: location,
                remedy: "Bring it onto an upright grid with: gdalwarp IN OUT.tif, or restore its world file.")
        }
        return map
    }

    private static func facts(
        of band: GDALRasterBandH, in dataset: GDALDatasetH, at location: ErrorLocation
    ) throws(MastheadError) -> BandFacts {
        let type = unsafe GDALGetRasterDataType(band)
        let typeName = unsafe GDALGetDataTypeName(type).map { unsafe String(cString: $0) } ?? "Unknown"
        let count = unsafe GDALGetRasterCount(dataset)
        // A second band is either the mask of the first, or a sign that this is a picture or a stack.
        for number in 1...count where number > 1 {
            let other = unsafe GDALGetRasterBand(dataset, number)
            guard unsafe GDALGetRasterColorInterpretation(other) != GCI_AlphaBand else { continue }
            throw MastheadError(
                .unreadableLayer, "the raster has \(count) bands of values where one is expected", at: location,
                remedy: "Take the band that is meant with: gdal_translate -b 1 IN OUT.tif.")
        }
        guard GDALDataTypeIsComplex(type) == 0, type != GDT_Unknown else {
            throw MastheadError(
                .unreadableLayer, "the raster holds \(typeName) values", at: location,
                remedy: "Convert it to real numbers with: gdal_translate -ot Float32 IN OUT.tif.")
        }
        let mask = unsafe GDALGetMaskFlags(band)
        let unit = unsafe GDALGetRasterUnitType(band).map { unsafe String(cString: $0) } ?? ""
        let scale = unsafe GDALGetRasterScale(band, nil)
        return BandFacts(
            type: typeName, nodata: unsafe nodata(of: band, type: type),
            hasMask: mask & (GMF_ALL_VALID | GMF_NODATA) == 0, scale: scale == 0 ? 1 : scale,
            offset: unsafe GDALGetRasterOffset(band, nil), unit: unit)
    }

    private static func nodata(of band: GDALRasterBandH, type: GDALDataType) -> Double? {
        var declared: Int32 = 0
        let value = unsafe GDALGetRasterNoDataValue(band, &declared)
        guard declared != 0 else { return nil }
        guard type == GDT_Float32, value.isFinite else { return value }
        // Files write −3.4e38 with few digits; what the pixels hold is the float next to it.
        let limit = Float.greatestFiniteMagnitude
        return Double(Swift.min(limit, Swift.max(-limit, Float(value))))
    }
}
