/// The layers that a job may name, from the description of its keys.
public enum LayerRoles {
    /// A row for each role: key, whether it is required, meaning.
    public static var rows: [[String]] {
        LayersSpec.group.keys.map { ["layers.\($0.name)", $0.isRequired ? "yes" : "no", $0.doc] } + [
            ["regions", "yes", RegionsSpec.group.doc], ["register", "yes", RegisterSpec.group.doc],
            ["routes", "no", FeatureSpec.routesGroup.doc], ["places", "no", FeatureSpec.placesGroup.doc],
        ]
    }
}
