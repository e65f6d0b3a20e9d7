/// The version of Masthead, as `--version`, manifests and products carry it.
enum Version {
    static let text = "0.1.0"
}
