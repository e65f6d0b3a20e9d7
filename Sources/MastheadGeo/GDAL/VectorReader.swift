import CGDAL
import Foundation
public import MastheadCore

/// Reads the features of one layer of a vector file: GeoJSON, GeoPackage, Shapefile, and whatever else OGR reads.
///
/// A handle: one thread at a time.
@safe
public struct VectorReader: ~Copyable {
    /// The file as it was opened.
    public let path: String
    /// The name of the layer that is read.
    public let layerName: String
    /// The names of the fields, in the order of the file.
    public let fieldNames: [String]
    /// The reference system of the shapes; nil when the file carries none.
    public let referenceSystem: ReferenceSystem?
    /// Every file that is read for this one, sorted: side-car files too.
    public let files: [String]
    private let dataset: GDALDatasetH
    private let layer: OGRLayerH

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - layer: The layer in it; may be left out where the file has only one.
    /// - Throws: `missing-file`, `unreadable-layer` with OGR's words, or `unknown-name` for a layer that is not there.
    public init(path: String, layer: String? = nil) throws(MastheadError) {
        let opened = try unsafe Self.open(path)
        do throws(MastheadError) {
            let found = try unsafe Self.layer(layer, of: opened, path: path)
            let definition = unsafe OGR_L_GetLayerDefn(found)
            self.path = path
            self.layerName = unsafe String(cString: OGR_L_GetName(found))
            let fieldCount = unsafe OGR_FD_GetFieldCount(definition)
            self.fieldNames = (0..<fieldCount).map { index in
                unsafe String(cString: OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, index)))
            }
            self.referenceSystem = unsafe SpatialReference.referenceSystem(of: OGR_L_GetSpatialRef(found))
            self.files = unsafe Self.files(of: opened, path: path)
            unsafe self.dataset = unsafe opened
            unsafe self.layer = unsafe found
        } catch {
            unsafe GDALClose(opened)
            throw error
        }
    }

    deinit { unsafe GDALClose(dataset) }

    /// Whether the layer has no features.
    var isEmpty: Bool { unsafe OGR_L_GetFeatureCount(layer, 1) == 0 }

    /// Hands over all features in the order of the file.
    ///
    /// - Throws: `unreadable-layer` when the file breaks off, and whatever `body` throws.
    public func forEach(_ body: (VectorFeature) throws(MastheadError) -> Void) throws(MastheadError) {
        unsafe OGR_L_ResetReading(layer)
        var number = 0
        while true {
            CPLErrorReset()
            guard let feature = unsafe OGR_L_GetNextFeature(layer) else { break }
            number += 1
            let value = VectorFeature(
                number: number, fields: unsafe fields(of: feature),
                geometry: unsafe OGRShape.geometry(of: OGR_F_GetGeometryRef(feature)),
                heights: unsafe OGRShape.heights(of: OGR_F_GetGeometryRef(feature)))
            unsafe OGR_F_Destroy(feature)
            try body(value)
        }
        guard CPLGetLastErrorType() != CE_Failure else {
            throw Self.unreadable(path, "the file cannot be read after feature \(number)", GDALRuntime.lastMessage())
        }
    }

    private func fields(of feature: OGRFeatureH) -> [String: String] {
        var values: [String: String] = [:]
        for (index, name) in fieldNames.enumerated() {
            guard unsafe OGR_F_IsFieldSetAndNotNull(feature, Int32(index)) != 0,
                let text = unsafe OGR_F_GetFieldAsString(feature, Int32(index))
            else { continue }
            values[name] = unsafe String(cString: text)
        }
        return values
    }

    private static func open(_ path: String) throws(MastheadError) -> GDALDatasetH {
        guard path.hasPrefix("/vsi") || FileManager.default.fileExists(atPath: path) else {
            throw MastheadError(
                .missingFile, "there is no file \(path)", at: .file(path),
                remedy: "Put the file there, or correct its path in the job.")
        }
        let flags = UInt32(GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR)
        return try unsafe GDALRuntime.require({ unsafe GDALOpenEx(path, flags, nil, nil, nil) }) { cause in
            unreadable(path, "the file is not a vector file that OGR reads", cause)
        }
    }

    private static func unreadable(_ path: String, _ problem: String, _ cause: String?) -> MastheadError {
        MastheadError(
            .unreadableLayer, problem, at: .file(path),
            remedy: "Check the file with: ogrinfo -so \(path). Copy or export it again if it is cut short.",
            cause: cause)
    }

    private static func layer(_ name: String?, of dataset: GDALDatasetH, path: String) throws(MastheadError)
        -> OGRLayerH
    {
        let count = unsafe GDALDatasetGetLayerCount(dataset)
        let layers = unsafe (0..<count).compactMap { unsafe GDALDatasetGetLayer(dataset, $0) }
        let names = unsafe layers.map { unsafe String(cString: OGR_L_GetName($0)) }
        guard let name else {
            guard names.count <= 1 else {
                throw MastheadError(
                    .unknownName, "the file has \(names.count) layers, and none is named", at: .file(path),
                    remedy: "Name the layer, one of: \(names.joined(separator: ", ")).")
            }
            guard let only = unsafe layers.first else {
                throw MastheadError(
                    .unreadableLayer, "the file has no layer", at: .file(path),
                    remedy: "Export the layer again, and check it with: ogrinfo \(path).")
            }
            return unsafe only
        }
        guard let index = names.firstIndex(of: name) else {
            let nearest = NearestName.suggestion(for: name, among: names)
            throw MastheadError(
                .unknownName, "the file has no layer \"\(name)\"", at: .file(path),
                remedy: nearest.map { "Write \($0)." } ?? "Use one of its layers: \(names.joined(separator: ", ")).")
        }
        return unsafe layers[index]
    }

    private static func files(of dataset: GDALDatasetH, path: String) -> [String] {
        guard let list = unsafe GDALGetFileList(dataset) else { return [path] }
        defer { unsafe CSLDestroy(list) }
        let files = unsafe StringList.texts(of: list)
        return files.isEmpty ? [path] : files.sorted()
    }
}

extension VectorReader {
    /// Refuses a field that the layer does not have.
    ///
    /// - Throws: `unknown-name` with the nearest name, or with all names.
    func requireField(_ name: String, for purpose: String) throws(MastheadError) {
        guard !fieldNames.contains(name) else { return }
        let nearest = NearestName.suggestion(for: name, among: fieldNames)
        let known = fieldNames.isEmpty ? "(it has none)" : fieldNames.joined(separator: ", ")
        throw MastheadError(
            .unknownName, "the file has no field \"\(name)\" for \(purpose)", at: .file(path),
            remedy: nearest.map { "Write \($0)." } ?? "Use one of its fields: \(known).")
    }
}
