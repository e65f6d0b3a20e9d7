import MastheadCore
import MastheadJobs
import MastheadTestSupport
import Testing

@Suite("A bad rule pack is refused with place and remedy")
struct RulePackRefusalTests {
    /// One fault: what is written instead, the key that the error names, its words, and its remedy.
    struct Fault: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let key: String
        let problem: String
        let remedy: String

        init(_ old: String, _ new: String, at key: String, _ problem: String, _ remedy: String) {
            self.old = old
            self.new = new
            self.key = key
            self.problem = problem
            self.remedy = remedy
        }

        var testDescription: String { new.isEmpty ? "no \(old)" : new }
    }

    static let faults = [
        Fault("entries:", "entrys:", at: "criteria[0]", "\"entrys\" is not a key", "Write \"entries\"."),
        Fault("    time: 20 %\n", "", at: "criteria[0]", "has no key \"time\"", "Add time:"),
        Fault("    basis: verified\n", "", at: "criteria[0]", "has no key \"basis\"", "Add basis:"),
        Fault("-207 dBW", "-207 dB", at: "criteria[0].limit", "\"dB\" is not a unit of received-power", "dBm, dBW"),
        Fault("-207 dBW", "-207", at: "criteria[0].limit", "has no unit", "dBm, dBW"),
        Fault("-207 dBW", "-207 dB(W/m2)", at: "criteria[0].limit", "is not a unit of received-power", "dBm, dBW"),
        Fault("-207 dBW", "low", at: "criteria[0].limit", "is not a number from -400 to 400", "Write a number"),
        Fault("-207 dBW", "-2070 dBW", at: "criteria[0].limit", "is not a number from -400 to 400", "Write a number"),
        Fault("-207 dBW", "to be sett", at: "criteria[0].limit", "is not a number", "or \"to be set\""),
        Fault("time: 20 %", "time: 51 %", at: "criteria[0].time", "51 % is outside Recommendation ITU-R P.452", "Use"),
        Fault("time: 20 %", "time: 0.0009 %", at: "criteria[0].time", "0.001 % to 50 %", "Use"),
        Fault("time: 20 %", "time: 20", at: "criteria[0].time", "has no unit", "%"),
        Fault(
            "model: p452", "model: p453", at: "criteria[0].model", "there is no propagation model", "Write \"p452\"."),
        Fault("model: p452", "model: composed", at: "criteria[0].model", "needs a composition", "Use a model"),
        Fault("model: p452", "model: hata", at: "criteria[0].band", "carrier frequency 3700 MHz is outside", "Use"),
        Fault("s465", "s466", at: "criteria[0].assumed-pattern", "no off-axis pattern \"s466\"", "Write \"s465\"."),
        Fault(
            "us-3650-reference-filter", "us-3650-reference-filtre", at: "criteria[0].assumed-filter",
            "there is no mask", "Write us-3650-reference-filter."),
        Fault(
            "bandwidth: 10 MHz", "bandwidth: none", at: "criteria[0].reference-bandwidth",
            "has no meaning without its reference bandwidth", "Write the bandwidth"),
        Fault("    reference-bandwidth: 10 MHz\n", "", at: "criteria[0]", "has no key \"reference-bandwidth\"", "Add"),
        Fault(
            "bandwidth: none", "bandwidth: 1 MHz", at: "criteria[1].reference-bandwidth", "is given for saturation",
            "Write reference-bandwidth: none"),
        Fault("id: blocking", "id: long-term", at: "criteria[1].id", "two criteria", "another id"),
        Fault("id: sample", "id: simple", at: "id", "its file \"sample.yaml\"", "Write id: sample"),
        Fault("2020-02-29", "2021-02-29", at: "date", "is not a day of the calendar", "Write the date"),
        Fault("2020-02-29", "2020-2-9", at: "date", "is not a day of the calendar", "Write the date"),
        Fault("2020-02-29", "2020", at: "date", "is not a day of the calendar", "Write the date"),
        Fault("basis: verified", "basis: verfied", at: "criteria[0].basis", "is not one of", "Write verified."),
        Fault("[fss-earth-station, ", "[fss-earthstation, ", at: "criteria[0].services[0]", "not one of", "Write fss"),
        Fault("[3700 MHz, 4200", "[4200 MHz, 3700", at: "criteria[0].band", "a lower and a higher", "Write two"),
        Fault(", 4200 MHz]", "]", at: "criteria[0].band", "1 items; it needs at least 2", "Write the list"),
        Fault("power: peak", "power: mean", at: "criteria[1].power", "the peak of an emission", "Write power: peak"),
        Fault("[time, model]", "[limit]", at: "criteria[0].assumed[0]", "is not one of", "Write"),
        Fault(
            "limit: -207 dBW", "limit: to be set", at: "criteria[0].basis", "is still to be set",
            "Write basis: unverified"),
        Fault(
            "quantity: received-power\n    limit: -60 dBm", "quantity: interference-to-noise\n    limit: -6 dB",
            at: "criteria[1].quantity", "saturation cannot be judged", "Write quantity: received-power"),
    ]

    @Test("each fault is named with its key, its line and what mends it", arguments: faults)
    func fault(_ fault: Fault) throws {
        let errors = RuleText.errors(fault.old, fault.new)
        let error = try #require(errors.first { $0.problem.contains(fault.problem) }, "\(errors)")
        #expect(error.remedy.contains(fault.remedy), "\(error)")
        guard case .job(let file, let key, let line, let column) = error.location else {
            Issue.record("\(error)")
            return
        }
        #expect(file == RuleText.path && key == fault.key && line != nil && column != nil, "\(error)")
    }

    @Test("a pattern or a filter is refused where the quantity holds in front of the receiver")
    func withoutReceiver() {
        let text = RuleText.whole.replacing(
            "received-power\n    limit: -207 dBW", with: "field-strength\n    limit: 23 dB(uV/m)")
        let problems = RuleText.errors(text).map(\.problem)
        #expect(problems.contains { $0.contains("does not read the station's antenna") })
        #expect(problems.contains { $0.contains("holds in front of the receiver") })
    }

    @Test("all errors of a file are told together")
    func together() {
        let text = RuleText.whole.replacing("date: 2020-02-29", with: "date: today")
            .replacing("-60 dBm", with: "-60 dB").replacing("model: p452", with: "model: p45")
            .replacing("s465", with: "s4")
        #expect(RuleText.errors(text).count == 4)
    }

    @Test("a job has no key with which a threshold could meet another share of time or bandwidth")
    func noOverride() {
        let keys = KeyExamples.groups.flatMap(\.keys).map(\.name)
        #expect(!keys.contains("reference-bandwidth") && !keys.contains("entries"))
    }
}
