import CGDAL
public import MastheadCore

/// Writes a GeoPackage with one or more layers, or a GeoJSON file with one.
///
/// A handle: one thread at a time. The same features in the same order give the same bytes: the file carries no clock.
/// The file is whole only after `finish`; a writer that goes before that takes its file with it.
@safe
public struct VectorWriter: ~Copyable {
    /// The formats that are written.
    public enum Format: String, Sendable, Hashable {
        /// OGC GeoPackage, any number of layers.
        case geoPackage = "GPKG"
        /// GeoJSON (RFC 7946), one layer, always in longitude and latitude on WGS 84.
        case geoJSON = "GeoJSON"
    }

    private let path: String
    private let format: Format
    private var dataset: GDALDatasetH?
    private var layer: OGRLayerH?
    private var spec: VectorLayerSpec?

    /// Starts a file; an older one at the path is replaced.
    ///
    /// - Throws: `cannot-write` with OGR's words.
    public init(path: String, format: Format) throws(MastheadError) {
        self.path = path
        self.format = format
        for ending in ["", "-journal", "-wal", "-shm"] { unsafe VSIUnlink(path + ending) }
        // Version 1.2, which QGIS and ArcGIS of the last years open; metadata tables would bring triggers with clocks.
        let options = StringList(format == .geoPackage ? ["VERSION=1.2"] : [])
        let made: GDALDatasetH = try unsafe GDALRuntime.require({
            let driver = unsafe GDALGetDriverByName(format.rawValue)
            return unsafe GDALCreate(driver, path, 0, 0, 0, GDT_Unknown, options.pointer)
        }) { cause in Self.failure(path, cause) }
        unsafe dataset = unsafe made
        unsafe layer = nil
        // One transaction for all: without it, every row of a GeoPackage is written through to the disk.
        if format == .geoPackage { _ = unsafe GDALDatasetStartTransaction(dataset, 0) }
    }

    deinit {
        guard let dataset = unsafe dataset else { return }
        unsafe GDALClose(dataset)
        for ending in ["", "-journal", "-wal", "-shm"] { unsafe VSIUnlink(path + ending) }
    }

    /// Starts a layer; features go to the layer that was started last.
    ///
    /// - Throws: `cannot-write`, or `bad-crs`.
    public mutating func beginLayer(_ spec: VectorLayerSpec) throws(MastheadError) {
        let system = try SpatialReference(spec.referenceSystem)
        let type: OGRwkbGeometryType
        switch spec.geometryType {
        case .point: type = wkbPoint
        case .lines: type = wkbMultiLineString
        case .polygons: type = wkbMultiPolygon
        case .none: type = wkbNone
        }
        let options = StringList(
            format == .geoPackage ? ["GEOMETRY_NAME=geom", "FID=fid"] : ["RFC7946=YES", "WRITE_NAME=NO"])
        let made = try unsafe GDALRuntime.require({
            unsafe GDALDatasetCreateLayer(dataset, spec.name, system.handle, type, options.pointer)
        }) { [path] cause in Self.failure(path, cause) }
        for field in spec.fields {
            let kind: OGRFieldType
            switch field.type {
            case .integer: kind = OFTInteger64
            case .real: kind = OFTReal
            case .text: kind = OFTString
            }
            let definition = unsafe OGR_Fld_Create(field.name, kind)
            defer { unsafe OGR_Fld_Destroy(definition) }
            try GDALRuntime.checkFeatures({ unsafe OGR_L_CreateField(made, definition, 0) }) { [path] cause in
                Self.failure(path, cause)
            }
        }
        unsafe layer = unsafe made
        self.spec = spec
    }

    /// Adds a feature to the layer that was started last.
    ///
    /// - Parameters:
    ///   - geometry: The shape, in the layer's reference system; nil for none.
    ///   - values: One value per field, in the order of the layout.
    /// - Throws: `cannot-write` with OGR's words.
    public mutating func append(geometry: VectorGeometry?, values: [VectorValue]) throws(MastheadError) {
        guard let layer = unsafe layer, let spec else { preconditionFailure("a layer is started before its features") }
        precondition(values.count == spec.fields.count, "one value per field")
        let path = path
        let feature = try unsafe GDALRuntime.require({ unsafe OGR_F_Create(OGR_L_GetLayerDefn(layer)) }) { cause in
            Self.failure(path, cause)
        }
        defer { unsafe OGR_F_Destroy(feature) }
        for (index, value) in values.enumerated() {
            switch value {
            case .integer(let number): unsafe OGR_F_SetFieldInteger64(feature, Int32(index), Int64(number))
            case .real(let number): unsafe OGR_F_SetFieldDouble(feature, Int32(index), number)
            case .text(let text): unsafe OGR_F_SetFieldString(feature, Int32(index), text)
            case .null: unsafe OGR_F_SetFieldNull(feature, Int32(index))
            }
        }
        if let geometry {
            let shape = OGRShape(geometry, asMulti: spec.geometryType != .point)
            try GDALRuntime.checkFeatures({ unsafe OGR_F_SetGeometry(feature, shape.handle) }) { cause in
                Self.failure(path, cause)
            }
        }
        try GDALRuntime.checkFeatures({ unsafe OGR_L_CreateFeature(layer, feature) }) { cause in
            Self.failure(path, cause)
        }
    }

    /// Writes everything to the disk and closes the file.
    ///
    /// - Throws: `cannot-write`; no file is left then.
    public consuming func finish() throws(MastheadError) {
        let path = path
        if format == .geoPackage {
            try GDALRuntime.checkFeatures({ unsafe GDALDatasetCommitTransaction(dataset) }) { cause in
                Self.failure(path, cause)
            }
        }
        CPLErrorReset()
        unsafe GDALClose(dataset)
        unsafe dataset = nil
        guard CPLGetLastErrorType() != CE_Failure else {
            let cause = GDALRuntime.lastMessage()
            unsafe VSIUnlink(path)
            throw Self.failure(path, cause)
        }
    }

    private static func failure(_ path: String, _ cause: String?) -> MastheadError {
        MastheadError(
            .cannotWrite, "the vector file cannot be written", at: .file(path),
            remedy: "Check that the folder exists, that it may be written, and that the disk has room.", cause: cause)
    }
}
