import Foundation
public import MastheadCore
public import MastheadGeo
import MastheadPlanning

/// The folder of one site's result: an earlier result gives way to a new one, and nothing else is touched.
public struct SiteFolder: Sendable {
    /// The folder.
    public let path: String

    /// Looks at a folder before anything is computed.
    ///
    /// - Throws: `cannot-write` where it holds anything but an earlier result.
    public init(path: String, at location: ErrorLocation) throws(MastheadError) {
        self.path = path
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
        let names = isFolder.boolValue ? (try? FileManager.default.contentsOfDirectory(atPath: path)) : nil
        guard let names else {
            throw MastheadError(
                .cannotWrite, "\(path) is a file, or may not be read", at: location,
                remedy: "Name a folder that does not exist yet, such as \(path)-coverage.")
        }
        guard !names.isEmpty, earlier == nil else { return }
        throw MastheadError(
            .cannotWrite, "the folder \(path) holds files that are not an earlier result of this command", at: location,
            remedy: "Name a folder that is empty or does not exist yet, such as \(path)/coverage.")
    }

    /// The report of an earlier result, finished or not.
    private var earlier: SiteReport? {
        guard let report = try? JSONFile.read(SiteReport.self, from: "\(path)/\(SiteReport.fileName)") else {
            return nil
        }
        return report.command == SiteReport.commandName ? report : nil
    }

    /// Makes the folder, removes the rasters of an earlier result, and says which ones will be written.
    ///
    /// - Throws: `cannot-write`, also where a file of somebody else has the name of a raster.
    public func begin(_ report: SiteReport) throws(MastheadError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw MastheadError(
                .cannotWrite, "the folder cannot be made", at: .file(path),
                remedy: "Make the folder above it writable, or name another one.", cause: error.localizedDescription)
        }
        let old = earlier?.files ?? []
        for name in report.files where !old.contains(name) && FileManager.default.fileExists(atPath: "\(path)/\(name)")
        {
            throw MastheadError(
                .cannotWrite, "there is a file of that name which is no part of the earlier result",
                at: .file("\(path)/\(name)"), remedy: "Move the file away, or name another folder.")
        }
        AtomicFile.removeLeftovers(in: path)
        var unfinished = report
        unfinished.isFinished = false
        try AtomicFile.write(JSONFile.text(unfinished), to: "\(path)/\(SiteReport.fileName)")
        // Names of rasters only: whatever a report lists, nothing outside the folder goes.
        for name in old where !name.contains("/") { try? FileManager.default.removeItem(atPath: "\(path)/\(name)") }
    }

    /// Writes the raster of a carrier.
    ///
    /// - Parameter isCloudOptimized: With overviews, for rasters that are served or looked at from afar.
    /// - Throws: `cannot-write`.
    public func write(
        _ values: [Int16], of carrier: SiteCarrierReport, grid: Grid, isCloudOptimized: Bool, metadata: [String: String]
    ) throws(MastheadError) {
        let isLevel = carrier.eirpDBm != nil
        let unit = isLevel ? "dBm" : "dB"
        let title = "\(carrier.quantity), \(unit), \(carrier.name)"
        try AtomicFile.replace("\(path)/\(carrier.file)") { (temporary) throws(MastheadError) in
            if isCloudOptimized {
                try RasterWriter.writeRaster(
                    values, columns: grid.columns, rows: grid.rows, referenceSystem: grid.referenceSystem,
                    pixels: PixelTransform(grid), nodata: Double(SiteWedgeValues.noValue), unit: unit,
                    bandDescription: title, scale: 0.01, metadata: metadata, to: temporary)
            } else {
                try RasterWriter.writeTiled(
                    values, grid: grid, nodata: Double(SiteWedgeValues.noValue), unit: unit, bandDescription: title,
                    scale: 0.01, metadata: metadata, to: temporary)
            }
        }
    }

    /// Writes the report, last: where it says so, the result is whole.
    public func finish(_ report: SiteReport) throws(MastheadError) {
        try AtomicFile.write(JSONFile.text(report), to: "\(path)/\(SiteReport.fileName)")
    }
}
