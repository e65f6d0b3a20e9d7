import MastheadCore
import MastheadRadio
import Testing

@Suite("The catalogue of antennas")
struct AntennaCatalogueTests {
    static let parameters = AntennaParameters(
        gain: Decibels(15), horizontalBeamwidth: Angle(degrees: 65), verticalBeamwidth: Angle(degrees: 15))

    @Test("ids are unique, entries are cited, and patterns carry the id of their entry")
    func complete() throws {
        let entries = AntennaCatalogue.entries
        #expect(Set(entries.map(\.id)).count == entries.count)
        for entry in entries {
            #expect(!entry.summary.isEmpty && !entry.citation.document.isEmpty)
            var parameters = Self.parameters
            if entry.id == "isotropic" { parameters.gain = Decibels(0) }
            #expect(try entry.make(parameters).id == entry.id)
        }
    }

    @Test("a name that is nearly one gets that one in the remedy")
    func unknownName() {
        let error = #expect(throws: MastheadError.self) { try AntennaCatalogue.entry("tr38901-sectr") }
        #expect(error?.code == .unknownName && error?.remedy == "Write \"tr38901-sector\".")
        let other = #expect(throws: MastheadError.self) { try AntennaCatalogue.entry("parabola") }
        #expect(other?.remedy.contains("omnidirectional, isotropic") == true)
    }

    @Test("parameters that no antenna has are refused at the place of the pattern")
    func badParameters() throws {
        let place = ErrorLocation.job(file: "job.yaml", key: "bands[0].antenna")
        let entry = try AntennaCatalogue.entry("tr38901-sector", at: place)
        for change: (inout AntennaParameters) -> Void in [
            { $0.gain = Decibels(60) }, { $0.gain = Decibels(.nan) }, { $0.horizontalBeamwidth = Angle(degrees: 0) },
            { $0.verticalBeamwidth = Angle(degrees: 200) }, { $0.frontToBack = Decibels(-1) },
        ] {
            var parameters = Self.parameters
            change(&parameters)
            let error = #expect(throws: MastheadError.self) { _ = try entry.make(parameters) }
            #expect(error?.code == .outsideValidity && error?.location == place)
        }
    }

    @Test("the isotropic antenna takes no gain but 0 dBi")
    func isotropicGain() throws {
        let entry = try AntennaCatalogue.entry("isotropic")
        let error = #expect(throws: MastheadError.self) { _ = try entry.make(Self.parameters) }
        #expect(error?.problem.contains("15 dB") == true && error?.remedy.contains("0 dBi") == true)
    }
}
