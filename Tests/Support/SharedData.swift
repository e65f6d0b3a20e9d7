public import Foundation

/// The folder of real terrain and reference numbers that may stand beside a checkout.
public enum SharedData {
    /// The checkout's root, found from this file.
    public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A path below `../shared`, if it is there; tests that need it are disabled with a comment where it is not.
    public static func path(_ relative: String) -> String? {
        let path = root.deletingLastPathComponent().appending(path: "shared").appending(path: relative).path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }

    /// Whether the folder stands beside the checkout.
    public static var isPresent: Bool { path("conformance") != nil }

    /// What a disabled test says.
    public static let absence = "../shared is not beside this checkout: the full reference data were not run"
}
