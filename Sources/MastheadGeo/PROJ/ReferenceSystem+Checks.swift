import CPROJ
public import MastheadCore

extension ReferenceSystem {
    /// Refuses a reference system that does not say where on Earth a coordinate is.
    ///
    /// - Parameter location: Where the user wrote it, or the file that carries it.
    /// - Throws: `bad-crs` when the text cannot be read, when it is a local or engineering system, or when it names no
    ///   datum: coordinates would then be off by up to hundreds of metres without anyone noticing.
    public func validate(at location: ErrorLocation) throws(MastheadError) {
        let system = try projectionObject(at: location)
        let kind = unsafe proj_get_type(system.object)
        // A system with its own shift to WGS 84 (+towgs84) says where it is, whatever its datum is called.
        if kind == PJ_TYPE_BOUND_CRS { return }
        guard kind != PJ_TYPE_ENGINEERING_CRS, kind != PJ_TYPE_VERTICAL_CRS, kind != PJ_TYPE_TEMPORAL_CRS else {
            throw MastheadError(
                .badReferenceSystem, "the reference system \(name) is local: it has no place on Earth", at: location,
                remedy: Self.assignmentRemedy)
        }
        guard let datum = datumName(of: system), !datum.lowercased().hasPrefix("unknown"), !datum.isEmpty else {
            throw MastheadError(
                .badReferenceSystem, "the reference system \(name) names no datum", at: location,
                remedy: Self.assignmentRemedy)
        }
    }

    /// Refuses a reference system that cannot carry a study grid: it must be projected, in metres.
    ///
    /// - Throws: `bad-crs`.
    public func validateForGrid(at location: ErrorLocation) throws(MastheadError) {
        try validate(at: location)
        guard let system = ProjectionObject(base: definition), isProjected(system) else {
            throw MastheadError(
                .badReferenceSystem, "the study grid cannot lie in \(name): its coordinates are not metres in a plane",
                at: location,
                remedy: "Name a projected system in metres, such as EPSG:32633, or leave the key out for an equal-area "
                    + "system around the area.")
        }
        let (unit, scale) = axisUnit(of: system)
        guard scale == 1 else {
            throw MastheadError(
                .badReferenceSystem, "the study grid cannot lie in \(name): its unit is the \(unit), not the metre",
                at: location, remedy: "Name a projected system in metres, for example the metric one of the same zone.")
        }
    }

    /// Whether coordinates are longitudes and latitudes; false when the definition cannot be read.
    public var isGeographic: Bool {
        guard let system = ProjectionObject(base: definition) else { return false }
        let kind = unsafe proj_get_type(system.object)
        return kind == PJ_TYPE_GEOGRAPHIC_2D_CRS || kind == PJ_TYPE_GEOGRAPHIC_3D_CRS
    }

    /// Whether coordinates are longitudes and latitudes in degrees, not in grads.
    var isInDegrees: Bool {
        guard isGeographic, let system = ProjectionObject(base: definition) else { return false }
        return abs(axisUnit(of: system).scale * 180 / .pi - 1) < 1e-9
    }

    /// Whether another definition means the same system, whatever the order of its axes.
    func isSame(as other: ReferenceSystem) -> Bool {
        if definition == other.definition { return true }
        guard let mine = ProjectionObject(horizontal: definition),
            let others = ProjectionObject(horizontal: other.definition)
        else { return false }
        return unsafe proj_is_equivalent_to_with_ctx(
            mine.context, mine.object, others.object, PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0
    }

    /// Whether equal areas on the ground are equal in the plane; false for geographic systems.
    public var isEqualArea: Bool {
        guard let system = ProjectionObject(base: definition), isProjected(system),
            let method = projectionMethod(of: system)
        else { return false }
        return Self.equalAreaMethods.contains { method.hasPrefix($0) }
    }

    /// The name in the authority's register, or a description; the definition itself when it cannot be read.
    public var name: String {
        guard let system = ProjectionObject(horizontal: definition), let text = unsafe proj_get_name(system.object)
        else { return "\"\(definition.prefix(60))\"" }
        let registered = unsafe String(cString: text)
        if registered == "unknown" || registered.isEmpty {
            return equalAreaName ?? "\"\(definition.prefix(60))\""
        }
        return registered
    }

    /// Names of the projection methods, as EPSG or PROJ call them, that keep areas.
    private static let equalAreaMethods = [
        "Lambert Azimuthal Equal Area", "Albers Equal Area", "Lambert Cylindrical Equal Area", "Sinusoidal",
        "Mollweide", "Equal Earth", "Bonne", "Eckert II", "Eckert IV", "Eckert VI", "Goode Homolosine",
        "Interrupted Goode Homolosine",
    ]

    private static let assignmentRemedy =
        "Find out the reference system from the source and assign it, for example with: "
        + "gdal_edit.py -a_srs EPSG:4326 FILE."

    /// The object that PROJ reads from the definition, horizontal part only.
    func projectionObject(at location: ErrorLocation) throws(MastheadError) -> ProjectionObject {
        guard let system = ProjectionObject(horizontal: definition) else {
            let shown =
                definition.isEmpty
                ? "there is no reference system" : "\"\(definition)\" is not a reference system that PROJ reads"
            throw MastheadError(
                .badReferenceSystem, shown, at: location,
                remedy: "Give an authority code such as \"EPSG:4326\", WKT, or a PROJ string.")
        }
        return system
    }

    private func isProjected(_ system: borrowing ProjectionObject) -> Bool {
        unsafe proj_get_type(system.object) == PJ_TYPE_PROJECTED_CRS
    }

    private func datumName(of system: borrowing ProjectionObject) -> String? {
        guard let datum = unsafe proj_crs_get_datum_forced(system.context, system.object) else { return nil }
        defer { unsafe proj_destroy(datum) }
        return unsafe proj_get_name(datum).map { unsafe String(cString: $0) }
    }

    private func projectionMethod(of system: borrowing ProjectionObject) -> String? {
        guard let conversion = unsafe proj_crs_get_coordoperation(system.context, system.object) else { return nil }
        defer { unsafe proj_destroy(conversion) }
        var text: UnsafePointer<CChar>?
        let known = unsafe proj_coordoperation_get_method_info(system.context, conversion, &text, nil, nil)
        guard known != 0, let method = unsafe text else { return nil }
        return unsafe String(cString: method)
    }

    /// The unit of the first axis, and what it is in metres or radians.
    private func axisUnit(of system: borrowing ProjectionObject) -> (name: String, scale: Double) {
        guard let axes = unsafe proj_crs_get_coordinate_system(system.context, system.object) else { return ("?", 0) }
        defer { unsafe proj_destroy(axes) }
        var scale = 0.0
        var text: UnsafePointer<CChar>?
        let known = unsafe proj_cs_get_axis_info(
            system.context, axes, 0, nil, nil, nil, &scale, &text, nil, nil)
        guard known != 0, let unit = unsafe text else { return ("?", 0) }
        return (unsafe String(cString: unit), scale)
    }
}
