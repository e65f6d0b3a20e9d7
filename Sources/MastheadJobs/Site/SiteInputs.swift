import MastheadCore
import MastheadGeo
import MastheadOutput

/// What a site's result says about where it comes from.
enum SiteInputs {
    /// Every file of the layers, and the pattern where it is a file.
    static func files(_ terrain: TerrainSource, _ request: SiteRequest) -> [InputFile] {
        var files: [InputFile] = []
        var layers = [terrain.ground] + [terrain.surface, terrain.clutter].compactMap { $0 }
        if case .raster(let zones) = terrain.zones { layers.append(zones) }
        for layer in layers {
            files += layer.files.map { InputFile(role: layer.role, name: $0, base: .job, path: $0) }
        }
        if let table = terrain.clutterTable?.file {
            files.append(InputFile(role: "clutter classes", name: table, base: .job, path: table))
        }
        if let pattern = request.antennas.pattern, pattern.contains("/") || pattern.contains(".") {
            files.append(InputFile(role: "antenna pattern", name: pattern, base: .job, path: pattern))
        }
        return files
    }

    /// What travels inside a raster.
    static func metadata(_ carrier: SiteCarrierReport, _ report: SiteReport) -> [String: String] {
        var metadata = [
            "TIFFTAG_SOFTWARE": "Masthead \(report.software.masthead)", "QUANTITY": carrier.quantity,
            "CARRIER_MHZ": PlainNumber.text(carrier.megahertz), "MODEL": carrier.model,
            "TIME_PERCENT": PlainNumber.text(carrier.timePercent), "POLARIZATION": carrier.polarization,
            "SITE": "\(PlainNumber.text(report.site.longitude)),\(PlainNumber.text(report.site.latitude))",
            "HEIGHT_M": PlainNumber.text(report.site.heightMetres),
            "RECEIVER_HEIGHT_M": PlainNumber.text(carrier.receiverHeightMetres),
            "RADIUS_M": PlainNumber.text(report.site.radiusMetres),
        ]
        if let eirp = carrier.eirpDBm { metadata["EIRP_DBM"] = FixedPoint.text(eirp, decimals: 2) }
        if let antennas = carrier.antennas { metadata["ANTENNAS"] = antennas.joined(separator: "; ") }
        if let wanted = carrier.wantedDBm { metadata["WANTED_DBM"] = FixedPoint.text(wanted, decimals: 2) }
        return metadata
    }
}
