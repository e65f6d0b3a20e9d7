import CPROJ
import MastheadCore

/// A PROJ object with a context of its own; one thread at a time.
///
/// Each object has its context, because PROJ keeps its database handle and its last error there.
@safe
struct ProjectionObject: ~Copyable {
    /// The context that the object was made in.
    let context: OpaquePointer
    /// The object itself.
    let object: OpaquePointer

    /// Reads a reference system, reduced to its horizontal part.
    ///
    /// Heights never take part: a vertical datum must not bend eastings and northings, nor ask for a geoid grid.
    /// - Returns: nil when PROJ cannot read the definition.
    init?(horizontal definition: String) {
        self.init(definition, withoutShift: false)
    }

    /// Reads a reference system, reduced to its horizontal part, and without a shift to WGS 84 that it may carry.
    /// - Returns: nil when PROJ cannot read the definition.
    init?(base definition: String) {
        self.init(definition, withoutShift: true)
    }

    private init?(_ definition: String, withoutShift: Bool) {
        let context = unsafe Self.makeContext()
        guard var object = unsafe Self.read(definition, in: context) else {
            unsafe proj_context_destroy(context)
            return nil
        }
        while unsafe proj_get_type(object) == PJ_TYPE_COMPOUND_CRS,
            let part = unsafe proj_crs_get_sub_crs(context, object, 0)
        {
            unsafe proj_destroy(object)
            unsafe object = part
        }
        if withoutShift, unsafe proj_get_type(object) == PJ_TYPE_BOUND_CRS,
            let base = unsafe proj_get_source_crs(context, object)
        {
            unsafe proj_destroy(object)
            unsafe object = base
        }
        unsafe self.context = unsafe context
        unsafe self.object = unsafe object
    }

    /// Takes over a context and an object made in it.
    init(adopting object: OpaquePointer, in context: OpaquePointer) {
        unsafe self.context = unsafe context
        unsafe self.object = unsafe object
    }

    deinit {
        unsafe proj_destroy(object)
        unsafe proj_context_destroy(context)
    }

    /// A silent context that stays off the network.
    static func makeContext() -> OpaquePointer {
        guard let context = unsafe proj_context_create() else { preconditionFailure("PROJ gives a context") }
        unsafe proj_log_level(context, PJ_LOG_NONE)
        unsafe proj_context_set_enable_network(context, 0)
        return unsafe context
    }

    /// The version of PROJ, for the manifest.
    static var version: String { unsafe String(cString: proj_info().version) }

    /// What PROJ said last in this context.
    func lastMessage() -> String? {
        let number = unsafe proj_context_errno(context)
        guard number != 0, let text = unsafe proj_context_errno_string(context, number) else { return nil }
        return unsafe String(cString: text)
    }

    /// A PROJ string means a reference system here, with or without the mark that PROJ wants for one.
    private static func read(_ definition: String, in context: OpaquePointer) -> OpaquePointer? {
        let isBare = definition.contains("+proj=") && !definition.contains("+type=crs")
        guard let object = unsafe proj_create(context, isBare ? definition + " +type=crs" : definition) else {
            return nil
        }
        guard unsafe proj_is_crs(object) != 0 else {
            unsafe proj_destroy(object)
            return nil
        }
        return unsafe object
    }
}
