import CGDAL
import Foundation
import MastheadCore

/// What a VRT file is made of: the files behind it, and the pixels that they fill.
///
/// GDAL passes over a source that is missing and fills gaps between sources with zeros, so both are read from the VRT's
/// own text before any pixel is.
struct RasterVirtual {
    /// The sources, as paths that can be opened from here.
    var sources: [String] = []
    /// The pixels that sources fill, as windows; nil when the VRT does not say (a warped one, for example).
    var filled: [GridWindow]? = []

    /// Reads a VRT and looks into every source, and into VRTs among them.
    ///
    /// - Throws: `missing-file` naming a source that is not there; `unreadable-layer` for one that cannot be opened, or
    ///   for a VRT that would turn the voids of its sources into zeros.
    static func inspect(role: String, path: String, depth: Int = 0) throws(MastheadError) -> RasterVirtual {
        let location = ErrorLocation.layer(role: role, file: path)
        guard depth < 8 else {
            throw MastheadError(
                .unreadableLayer, "the VRT refers to VRTs more than 8 deep", at: location,
                remedy: "Build one VRT over the tiles themselves with gdalbuildvrt.")
        }
        let tree = try unsafe GDALRuntime.require({ unsafe CPLParseXMLFile(path) }) { cause in
            MastheadError(
                .unreadableLayer, "the VRT is not XML that GDAL reads", at: location,
                remedy: "Build it again with gdalbuildvrt.", cause: cause)
        }
        defer { unsafe CPLDestroyXMLNode(tree) }
        var result = RasterVirtual()
        let folder = URL(filePath: path).deletingLastPathComponent().path
        try unsafe result.visit(tree, folder: folder, location: location)
        for source in result.sources { try check(source, of: path, role: role, depth: depth) }
        return result
    }

    private static func check(_ source: String, of path: String, role: String, depth: Int) throws(MastheadError) {
        let location = ErrorLocation.layer(role: role, file: path)
        // A name with a colon may be a subdataset; GDAL decides about those.
        guard source.hasPrefix("/vsi") || source.contains(":") || FileManager.default.fileExists(atPath: source) else {
            throw MastheadError(
                .missingFile, "the VRT needs \(source), which is not there", at: location,
                remedy: "Put the file there, or build the VRT again with gdalbuildvrt from the tiles that exist.")
        }
        let file: RasterFile
        do {
            file = try RasterFile(role: role, path: source)
        } catch {
            throw error.located(at: location)
        }
        if file.driver == "VRT" { _ = try inspect(role: role, path: source, depth: depth + 1) }
    }

    private mutating func visit(
        _ node: UnsafeMutablePointer<CPLXMLNode>, folder: String, location: ErrorLocation
    ) throws(MastheadError) {
        var next: UnsafeMutablePointer<CPLXMLNode>? = unsafe node
        while let current = unsafe next {
            unsafe next = current.pointee.psNext
            guard unsafe current.pointee.eType == CXT_Element else { continue }
            switch unsafe String(cString: current.pointee.pszValue) {
            case "SourceFilename", "SourceDataset":
                unsafe addSource(current, folder: folder)
            case "SimpleSource", "ComplexSource", "AveragedSource", "KernelFilteredSource", "NoDataFromMaskSource":
                unsafe addWindow(of: current)
                try unsafe visitChildren(of: current, folder: folder, location: location)
            case "VRTRasterBand":
                try unsafe requireVoidsStayVoid(current, at: location)
                if unsafe CPLGetXMLValue(current, "subClass", nil) != nil { filled = nil }
                try unsafe visitChildren(of: current, folder: folder, location: location)
            default:
                try unsafe visitChildren(of: current, folder: folder, location: location)
            }
        }
    }

    private mutating func visitChildren(
        of node: UnsafeMutablePointer<CPLXMLNode>, folder: String, location: ErrorLocation
    ) throws(MastheadError) {
        guard let child = unsafe node.pointee.psChild else { return }
        try unsafe visit(child, folder: folder, location: location)
    }

    private mutating func addSource(_ node: UnsafeMutablePointer<CPLXMLNode>, folder: String) {
        guard let text = unsafe CPLGetXMLValue(node, "", nil) else { return }
        let name = unsafe String(cString: text)
        let relative = unsafe CPLGetXMLValue(node, "relativeToVRT", "0").map { unsafe String(cString: $0) } ?? "0"
        sources.append(relative == "1" ? URL(filePath: folder).appending(path: name).path : name)
    }

    /// Takes the pixels that a source fills; a source without them fills the whole raster.
    private mutating func addWindow(of node: UnsafeMutablePointer<CPLXMLNode>) {
        func number(_ key: String) -> Double? {
            unsafe CPLGetXMLValue(node, key, nil).flatMap { unsafe Double(String(cString: $0)) }
        }
        guard let left = number("DstRect.xOff"), let top = number("DstRect.yOff"), let width = number("DstRect.xSize"),
            let height = number("DstRect.ySize"), abs(left) < 1e9, abs(top) < 1e9, abs(width) < 1e9, abs(height) < 1e9
        else {
            filled = nil
            return
        }
        // A pixel that a source touches only in part still comes from it: GDAL rounds the same way.
        let column = Int((left + 0.001).rounded(.down))
        let row = Int((top + 0.001).rounded(.down))
        filled?.append(
            GridWindow(
                column: column, row: row, columns: Int((left + width - 0.001).rounded(.up)) - column,
                rows: Int((top + height - 0.001).rounded(.up)) - row))
    }

    private func requireVoidsStayVoid(
        _ band: UnsafeMutablePointer<CPLXMLNode>, at location: ErrorLocation
    ) throws(MastheadError) {
        guard unsafe CPLGetXMLValue(band, "ComplexSource.NODATA", nil) != nil,
            unsafe CPLGetXMLValue(band, "NoDataValue", nil) == nil
        else { return }
        throw MastheadError(
            .unreadableLayer, "the VRT drops the voids of its sources and shows zeros in their place", at: location,
            remedy: "Build it again with a void value, for example: gdalbuildvrt -vrtnodata -32768 OUT.vrt TILES.")
    }
}
