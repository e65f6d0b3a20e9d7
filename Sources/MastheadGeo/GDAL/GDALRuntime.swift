import CGDAL
import MastheadCore

/// GDAL as this program uses it: drivers registered once, quiet, offline, and without a clock.
///
/// GDAL keeps its last error per thread, so the words of a failed call are read in the same breath as the call: between
/// the two nothing may throw, and nothing may hand the thread to another task.
package enum GDALRuntime {
    /// The most that GDAL may keep of decoded blocks, for all threads together, bytes.
    static let blockCacheBytes: Int64 = 64 << 20

    /// Drivers that would reach over the network: a layer is what lies on the disk, or it is an error.
    private static let networkDrivers = [
        "HTTP", "WMS", "WMTS", "WCS", "OGCAPI", "EEDA", "EEDAI", "PLMOSAIC", "PLSCENES", "DAAS", "WFS", "OAPIF", "CSW",
        "CARTO", "AmigoCloud", "Elastic", "NGW", "STACTA", "STACIT",
    ]

    private static let prepared: Bool = {
        let options = [
            "GDAL_SKIP": networkDrivers.joined(separator: " "),
            // Rows of a GeoPackage's own tables would otherwise carry the time of writing.
            "OGR_CURRENT_DATE": "2000-01-01T00:00:00.000Z",
            // One thread per handle: bytes must not depend on how blocks are shared out.
            "GDAL_NUM_THREADS": "1",
            // A pixel-is-point GeoTIFF is moved by half a pixel, whatever the environment says.
            "GTIFF_POINT_GEO_IGNORE": "NO",
        ]
        for (key, value) in options { unsafe CPLSetConfigOption(key, value) }
        unsafe CPLSetErrorHandler(CPLQuietErrorHandler)
        GDALAllRegister()
        GDALSetCacheMax64(blockCacheBytes)
        OSRSetPROJEnableNetwork(0)
        return true
    }()

    /// Registers the drivers and settles the options; calling it again costs nothing.
    package static func prepare() { _ = prepared }

    /// The value of a foreign call that answers nil when it fails.
    ///
    /// - Parameters:
    ///   - call: The foreign call alone.
    ///   - failure: Makes the error from GDAL's own words.
    static func require<Value>(_ call: () -> Value?, orThrow failure: (String?) -> MastheadError)
        throws(MastheadError) -> Value
    {
        prepare()
        CPLErrorReset()
        guard let value = call() else { throw failure(lastMessage()) }
        return value
    }

    /// Runs a foreign call that answers with an error class.
    static func check(_ call: () -> CPLErr, orThrow failure: (String?) -> MastheadError) throws(MastheadError) {
        prepare()
        CPLErrorReset()
        let answer = call()
        guard answer == CE_None || answer == CE_Debug || answer == CE_Warning else { throw failure(lastMessage()) }
    }

    /// Runs a foreign call of OGR or OSR that answers zero when it succeeds.
    static func checkFeatures(_ call: () -> OGRErr, orThrow failure: (String?) -> MastheadError)
        throws(MastheadError)
    {
        prepare()
        CPLErrorReset()
        let answer = call()
        guard answer == OGRERR_NONE else { throw failure(lastMessage()) }
    }

    /// What GDAL said last on this thread; nil when it said nothing.
    static func lastMessage() -> String? {
        guard let text = unsafe CPLGetLastErrorMsg() else { return nil }
        let message = unsafe String(cString: text)
        return message.isEmpty ? nil : message
    }

    /// The version of GDAL, for the manifest.
    package static var version: String { unsafe String(cString: GDALVersionInfo("RELEASE_NAME")) }

    /// The version of PROJ, for the manifest.
    package static var projVersion: String { ProjectionObject.version }
}
