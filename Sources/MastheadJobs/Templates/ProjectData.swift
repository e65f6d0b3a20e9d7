public import MastheadCore
public import MastheadPropagation
import MastheadRadio

/// Data of the project that the working directory is in, for commands without a job.
public enum ProjectData {
    /// The file of a clutter table that comes with Masthead; nil where none of that name is in or above the working
    /// directory.
    public static func clutterTable(named name: String) -> String? {
        ProjectFolders.find("Geo/clutter/\(name).csv", forJob: "./job.yaml")
    }

    /// The folder for the operator's own data, where the ITU maps may lie; nil where there is none.
    public static var localFolder: String? {
        ProjectFolders.find("Geo/local", forJob: "./job.yaml")
    }

    /// The composition of a band template of the project that the working directory is in.
    ///
    /// - Throws: `unknown-name` where there is no such template, or it has no composition.
    public static func composition(
        ofTemplate name: String, at location: ErrorLocation
    ) throws(MastheadError) -> Composition {
        let composed = try BandTemplateFolder.all().map(\.template).filter { $0.composition != nil }
        guard let template = composed.first(where: { $0.id == name }),
            let composition = CompositionResolver.composition(of: template)
        else {
            throw MastheadError(
                .unknownName, "there is no band template \(name) with a composition", at: location,
                remedy: "Use one of: \(composed.map(\.id).joined(separator: ", ")).")
        }
        return composition
    }
}
