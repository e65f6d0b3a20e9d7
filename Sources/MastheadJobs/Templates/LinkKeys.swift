import MastheadCore
import MastheadRadio

/// The keys of the link in a band template: those of a job, each with its citation and basis.
enum LinkKeys {
    private static let load = LinkOverrides.loadKey.cited
    private static let reuse = LinkOverrides.reuseKey.cited
    private static let noiseFigure = LinkOverrides.noiseFigureKey.cited
    private static let leastSINR = LinkOverrides.leastSINRKey.cited
    private static let downlinkShare = LinkOverrides.downlinkShareKey.cited
    private static let overhead = LinkOverrides.overheadKey.cited
    private static let layers = LinkOverrides.layersKey.cited
    private static let terminalPower = LinkOverrides.terminalPowerKey.cited
    private static let uplinkBlocks = LinkOverrides.uplinkBlocksKey.cited
    private static let baseNoiseFigure = LinkOverrides.baseNoiseFigureKey.cited
    private static let uplinkSINR = LinkOverrides.uplinkSINRKey.cited

    static let group = KeyGroup(
        "link", "Noise, load, interference and the way back.",
        [
            load.description, reuse.description, noiseFigure.description, leastSINR.description,
            downlinkShare.description, overhead.description, layers.description, terminalPower.description,
            uplinkBlocks.description, baseNoiseFigure.description, uplinkSINR.description,
        ]
    ) { reader -> LinkTemplate? in
        guard let load = reader[load], let reuse = reader[reuse], let noiseFigure = reader[noiseFigure],
            let leastSINR = reader[leastSINR], let downlinkShare = reader[downlinkShare],
            let overhead = reader[overhead], let layers = reader[layers], let terminalPower = reader[terminalPower],
            let uplinkBlocks = reader[uplinkBlocks], let baseNoiseFigure = reader[baseNoiseFigure],
            let uplinkSINR = reader[uplinkSINR]
        else { return nil }
        return LinkTemplate(
            load: load.value, reuse: reuse.value, noiseFigure: noiseFigure.value, leastSINR: leastSINR.value,
            downlinkShare: downlinkShare.value, overhead: overhead.value, layers: layers.value,
            terminalPower: terminalPower.value, uplinkBlocks: uplinkBlocks.value,
            baseNoiseFigure: baseNoiseFigure.value, uplinkSINR: uplinkSINR.value)
    }
}

extension LinkTemplate {
    /// The values that a job states itself in the place of the template's, cited as the job's.
    func applying(_ overrides: LinkOverrides) -> LinkTemplate {
        var link = self
        func replace<Value>(_ path: WritableKeyPath<LinkTemplate, Cited<Value>>, _ entry: Entry<Value>?) {
            guard let entry else { return }
            link[keyPath: path] = Cited(entry.value, citation: "the job", basis: .unverified)
        }
        replace(\.load, overrides.load)
        replace(\.reuse, overrides.reuse)
        replace(\.noiseFigure, overrides.noiseFigure)
        replace(\.leastSINR, overrides.leastSINR)
        replace(\.downlinkShare, overrides.downlinkShare)
        replace(\.overhead, overrides.overhead)
        replace(\.layers, overrides.layers)
        replace(\.terminalPower, overrides.terminalPower)
        replace(\.uplinkBlocks, overrides.uplinkBlocks)
        replace(\.baseNoiseFigure, overrides.baseNoiseFigure)
        replace(\.uplinkSINR, overrides.uplinkSINR)
        return link
    }
}
