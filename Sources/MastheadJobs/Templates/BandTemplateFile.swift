public import MastheadCore
public import MastheadRadio

/// A band template with the file it was read from, and the place of each of its values.
public struct BandTemplateFile: Sendable {
    /// The values.
    public let template: BandTemplate
    /// The file that was read.
    public let path: String
    /// The file as it was read, for digests.
    public let bytes: [UInt8]
    /// Where each value is written, by its key: `"carrier"`; in the job for values that the job states itself.
    public let locations: [String: ErrorLocation]

    /// Reads a template.
    ///
    /// - Throws: `missing-file`, or `bad-job` and `bad-quantity` with all errors of the file together.
    public static func read(path: String) throws(MastheadError) -> BandTemplateFile {
        try decode(YAMLDocument(path: path, what: "band template"))
    }

    /// Reads the text of a template.
    public static func read(bytes: [UInt8], path: String) throws(MastheadError) -> BandTemplateFile {
        try decode(YAMLDocument(bytes: bytes, path: path, what: "band template"))
    }

    private static func decode(_ document: YAMLDocument) throws(MastheadError) -> BandTemplateFile {
        let file = document.place.file
        let errors = ErrorList()
        let reading = NodeReading(node: document.root, place: document.place, errors: errors, example: "")
        let read = TemplateKeys.group.read(reading)
        if let read, errors.isEmpty { refuseOtherName(read.template.id, reading) }
        if let error = errors.combined(file: file) { throw error }
        guard let read else {
            throw MastheadError(
                .internalFault, "the band template was not read, and no error says why", at: .file(file),
                remedy: "Report this with the template.")
        }
        return BandTemplateFile(
            template: read.template, path: file, bytes: document.bytes, locations: read.locations)
    }

    /// The file is called after the template, so that a name in a job leads to one file.
    private static func refuseOtherName(_ id: String, _ reading: NodeReading) {
        let name = reading.place.file.split(separator: "/").last.map(String.init) ?? ""
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        guard id != stem else { return }
        reading.errors.add(
            .badJob, "the template is called \(Quoted.text(id)), and its file \(Quoted.text(name))",
            at: reading.place.key("id", nil), remedy: "Write id: \(stem), or call the file \(id).yaml.")
    }
}
