import CGDAL
import MastheadCore

/// A floating-point type that pixels are read into.
protocol PixelReal: BinaryFloatingPoint, Sendable {
    /// GDAL's name of the type.
    static var foreignType: GDALDataType { get }
}

extension Float: PixelReal {
    static var foreignType: GDALDataType { GDT_Float32 }
}

extension Double: PixelReal {
    static var foreignType: GDALDataType { GDT_Float64 }
}

extension RasterFile {
    /// Reads a window that lies inside the raster: scaled values, NaN where the file declares a void.
    ///
    /// - Returns: One value per pixel, row-major, and the index of the first NaN that is stored as a value although the
    ///   file does not declare NaN to mean a void.
    /// - Throws: `unreadable-layer` with GDAL's words.
    func read<Sample: PixelReal>(_ window: GridWindow, as type: Sample.Type)
        throws(MastheadError) -> (values: [Sample], undeclaredNaN: Int?)
    {
        if Sample.self == Float.self, !facts.fitsFloat {
            let exact = try read(window, as: Double.self)
            return (exact.values.map { Sample($0) }, exact.undeclaredNaN)
        }
        var values = [Sample](repeating: 0, count: window.cellCount)
        try unsafe transfer(window, from: band, into: &values, as: Sample.foreignType)
        var mask: [UInt8] = []
        if facts.hasMask, let maskBand = unsafe GDALGetMaskBand(band) {
            mask = [UInt8](repeating: 0, count: window.cellCount)
            try unsafe transfer(window, from: maskBand, into: &mask, as: GDT_Byte)
        }
        let undeclared = markVoids(in: &values, mask: mask)
        return (values, undeclared)
    }

    private func markVoids<Sample: PixelReal>(in values: inout [Sample], mask: [UInt8]) -> Int? {
        var undeclared: Int?
        let nodata = facts.nodata.map { Sample($0) }
        let nanIsVoid = facts.nodata?.isNaN == true
        if let nodata, !nodata.isNaN {
            for index in values.indices where values[index] == nodata { values[index] = -Sample.infinity }
        }
        // Declared voids wait as −∞ while stored NaNs are told apart; a stored −∞ is no value of any layer.
        for index in mask.indices where mask[index] == 0 { values[index] = -Sample.infinity }
        let scale = Sample(facts.scale)
        let offset = Sample(facts.offset)
        let isScaled = facts.scale != 1 || facts.offset != 0
        for index in values.indices {
            let value = values[index]
            if value.isNaN {
                if !nanIsVoid, undeclared == nil { undeclared = index }
            } else if value == -Sample.infinity {
                values[index] = .nan
            } else if isScaled {
                values[index] = value * scale + offset
            }
        }
        return undeclared
    }

    private func transfer<Element>(
        _ window: GridWindow, from band: GDALRasterBandH, into buffer: inout [Element], as type: GDALDataType
    ) throws(MastheadError) {
        precondition(
            window.column >= 0 && window.row >= 0 && window.column + window.columns <= columns
                && window.row + window.rows <= rows, "the window lies inside the raster")
        let location = ErrorLocation.layer(role: role, file: path)
        let answer: (CPLErr, String?) = unsafe buffer.withUnsafeMutableBytes { bytes in
            CPLErrorReset()
            let answer = unsafe GDALRasterIO(
                band, GF_Read, Int32(window.column), Int32(window.row), Int32(window.columns), Int32(window.rows),
                bytes.baseAddress, Int32(window.columns), Int32(window.rows), type, 0, 0)
            return (answer, GDALRuntime.lastMessage())
        }
        guard answer.0 == CE_None else {
            throw MastheadError(
                .unreadableLayer,
                "columns \(window.column) to \(window.column + window.columns - 1) and rows \(window.row) to "
                    + "\(window.row + window.rows - 1) of the raster cannot be read",
                at: location,
                remedy: "Check the file with: gdalinfo -checksum \(path). Download or copy it again if it is damaged.",
                cause: answer.1)
        }
    }
}
