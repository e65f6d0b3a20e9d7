import MastheadCore
import MastheadJobs
import MastheadTestSupport

/// A small rule pack as text, and what its reader says of changed ones.
enum RuleText {
    static let path = SharedData.root.appending(path: "Jobs/rules/sample.yaml").path

    static let whole = """
        id: sample
        instrument: A law
        title: A title
        date: 2020-02-29
        remarks: [\"A remark.\"]
        criteria:
          - id: long-term
            title: Long-term interference
            services: [fss-earth-station, observatory]
            band: [3700 MHz, 4200 MHz]
            case: co-channel
            quantity: received-power
            limit: -207 dBW
            reference-bandwidth: 10 MHz
            time: 20 %
            entries: aggregate
            model: p452
            search-distance: 150 km
            assumed-pattern: s465
            power: mean
            assumed-filter: us-3650-reference-filter
            citation: { document: A law, clause: article 3 }
            basis: verified
            assumed: [time, model]
          - id: blocking
            title: Saturation
            services: [fss-earth-station]
            case: saturation
            quantity: received-power
            limit: -60 dBm
            reference-bandwidth: none
            time: 50 %
            entries: aggregate
            model: itm
            search-distance: 40 km
            power: peak
            citation: { document: A law, clause: article 4 }
            basis: unverified

        """

    static func read(_ text: String) throws(MastheadError) -> RulePackFile {
        try RulePackFile.read(bytes: Array(text.utf8), path: path)
    }

    /// All errors of a text, in order; empty where it is read.
    static func errors(_ text: String) -> [MastheadError] {
        do throws(MastheadError) {
            _ = try read(text)
            return []
        } catch {
            return [error] + error.others
        }
    }

    /// The errors after one replacement in the whole pack.
    static func errors(_ old: String, _ new: String) -> [MastheadError] { errors(whole.replacing(old, with: new)) }
}
