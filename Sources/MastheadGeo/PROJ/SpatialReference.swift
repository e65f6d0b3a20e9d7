import CGDAL
import MastheadCore

/// A reference system as GDAL holds it, longitude or easting first; one thread at a time.
@safe
struct SpatialReference: ~Copyable {
    /// The foreign handle, for calls that borrow it.
    let handle: OGRSpatialReferenceH

    /// The handle for a reference system.
    ///
    /// - Throws: `bad-crs` when GDAL cannot read the definition.
    init(_ system: ReferenceSystem, at location: ErrorLocation = .none) throws(MastheadError) {
        let made = unsafe OSRNewSpatialReference(nil)
        do {
            try GDALRuntime.checkFeatures({ unsafe OSRSetFromUserInput(made, system.definition) }) { cause in
                MastheadError(
                    .badReferenceSystem, "GDAL cannot read the reference system \(system.name)", at: location,
                    remedy: "Give an authority code such as \"EPSG:4326\", WKT, or a PROJ string.", cause: cause)
            }
        } catch {
            unsafe OSRRelease(made)
            throw error
        }
        guard let made = unsafe made else { preconditionFailure("GDAL gives an empty reference system") }
        unsafe OSRSetAxisMappingStrategy(made, OAMS_TRADITIONAL_GIS_ORDER)
        // A PROJ string carries no name; files that people open should not say "unknown".
        if let name = system.equalAreaName { _ = unsafe OSRSetProjCS(made, name) }
        unsafe handle = made
    }

    deinit { unsafe OSRRelease(handle) }

    /// The reference system of a foreign handle that stays with its owner; nil when there is none or it is empty.
    static func referenceSystem(of handle: OGRSpatialReferenceH?) -> ReferenceSystem? {
        guard let handle = unsafe handle else { return nil }
        if let code = unsafe authority(of: handle) { return ReferenceSystem(definition: code) }
        var text: UnsafeMutablePointer<CChar>?
        let options = StringList(["FORMAT=WKT2_2019", "MULTILINE=NO"])
        let answer = unsafe OSRExportToWktEx(handle, &text, options.constPointer)
        defer { unsafe VSIFree(text) }
        guard answer == OGRERR_NONE, let wkt = unsafe text else { return nil }
        let definition = unsafe String(cString: wkt)
        return definition.isEmpty ? nil : ReferenceSystem(definition: definition)
    }

    /// `EPSG:4326` and the like, where the register's entry is the same system as the one in hand.
    private static func authority(of handle: OGRSpatialReferenceH) -> String? {
        guard let name = unsafe OSRGetAuthorityName(handle, nil), let code = unsafe OSRGetAuthorityCode(handle, nil)
        else { return nil }
        let text = unsafe "\(String(cString: name)):\(String(cString: code))"
        guard let registered = unsafe OSRNewSpatialReference(nil) else { return nil }
        defer { unsafe OSRRelease(registered) }
        guard unsafe OSRSetFromUserInput(registered, text) == OGRERR_NONE else { return nil }
        unsafe OSRSetAxisMappingStrategy(registered, OSRGetAxisMappingStrategy(handle))
        return unsafe OSRIsSame(registered, handle) != 0 ? text : nil
    }
}
